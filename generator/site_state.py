"""A site's folder and the names of its files → what tells it from any later state.

Files are told by size, time and inode, the folders that hold them by the time at which something
came or went. Nothing heavy is imported here: this is most of what runs when nothing has changed.
"""

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial

from generator.file_states import digest

_PARTS = 48
"""A look at files or at folders has at most so many parts, which may be taken by two processes."""

_BETWEEN = "//"
"""No name of a file holds it, and JSON writes it as it is."""

_State = Callable[[str, int], str]
Parts = tuple[list[str], list[str]]
"""The names of files and of folders, a text for each part of a look: less to keep, and to read."""


def outputs_digest(out: str, names: Collection[str]) -> str:
    """What tells a site from any later state of it; OSError where a file is missing."""
    return digest(look() for look in looks(out, parts(names)))


def parts(names: Collection[str]) -> Parts:
    """The files of a site and their folders, in the order in which they are looked at."""
    ordered = sorted(names)
    return _joined(ordered), _joined(_folders_of(ordered))


def looks(out: str, seen: Parts) -> list[Callable[[], str]]:
    """A look at each part; the digest of what they give, in this order, is that of the site."""
    files, folders = seen
    return [
        *(partial(_look, _file_state, out, part) for part in files),
        *(partial(_look, _folder_state, out, part) for part in folders),
    ]


def _folders_of(names: Iterable[str]) -> list[str]:
    """The folders that hold these files, and those that hold them, up to the root, "."."""
    found = {""}
    for name in names:
        folder = name.rpartition("/")[0]
        while folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return [one or "." for one in found]


class Outputs:
    """A site as it looked; what is known to have been touched is looked at again."""

    def __init__(self, out: str, names: Collection[str]) -> None:
        self._out = out
        with _opened(out) as root:
            self._files = {name: _file_state(name, root) for name in sorted(names)}
            self._folders = {one: _folder_state(one, root) for one in _folders_of(names)}

    def touch(self, names: Iterable[str]) -> None:
        """These files have been written or removed."""
        touched = list(names)
        with _opened(self._out) as root:
            _look_again(self._files, touched, _file_state, root)
            _look_again(self._folders, _folders_of(touched), _folder_state, root)

    def digest(self) -> str:
        """What tells this state from any other."""
        return digest([*_told(self._files), *_told(self._folders)])


def _look_again(held: dict[str, str], names: Iterable[str], state: _State, root: int) -> None:
    for name in names:
        try:
            held[name] = state(name, root)
        except (FileNotFoundError, NotADirectoryError):
            held.pop(name, None)


def _parts(names: Iterable[str]) -> list[list[str]]:
    ordered = sorted(names)
    size = max(1, -(-len(ordered) // _PARTS))
    return [ordered[at : at + size] for at in range(0, len(ordered), size)]


def _joined(names: Iterable[str]) -> list[str]:
    return [_BETWEEN.join(part) for part in _parts(names)]


def _look(state: _State, out: str, part: str) -> str:
    with _opened(out) as root:
        return digest([part, *(state(name, root) for name in part.split(_BETWEEN))])


def _told(held: Mapping[str, str]) -> Iterator[str]:
    for part in _parts(held):
        yield digest([_BETWEEN.join(part), *(held[name] for name in part)])


def _file_state(name: str, root: int) -> str:
    found = os.stat(name, dir_fd=root)
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ino}"


def _folder_state(name: str, root: int) -> str:
    return f"{os.stat(name, dir_fd=root).st_mtime_ns}"


@contextmanager
def _opened(out: str) -> Iterator[int]:
    """The folder, from which names are found faster than from the root of all."""
    root = os.open(out, os.O_RDONLY)
    try:
        yield root
    finally:
        os.close(root)
