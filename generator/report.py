"""Problems, builds and answers → the text, JSON or annotations that a person or CI reads."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from generator.answer import Answer
from generator.messages import Language, hint, level, message
from generator.pipeline import Built, Stage
from generator.problem import Problem
from generator.render.wording import counted, number

STAGES: Mapping[Language, Mapping[Stage, str]] = {
    "es": {
        "check": "Revisando los registros …",
        "print": "Imprimiendo los textos …",
        "pour": "Vertiendo los registros …",
    },
    "en": {
        "check": "Checking the records …",
        "print": "Printing the prose …",
        "pour": "Pouring the records …",
    },
}
FOREIGN: Mapping[Language, str] = {
    "es": "{} tiene archivos que no escribió este programa; elige otra carpeta con --out o vacíala",
    "en": "{} holds files that this program did not write; choose another --out or empty it",
}
NO_MOMENT: Mapping[Language, str] = {
    "es": "{} no es una cantidad de segundos",
    "en": "{} is no number of seconds",
}
FAULTY: Mapping[Language, str] = {
    "es": "El registro tiene faltas, y lo que las tiene no responde: míralas con «apl check».",
    "en": "The registry has faults, and what has them does not answer: see “apl check”.",
}

Format = Callable[[Sequence[Problem], Language], str]


def only_below(problems: Iterable[Problem], paths: Sequence[Path]) -> tuple[Problem, ...]:
    """The problems of files at or below `paths`; all of them where none is named."""
    wanted = _places(paths)
    return tuple(p for p in problems if _is_below(Path(p.place.path), wanted))


def files_below(files: Iterable[Path], paths: Sequence[Path]) -> tuple[Path, ...]:
    """The files at or below `paths`; all of them where none is named."""
    wanted = _places(paths)
    return tuple(file for file in files if _is_below(file, wanted))


def _places(paths: Sequence[Path]) -> list[Path]:
    return [place for path in paths for place in (real(path), path.resolve())]


def _is_below(file: Path, wanted: Sequence[Path]) -> bool:
    return not wanted or any(real(file).is_relative_to(place) for place in wanted)


def real(path: Path) -> Path:
    """Where `path` itself stands: a link is a file here, wherever it leads."""
    return path.parent.resolve() / path.name if path.name not in ("", "..") else path.resolve()


def as_text(problems: Sequence[Problem], language: Language) -> str:
    """`RUTA:LINEA:COLUMNA: error APLnnn: mensaje`, each with its hint indented below."""
    return "".join(_lines(problem, language) for problem in problems)


def _lines(problem: Problem, language: Language) -> str:
    place = problem.place
    head = f"{place.path}:{place.line}:{place.column}: {level(problem)} {problem.code}: "
    tip = hint(problem, language)
    return f"{head}{message(problem, language)}\n" + (f"    {tip}\n" if tip else "")


def as_json(problems: Sequence[Problem], language: Language) -> str:
    """A list of `{path, line, column, level, code, message, hint}`."""
    rows = [
        {
            **asdict(problem.place),
            "level": level(problem),
            "code": problem.code,
            "message": message(problem, language),
            "hint": hint(problem, language),
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Sequence[Problem], language: Language) -> str:
    """Workflow commands that GitHub shows as annotations on the changed lines, the worst first.

    It shows no more than ten of a step; the last of these says how many there are besides.
    """
    worst = sorted(problems, key=lambda one: list(_GITHUB_LEVELS).index(level(one)))
    shown, more = worst[:_ANNOTATIONS], len(worst) - _ANNOTATIONS
    last = _AND_MORE[language].format(number(more)) if more > 0 else ""
    return "".join(
        _annotation(problem, language, last if place == _ANNOTATIONS else "")
        for place, problem in enumerate(shown, start=1)
    )


_ANNOTATIONS = 10
_GITHUB_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
"""From the worst to the least."""

_AND_MORE: Mapping[Language, str] = {
    "es": "… y {} más; la lista entera está en el resumen.",
    "en": "… and {} more; the summary has the whole list.",
}


def _annotation(problem: Problem, language: Language, more: str = "") -> str:
    place = problem.place
    where = f"file={_property(place.path)},line={place.line},col={place.column}"
    words = "\n".join(filter(None, [message(problem, language), hint(problem, language), more]))
    kind = _GITHUB_LEVELS[level(problem)]
    return f"::{kind} {where},title={problem.code}::{_data(words)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: Mapping[str, Format] = {"text": as_text, "json": as_json, "github": as_github}


def unchanged(built: Built, out: Path, language: Language) -> str:
    """The closing line of a later build without changes; its `{seconds}` are to be filled in."""
    assert built.published is not None
    same = replace(built.published, written=0, removed=0)
    line = summary(replace(built, published=same), 0.0, out, language)
    zero = "0" if language == "es" else "0.0"
    return line.removesuffix(f"{zero} s") + "{seconds} s"


def summary(built: Built, seconds: float, out: Path, language: Language) -> str:
    """One closing line: records, pages, files, faults, warnings, seconds."""
    levels = [level(problem) for problem in built.problems]
    faults, warnings = levels.count("error"), levels.count("warning")
    if built.published is None:
        if language == "en":
            return f"{faults} faults, {warnings} warnings; the site was left as it was"
        told = f"{counted(faults, 'falta', 'faltas')} y {counted(warnings, 'aviso', 'avisos')}"
        return f"{told}; el sitio quedó como estaba"
    records, files = sum(built.records.values()), built.published
    if language == "en":
        return (
            f"{out}: {records} records, {built.pages} pages, {files.files} files "
            f"({files.written} changed), {warnings} warnings, {seconds:.1f} s"
        )
    return (
        f"{out}: {counted(records, 'registro', 'registros')}, "
        f"{counted(built.pages, 'página', 'páginas')}, "
        f"{counted(files.files, 'archivo', 'archivos')} "
        f"({counted(files.written, 'cambió', 'cambiaron')}), "
        f"{counted(warnings, 'aviso', 'avisos')}, {number(round(seconds, 1))} s"
    )


_WORK: Mapping[Language, Mapping[str, str]] = {
    "es": {
        "recall": "recordar lo hecho",
        "check": "leer y revisar",
        "plan": "planear las páginas",
        "print": "imprimir los textos",
        "pour": "verter y publicar",
        "keep": "guardar lo hecho",
        "poured": "De verter, por clase de archivos, en segundos de procesador:",
    },
    "en": {
        "recall": "recall what was done",
        "check": "read and check",
        "plan": "plan the pages",
        "print": "print the prose",
        "pour": "pour and publish",
        "keep": "keep what was done",
        "poured": "Of pouring, by kind of files, in seconds of processor time:",
    },
}


def profile(built: Built, language: Language) -> str:
    """Where the time of a build went: a line for each stage, then for each kind of files."""
    words = _WORK[language]
    stages = {words[stage]: seconds for stage, seconds in built.stages.items()}
    kinds = dict(sorted(built.poured.items(), key=lambda pair: -pair[1]))
    return "\n".join([*_table(stages, language), words["poured"], *_table(kinds, language)])


def _table(spent: Mapping[str, float], language: Language) -> Iterator[str]:
    whole, width = sum(spent.values()) or 1.0, max(map(len, spent), default=0)
    for name, seconds in spent.items():
        told = f"{seconds:.2f}" if language == "en" else f"{seconds:.2f}".replace(".", ",")
        yield f"  {name:<{width}}  {told:>8} s  {100 * seconds / whole:3.0f} %"


def answer_text(found: Answer, language: Language) -> str:
    """The answer in the terminal: the promised first line, what it means, what it is about.

    The first line and the list of records are in the register's own words in either language.
    """
    if language == "en":
        words = [found.english, found.english_use, found.english_now, *found.english_remarks]
    else:
        words = [found.sentence, found.meaning, found.what_now, *found.remarks]
    matches = [f"  - {match.name}: {match.state}" for match in found.matches]
    return "\n".join([found.first_line, *filter(None, words), *matches])
