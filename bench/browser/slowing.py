"""A factor → every page of our browsers that much slower, workers and all.

The browser's own throttle slows a page's main thread only; a search that works in a web worker
would get away with it. So the whole process of a page is stopped and let go in turn.
"""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread

_RUN_SECONDS = 0.002


@contextmanager
def slowed(factor: float) -> Iterator[None]:
    """While it lasts, the page processes below this one run for one part in `factor` of the time.

    Those that start later are not slowed: open the page first.
    """
    if factor <= 1:
        yield
        return
    stop = Event()
    thread = Thread(target=_hold, args=(page_processes(os.getpid()), factor, stop), daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def _hold(processes: list[int], factor: float, stop: Event) -> None:
    """What they ran too long, as a busy machine wakes this thread late, they are held longer."""
    owed = 0.0
    try:
        while not stop.is_set():
            owed += (factor - 1) * _slept(_RUN_SECONDS)
            _signal(processes, signal.SIGSTOP)
            owed -= _slept(max(0, owed))
            _signal(processes, signal.SIGCONT)
    finally:
        _signal(processes, signal.SIGCONT)


def _slept(seconds: float) -> float:
    """How long a sleep lasted."""
    started = time.monotonic()
    time.sleep(seconds)
    return time.monotonic() - started


def _signal(processes: list[int], what: signal.Signals) -> None:
    for process in processes:
        with suppress(ProcessLookupError):
            os.kill(process, what)


def page_processes(root: int) -> list[int]:
    """The processes below `root` in which a Chromium runs pages."""
    children: dict[int, list[int]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            parent = int(
                (folder / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()[1]
            )
            children.setdefault(parent, []).append(int(folder.name))
    below = list(children.get(root, []))
    for one in below:  # grows as children are found
        below += children.get(one, [])
    return [one for one in below if b"--type=renderer" in _words(one)]


def _words(process: int) -> bytes:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return b""
