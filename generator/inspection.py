"""A registry's folder → its records and problems, sparing what was read and found last time."""

import os
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from generator import checking
from generator.checking import FIRST, Before
from generator.file_states import digest, program
from generator.ledger import Ledger
from generator.load import Loaded
from generator.messages import level
from generator.paths import shown
from generator.problem import Problem
from generator.store import Keeper

_KIND, _FILES = "revision", "leidos"


@dataclass(frozen=True, slots=True)
class Checked:
    """What a registry holds, and every problem in it, with paths as one would type them here."""

    loaded: Loaded
    problems: tuple[Problem, ...]
    after: Before = FIRST
    changed: frozenset[str] = frozenset()
    near: tuple[Loaded, ...] | None = None

    @property
    def has_faults(self) -> bool:
        """Whether anything stands in the way of a build."""
        return has_faults(self.problems)

    @property
    def records(self) -> dict[str, int]:
        """How many records each collection has."""
        return {name: len(entries) for name, entries in self.loaded.entries.items()}


def has_faults(problems: tuple[Problem, ...]) -> bool:
    """Whether any problem is an error rather than a warning."""
    return any(level(p) == "error" for p in problems)


class _Noted(NamedTuple):
    """A check without what was read of files, and the stamp under which that is kept."""

    check: Before
    files: str


class Notes:
    """Where the last check of a registry is kept, for one that builds nothing."""

    def __init__(self, cache: Path | None, registry: Path) -> None:
        owner = digest([os.path.realpath(registry)])[:16]
        self._keeper = Keeper(cache, owner, program()) if cache else None
        self._files = Ledger(self._keeper, _FILES)

    @property
    def are_kept(self) -> bool:
        """Whether anything is kept at all."""
        return self._keeper is not None

    def before(self) -> Before:
        """The last check, if there was one."""
        noted = self._keeper.kept(_KIND) if self._keeper else None
        if not isinstance(noted, _Noted):
            return FIRST
        files = self._files.held(noted.files)
        return replace(noted.check, files=files) if files else FIRST

    def keep(self, checked: Before) -> None:
        """Keep a check that is done."""
        if self._keeper:
            files = self._files.keep(checked.files)
            self._keeper.keep(_KIND, _Noted(replace(checked, files={}), files))


def check(folder: Path, day: date, before: Before = FIRST, *, keep: bool = False) -> Checked:
    """Every fault and warning of the registry in `folder`.

    `before` is what an earlier check kept, `keep` whether this one is to be kept.
    """
    found = checking.check(folder, day, before, keep=keep)
    problems = tuple(shown(p, folder) for p in found.problems)
    return Checked(found.loaded, problems, found.after, found.changed, found.near)


def check_again(folder: Path, day: date, cache: Path | None) -> Checked:
    """The same, sparing what a check before has done, as it is kept below `cache`."""
    notes = Notes(cache, folder)
    before = notes.before()
    checked = check(folder, day, before, keep=notes.are_kept)
    if checked.after != before:
        notes.keep(checked.after)
    return checked
