"""Work on many items → done by all processors at once, where that pays.

Processes are forked, so each has all that was known before, and only small results travel. They
take turns from one list: none waits for another that has harder items.
"""

import fcntl
import gc
import os
import pickle
import signal
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from typing import Any, Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

FEWEST = 400
"""With fewer items the work is done before a second process has got going."""

_AT_ONCE = 16
_ROUNDS = 64
"""A process takes so many items at once, but fewer where there would be few turns to take."""


def processors() -> int:
    """How many processes may work at once: one where forking is not possible or not safe."""
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


def take_turns(
    items: Sequence[T],
    work: Callable[[Iterator[T]], R],
    *,
    processes: int | None = None,
    weight: int | None = None,
) -> list[R]:
    """What `work` makes of all items, one result for each process.

    `weight` tells how many ordinary items would take as long, where that is another number.

    An exception in any process is raised here.
    """
    wanted = processors() if processes is None else processes
    helpers = wanted - 1 if (len(items) if weight is None else weight) >= FEWEST else 0
    if not helpers:
        return [work(iter(items))]
    context = get_context("fork")
    counter = _Counter(context.RawValue("q", 0))
    gc.freeze()  # what is there is shared as long as nobody writes to it, not even a collector
    sent = []
    for _ in range(helpers):
        receiver, sender = context.Pipe(duplex=False)
        args = (receiver, sender, work, items, counter, os.getpid())
        helper = context.Process(target=_help, args=args, daemon=True)
        helper.start()
        sender.close()
        sent.append((helper, receiver))
    try:
        results = [work(_turns(items, counter))]
        return [*results, *(_received(receiver) for _, receiver in sent)]
    finally:
        for helper, receiver in sent:
            receiver.close()
            helper.terminate()
            helper.join()
        counter.close()


@dataclass(frozen=True, slots=True)
class Awaited(Generic[R]):
    """A result to be asked for; `is_there` tells whether asking for it would not wait."""

    ask: Callable[[], R]
    is_there: Callable[[], bool] = lambda: True

    def __call__(self) -> R:
        """The result."""
        return self.ask()


@contextmanager
def meanwhile(work: Callable[[], R]) -> Iterator[Awaited[R]]:
    """Work that another process does, once, while this one goes on.

    Where there is but one processor, the work is done when its result is asked for.
    """
    if processors() == 1:
        yield Awaited(cache(work))
        return
    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    helper = context.Process(target=_send, args=(receiver, sender, work), daemon=True)
    helper.start()
    sender.close()
    try:
        yield Awaited(cache(lambda: _received(receiver)), receiver.poll)
    finally:
        receiver.close()
        helper.terminate()
        helper.join()


class _Counter:
    """A number that processes count up together; one that is killed keeps no other waiting.

    A semaphore would: the system lets go of a file's lock when a process ends, not of a semaphore.
    """

    def __init__(self, shared: Any) -> None:
        self._shared = shared
        self._lock = tempfile.TemporaryFile()  # noqa: SIM115 - `close` closes it

    def next(self, step: int) -> int:
        """The number as it was before it went up by `step`."""
        fcntl.lockf(self._lock, fcntl.LOCK_EX)
        try:
            start = int(self._shared.value)
            self._shared.value = start + step
        finally:
            fcntl.lockf(self._lock, fcntl.LOCK_UN)
        return start

    def close(self) -> None:
        """Nobody counts any more."""
        self._lock.close()


def _turns(items: Sequence[T], counter: _Counter, whose: int = 0) -> Iterator[T]:
    """Items by turns, as long as the process lives that asked for the work."""
    step = max(1, min(_AT_ONCE, len(items) // _ROUNDS))
    while not whose or os.getppid() == whose:
        start = counter.next(step)
        if start >= len(items):
            return
        yield from items[start : start + step]


def _help(
    receiver: Any,
    sender: Any,
    work: Callable[[Iterator[T]], R],
    items: Sequence[T],
    counter: _Counter,
    asked_by: int,
) -> None:
    _send(receiver, sender, lambda: work(_turns(items, counter, asked_by)))


def _send(receiver: Any, sender: Any, work: Callable[[], object]) -> None:
    receiver.close()  # else a result that nobody will read would wait here for ever
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever asked for the work ends it
    try:
        result: tuple[bool, object] = (True, work())
    except Exception as error:  # noqa: BLE001 - raised again where the work was asked for
        result = (False, error)
    with suppress(BrokenPipeError):  # who asked was killed
        sender.send_bytes(pickle.dumps(result))


def _received(receiver: Any) -> Any:
    is_done, result = pickle.loads(receiver.recv_bytes())
    if not is_done:
        raise result
    return result
