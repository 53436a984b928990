"""What killed commands leave aside."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.leftovers import CACHE, RECORDS, sweep


@pytest.fixture
def dead() -> int:
    """The number of a process that was, and is no more."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_only_what_the_dead_left_goes(tmp_path: Path, dead: int) -> None:
    """What a command is writing now stays, and so does whatever is called otherwise."""
    here, stays = os.getpid(), ["a.yaml", ".git", f".b.yaml.{os.getpid()}", f"c.yaml.{dead}"]
    below = tmp_path / "empresas"
    below.mkdir()
    for name in (*stays, f".b.yaml.{dead}"):
        (below / name).write_text("x")
    assert here != dead

    sweep(tmp_path, RECORDS)

    assert sorted(one.name for one in below.iterdir()) == sorted(stays)


def test_a_cache_is_swept_of_files_and_folders(tmp_path: Path, dead: int) -> None:
    """Its own files stay."""
    stays = ["0f3a.obra", "1234567890abcdef.recuerdo", "impreso-0123456789abcdef"]
    for name in (*stays, f"0f3a.obra.{dead}", f"0f3a.{dead}"):
        (tmp_path / name).write_text("x")
    (tmp_path / f".impreso-01.{dead}" / "paginas").mkdir(parents=True)

    sweep(tmp_path, CACHE)

    assert sorted(one.name for one in tmp_path.iterdir()) == sorted(stays)
