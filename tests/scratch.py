"""Registries for tests: written from texts, and their problems as the lines that a person reads."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from generator.checking import check
from generator.messages import hint, level, message
from generator.problem import Problem

TODAY = date(2026, 11, 23)
SOUND = Path(__file__).parent / "sound"
"""A small registry of every record type, without a fault, at the edges of many rules."""


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """A registry in `root` with these files, by their path."""
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def sound_files() -> dict[str, str]:
    """The texts of the sound registry, by path."""
    files = sorted(SOUND.rglob("*.yaml"))
    return {str(file.relative_to(SOUND)): file.read_text(encoding="utf-8") for file in files}


def line(problem: Problem) -> str:
    """`path:line:column: level CODE: message`."""
    place = problem.place
    where = f"{place.path}:{place.line}:{place.column}"
    return f"{where}: {level(problem)} {problem.code}: {message(problem)}"


def lines(root: Path, day: date = TODAY) -> list[str]:
    """Every problem of a registry, as a person reads it."""
    return [line(problem) for problem in check(root, day).problems]


def hints(root: Path, day: date = TODAY) -> list[str]:
    """The hint of every problem of a registry."""
    return [hint(problem) for problem in check(root, day).problems]


def codes(root: Path, day: date = TODAY) -> list[str]:
    """The diagnostic of every problem of a registry."""
    return [problem.code for problem in check(root, day).problems]
