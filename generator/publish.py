"""Finished files → the site's folder: only what changed is written, and all of it or nothing."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from generator import placing
from generator.placing import NOTE, STAGING, Change, remove_if_empty
from generator.strands import Strand
from generator.weaving import Woven, weave

MARK = "recursos/registro.css"
"""A file that every site of ours has: a folder without it is not ours to clean."""

_NEW = "+"
"""What the staging puts before the names of a new site, so that they are none of its own."""


class ForeignFolder(Exception):
    """The output folder holds files that no build of ours wrote."""


@dataclass(frozen=True, slots=True)
class Published:
    """How many files the site has, and how many were written and removed.

    `names` are its files, `touched` those that were written or removed.
    """

    files: int
    written: int
    removed: int
    names: frozenset[str] = field(default=frozenset(), compare=False, repr=False)
    touched: frozenset[str] = field(default=frozenset(), compare=False, repr=False)


class Files:
    """The files of a site, as they come: what changed is written aside.

    `aside` are the names of changed files and where each waits: side by side in one folder, so
    that writing aside costs no folders. Those of a site that `is_new` wait in the folders that are
    to be its own, which move with all they hold. `put_names` are all that were put here, in that
    order. Another process may put some too, in a part of its own.
    """

    def __init__(self, out: Path, staging: Path, part: str = "", *, is_new: bool = False) -> None:
        self.names: set[str] = set()
        self.aside: dict[str, str] = {}
        self.put_names: list[str] = []
        self.is_new = is_new
        self._out, self._staging, self._part = out, staging, part
        self._folders: set[str] = set()

    def put(self, name: str, content: bytes) -> None:
        """Take a file (its path in the site, its content)."""
        self._take(name)
        if self.is_new or _differs(self.standing(name), content):
            self.aside[name] = waiting = self._waiting(name)
            with open(waiting, "wb") as file:
                file.write(content)

    def weave(self, name: str, strands: Iterable[Strand], *, is_told: bool = True) -> Woven:
        """Take a long file as its strands come, which go by the one that stands there."""
        self._take(name)
        waiting = self._waiting(name)
        woven = weave(strands, self.standing(name), waiting, is_told=is_told)
        if woven.is_new:
            self.aside[name] = waiting
        return woven

    def standing(self, name: str) -> str:
        """Where a file is as it stands in the site, if it does."""
        return f"{self._out}/{name}"

    def moves(self) -> dict[str, str]:
        """What is to be moved into the site, and what it is called in the staging."""
        if self.is_new:
            return {top: f"{_NEW}{top}" for top in {_top(name) for name in self.aside}}
        return {name: os.path.basename(aside) for name, aside in self.aside.items()}

    def keep(self, names: Iterable[str]) -> None:
        """Take files that are in the site already, just as they should be."""
        held = set(names)
        self._refuse_twins(held)
        self.names |= held

    def part(self, name: str) -> "Files":
        """A part of the site that another process makes; it is to be added when it is done."""
        return Files(self._out, self._staging, f"{name}-", is_new=self.is_new)

    def add(self, part: "Files") -> None:
        """Take what another process has put."""
        self._refuse_twins(part.names)
        self.names |= part.names
        self.aside |= part.aside

    def _take(self, name: str) -> None:
        self._refuse_twins({name})
        self.names.add(name)
        self.put_names.append(name)

    def _waiting(self, name: str) -> str:
        if not self.is_new:
            return f"{self._staging}/{self._part}{len(self.aside)}"
        waiting = f"{self._staging}/{_NEW}{name}"
        folder = os.path.dirname(waiting)
        if folder not in self._folders:
            os.makedirs(folder, exist_ok=True)
            self._folders.add(folder)
        return waiting

    def _refuse_twins(self, names: set[str]) -> None:
        if twins := self.names & names:
            raise ValueError(f"two files for one address: {min(twins)}")


def publish(
    out: Path, fill: Callable[[Files], None], known: frozenset[str] | None = None
) -> Published:
    """Make `out` hold exactly the files that `fill` puts.

    `known` are the files that surely stand in it, and no others; None where that is not known.

    What changed is first written aside and moved in place when everything is there, so that a
    build that fails midway leaves the site as it was; one that ends while files are moved leaves
    a journal, and the next one begins by finishing it. Dot files are nobody's business here.

    The caller holds `out` alone (`occupancy`).
    """
    refuse_foreign(out)
    out.mkdir(parents=True, exist_ok=True)
    with _staging(out) as staging:
        is_new = all(name.startswith(".") for name in os.listdir(out))
        files = Files(out, staging, is_new=is_new)
        fill(files)
        stand, hollow = (known, []) if known else _standing(out)
        gone = stand - files.names
        # The mark is first: whatever happens next, the folder is known as ours.
        placing.place(out, Change(files.moves(), gone), first=_top(MARK) if is_new else MARK)
        for folder in hollow:
            remove_if_empty(folder)
    names, touched = frozenset(files.names), frozenset(files.aside) | gone
    return Published(len(names), len(files.aside), len(gone), names, touched)


def refuse_foreign(out: Path) -> None:
    """ForeignFolder unless `out` is absent, empty or a site of ours."""
    if not out.exists():
        return
    if not out.is_dir():
        raise ForeignFolder(str(out))
    if not (out / MARK).exists() and _standing(out)[0]:
        raise ForeignFolder(str(out))


@contextmanager
def _staging(out: Path) -> Iterator[Path]:
    """A folder inside `out`, because only there is moving a file in place surely one step.

    It stays where the work ended while files were moved, with all that finishing it takes.
    """
    placing.finish(out)
    staging = out / STAGING
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir()
    try:
        yield staging
    finally:
        if not placing.has_journal(out):
            shutil.rmtree(staging, ignore_errors=True)
            remove_if_empty(out)


def _top(name: str) -> str:
    """What moves with a file of a new site: the first folder of its address, or the file."""
    return name.partition("/")[0]


def _differs(path: str, content: bytes) -> bool:
    try:
        if os.stat(path).st_size != len(content):
            return True
        with open(path, "rb") as file:
            return file.read() != content
    except OSError:
        return True


def _standing(out: Path) -> tuple[frozenset[str], list[Path]]:
    """The files in `out`, and folders that may be empty without files below, the inmost first.

    Dot files are nobody's business here.
    """
    names, hollow = set[str](), []
    for folder, folders, files in os.walk(out):
        folders[:] = [one for one in folders if not one.startswith(".")]
        inside = Path(folder).relative_to(out)
        mine = (file for file in files if not file.startswith(".") and file != NOTE)
        names |= {(inside / file).as_posix() for file in mine}
        if folders or not files:
            hollow.append(Path(folder))
    return frozenset(names), hollow[::-1]
