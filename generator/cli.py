"""The `apl` command: arguments in, stages called, problems and answers printed, exit codes out."""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from generator import pipeline, report
from generator.clock import today
from generator.days import parse_day
from generator.engine import EngineError
from generator.publish import ForeignFolder
from generator.spanish_argparse import Parser

CLEAN, FAULTS, USAGE = 0, 1, 2
NOTHING_FOUND = 1
ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    _speak_utf8()
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options))
    except (EngineError, ForeignFolder, UsageError) as error:
        print(f"apl: {_worded(error)}", file=sys.stderr)
        return USAGE
    except BrokenPipeError:
        sys.stderr.close()
        return CLEAN
    except KeyboardInterrupt:
        return 130


class UsageError(Exception):
    """The command was called in a way that makes no sense; the message says which."""


def _worded(error: Exception) -> str:
    if isinstance(error, ForeignFolder):
        return (
            f"la carpeta {error} tiene archivos que no escribió este programa; "
            "elige otra con --out o vacíala"
        )
    return str(error)


def _speak_utf8() -> None:
    """Spanish needs its accents even where the terminal's locale is C."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _check(options: argparse.Namespace) -> int:
    sources, day = _sources(options), _day(options)
    only = [_existing(path) for path in options.paths]
    checked = pipeline.check(sources.registry, day)
    problems = report.only_below(checked.problems, only)
    print(report.FORMATS[options.format](problems, options.lang), end="")
    return FAULTS if pipeline.has_faults(problems) else CLEAN


def _build(options: argparse.Namespace) -> int:
    started = time.monotonic()
    built = pipeline.build(
        _sources(options),
        options.out,
        _day(options),
        offline=options.offline,
        progress=lambda stage: print(f"{stage} …", file=sys.stderr),
    )
    print(report.as_text(built.problems, options.lang), end="")
    print(report.summary(built, time.monotonic() - started, options.out, options.lang))
    if built.published is None:
        return FAULTS
    return FAULTS if options.strict and built.problems else CLEAN


def _serve(options: argparse.Namespace) -> int:
    from generator.serve import serve

    serve(_sources(options), options.out, options.port, lambda: _day(options), options.lang)
    return CLEAN


def _status(options: argparse.Namespace) -> int:
    from generator.lookup import answer
    from generator.registry import registry

    query = " ".join(options.query)
    checked = pipeline.check(_sources(options).registry, _day(options))
    found = answer(registry(checked.loaded), query, _day(options))
    if options.format == "json":
        print(json.dumps(report.answer_record(found), ensure_ascii=False, indent=2))
    else:
        print(report.answer_text(found, options.lang))
    return CLEAN if found.found else NOTHING_FOUND


def _sources(options: argparse.Namespace) -> pipeline.Sources:
    if not options.registry.is_dir():
        raise UsageError(f"no existe la carpeta {options.registry}")
    content = options.content or options.config.parent / "content"
    templates = options.templates or ROOT / "templates"
    return pipeline.Sources(options.registry, content, templates, options.config)


def _day(options: argparse.Namespace) -> date:
    return options.day or today()


def _existing(path: Path) -> Path:
    if not path.exists():
        raise UsageError(f"no existe {path}")
    return path


def _day_argument(text: str) -> date:
    try:
        return parse_day(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"«{text}» no es un día AAAA-MM-DD") from None


def _parser() -> argparse.ArgumentParser:
    shared = Parser(add_help=False)
    shared.add_argument(
        "--registry", type=Path, default=ROOT / "registry", metavar="DIR",
        help="carpeta de los registros",
    )
    shared.add_argument("--content", type=Path, metavar="DIR", help="carpeta de los textos")
    shared.add_argument("--templates", type=Path, metavar="DIR", help="carpeta de las plantillas")
    shared.add_argument(
        "--config", type=Path, default=ROOT / "mkdocs.yml", metavar="ARCHIVO",
        help="configuración del sitio",
    )
    shared.add_argument(
        "--day", type=_day_argument, metavar="AAAA-MM-DD", help="día de las respuestas (hoy)"
    )
    shared.add_argument(
        "--lang", choices=("es", "en"), default="es", help="idioma de los mensajes"
    )
    parser = Parser(
        prog="apl", description="Revisa el registro del Sello APL y construye su sitio."
    )
    commands = parser.add_subparsers(title="órdenes", metavar="ORDEN", required=True)
    _add_check(commands, shared)
    _add_build(commands, shared)
    _add_serve(commands, shared)
    _add_status(commands, shared)
    return parser


def _add_check(commands: argparse._SubParsersAction, shared: argparse.ArgumentParser) -> None:
    check = commands.add_parser(
        "check", parents=[shared], help="muestra todas las faltas y avisos del registro",
        description="Muestra todas las faltas y avisos del registro, de una vez.",
    )
    check.add_argument("paths", nargs="*", type=Path, metavar="RUTA", help="solo lo de aquí")
    check.add_argument("--format", choices=sorted(report.FORMATS), default="text", help="formato")
    check.set_defaults(run=_check)


def _add_build(commands: argparse._SubParsersAction, shared: argparse.ArgumentParser) -> None:
    build = commands.add_parser(
        "build", parents=[shared], help="construye el sitio",
        description="Revisa el registro y construye el sitio entero.",
    )
    build.add_argument("--out", type=Path, default=Path("site"), metavar="DIR", help="el sitio")
    build.add_argument(
        "--offline", action="store_true", help="para abrir desde una carpeta, sin servidor"
    )
    build.add_argument("--strict", action="store_true", help="los avisos también detienen")
    build.set_defaults(run=_build)


def _add_serve(commands: argparse._SubParsersAction, shared: argparse.ArgumentParser) -> None:
    serve = commands.add_parser(
        "serve", parents=[shared], help="construye, sirve y rehace al cambiar un archivo",
        description="Construye el sitio, lo sirve y lo rehace cada vez que cambia un archivo.",
    )
    serve.add_argument("--out", type=Path, default=Path("site"), metavar="DIR", help="el sitio")
    serve.add_argument("--port", type=int, default=8000, metavar="N", help="puerto (8000)")
    serve.set_defaults(run=_serve)


def _add_status(commands: argparse._SubParsersAction, shared: argparse.ArgumentParser) -> None:
    status = commands.add_parser(
        "status", parents=[shared], help="la respuesta pública sobre un RUT, código o nombre",
        description="La respuesta pública sobre un RUT, un código o un nombre.",
    )
    status.add_argument("query", nargs="+", metavar="RUT|CODIGO|NOMBRE", help="lo que se pregunta")
    status.add_argument("--format", choices=("text", "json"), default="text", help="formato")
    status.set_defaults(run=_status)


