"""A registry's folder → its records and every problem in it, of form or between records."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator import collector
from generator.load import Loaded, load, locate
from generator.messages import message
from generator.problem import Problem
from generator.rules import findings


@dataclass(frozen=True, slots=True)
class Checked:
    """What a registry holds, and all that is wrong with it, in the order of its files and lines."""

    loaded: Loaded
    problems: tuple[Problem, ...]


def check(root: Path, day: date) -> Checked:
    """Every fault and warning of the registry in `root` on `day`; paths are relative to `root`."""
    with collector.at_rest():
        loaded = load(root)
        problems = (*loaded.problems, *locate(root, findings(loaded, day)))
    found = {_told(one): one for one in problems}
    return Checked(loaded, tuple(_printable(found[key]) for key in sorted(found)))


def _told(problem: Problem) -> tuple[str, int, int, str, str]:
    """What a reader sees of a problem: two that look the same are one."""
    place = problem.place
    return place.path, place.line, place.column, problem.code, message(problem)


def _printable(problem: Problem) -> Problem:
    """A file's name may hold line breaks, or bytes that are no text; a diagnostic is one line."""
    path = problem.place.path
    if path.isprintable():
        return problem
    shown = "".join(c if c.isprintable() else _escaped(c) for c in path)
    return replace(problem, place=replace(problem.place, path=shown))


def _escaped(character: str) -> str:
    point = ord(character)
    if 0xDC80 <= point <= 0xDCFF:  # a byte that is not UTF-8, as Python holds it in names
        return f"\\x{point - 0xDC00:02x}"
    return character.encode("unicode_escape").decode("ascii")
