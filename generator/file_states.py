"""What folders say of files → what tells them from any later state, without opening them.

Nothing heavy is imported here: this is most of what runs when nothing has changed.
"""

import hashlib
import os
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

TICK = 50_000_000
"""Nanoseconds within which two changes of a file may bear the same time."""


class Uncertain(Exception):
    """Something whose changes cannot be seen from outside, such as a link."""


def state(found: os.stat_result) -> str:
    """Mode, size, times and inode: a file in which all are the same has not been written to."""
    times = f"{found.st_mtime_ns} {found.st_ctime_ns}"
    return f"{found.st_mode} {found.st_size} {times} {found.st_ino}"


def is_fresh(found: os.stat_result, before: int) -> bool:
    """Whether it changed so late that a later change might bear the same time.

    `before` is the moment at which looking began, in nanoseconds since 1970.
    """
    return max(found.st_mtime_ns, found.st_ctime_ns) >= before - TICK


def digest(texts: Iterable[str]) -> str:
    """What tells these texts, in this order, from any others."""
    whole = "".join(f"{text}\0" for text in texts)
    return hashlib.sha256(whole.encode("utf-8", errors="surrogateescape")).hexdigest()


def program() -> str:
    """What the answer depends on besides sources: this program, Python, and what is installed."""
    package = Path(__file__).parent
    installed = sysconfig.get_path("purelib")
    return digest(
        [
            sys.version,
            *(line for line, _ in states(str(package), skip=frozenset({"__pycache__"}))),
            str(os.stat(installed).st_mtime_ns),
            *sorted(os.listdir(installed)),
        ]
    )


class Seen(NamedTuple):
    """What tells files from any later state, and when the newest of them changed."""

    digest: str
    newest: int

    def sure(self, began: int) -> str:
        """Uncertain where one changed so late that a later change might bear the same time."""
        if self.newest >= began - TICK:
            raise Uncertain(self.newest)
        return self.digest


def seen(sources: Sequence[str]) -> Seen:
    """All that stands at or below these places."""
    found = [one for source in sources for one in states(source)]
    newest = max((changed for _, changed in found), default=0)
    return Seen(digest(line for line, _ in found), newest)


def sources_digest(sources: Sequence[str], began: int) -> str:
    """Uncertain where a file changed so late that a later change might bear the same time."""
    return seen(sources).sure(began)


def states(path: str, *, skip: frozenset[str] = frozenset()) -> Iterator[tuple[str, int]]:
    """A line for each file and folder at or below `path`, in a fixed order; when a file changed."""
    if not os.path.isdir(path):
        yield _state(path, os.lstat(path))
        return
    yield path, 0
    with os.scandir(path) as found:
        entries = sorted(found, key=lambda one: one.name)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.name not in skip:
                yield from states(entry.path, skip=skip)
        elif entry.is_file(follow_symlinks=False):
            yield _state(entry.path, entry.stat(follow_symlinks=False))
        else:
            raise Uncertain(entry.path)


def _state(path: str, found: os.stat_result) -> tuple[str, int]:
    return f"{path}\0{state(found)}", max(found.st_mtime_ns, found.st_ctime_ns)
