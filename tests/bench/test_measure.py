"""A command → its cost as a whole process."""

import sys
from pathlib import Path

import pytest

from bench import floor
from bench.measure import Command, Failed, cost, sizes_below

_FAMILY = """
import subprocess, sys
child = "block = bytearray(60 << 20); import time; time.sleep(1)"
subprocess.run([sys.executable, "-c", child], check=True)
"""


def python(program: str, folder: Path, *more: str, out: Path | None = None) -> Command:
    return Command([sys.executable, "-c", program, *more], folder, out)


def test_output_is_counted(tmp_path: Path) -> None:
    """Files and bytes are those below the output folder."""
    program = "import os; os.makedirs('site/a'); open('site/a/b', 'wb').write(b'12345')"
    program += "; import time; time.sleep(0.5)"  # long enough to be looked at

    once = cost(python(program, tmp_path, out=tmp_path / "site"))

    assert (once.files, once.bytes) == (1, 5)
    assert once.wall > 0 and once.cpu > 0 and once.rss > 1


def test_memory_is_that_of_all_processes(tmp_path: Path) -> None:
    """What a child holds counts, in the sum and as the largest process."""
    once = cost(python(_FAMILY, tmp_path))

    assert once.pss > 60 and once.rss > 60


def test_memory_is_not_that_of_the_benchmark(tmp_path: Path) -> None:
    """A small command stays small, however much this process holds."""
    held = bytearray(200 << 20)

    once = cost(python("import time; time.sleep(0.5)", tmp_path))

    assert len(held) > 0
    assert once.rss < 100


def test_a_failure_says_what_the_command_told(tmp_path: Path) -> None:
    """A build that fails is no figure."""
    with pytest.raises(Failed, match="no such thing"):
        cost(python("raise SystemExit('no such thing')", tmp_path))


def test_the_floor_reads_all_and_writes_as_much(folder: Path, tmp_path: Path) -> None:
    """As many bytes as the sources hold, and files of the sizes asked for."""
    sizes = {"index.html": 3, "a/b/index.html": 70_000, "empty": 0}
    listed = tmp_path / "sizes"
    listed.write_text(floor.sizes_text(sizes), encoding="utf-8")

    floor.main(str(folder), str(listed), str(tmp_path / "out"))

    assert sizes_below(tmp_path / "out") == sizes
    yaml = sum(path.stat().st_size for path in folder.rglob("*.yaml"))
    assert floor.read(str(folder)) == yaml
