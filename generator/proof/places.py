"""A folder → the files of a site, each compared with what it should be.

What is read was written by others: nothing is taken by a name that they gave, and of nothing is
more read than there should be.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal, Protocol

from generator.placing import is_unfinished

State = Literal["same", "differs", "missing", "unreadable"]
"""`unreadable` is what is there and cannot be had, or is no file."""

CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Finding:
    """How a file compares; `detail` is the first byte that differs, or why it cannot be had."""

    name: str
    state: State
    detail: str = ""


class Place(Protocol):
    """Where a site is; `at_once` is how many of its files may be asked for at a time."""

    at_once: int
    shows_all: bool
    """Whether files can be seen that nobody asked for."""

    def is_unfinished(self) -> bool:
        """Whether it says that its files may be of two states."""

    def read(self, name: str, most: int) -> bytes | None:
        """A file of at most so many bytes; None where there is none such."""

    def compared(self, name: str, expected: Path) -> Finding:
        """A file beside what it should be."""

    def others(self, names: frozenset[str]) -> Iterator[str]:
        """The files that are there besides these."""


class Folder:
    """A site on this computer."""

    at_once = 1
    shows_all = True

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def is_unfinished(self) -> bool:
        """As a build left it."""
        return is_unfinished(self._folder)

    def read(self, name: str, most: int) -> bytes | None:
        """As `Place` says."""
        try:
            with _opened(self._folder / name) as file:
                content = file.read(most + 1)
        except OSError:
            return None
        return content if len(content) <= most else None

    def compared(self, name: str, expected: Path) -> Finding:
        """As `Place` says."""
        try:
            with _opened(self._folder / name) as file:
                return beside(name, iter(lambda: file.read(CHUNK), b""), expected)
        except (FileNotFoundError, NotADirectoryError):
            return Finding(name, "missing")
        except OSError as error:
            return Finding(name, "unreadable", error.strerror or str(error))

    def others(self, names: frozenset[str]) -> Iterator[str]:
        """Dot files are the host's business; a link is none of a site's files."""
        for folder, folders, files in os.walk(self._folder):
            links = [one for one in folders if os.path.islink(os.path.join(folder, one))]
            folders[:] = [one for one in folders if not one.startswith(".")]
            for one in (*files, *links):
                name = Path(folder, one).relative_to(self._folder).as_posix()
                if not one.startswith(".") and name not in names:
                    yield name


def _opened(path: Path) -> BinaryIO:
    """A plain file; whoever opens a pipe or a device may wait for ever."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(0, "no_file")
    return os.fdopen(descriptor, "rb")


def beside(name: str, chunks: Iterable[bytes], expected: Path) -> Finding:
    """Chunks as they come beside a file: no more of them is read once one differs."""
    at = 0
    with expected.open("rb") as file:
        for chunk in chunks:
            wanted = file.read(len(chunk))
            if chunk != wanted:
                pairs = zip(chunk, wanted, strict=False)
                same = next((n for n, (a, b) in enumerate(pairs) if a != b), len(wanted))
                return Finding(name, "differs", str(at + same + 1))
            at += len(chunk)
        if file.read(1):
            return Finding(name, "differs", str(at + 1))
    return Finding(name, "same")
