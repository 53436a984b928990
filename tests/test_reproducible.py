"""The same commit and day give the same bytes, wherever, under whatever, by however many."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.arguments import ROOT
from tests.proof.repository import committed, git
from tests.scratch import SOUND
from tests.small_project import small_project, tree

HERE = {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1", "PYTHONUTF8": "0"}
THERE = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "es_CL.UTF-8",
    "LANG": "es_CL.UTF-8",
    "PYTHONHASHSEED": "4294967295",
    "HOME": "/nowhere",
    "TMPDIR": "",
}
ONCE = """
import os, sys
from generator import tasks, turns
from generator.cli import main
many = int(sys.argv[1])
turns.processors = lambda: many
turns.FEWEST = 2  # so that several processes share even a small registry
used = []
whole = tasks.take_turns
def counted(*words, **more):
    found = whole(*words, **more)
    used.append(len(found))
    return found
tasks.take_turns = counted
code = main(sys.argv[2:])
assert max(used) == many, used
sys.exit(code)
"""


def built(folder: Path, processes: int, around: dict[str, str], *more: str) -> dict[str, str]:
    """A site that a process makes in a clone of the project, at no matter what moment."""
    around = {**around, "TMPDIR": str(folder.parent)}
    words = [sys.executable, "-c", ONCE, f"{processes}", "build", "--day", "2026-11-23", *more]
    places = ["--registry", "registry", "--config", "mkdocs.yml", "--content", "content"]
    done = subprocess.run(
        [*words, *places],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **around},
        capture_output=True,
        text=True,
        check=False,
        umask=0o077 if processes > 1 else 0o022,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return tree(folder / "site")


@pytest.mark.slow
def test_another_folder_locale_zone_seed_and_number_of_processes(tmp_path: Path) -> None:
    """Nor does it matter in which order the disk has the files, nor what was built before."""
    first = small_project(tmp_path / "uno").folder
    shutil.rmtree(first / "registry")
    shutil.copytree(SOUND, first / "registry")
    commit = committed(first, ".cache/\nsite/\n", ".gitignore")
    second = tmp_path / "otra carpeta, más larga, con eñes ñ y 日本"
    git(tmp_path, "clone", "--quiet", str(first), str(second))
    shutil.move(second / "registry", tmp_path / "backwards")
    for file in sorted((tmp_path / "backwards").rglob("*.yaml"), reverse=True):
        place = second / "registry" / file.relative_to(tmp_path / "backwards")
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, place)

    here = built(first, 1, HERE, "--no-cache")
    there = built(second, 3, THERE, "--atomic")

    assert [name for name in here if here[name] != there.get(name)] == []
    assert here.keys() == there.keys() and len(here) > 200
    told = (second / "site" / "api" / "v1" / "renombrados.json").read_text(encoding="utf-8")
    assert commit in told
