"""`apl migrate`, with a made-up step, on the real registry too: `denominacion` → `nombre`."""

import os
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from generator.arguments import ROOT
from generator.cli import main
from generator.edit.canonical import Garbled
from generator.edit.parts import Block, Document
from generator.migration.steps import STEPS, Step
from generator.rules import register
from generator.terminal import migrate
from tests.scratch import SOUND
from tests.small_project import tree

OLD = re.compile(r"^((?: |- )*)nombre:", re.MULTILINE)


def renamed(documents: Mapping[str, Document]) -> None:
    for document in documents.values():
        for block in blocks(document.root):
            for part in block.parts:
                part.key = "nombre" if part.key == "denominacion" else part.key


def blocks(block: Block) -> Iterator[Block]:
    yield block
    for part in block.parts:
        if isinstance(part.value, Block):
            yield from blocks(part.value)


MADE_UP = Step({"es": "«denominacion» se llama «nombre»", "en": "it is called “nombre”"}, renamed)


@pytest.fixture
def second(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program of the second schema."""
    monkeypatch.setattr(register, "SCHEMA_VERSION", 2)
    monkeypatch.setattr(migrate, "STEPS", {2: MADE_UP})


@pytest.fixture
def now(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A registry as the second schema has it, with comments around what changes."""
    root = tmp_path / "ahora"
    shutil.copytree(getattr(request, "param", SOUND), root)
    settings = root / "registro.yaml"
    settings.write_text(settings.read_text("utf-8").replace("esquema: 1", "esquema: 2"), "utf-8")
    assert main(["fmt", "--registry", str(root)]) == 0
    for file in sorted(root.rglob("acuerdos/**/*.yaml"))[:3]:
        text = file.read_text(encoding="utf-8")
        text = re.sub(r"^(nombre: .*)$", r"# arriba\n\1 # al lado", text, count=1, flags=re.M)
        file.write_text(f"# cabeza\n\n{text}# pie\n", encoding="utf-8")
    return root


@pytest.fixture
def old(now: Path, tmp_path: Path) -> Path:
    """The same, as the first schema had it."""
    root = tmp_path / "antes"
    shutil.copytree(now, root)
    for file in root.rglob("*.yaml"):
        text = OLD.sub(r"\1denominacion:", file.read_text(encoding="utf-8"))
        file.write_text(text.replace("esquema: 2", "esquema: 1"), encoding="utf-8")
    return root


def ran(root: Path, *words: str) -> int:
    return main(["migrate", *words, "--registry", str(root), "--day", "2026-11-23"])


def test_every_version_has_its_step() -> None:
    """Who raises the version of the schema says how a registry gets there."""
    assert sorted(STEPS) == list(range(2, register.SCHEMA_VERSION + 1))


def test_today_there_is_nothing_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    """The registry is of the schema that the program reads."""
    assert main(["migrate"]) == 0
    assert "no hay nada que hacer" in capsys.readouterr().out


@pytest.mark.usefixtures("second")
@pytest.mark.parametrize("now", [SOUND, ROOT / "registry"], indirect=True, ids=lambda one: one.name)
def test_the_old_registry_becomes_the_new_one(old: Path, now: Path) -> None:
    """Byte for byte: comments, order and what no step changes; a second time changes nothing."""
    before = tree(old)
    assert before != tree(now)

    assert ran(old) == 0
    assert tree(old) == tree(now)

    stamps = {file: file.stat().st_mtime_ns for file in old.rglob("*")}
    assert ran(old) == 0
    assert {file: file.stat().st_mtime_ns for file in old.rglob("*")} == stamps


@pytest.mark.usefixtures("second")
def test_a_dry_run_shows_and_writes_nothing(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The step in words, the lines that would change, how many files; nothing is touched."""
    before = tree(old)

    assert ran(old, "--dry-run") == 0
    said = capsys.readouterr().out
    assert tree(old) == before
    assert "Del esquema 1 al 2: «denominacion» se llama «nombre»" in said
    assert re.search(r"^-denominacion: .*\n\+nombre: ", said, re.M)
    assert "-esquema: 1\n+esquema: 2" in said
    assert said.endswith("al esquema 2; no se escribió nada.\n")


@pytest.mark.usefixtures("second")
@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("acuerdos/roto.yaml", "nombre: [\n", "acuerdos/roto.yaml:2:1: error"),
        ("acuerdos/lista.yaml", "- uno\n", "APL027"),
        ("acuerdos/bytes.yaml", "nombre: \x00\x00\x00\x00\n", "error"),
        ("registro.yaml", "esquema: dos\n", "registro.yaml:1:10: error"),
        ("registro.yaml", "esquema: 0\n", "registro.yaml:1:10: error"),
        ("registro.yaml", "esquema: {a: b}\n", "registro.yaml:1:10: error"),
        ("empresas/falta.yaml", "tipo: vino\n", "APL02"),
        ("acuerdos/x.yml", "", "APL092"),
    ],
)
def test_any_fault_stops_all(
    old: Path, name: str, text: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What cannot be read, and what would be wrong afterwards, is told; no file is written."""
    (old / name).write_text(text, encoding="utf-8")
    before = tree(old)

    assert ran(old) == 1
    said = capsys.readouterr()
    assert told in said.out and "no se escribió nada" in said.err
    assert tree(old) == before


def test_a_later_schema_is_not_guessed_at(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A program of the first schema asks to be updated, and `apl check` says the same."""
    settings = old / "registro.yaml"
    settings.write_text("esquema: 2\n", encoding="utf-8")

    assert ran(old) == 1
    assert "actualiza el programa" in capsys.readouterr().err
    assert main(["check", "--registry", str(old)]) == 1
    assert "apl migrate" in capsys.readouterr().out


@pytest.mark.usefixtures("second")
@pytest.mark.parametrize("text", [None, "denominacion: Registro\n", "esquema: null\n"])
def test_a_registry_that_does_not_say_is_of_the_first(old: Path, text: str | None) -> None:
    """Afterwards it says so, in a file that may not have been there."""
    settings = old / "registro.yaml"
    settings.unlink()
    if text is not None:
        settings.write_text(text, encoding="utf-8")

    assert ran(old) == 0
    assert settings.read_text(encoding="utf-8").endswith("esquema: 2\n")
    assert main(["check", "--registry", str(old), "--day", "2026-11-23"]) == 0


@pytest.mark.usefixtures("second")
def test_a_disk_that_fails_midway_leaves_all_as_it_was(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tenth file cannot be put in its place: the nine before it are put back."""
    before, count, whole = tree(old), [0], os.replace

    def failing(source: Path, target: Path) -> None:
        count[0] += 1
        if count[0] == 10:
            raise OSError(28, "No space left on device")
        whole(source, target)

    monkeypatch.setattr(os, "replace", failing)
    assert ran(old) == 2
    assert count[0] > 10 and tree(old) == before


@pytest.mark.usefixtures("second")
def test_an_edit_meanwhile_is_not_lost(
    old: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Somebody saves a record while the steps run: nothing is written, and it is said."""
    found = migrate.trial.problems
    settings = old / "registro.yaml"

    def saved(*words: object) -> object:
        settings.write_text("nombre: Otro\n", encoding="utf-8")
        return found(*words)  # type: ignore[arg-type]

    monkeypatch.setattr(migrate.trial, "problems", saved)
    assert ran(old) == 1
    assert "registro.yaml" in capsys.readouterr().err
    assert settings.read_text(encoding="utf-8") == "nombre: Otro\n"
    assert "denominacion:" in next(old.rglob("acuerdos/*.yaml")).read_text(encoding="utf-8")


@pytest.mark.usefixtures("second")
def test_a_step_that_drops_a_comment_is_a_mistake(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No comment goes with what a step takes away; nothing is written."""

    def dropping(documents: Mapping[str, Document]) -> None:
        for document in documents.values():
            document.root.parts[:] = [
                one for one in document.root.parts if one.key != "denominacion"
            ]

    monkeypatch.setattr(migrate, "STEPS", {2: Step(MADE_UP.words, dropping)})
    before = tree(old)
    with pytest.raises(Garbled):
        ran(old)
    assert tree(old) == before
