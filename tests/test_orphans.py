"""Processes whose parent was killed: none stays behind and holds what others wait for."""

import os
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path

import pytest

from generator import looking, turns
from generator.occupancy import alone_in


def looks(folder: Path) -> None:
    """A look that is never asked for what it saw, as it has to wait to be."""
    looking.look(str(folder), ["file"])
    os.kill(os.getpid(), 9)


def works(_: Path) -> None:
    """Work whose result is more than a pipe takes, and that nobody will read."""
    with turns.meanwhile(lambda: bytes(10_000_000)):
        os.kill(os.getpid(), 9)


@pytest.mark.parametrize("kind", [looks, works])
def test_a_folder_is_free_when_its_command_was_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: Callable[[Path], None]
) -> None:
    """The next one need not wait for a process that waits for nobody."""
    monkeypatch.setattr(looking, "FEWEST", 1)
    monkeypatch.setattr(looking, "processors", lambda: 2)
    monkeypatch.setattr(turns, "processors", lambda: 2)
    (tmp_path / "file").touch()

    def command() -> None:
        with alone_in(tmp_path):
            kind(tmp_path)

    child = get_context("fork").Process(target=command)
    child.start()
    child.join()

    assert child.exitcode == -9
    with alone_in(tmp_path, patience=20):
        assert (tmp_path / "file").exists()
