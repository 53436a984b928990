"""A registry's folder → its records and every problem in it, of form or between records."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from generator import collector
from generator.load import Loaded, load, locate
from generator.load.kept import Kept
from generator.messages import level, message
from generator.problem import Finding, Problem
from generator.rules import findings
from generator.rules.neighbours import neighbours


@dataclass(frozen=True, slots=True)
class Before:
    """What an earlier check found, on a day: it spares this one from doing it again.

    `found` is what the rules found. `is_calm` says that all of it were mere warnings, on records
    that are all sound: then an edit can change only what is said of its neighbours.
    """

    day: date = date.min
    files: Mapping[str, Kept] = field(default_factory=dict)
    found: tuple[Problem, ...] = ()
    is_calm: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """What a registry holds, and all that is wrong with it, in the order of its files and lines.

    `changed` are the paths of the files that were added, edited or taken away since `Before`.
    Where `before` could be built upon, `near` holds what they and their neighbours were then and
    are now (nothing where nothing changed); None says that anything may have changed.
    """

    loaded: Loaded
    problems: tuple[Problem, ...]
    after: Before = Before()
    changed: frozenset[str] = frozenset()
    near: tuple[Loaded, ...] | None = None


FIRST = Before()


def check(root: Path, day: date, before: Before = FIRST, *, keep: bool = False) -> Checked:
    """Every fault and warning of the registry in `root` on `day`; paths are relative to `root`.

    With `keep` the result holds what spares a later check from doing the same again; only a check
    that is kept itself can build upon one before.
    """
    before = before if keep else FIRST
    with collector.at_rest():
        loaded = load(root, before.files, keep=keep)
        changed = _changed(before.files, loaded.kept)
        again = _again(root, day, before, loaded, changed)
        after, near = again or (_anew(root, day, loaded), None)
    problems = {_told(one): one for one in (*loaded.problems, *after.found)}
    told = tuple(_printable(problems[key]) for key in sorted(problems))
    return Checked(loaded, told, after, changed, near)


def _changed(before: Mapping[str, Kept], after: Mapping[str, Kept]) -> frozenset[str]:
    edited = {path for path, one in after.items() if _digest(before, path) != one.digest}
    return frozenset(edited.union(before.keys() - after.keys()))


def _digest(files: Mapping[str, Kept], path: str) -> bytes:
    return files[path].digest if path in files else b""


def _anew(root: Path, day: date, loaded: Loaded) -> Before:
    every = list(findings(loaded, day))
    return Before(day, loaded.kept, tuple(locate(root, every)), _is_calm(loaded, every))


def _is_calm(loaded: Loaded, found: Iterable[Finding]) -> bool:
    is_sound = not (loaded.set_aside or loaded.lost or loaded.unread)
    is_kept = all(one.pickled for one in loaded.kept.values())
    formed = all(level(one) != "error" for one in loaded.problems)
    return (
        is_sound
        and is_kept
        and formed
        and not any(one.doubts or level(one) == "error" for one in found)
    )


def _again(
    root: Path, day: date, before: Before, loaded: Loaded, changed: frozenset[str]
) -> tuple[Before, tuple[Loaded, ...]] | None:
    """What was found before, with what is new of the edited files and their neighbours.

    None where only looking at every record can tell: after a fault, or where there is one now.
    """
    if not (before.is_calm and before.day == day and _is_calm(loaded, ())):
        return None
    if not changed:
        return replace(before, files=loaded.kept), ()
    near = neighbours(loaded, before.files, changed)
    if near is None:
        return None
    new = [one for one in findings(near.around, day) if one.spot.path in near.paths]
    if not _is_calm(loaded, new):
        return None
    old = tuple(one for one in before.found if one.place.path not in near.paths)
    found = (*old, *locate(root, new))
    return Before(day, loaded.kept, found, is_calm=True), (near.was, near.around)


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
