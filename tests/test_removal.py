"""The staff guide's removal of personal data, rehearsed command by command on a real repository."""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import xlsxwriter

from tests.small_project import ROOT, Project

GUIDE = ROOT / "content" / "equipo" / "retirar-datos.md"
NAME, STREET = "Qwjzebulona Vxinventada Pérez", "Pasaje Xjimaginario 4417"
PERSON = f"""\
razon_social: {NAME}
tipo: persona_natural
consentimiento:
  fecha: 2023-01-01
  documento: "Formulario 12"
  campos: [nombre, direccion]
tamano: micro
elementos:
  - id: predio
    alcance: establecimiento
    nombre: Predio
    comuna: "07101"
    direccion: {STREET}
ejemplo: true
"""
REMOVED = "tipo: persona_natural\nbaja: {fecha: 2024-05-30, motivo: privacidad}\nejemplo: true\n"
FORMS = (NAME, NAME.upper(), "Qwjzebulona Vxinventada Perez", STREET)
PARTS = tuple(part.encode() for part in ("wjzebulona", "WJZEBULONA", "xinventada", "jimaginario"))
"""What no byte may spell any more, whatever stands around it."""


def blocks() -> list[str]:
    """The guide's commands, in its order."""
    found = re.findall(r"^```sh\n(.*?)^```$", GUIDE.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    assert len(found) == 7
    return found


@dataclass(frozen=True)
class Desk:
    """A folder in which the commands are typed, and what they may call."""

    folder: Path

    def run(self, *commands: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        """What a shell says to these commands, typed one after the other."""
        tools = self.folder / "tools"
        tools.mkdir(exist_ok=True)
        apl = tools / "apl"
        # The command knows its own repository's folders by itself, and not those of this project.
        words = '"$@" --registry registry --config mkdocs.yml --out site'
        apl.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m generator {words}\n', "utf-8")
        apl.chmod(0o755)
        places = {
            "REPOSITORIO": str(self.folder / "origen.git"),
            "RETIRAR": str(self.folder / "retirar.txt"),
            "PATH": f"{tools}:{Path(sys.executable).parent}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "SOURCE_DATE_EPOCH": "1717257600",
        }
        who = {
            f"GIT_{one}_{what}": "x@x.example"
            for one in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        }
        return subprocess.run(
            ["sh", "-eu", "-c", "\n".join(commands)],
            cwd=cwd,
            env={**os.environ, **who, **places},
            capture_output=True,
            text=True,
            check=False,
        )

    def done(self, *commands: str, cwd: Path) -> None:
        """These commands, all of which have to succeed."""
        told = self.run(*commands, cwd=cwd)
        assert told.returncode == 0, told.stdout + told.stderr


@pytest.fixture
def desk(project: Project, tmp_path: Path) -> Desk:
    """A repository whose history, branches, messages and spreadsheets hold a person's data."""
    desk = Desk(tmp_path)
    (project.registry / "empresas" / "productor-1.yaml").write_text(PERSON, "utf-8")
    inbox = project.registry / "entrada"
    inbox.mkdir()
    with xlsxwriter.Workbook(inbox / "lista.xlsx") as book:
        book.add_worksheet().write_string(0, 0, NAME)
    (project.folder / ".gitignore").write_text(".cache/\nsite/\n", "utf-8")
    desk.done(
        "git init -q -b main .",
        "git init -q --bare -b main ../origen.git",
        f"git add -A && git commit -q -m 'Entra {NAME}'",
        "git branch aparte && git tag v1",
        "apl build",
        cwd=project.folder,
    )
    (project.registry / "empresas" / "productor-1.yaml").write_text(REMOVED, "utf-8")
    desk.done(
        "git commit -q -a -m 'Baja de un registro, por privacidad'",
        "git push -q --mirror ../origen.git",
        cwd=project.folder,
    )
    (tmp_path / "retirar.txt").write_text(
        "".join(f"{form}==>[retirado]\n" for form in FORMS), "utf-8"
    )
    return desk


def _spelled(content: bytes) -> bool:
    return any(part in content for part in PARTS)


def _holding(folder: Path) -> list[str]:
    """The files below a folder that spell the data."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return [path.name for path in files if _spelled(path.read_bytes())]


def _objects(repository: Path) -> bytes:
    """Every object of a repository, reachable or not, without its compression."""
    command = ["git", "-C", str(repository), "cat-file", "--batch-all-objects", "--batch"]
    return subprocess.run(command, capture_output=True, check=True).stdout


@pytest.mark.slow
def test_what_is_removed_is_nowhere(desk: Desk, project: Project) -> None:
    """Not in the history, a branch, a tag, a message, a spreadsheet, the cache or the site."""
    cleaned, filtered, searched, pushed, forgotten, emptied, built = blocks()
    origin = desk.folder / "origen.git"
    assert _spelled(_objects(origin)) and _holding(project.folder / ".cache")

    desk.done(cleaned, filtered, searched, pushed, forgotten, cwd=desk.folder)
    desk.done(
        "git clone -q origen.git nueva && cp -r proyecto/.cache proyecto/site nueva",
        cwd=desk.folder,
    )
    fresh = desk.folder / "nueva"
    assert _holding(fresh / "site")
    desk.done(emptied, built, cwd=fresh)

    for repository in (origin, desk.folder / "limpio.git", fresh):
        assert not _spelled(_objects(repository)), repository
        assert b"lista.xlsx" not in _objects(repository), repository
    assert not _holding(fresh)
    assert "[retirado]" in _objects(origin).decode("utf-8", "replace")


def test_the_search_of_the_guide_finds_what_is_left(desk: Desk) -> None:
    """Before the history is cleaned, the guide's own search ends with a fault."""
    desk.done("git clone -q --mirror origen.git sucio.git", cwd=desk.folder)

    told = desk.run(blocks()[2], cwd=desk.folder / "sucio.git")

    assert told.returncode == 1 and "Todavía está" in told.stdout


@pytest.mark.slow
def test_the_site_alone_forgets_at_once(desk: Desk, project: Project) -> None:
    """The next build, with its cache, has nothing of a record that was withdrawn."""
    assert _holding(project.folder / "site")

    desk.done("apl build", cwd=project.folder)

    assert not _holding(project.folder / "site")
