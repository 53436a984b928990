"""A site's folder → what tells it from any later state, seen by a process of its own.

Looking at seventy thousand files takes a third of a second, and nothing waits for it meanwhile.
"""

import os
import signal
from collections.abc import Callable, Collection, Iterable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Protocol

from generator.site_state import Outputs
from generator.turns import processors

FEWEST = 4_000
"""With fewer files the look is taken before a process has got going."""


class Look(Protocol):
    """A look at the files that a site had, and a second one at what has been touched since."""

    def digest(self) -> str:
        """What tells the site from any other state, as it was found; "" where a file is missing."""

    def again(self, touched: Iterable[str]) -> Callable[[], str]:
        """Look once more, after these files have been written or removed; then tell the same."""

    def close(self) -> None:
        """Look no longer."""


def look(out: str, names: Collection[str]) -> Look:
    """Begin to look."""
    return _Apart(out, names) if len(names) >= FEWEST and processors() > 1 else _Here(out, names)


class _Here:
    """A look taken at once."""

    def __init__(self, out: str, names: Collection[str]) -> None:
        try:
            self._outputs: Outputs | None = Outputs(out, names)
        except OSError:
            self._outputs = None

    def digest(self) -> str:
        return self._outputs.digest() if self._outputs else ""

    def again(self, touched: Iterable[str]) -> Callable[[], str]:
        if self._outputs:
            self._outputs.touch(touched)
        return self.digest

    def close(self) -> None:
        """Nothing is left open."""


class _Apart:
    """A look taken by another process, which then waits to be told what has been touched."""

    def __init__(self, out: str, names: Collection[str]) -> None:
        context = get_context("fork")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(
            target=_serve, args=(self._pipe, theirs, out, names), daemon=True
        )
        self._process.start()
        theirs.close()
        self._seen: str | None = None

    def digest(self) -> str:
        if self._seen is None:
            self._seen = str(self._pipe.recv())
        return self._seen

    def again(self, touched: Iterable[str]) -> Callable[[], str]:
        self.digest()
        self._pipe.send(list(touched))
        return lambda: str(self._pipe.recv())

    def close(self) -> None:
        self._pipe.close()
        self._process.terminate()
        self._process.join()


def _serve(whose: Connection, pipe: Connection, out: str, names: Collection[str]) -> None:
    whose.close()  # else it would wait for ever for one that was killed
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever asked for the look ends it
    seen = _Here(out, names)
    try:
        pipe.send(seen.digest())
        pipe.send(seen.again(pipe.recv())())
    except (EOFError, BrokenPipeError):
        os._exit(0)
