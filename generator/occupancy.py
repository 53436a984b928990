"""A site's folder → one command at a time in it; the others wait for their turn, and say so."""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

PATIENCE = 600.0
"""Seconds that a command waits: longer than any build, shorter than a night."""

_LOOK_EVERY = 0.05


class Busy(Exception):
    """Another command has held the folder all the time that there was to wait."""


class Alone:
    """What a command holds while nobody else writes to its folder.

    The hold goes with the process and those that it forked, however they end.
    """

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack

    def also(self, folder: Path) -> None:
        """Hold a folder of our own that is to take the place of the one held."""
        descriptor = _opened(folder, self._stack)
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def alone_in(
    out: Path, waiting: Callable[[], None] = lambda: None, patience: float = PATIENCE
) -> Iterator[Alone]:
    """Hold `out`, which is made if need be; it is gone again if it stays empty.

    `waiting` is called once if somebody else is there. Busy where that lasts too long.
    """
    ends = time.monotonic() + patience
    made = [one for one in (out, *out.parents) if not one.exists()]
    try:
        with ExitStack() as stack:
            while not _is_held(out, stack):
                waiting()
                waiting = lambda: None  # noqa: E731 - said once
                if time.monotonic() > ends:
                    raise Busy(str(out))
                time.sleep(_LOOK_EVERY)
            yield Alone(stack)
    finally:
        with suppress(OSError):
            for folder in made:
                folder.rmdir()


def _is_held(out: Path, stack: ExitStack) -> bool:
    """Whether the folder could be taken; one that another has just swapped is not it any more."""
    out.mkdir(parents=True, exist_ok=True)
    with ExitStack() as trial:
        try:
            descriptor = _opened(out, trial)
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            is_it = os.path.samestat(os.fstat(descriptor), os.stat(out))
        except (BlockingIOError, FileNotFoundError):
            return False
        if is_it:
            stack.push(trial.pop_all())
        return is_it


def _opened(folder: Path, stack: ExitStack) -> int:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    stack.callback(os.close, descriptor)
    return descriptor
