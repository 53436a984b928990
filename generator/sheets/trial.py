"""A registry with its records changed → the faults it would have, and the cells to blame."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from generator import checking
from generator.load.files import INBOX
from generator.load.tree import parse
from generator.messages import level, message
from generator.model import COLLECTIONS
from generator.problem import KeyPath, Problem
from generator.sheets.draft import Draft
from generator.sheets.rewriting import created, rewritten
from generator.sheets.sheet import Place


def texts(draft: Draft) -> dict[str, str]:
    """The text of every record that is new or not as it was, by its path."""
    found = {}
    for path, data in sorted(draft.changed.items()):
        record = draft.new.get(path) or draft.shelf[path]
        model = COLLECTIONS[record.collection]
        raw = record.raw.decode("utf-8")
        found[path] = (
            created(path, data, model) if path in draft.new else rewritten(raw, data, model)
        )
    return found


def problems(root: Path, changed: Mapping[str, str], day: date) -> tuple[Problem, ...]:
    """Every problem of the registry in `root` if these files had these texts."""
    with tempfile.TemporaryDirectory(prefix="apl-") as folder:
        copy = Path(folder) / "registry"
        shutil.copytree(root, copy, symlinks=True, ignore=lambda *seen: _unread(root, *seen))
        for path, text in changed.items():
            file = copy / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode("utf-8"))
        return checking.check(copy, day).problems


def _unread(root: Path, folder: str, names: list[str]) -> set[str]:
    """What is no record, and may be large: hidden files, and the folder of spreadsheets."""
    inbox = {INBOX} if Path(folder) == root else set()
    return {name for name in names if name.startswith(".") or name in inbox}


def new_ones(before: tuple[Problem, ...], after: tuple[Problem, ...]) -> Iterator[Problem]:
    """The problems that were not there; lines move, so a problem is known by what it says."""
    known = Counter((p.place.path, message(p)) for p in before)
    for problem in after:
        told = problem.place.path, message(problem)
        known[told] -= 1
        if known[told] < 0:
            yield problem


def is_fault(problem: Problem) -> bool:
    """Whether it keeps a row out; warnings are only told."""
    return level(problem) == "error"


class Blame:
    """Which cell or row a problem comes from; a marked reading of each text, made when asked."""

    def __init__(self, draft: Draft, texts: Mapping[str, str]) -> None:
        self._draft = draft
        self._texts = texts
        self._marks: dict[str, dict[tuple[int, int], list[KeyPath]]] = {}

    def cell(self, problem: Problem) -> Place | None:
        """The cell that says what the problem is about; None where no cell does."""
        for keys in self._keys(problem):
            if given := self._draft.written.get((problem.place.path, keys)):
                return given.place
        return None

    def rows(self, problem: Problem) -> tuple[set[Place], bool]:
        """The rows with an effect nearest to the problem, and whether they made what it is in.

        Nearest is the key, then its block, the blocks around it, its file, and at last all.
        """
        path, keys = problem.place.path, max(self._keys(problem), key=len, default=())
        for length in range(len(keys), -1, -1):
            if found := {_row(place) for place in self._below(path, keys[:length])}:
                return found, length >= len(keys) - 1
        return {_row(place) for place in self._draft.effects.values()}, False

    def _below(self, path: str, keys: KeyPath) -> Iterator[Place]:
        for (file, at), place in self._draft.effects.items():
            if file == path and at[: len(keys)] == keys:
                yield place

    def _keys(self, problem: Problem) -> list[KeyPath]:
        """The paths in the record that begin where the problem is told, the deepest first."""
        path = problem.place.path
        if path not in self._texts:
            return []
        if path not in self._marks:
            self._marks[path] = _by_place(self._texts[path])
        found = self._marks[path].get((problem.place.line, problem.place.column), [])
        return sorted(found, key=len, reverse=True)


def _by_place(text: str) -> dict[tuple[int, int], list[KeyPath]]:
    found: dict[tuple[int, int], list[KeyPath]] = {}
    for keys, (key_place, value_place) in parse("", text, with_marks=True).marks.items():
        for place in {key_place, value_place} - {None}:
            if place is not None:
                found.setdefault(place, []).append(keys)
    return found


def _row(place: Place) -> Place:
    return Place(place.file, place.sheet, place.row)
