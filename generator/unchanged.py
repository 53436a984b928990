"""What a finished command read, wrote and said → whether it would only do the same again.

A memory is one small file below the cache. It counts only while every file that the command read
and wrote is, by its size, times and inode, the one that was there, and the program is the same;
what cannot be told for sure (a damaged memory, a link, a file changed in the same instant) counts
as changed, and the command does its work. Nothing heavy is imported here: this is all that runs
when nothing has changed.
"""

import hashlib
import json
import os
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

TICK = 50_000_000
"""Nanoseconds within which two changes of a file may bear the same time."""

MOST = 24
"""Memories kept below one cache."""


class Uncertain(Exception):
    """Something whose changes cannot be seen from outside, such as a link."""


@dataclass(frozen=True, slots=True)
class Told:
    """How a command ended: its exit code and what it printed.

    `closing` is printed last, with the seconds it took this time in the place of `{seconds}`.
    """

    code: int
    text: str
    closing: str = ""

    def ended(self, seconds: float, language: str) -> str:
        """The closing line of a run that took so long."""
        told = f"{seconds:.1f}"
        return self.closing.replace(
            "{seconds}", told if language == "en" else told.replace(".", ",")
        )


class Memory:
    """The memory of one command, given the words that tell it from any other one."""

    def __init__(self, cache: Path, *words: object) -> None:
        key = _digest(map(str, words))
        self._file = cache / f"{key[:24]}.recuerdo"
        self._began = 0
        self._seen: str | None = None
        self._sources: tuple[str, ...] = ()

    def recall(self) -> Told | None:
        """How it ended last time, if nothing has changed since; None means: do the work."""
        try:
            stamp, _, body = self._file.read_text(encoding="utf-8").partition("\n")
            if stamp != _digest([body]):
                return None
            held = json.loads(body)
            if held["program"] != _program():
                return None
            if held["sources"][1] != _sources_digest(held["sources"][0], held["began"]):
                return None
            if held["outputs"] and held["outputs"][2] != _outputs_digest(*held["outputs"][:2]):
                return None
            return Told(held["code"], held["text"], held["closing"])
        except (OSError, ValueError, LookupError, TypeError, Uncertain):
            return None

    def look(self, began: int, *sources: Path) -> None:
        """See what the sources are like, before they are read.

        `began` is the moment at which the command began, in nanoseconds since 1970.
        """
        self._sources = tuple(os.path.abspath(one) for one in sources)
        self._began = began
        try:
            self._seen = _sources_digest(self._sources, began)
        except (OSError, Uncertain):
            self._seen = None

    def keep(self, told: Told, out: Path | None = None, names: Iterable[str] = ()) -> None:
        """Keep how it ended, with the files it left in `out`; a cache that is closed is no harm."""
        if self._seen is None:
            return
        try:
            outputs: list[object] = []
            if out is not None:
                there = [os.path.abspath(out), sorted(names)]
                outputs = [*there, _outputs_digest(there[0], there[1])]  # type: ignore[arg-type]
            body = json.dumps(
                {
                    "program": _program(),
                    "began": self._began,
                    "sources": [self._sources, self._seen],
                    "outputs": outputs,
                    "code": told.code,
                    "text": told.text,
                    "closing": told.closing,
                }
            )  # in ASCII: names of files may hold bytes that are no text
            self._file.parent.mkdir(parents=True, exist_ok=True)
            aside = self._file.with_suffix(f".{os.getpid()}")
            aside.write_text(f"{_digest([body])}\n{body}", encoding="utf-8")
            os.replace(aside, self._file)
            _forget(self._file.parent)
        except (OSError, Uncertain):
            return


def _forget(cache: Path) -> None:
    """Keep the newest memories: yesterday's day does not come back."""
    found = sorted(cache.iterdir(), key=lambda one: one.stat().st_mtime_ns, reverse=True)
    for file in found[MOST:]:
        file.unlink()


def _digest(texts: Iterable[str]) -> str:
    found = hashlib.sha256()
    for text in texts:
        found.update(text.encode("utf-8", errors="surrogateescape"))
        found.update(b"\0")
    return found.hexdigest()


def _program() -> str:
    """What the answer depends on besides sources: this program, Python, and what is installed."""
    package = Path(__file__).parent
    installed = sysconfig.get_path("purelib")
    return _digest(
        [
            sys.version,
            *_states(str(package), skip=frozenset({"__pycache__"})),
            str(os.stat(installed).st_mtime_ns),
            *sorted(os.listdir(installed)),
        ]
    )


def _sources_digest(sources: Sequence[str], began: int) -> str:
    """Uncertain where a file changed so late that a later change might bear the same time."""
    return _digest(line for source in sources for line in _states(source, before=began - TICK))


def _states(
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
                yield from _states(entry.path, before=before, skip=skip)
        elif entry.is_file(follow_symlinks=False):
            yield _state(entry.path, entry.stat(follow_symlinks=False), before)
        else:
            raise Uncertain(entry.path)


def _state(path: str, found: os.stat_result, before: int | None) -> str:
    if before is not None and max(found.st_mtime_ns, found.st_ctime_ns) >= before:
        raise Uncertain(path)
    times = f"{found.st_mtime_ns} {found.st_ctime_ns}"
    return f"{path}\0{found.st_mode} {found.st_size} {times} {found.st_ino}"


def _outputs_digest(out: str, names: Sequence[str]) -> str:
    """The files by size, time and inode; their folders by the time something came or went."""
    return _digest(_output_states(out, names))


def _output_states(out: str, names: Sequence[str]) -> Iterator[str]:
    stat = os.stat
    folders = {""}
    for name in names:
        found = stat(f"{out}/{name}")
        yield f"{name}\0{found.st_size} {found.st_mtime_ns} {found.st_ino}"
        folder = name.rpartition("/")[0]
        while folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    for folder in sorted(folders):
        yield f"{folder}\0{stat(f'{out}/{folder}').st_mtime_ns}"
