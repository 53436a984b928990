"""Small tasks that two processes take by turns."""

import os
import threading
from collections.abc import Callable
from functools import partial

import pytest

from generator.sharing import MOST, shared

ACTIVE = threading.active_count


@pytest.fixture(autouse=True)
def children(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The processes that are begun; what else this one has running is no business of these."""
    found: list[int] = []
    fork = os.fork

    def forked() -> int:
        child = fork()
        found.append(child)
        return child

    monkeypatch.setattr(os, "fork", forked)
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    return found


def _process() -> str:
    return str(os.getpid())


def _fails(here: int) -> str:
    if os.getpid() != here:
        raise OSError("nowhere but there")
    return "here"


def test_all_is_done_once_and_told_in_order() -> None:
    """Whoever of the two took a task."""
    tasks = [partial(str, n) for n in range(MOST)]
    with shared(tasks) as join:
        assert join() == [str(n) for n in range(MOST)]


def test_another_process_begins_at_once() -> None:
    """What nobody here takes part in is done there, before anybody asks."""
    receiving, sending = os.pipe()
    tasks: list[Callable[[], str]] = [lambda: str(os.write(sending, b"done"))]
    with shared(tasks) as join:
        assert os.read(receiving, 4) == b"done"
        assert join() == ["4"]
    os.close(receiving)
    os.close(sending)


def test_what_failed_there_says_nothing() -> None:
    """It is no answer, and no error of this process."""
    with shared([partial(_fails, os.getpid())] * MOST) as join:
        assert set(join()) <= {"", "here"}


def test_what_fails_here_is_raised(children: list[int]) -> None:
    """And the other process is not left behind."""

    def fail() -> str:
        raise OSError

    with pytest.raises(OSError), shared([fail] * MOST) as join:
        join()
    with pytest.raises(ChildProcessError):
        os.waitpid(children[0], os.WNOHANG)


def test_nobody_need_join(children: list[int]) -> None:
    """Who leaves early does not wait for all of it, nor leaves a process behind."""
    with shared([_process] * MOST):
        pass
    with pytest.raises(ChildProcessError):
        os.waitpid(children[0], os.WNOHANG)


def test_beside_a_thread_nothing_is_forked(
    children: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy of a process that has threads may stand still for ever."""
    monkeypatch.setattr(threading, "active_count", ACTIVE)
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        with shared([_process]) as join:
            assert join() == [str(os.getpid())]
    finally:
        done.set()
        thread.join()
    assert not children
