"""The commands of `apl`: stages called, problems and answers printed, exit codes given back."""

import argparse
import json
import os
import sys
import time
from datetime import date
from pathlib import Path

from generator import arguments, clock, lookup, pipeline, report
from generator.answer import as_known
from generator.arguments import CLEAN, FAULTS, NOTHING_FOUND, USAGE
from generator.engine import EngineError, reads_more, settings
from generator.messages import Language
from generator.mould import MouldError
from generator.printing import Sources
from generator.publish import ForeignFolder
from generator.registry import registry
from generator.unchanged import Memory, Told


class UsageError(Exception):
    """The command was called in a way that makes no sense; says why, in Spanish and English."""

    def __init__(self, es: str, en: str) -> None:
        super().__init__(en)
        self.words: dict[Language, str] = {"es": es, "en": en}


def run(options: argparse.Namespace, memory: Memory | None) -> int:
    """Run one command; what `memory` keeps of it may spare the next run."""
    try:
        return _COMMANDS[options.command](options, memory)
    except BrokenPipeError:
        raise
    except _EXPECTED as error:
        print(f"apl: {_worded(error, options.lang)}", file=sys.stderr)
        return FAULTS if isinstance(error, (EngineError, MouldError)) else USAGE


_EXPECTED = (UsageError, ForeignFolder, clock.EpochError, EngineError, MouldError, OSError)


def _worded(error: Exception, spoken: Language) -> str:
    match error:
        case UsageError():
            return error.words[spoken]
        case ForeignFolder():
            return report.FOREIGN[spoken].format(error)
        case clock.EpochError():
            return report.NO_MOMENT[spoken].format(error)
        case OSError():
            return f"{error.filename}: {error.strerror}" if error.filename else str(error)
    return str(error)


def _check(options: argparse.Namespace, memory: Memory | None) -> int:
    began = time.time_ns()
    folder = _registry(options)
    only = [_inside(path, folder) for path in options.paths]
    if options.fix:
        from generator.terminal import fix

        fix.run(folder, only, options)
    if memory:
        memory.look(began, folder)
    cache = arguments.cache(options) if memory else None
    checked = pipeline.check_again(folder, _day(options), cache)
    problems = report.only_below(checked.problems, only)
    text = report.FORMATS[options.format](problems, options.lang)
    print(text, end="")
    code = FAULTS if pipeline.has_faults(problems) else CLEAN
    if memory:
        memory.keep(Told(code, text))
    return code


def _build(options: argparse.Namespace, memory: Memory | None) -> int:
    began, started = time.time_ns(), time.monotonic()
    sources = _sources(options)
    if memory and not reads_more(sources.config):
        memory.look(began, *sources.all)
    built = pipeline.build(
        sources,
        _out(options, sources),
        _day(options),
        offline=options.offline,
        strict=options.strict,
        cache=arguments.cache(options) if memory else None,
        progress=lambda stage: print(report.STAGES[options.lang][stage], file=sys.stderr),
    )
    text = report.as_text(built.problems, options.lang)
    print(text, end="")
    print(report.summary(built, time.monotonic() - started, options.out, options.lang))
    if built.published is None:
        return FAULTS
    if options.profile:
        print(report.profile(built, options.lang))
    if memory:
        again = report.unchanged(built, options.out, options.lang)
        memory.keep(Told(CLEAN, text, again), options.out, built.published.names)
    return CLEAN


def _serve(options: argparse.Namespace, _: Memory | None) -> int:
    from generator.serve import PortTaken, serve

    sources = _sources(options)
    try:
        serve(sources, _out(options, sources), options.port, lambda: _day(options), options.lang)
    except PortTaken:
        port = options.port
        raise UsageError(
            f"el puerto {port} está ocupado; elige otro con --port",
            f"port {port} is taken; choose another one with --port",
        ) from None
    return CLEAN


def _status(options: argparse.Namespace, _: Memory | None) -> int:
    query = " ".join(options.query).strip()
    if not query:
        raise UsageError("escribe un RUT, un código o un nombre", "write a RUT, a code or a name")
    checked = pipeline.check(_registry(options), _day(options))
    found = as_known(lookup.answer(registry(checked.loaded), query, _day(options)), clock.today())
    if checked.has_faults:
        print(report.FAULTY[options.lang], file=sys.stderr)
        if not found.found:  # it may stand in a file with a fault: silence would be a false no
            return NOTHING_FOUND
    if options.format == "json":
        print(json.dumps(found.as_json(), ensure_ascii=False, indent=2))
    else:
        print(report.answer_text(found, options.lang))
    return CLEAN if found.found else NOTHING_FOUND


def _fmt(options: argparse.Namespace, _: Memory | None) -> int:
    from generator.terminal import fmt

    folder = _registry(options)
    return fmt.run(folder, [_inside(path, folder) for path in options.paths], options)


def _new(options: argparse.Namespace, _: Memory | None) -> int:
    from generator.terminal import new

    return new.run(options, _registry, _day)


def _schema(options: argparse.Namespace, _: Memory | None) -> int:
    from generator.terminal import schema

    return schema.run(options)


def _explain(options: argparse.Namespace, _: Memory | None) -> int:
    from generator.terminal import explain

    return explain.run(options)


def _diff(options: argparse.Namespace, _: Memory | None) -> int:
    from generator.terminal import diff

    return diff.run(options, _sources(options), _day(options))


_COMMANDS = {
    "check": _check,
    "build": _build,
    "serve": _serve,
    "status": _status,
    "fmt": _fmt,
    "new": _new,
    "schema": _schema,
    "explain": _explain,
    "diff": _diff,
}


def _registry(options: argparse.Namespace) -> Path:
    return _folder(options.registry or arguments.ROOT / "registry")


def _sources(options: argparse.Namespace) -> Sources:
    folder = _registry(options)
    config: Path = options.config or arguments.ROOT / "mkdocs.yml"
    if not config.is_file():
        raise UsageError(f"no existe el archivo {config}", f"there is no file {config}")
    content = options.content or settings(config).content
    if not options.content and not content.is_dir():
        content = arguments.ROOT / "content"
    templates = options.templates or arguments.ROOT / "templates"
    return Sources(folder, _folder(content), _folder(templates), config)


def _out(options: argparse.Namespace, sources: Sources) -> Path:
    """Where the site goes: never into what it is made from, nor around it."""
    out: Path = options.out
    place = out.resolve()
    for source in (sources.registry, sources.content, sources.templates):
        made_from = source.resolve()
        if place.is_relative_to(made_from) or made_from.is_relative_to(place):
            raise UsageError(
                f"el sitio no puede ir en {out}: de ahí sale {source}; elige otra con --out",
                f"the site cannot go to {out}, where {source} comes from; choose another --out",
            )
    return out


def _folder(path: Path) -> Path:
    if not path.is_dir():
        raise UsageError(f"no existe la carpeta {path}", f"there is no folder {path}")
    return path


def _inside(path: Path, folder: Path) -> Path:
    """A path to look at; one that the registry does not hold would always look clean."""
    if not os.path.lexists(path):
        raise UsageError(f"no existe {path}", f"{path} does not exist")
    whole, places = folder.resolve(), (report.real(path), path.resolve())
    if not any(p.is_relative_to(whole) or whole.is_relative_to(p) for p in places):
        raise UsageError(
            f"{path} no está en {folder}; di con --registry en qué registro está",
            f"{path} is not in {folder}; name its registry with --registry",
        )
    return path


def _day(options: argparse.Namespace) -> date:
    return options.day or clock.today()
