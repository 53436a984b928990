"""Problems, build summaries and answers → the text, JSON or annotations that a person or CI reads."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from generator.messages import CATALOGUE, Language, hint, level, message
from generator.pipeline import Built
from generator.problem import Problem

Format = Callable[[Sequence[Problem], Language], str]


def only_below(problems: Iterable[Problem], paths: Sequence[Path]) -> tuple[Problem, ...]:
    """The problems of files at or below `paths`; all of them where none is named."""
    wanted = [path.resolve() for path in paths]
    return tuple(
        p
        for p in problems
        if not wanted or any(Path(p.place.path).resolve().is_relative_to(w) for w in wanted)
    )


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
    """Workflow commands that GitHub shows as annotations on the changed lines."""
    return "".join(_annotation(problem, language) for problem in problems)


_GITHUB_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def _annotation(problem: Problem, language: Language) -> str:
    place = problem.place
    where = f"file={_property(place.path)},line={place.line},col={place.column}"
    words = " ".join(filter(None, [message(problem, language), hint(problem, language)]))
    kind = _GITHUB_LEVELS[level(problem)]
    return f"::{kind} {where},title={problem.code}::{_data(words)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: Mapping[str, Format] = {"text": as_text, "json": as_json, "github": as_github}


def summary(built: Built, seconds: float, out: Path, language: Language) -> str:
    """One closing line: records, pages, files, seconds, faults and warnings."""
    faults = sum(CATALOGUE[p.code].level == "error" for p in built.problems)
    warnings = len(built.problems) - faults
    if built.published is None:
        if language == "en":
            return f"{faults} faults, {warnings} warnings; the site was left as it was"
        return f"{faults} faltas y {warnings} avisos; el sitio quedó como estaba"
    records = sum(built.records.values())
    if language == "en":
        return (
            f"{out}: {records} records, {built.pages} pages, {built.published.written} files "
            f"written of {built.published.files}, {warnings} warnings, {seconds:.1f} s"
        )
    return (
        f"{out}: {records} registros, {built.pages} páginas, {built.published.written} archivos "
        f"escritos de {built.published.files}, {warnings} avisos, {seconds:.1f} s".replace(".", ",")
    )


def answer_text(found: Any, language: Language) -> str:
    """The answer in the terminal: the promised first line, then the sentences."""
    more = [found.english] if language == "en" else [found.sentence, found.meaning, found.what_now]
    matches = [f"  - {match}" for match in found.matches]
    return "\n".join([found.first_line, *(line for line in more if line), *matches])


def answer_record(found: Any) -> dict[str, object]:
    """`{query, day, kind, id, estado, rige, desde, hasta, motivo}`."""
    return {
        "query": found.query,
        "day": found.day.isoformat(),
        "kind": found.kind,
        "id": found.id,
        "estado": found.estado,
        "rige": found.rige,
        "desde": found.desde,
        "hasta": found.hasta,
        "motivo": found.motivo,
    }
