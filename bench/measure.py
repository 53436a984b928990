"""A command → what it costs as a whole process: time, memory of all its processes, output."""

import os
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

_SAMPLE_SECONDS = 0.2
_MOST_TOLD = 2_000
_KIB = 1024


@dataclass(frozen=True, slots=True)
class Command:
    """What is run, where, with which additions to the environment; `out` is what it writes."""

    words: Sequence[str]
    cwd: Path
    out: Path | None = None
    env: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of wall and processor (user and system), MiB of memory, files and bytes written.

    `rss` is the peak of the largest process as the kernel keeps it, `pss` that of the sum over all
    processes with shared pages counted once; both are asked for five times a second. What `wait4`
    calls a peak is of no use: it counts this process, before the command takes its place.
    """

    wall: float
    cpu: float
    rss: float
    pss: float
    files: int
    bytes: int


class Failed(Exception):
    """A command that left with an error; says what it told at its end."""


def cost(command: Command) -> Cost:
    """Run a command once."""
    with tempfile.TemporaryFile() as told:
        started = time.perf_counter()
        process = subprocess.Popen(
            command.words,
            cwd=command.cwd,
            env={**os.environ, **(command.env or {})},
            stdout=told,
            stderr=told,
        )
        with _Watch(process.pid) as watch:
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            told.seek(max(0, told.tell() - _MOST_TOLD))
            raise Failed(f"{' '.join(command.words)}\n{told.read().decode(errors='replace')}")
    files, size = _written(command.out)
    cpu = usage.ru_utime + usage.ru_stime
    return Cost(wall, cpu, watch.largest / _KIB, watch.sum / _KIB, files, size)


def _written(out: Path | None) -> tuple[int, int]:
    sizes = sizes_below(out) if out else {}
    return len(sizes), sum(sizes.values())


def sizes_below(folder: Path) -> dict[str, int]:
    """The size of every file below a folder, by its path."""
    return {
        os.path.relpath(f"{parent}/{name}", folder): os.stat(f"{parent}/{name}").st_size
        for parent, _, names in os.walk(folder)
        for name in names
    }


class _Watch:
    """Samples the memory of a process and its descendants while it runs; peaks are in KiB."""

    def __init__(self, root: int) -> None:
        self.sum = 0
        self.largest = 0
        self._root = root
        self._stop = Event()
        self._thread = Thread(target=self._sample, daemon=True)

    def __enter__(self) -> "_Watch":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _sample(self) -> None:
        while True:
            family = _family(self._root)
            self.sum = max(self.sum, sum(_kib(pid, "smaps_rollup", "Pss:") for pid in family))
            self.largest = max(self.largest, *(_kib(pid, "status", "VmHWM:") for pid in family))
            if self._stop.wait(_SAMPLE_SECONDS):
                return


def _family(root: int) -> list[int]:
    """A process and its descendants, as far as they still live."""
    parents = {pid: _parent(pid) for pid in map(int, filter(str.isdigit, os.listdir("/proc")))}
    family = [root]
    for one in family:  # grows as children are found
        family += [pid for pid, parent in parents.items() if parent == one]
    return family


def _parent(pid: int) -> int:
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as stat:
            return int(stat.read().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def _kib(pid: int, file: str, name: str) -> int:
    """A line of what the kernel tells of a process's memory; 0 once it has gone."""
    try:
        with open(f"/proc/{pid}/{file}", encoding="utf-8", errors="replace") as told:
            return next((int(line.split()[1]) for line in told if line.startswith(name)), 0)
    except OSError:
        return 0
