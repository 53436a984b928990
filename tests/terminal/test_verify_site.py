"""`apl verify-site`, as a user meets it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.arguments import ROOT
from generator.proof.checkout import Copy
from generator.proof.claim import Claim
from generator.proof.rebuilding import NotRebuilt
from generator.sources import Sources
from generator.terminal import verify_site
from tests.proof.repository import committed, git, site, told
from tests.small_project import VALID_DAY, small_project
from tests.terminal.commands import Shell


@pytest.fixture
def published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site of the registry's commit; what a rebuilding would give is what it was at first."""
    commit = committed(tmp_path, "uno", "notas.txt")
    told_by = {"api/v1/renombrados.json": told(commit)}
    files = {"index.html": b"inicio", **told_by, **{f"{n}.txt": b"x" for n in range(9)}}
    made = site(tmp_path / "sitio", files)

    def rebuild(_: Sources, copy: Copy, claim: Claim, out: Path) -> bool:
        assert (copy.folder / "notas.txt").read_text() == "uno"
        assert (claim.commit, str(claim.day)) == (commit, "2026-11-23")
        site(out, files)
        return True

    monkeypatch.setattr(verify_site, "rebuild", rebuild)
    return made


def test_a_site_that_is_what_it_says(shell: Shell, published: Path) -> None:
    """Exit code 0, and how many files were compared; the steps are told beside."""
    run = shell.apl("verify-site", published)

    assert run.code == 0
    assert run.out == (
        f"{published}: El sitio es, archivo por archivo, lo que sale de ese commit: "
        "11 archivos, iguales.\n"
    )
    assert "con datos al 23 de noviembre de 2026" in run.err


def test_differences_are_counted_and_the_first_are_named(shell: Shell, published: Path) -> None:
    """Exit code 1; a name cannot steer the terminal."""
    (published / "index.html").write_bytes(b"inicia")
    for number in range(7):
        (published / f"{number}.txt").unlink()
    (published / "\x1b[31mrojo").write_bytes(b"")

    run = shell.apl("verify-site", published)

    assert run.code == 1
    assert "Distintos: 1\n  index.html: distinto desde el byte 6\n" in run.out
    assert "Faltan: 7\n  0.txt\n" in run.out and "  … y 2 más\n" in run.out
    assert "Sobran: 1\n  \N{REPLACEMENT CHARACTER}[31mrojo\n" in run.out
    assert "no es lo que sale de ese commit: 3 de 11 archivos son iguales" in run.out
    assert "requirements.lock" in run.out and "\x1b" not in run.out

    told = json.loads(shell.apl("verify-site", published, "--format", "json").out)
    assert (told["same"], told["files"], told["equal"]) == (False, 11, 3)
    assert told["differs"] == [{"file": "index.html", "byte": 6}]
    assert len(told["missing"]) == 7 and told["extra"] == ["\x1b[31mrojo"]
    assert "3 of 11 files" in shell.apl("verify-site", published, "--lang", "en").out


def test_a_site_in_progress_is_refused(shell: Shell, published: Path) -> None:
    """Exit code 1, and what to do."""
    (published / "en-obra.txt").write_bytes(b"")

    run = shell.apl("verify-site", published)

    assert (run.code, run.out) == (1, "")
    assert "quedó a medias (en-obra.txt)" in run.err


def test_a_site_without_a_commit_is_refused(shell: Shell, published: Path) -> None:
    """It was built with something edited: nobody can repeat it."""
    (published / "api" / "v1" / "renombrados.json").write_bytes(told(None))

    run = shell.apl("verify-site", published)

    assert run.code == 1 and "no nombra un commit" in run.err


def test_what_cannot_be_tried_is_no_verdict(
    shell: Shell, published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit code 2: a commit that is not here, one that does not build, a server that is not."""
    (published / "api" / "v1" / "renombrados.json").write_bytes(told("0" * 40))
    run = shell.apl("verify-site", published)
    assert run.code == 2 and "aquí no está el commit 0000" in run.err

    def fails(*_: object) -> bool:
        raise NotRebuilt("registry/x.yaml:1:1: error APL010")

    head = git(published.parent, "rev-parse", "HEAD")
    (published / "api" / "v1" / "renombrados.json").write_bytes(told(head))
    monkeypatch.setattr(verify_site, "rebuild", fails)
    run = shell.apl("verify-site", published)
    assert run.code == 2 and "no se pudo construir aquí" in run.err and "APL010" in run.err

    run = shell.apl("verify-site", "http://127.0.0.1:9/")
    assert run.code == 2 and "no se pudo leer el sitio" in run.err


@pytest.mark.parametrize(
    "site",
    ["nada", "ftp://registro.example/", "https://registro.example/?q=1", "http://[x", "https://",
     "https://yo:clave@registro.example/", "http://registro.example:99999/"],
)  # fmt: skip
def test_what_is_no_site_is_wrong_usage(shell: Shell, site: str) -> None:
    """Neither a folder that is there nor an address that could be one."""
    run = shell.apl("verify-site", site)

    assert run.code == 2 and run.out == ""
    assert "no existe la carpeta" in run.err or "no es la dirección de un sitio" in run.err


def apl(program: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """A command of the program in a clone."""
    environment = {**os.environ, "PYTHONPATH": str(program)}
    command = [sys.executable, "-m", "generator", *words]
    return subprocess.run(
        command, capture_output=True, text=True, cwd=program, env=environment, check=False
    )


@pytest.mark.slow
def test_a_whole_clone_is_rebuilt_by_its_own_program(tmp_path: Path) -> None:
    """The site of an older commit, told by the program of today, is built by that of its commit."""
    clone = small_project(tmp_path / "clon").folder
    for part in ("generator", "templates"):
        shutil.copytree(
            ROOT / part,
            clone / part,
        )
    committed(clone, "__pycache__/\n.cache/\nsite/\n", ".gitignore")
    built = apl(clone, "build", "--day", VALID_DAY, "--offline")
    assert built.returncode == 0, built.stderr
    page = clone / "templates" / "pages" / "not_a_page.html"
    committed(clone, "después", str(page.relative_to(clone)))
    words = clone / "content" / "index.md"
    committed(clone, words.read_text("utf-8") + "Otra cosa.\n", "content/index.md")

    (clone / "site" / "index.html").write_text("x")

    run = apl(clone, "verify-site", "site", "--format", "json")

    assert run.returncode == 1, run.stdout + run.stderr
    told = json.loads(run.stdout)
    assert told["differs"] == [{"file": "index.html", "byte": 1}]
    assert told["equal"] == told["files"] - 1 > 100
    assert not told["missing"] and not told["extra"] and told["all_from_commit"]
