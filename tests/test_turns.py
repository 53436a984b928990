"""Work that processes take turns at."""

import fcntl
import os
import time
from collections.abc import Iterator
from multiprocessing import get_context
from pathlib import Path

import pytest

from generator import turns
from generator.occupancy import alone_in
from generator.turns import FEWEST, meanwhile, processors, take_turns

MANY = list(range(FEWEST))


def squares(turns: Iterator[int]) -> tuple[int, list[int]]:
    """Who did it, and the squares of what fell to them."""
    return os.getpid(), [one * one for one in turns]


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_each_item_is_worked_at_once(processes: int) -> None:
    """Whoever takes it, and however many there are; one result for each process."""
    results = take_turns(MANY, squares, processes=processes)

    assert len({pid for pid, _ in results}) == processes
    assert sorted(one for _, found in results for one in found) == [one * one for one in MANY]


def test_few_items_are_not_worth_a_process() -> None:
    """A small registry is done here, before another process has got going."""
    assert take_turns(MANY[:-1], squares, processes=2)[0][0] == os.getpid()
    assert len(take_turns(MANY[:-1], squares, processes=2)) == 1


@pytest.mark.parametrize("processes", [1, 2])
def test_an_exception_is_raised_here(processes: int) -> None:
    """Whoever met it: work that failed is never taken for done."""

    def fail(turns: Iterator[int]) -> None:
        for one in turns:
            if one == FEWEST - 1:
                raise LookupError("the last one")

    with pytest.raises(LookupError, match="the last one"):
        take_turns(MANY, fail, processes=processes)


def test_a_process_that_dies_is_an_error() -> None:
    """Killed for want of memory, say: the build fails rather than lacks pages."""
    here = os.getpid()

    def die(turns: Iterator[int]) -> None:
        if os.getpid() != here:
            os._exit(1)
        list(turns)

    with pytest.raises(EOFError):
        take_turns(MANY, die, processes=2)


def test_work_is_done_meanwhile() -> None:
    """Another process does it while this one goes on, and its result comes when asked for."""
    with meanwhile(os.getpid) as wait:
        other = wait()

    assert other != os.getpid() or processors() == 1


def test_whether_a_result_is_there_is_told_without_waiting(tmp_path: Path) -> None:
    """Whoever has other things to do does them until then."""
    signal = tmp_path / "go"

    def work() -> str:
        while not signal.exists():
            time.sleep(0.01)
        return "done"

    with meanwhile(work) as wait:
        assert processors() == 1 or not wait.is_there()
        signal.touch()
        while not wait.is_there():
            time.sleep(0.01)
        assert wait() == wait() == "done"


def test_what_fails_meanwhile_is_raised_when_asked_for() -> None:
    """Not before: whoever never asks does not care."""

    def fail() -> None:
        raise LookupError("meanwhile")

    with meanwhile(fail):
        pass
    with meanwhile(fail) as wait, pytest.raises(LookupError, match="meanwhile"):
        wait()


def test_heavy_items_are_shared_out_though_they_are_few() -> None:
    """Their weight says what they are worth, not how many they are."""
    results = take_turns([1, 2, 3], squares, processes=2, weight=FEWEST)

    assert len(results) == 2
    assert sorted(one for _, found in results for one in found) == [1, 4, 9]


def test_helpers_end_with_whoever_asked(tmp_path: Path) -> None:
    """Killed, it leaves nobody behind who works on, or waits to tell, and holds the folder."""
    began = tmp_path / "began"

    def slow(turns: Iterator[int]) -> bytes:
        for _ in turns:
            began.touch()
            time.sleep(0.1)  # forty seconds, if nobody ended it
        return bytes(1_000_000)

    def work() -> None:
        with alone_in(tmp_path):
            take_turns(MANY, slow, processes=3)

    asks = get_context("fork").Process(target=work)
    asks.start()
    while not began.exists():
        time.sleep(0.01)
    asks.kill()
    asks.join()

    with alone_in(tmp_path, patience=20):
        assert began.exists()


def test_who_dies_while_counting_keeps_nobody_waiting() -> None:
    """Killed in the very moment in which it takes its turn."""
    context = get_context("fork")
    counter = turns._Counter(context.RawValue("q", 7))

    def dies() -> None:
        fcntl.lockf(counter._lock, fcntl.LOCK_EX)
        os._exit(9)

    child = context.Process(target=dies)
    child.start()
    child.join()

    assert (child.exitcode, counter.next(2), counter.next(2)) == (9, 7, 9)
    counter.close()
