"""Small tasks → what each of them gives, done by two processes that take them by turns.

`turns` does the same for heavier work; nothing heavy is imported here, so that starting a second
process takes two milliseconds.
"""

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

MOST = 256
"""Tasks: a turn is one byte in a pipe, so that no process takes what another has taken."""

Tasks = Sequence[Callable[[], str]]


@contextmanager
def shared(tasks: Tasks) -> Iterator[Callable[[], list[str]]]:
    """Begin tasks in another process; what is given joins it, and gives what all of them gave.

    A task that fails here raises; one that fails there gives "", and so do all that it did. Where
    forking is not possible or not safe, nothing begins until it is asked for.
    """
    if not hasattr(os, "fork") or threading.active_count() > 1:
        yield lambda: [task() for task in tasks]
        return
    turns = _queue(len(tasks))
    receiving, sending = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.write(sending, _written(_taken(tasks, turns)))
        finally:
            os._exit(0)
    os.close(sending)

    def join() -> list[str]:
        found = _taken(tasks, turns)
        with open(receiving, "rb", closefd=False) as stream:
            found |= _read(stream.read())
        return [found.get(turn, "") for turn in range(len(tasks))]

    try:
        yield join
    finally:
        os.read(turns, MOST)  # there are no more turns: it ends with what it is doing
        os.close(turns)
        os.close(receiving)
        os.waitpid(child, 0)


def _queue(tasks: int) -> int:
    turns, filling = os.pipe()
    os.write(filling, bytes(range(tasks)))
    os.close(filling)
    return turns


def _taken(tasks: Tasks, turns: int) -> dict[int, str]:
    found = {}
    while turn := os.read(turns, 1):
        found[turn[0]] = tasks[turn[0]]()
    return found


def _written(found: dict[int, str]) -> bytes:
    return "".join(f"{turn} {text}\n" for turn, text in found.items()).encode()


def _read(written: bytes) -> dict[int, str]:
    pairs = (line.split(" ", 1) for line in written.decode().splitlines())
    return {int(turn): text for turn, text in pairs}
