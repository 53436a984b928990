"""What folders say of files → what tells them from any later state, without opening them.

Nothing heavy is imported here: this is most of what runs when nothing has changed.
"""

import hashlib
import os
import sys
import sysconfig
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

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
            *states(str(package), skip=frozenset({"__pycache__"})),
            str(os.stat(installed).st_mtime_ns),
            *sorted(os.listdir(installed)),
        ]
    )


def sources_digest(sources: Sequence[str], began: int) -> str:
    """Uncertain where a file changed so late that a later change might bear the same time."""
    return digest(line for source in sources for line in states(source, before=began))


def states(
    path: str, *, before: int | None = None, skip: frozenset[str] = frozenset()
) -> Iterator[str]:
    """A line for each file and folder at or below `path`, in a fixed order."""
    if not os.path.isdir(path):
        yield _state(path, os.lstat(path), before)
        return
    yield path
    with os.scandir(path) as found:
        entries = sorted(found, key=lambda one: one.name)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.name not in skip:
                yield from states(entry.path, before=before, skip=skip)
        elif entry.is_file(follow_symlinks=False):
            yield _state(entry.path, entry.stat(follow_symlinks=False), before)
        else:
            raise Uncertain(entry.path)


def _state(path: str, found: os.stat_result, before: int | None) -> str:
    if before is not None and is_fresh(found, before):
        raise Uncertain(path)
    return f"{path}\0{state(found)}"


def outputs_digest(out: str, names: Sequence[str]) -> str:
    """What tells a site from any later state of it; OSError where a file is missing."""
    return digest([files_digest(out, names), folders_digest(out, names)])


def files_digest(out: str, names: Sequence[str]) -> str:
    """Files, named in order, by size, time and inode."""
    return _told((name, _file_state(f"{out}/{name}")) for name in names)


def folders_digest(out: str, names: Iterable[str]) -> str:
    """The folders that hold these files, by the time something came or went."""
    return _told((one, _folder_state(f"{out}/{one}")) for one in sorted(_folders_of(names)))


def _told(states: Iterable[tuple[str, str]]) -> str:
    return digest(f"{name}\0{state}" for name, state in states)


def _file_state(path: str) -> str:
    found = os.stat(path)
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ino}"


def _folder_state(path: str) -> str:
    return f"{os.stat(path).st_mtime_ns}"


def apart(work: Callable[[], str]) -> Callable[[], str]:
    """Begin a look at files in another process; what is given waits for what it saw ("": nothing).

    Starting one takes two milliseconds here, where hardly anything has been loaded yet. Where
    forking is not possible or not safe, the look is taken when its result is asked for.
    """
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return work
    receiving, sending = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.write(sending, work().encode())
        finally:
            os._exit(0)
    os.close(sending)

    def wait() -> str:
        with open(receiving, encoding="utf-8") as stream:
            seen = stream.read()
        os.waitpid(child, 0)
        return seen

    return wait


class Outputs:
    """A folder of files, as it looked; what is known to have been touched is looked at again."""

    def __init__(self, out: str, names: Sequence[str]) -> None:
        self._out = out
        self._files = {name: self._file(name) for name in names}
        self._folders = {folder: self._folder(folder) for folder in _folders_of(names)}

    def touch(self, names: Iterable[str]) -> None:
        """These files have been written or removed."""
        touched = list(names)
        for name in touched:
            try:
                self._files[name] = self._file(name)
            except FileNotFoundError:
                self._files.pop(name, None)
        for folder in _folders_of([*touched, ""]):
            try:
                self._folders[folder] = self._folder(folder)
            except FileNotFoundError:
                self._folders.pop(folder, None)

    def digest(self) -> str:
        """What tells this state from any other."""
        files, folders = sorted(self._files.items()), sorted(self._folders.items())
        return digest([_told(files), _told(folders)])

    def _file(self, name: str) -> str:
        return _file_state(f"{self._out}/{name}")

    def _folder(self, folder: str) -> str:
        return _folder_state(f"{self._out}/{folder}")


def _folders_of(names: Iterable[str]) -> set[str]:
    """The folders that hold these files, and those that hold them, up to the root, ""."""
    found = {""}
    for name in names:
        folder = name.rpartition("/")[0]
        while folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found
