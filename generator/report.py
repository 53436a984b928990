"""Problems → the text, JSON or annotations that a person or CI reads."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from generator.messages import Language, hint, level, message
from generator.problem import Problem

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
    last = _AND_MORE[language].format(more) if more > 0 else ""
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
