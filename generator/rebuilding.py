"""Requests → builds of one site, one after another, each in a process of its own.

A server has threads, and a process with threads cannot be forked safely: so a nursery is forked
before there are any, and forks a process for each build. A build may then take both processors,
nothing of it stays in memory, and an edited template is read anew.
"""

import os
import signal
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple, NoReturn, Protocol

from generator import closing, pipeline, report
from generator.messages import Language, level
from generator.sources import Sources


class Outcome(NamedTuple):
    """What came of a build.

    `problems` and `summary` are to be printed, `fault` is what pages are to show, "" for nothing.
    `mistake` is the end of a traceback, where the fault is none of the records. `touched` counts
    the files that were written or removed.
    """

    problems: str = ""
    summary: str = ""
    fault: str = ""
    mistake: str = ""
    touched: int = 0


class Shown(NamedTuple):
    """Files of edited companies, which can be looked at already; the outcome follows."""

    files: Mapping[str, bytes]


class Died(NamedTuple):
    """The process that built is no more, without an outcome."""


News = Outcome | Shown | Died


@dataclass(frozen=True, slots=True)
class Order:
    """What to build, and in which language to tell of it."""

    sources: Sources
    out: Path
    day: Callable[[], date]
    language: Language
    cache: Path | None

    def build(self, show: pipeline.Show) -> Outcome:
        """Build; whatever goes wrong is told."""
        started = time.monotonic()
        try:
            built = pipeline.build(self.sources, self.out, self.day(), cache=self.cache, show=show)
        except Exception as error:  # noqa: BLE001 - any fault of any source, shown until mended
            mistake = "".join(traceback.format_exception(error, limit=-3))
            return Outcome(fault=f"{type(error).__name__}: {error}", mistake=mistake)
        faults = [problem for problem in built.problems if level(problem) == "error"]
        took = time.monotonic() - started
        summary = closing.summary(built, took, self.out, self.language)
        touched = built.published.written + built.published.removed if built.published else 0
        problems, fault = (report.as_text(one, self.language) for one in (built.problems, faults))
        return Outcome(problems, summary, fault, touched=touched)


class Builds(Protocol):
    """Where builds are made."""

    def build(self) -> Iterator[News]:
        """Build once, and tell what there is to tell; the outcome comes last, or `Died`."""

    def close(self) -> None:
        """Build no more."""


def builds(order: Order) -> Builds:
    """In processes of their own, where these can be made."""
    can_fork = hasattr(os, "fork") and threading.active_count() == 1
    return _Apart(order) if can_fork else _Here(order)


class _Here:
    """In this process."""

    def __init__(self, order: Order) -> None:
        self._order = order

    def build(self) -> Iterator[News]:
        yield self._order.build(lambda _: None)

    def close(self) -> None:
        """Nothing is left open."""


class _Apart:
    """In processes that a nursery forks."""

    def __init__(self, order: Order) -> None:
        context = get_context("fork")
        self._pipe, theirs = context.Pipe()
        self._nursery = context.Process(target=_nursery, args=(self._pipe, theirs, order))
        self._nursery.start()
        theirs.close()

    def build(self) -> Iterator[News]:
        try:
            self._pipe.send(True)
            while isinstance(news := self._pipe.recv(), Shown):
                yield news
        except (EOFError, ConnectionError):  # the nursery itself is no more
            news = Died()
        yield news

    def close(self) -> None:
        self._pipe.close()
        self._nursery.terminate()
        self._nursery.join()


def _nursery(whose: Connection, pipe: Connection, order: Order) -> None:
    """Have each build that is asked for made by a new process, until nobody asks any more."""
    whose.close()  # else it would wait for ever for one that was killed
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever asks for builds ends them
    child = 0

    def end(*_: object) -> None:
        if child:
            os.kill(child, signal.SIGTERM)
        os._exit(0)

    signal.signal(signal.SIGTERM, end)
    try:
        while pipe.recv():
            child = os.fork() or _build(pipe, order)
            _, status = os.waitpid(child, 0)
            child = 0
            if status:
                pipe.send(Died())
    except (EOFError, BrokenPipeError, ConnectionResetError):
        end()


def _build(pipe: Connection, order: Order) -> NoReturn:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    status = 1
    try:
        pipe.send(order.build(lambda files: pipe.send(Shown(files))))
        status = 0
    finally:
        os._exit(status)
