"""One command at a time in a folder."""

import multiprocessing
import os
from pathlib import Path
from threading import Event, Thread

import pytest

from generator.occupancy import Busy, alone_in


def test_the_second_waits_and_says_so_once(tmp_path: Path) -> None:
    """It goes on when the first is done."""
    order: list[str] = []
    waits = Event()

    def second() -> None:
        def say() -> None:
            order.append("waits")
            waits.set()

        with alone_in(tmp_path, say):
            order.append("second")

    other = Thread(target=second)
    with alone_in(tmp_path):
        other.start()
        assert waits.wait(20)
        order.append("first")
    other.join()

    assert order == ["waits", "first", "second"]


def test_patience_ends(tmp_path: Path) -> None:
    """A command that hangs does not make others hang for ever."""
    with alone_in(tmp_path), pytest.raises(Busy), alone_in(tmp_path, patience=0.0):
        pytest.fail("two at once")


def test_whoever_is_killed_lets_go(tmp_path: Path) -> None:
    """Nothing is left on the disk that would shut out the next one."""

    def killed() -> None:
        with alone_in(tmp_path):
            os.kill(os.getpid(), 9)

    child = multiprocessing.get_context("fork").Process(target=killed)
    child.start()
    child.join()

    with alone_in(tmp_path, patience=0.0):
        assert list(tmp_path.iterdir()) == []


def test_a_folder_that_stays_empty_goes_again(tmp_path: Path) -> None:
    """With those above it that were made for it, and no others."""
    (tmp_path / "mine").mkdir()

    with alone_in(tmp_path / "mine" / "a" / "b") as _:
        assert (tmp_path / "mine" / "a" / "b").is_dir()

    assert list((tmp_path / "mine").iterdir()) == []


def test_a_folder_that_took_the_place_of_another_is_held(tmp_path: Path) -> None:
    """Who waited for the old folder does not write into it, but waits for the new one."""
    out, new, seen = tmp_path / "site", tmp_path / "new", Event()
    found: list[bool] = []

    def second() -> None:
        with alone_in(out, seen.set):
            found.append((out / "new").exists() and not (out / "half").exists())

    other = Thread(target=second)
    new.mkdir()
    with alone_in(out) as alone:
        other.start()
        assert seen.wait(20)
        alone.also(new)
        out.rename(tmp_path / "old")
        new.rename(out)
        (out / "half").touch()
        (out / "new").touch()
        other.join(0.3)
        (out / "half").unlink()
    other.join()

    assert found == [True]
