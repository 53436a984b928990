"""The pages on what lasts: they speak of the versions, files and limits that are really here."""

import re
import tomllib

import pytest

from generator.arguments import ROOT
from scripts import release

GUIDES = ROOT / "content" / "equipo"
YEARLY, PROGRAM, LOSS = (
    (GUIDES / f"{name}.md").read_text(encoding="utf-8")
    for name in ("cada-anio", "programa", "continuidad")
)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
WORKFLOWS = {
    path.stem: path.read_text(encoding="utf-8")
    for path in (ROOT / ".github" / "workflows").glob("*.yml")
}


def row(opening: str) -> str:
    """The line of the table of ends that begins with these words."""
    (found,) = re.findall(rf"^\| {re.escape(opening)}.*$", YEARLY, re.MULTILINE)
    return str(found)


def test_the_ends_are_those_of_what_is_used() -> None:
    """The oldest Python, the one that publishes and the pinned engine, each with its end."""
    oldest = PROJECT["requires-python"].removeprefix(">=")
    publishes = set(re.findall(r'python-version: "([\d.]+)"', WORKFLOWS["publicar"]))

    assert publishes == set(re.findall(r'python-version: "([\d.]+)"', WORKFLOWS["lanzar"]))
    assert "octubre de 2027" in row(f"Python {oldest}, el más viejo")
    assert "octubre de 2029" in row(f"Python {publishes.pop()}, con el que se publica")
    assert "mkdocs==1.6.1" in PROJECT["dependencies"] and row("MkDocs 1.6.1")
    assert "5 de mayo de 2027" in row("Material")


@pytest.mark.parametrize("text", [YEARLY, PROGRAM, LOSS], ids=["yearly", "program", "loss"])
def test_every_file_that_is_named_is_there(text: str) -> None:
    """A path in a sentence is one of this repository, or one that its sites have."""
    of_sites = {"_headers", "recursos/cabeceras-nginx.conf", "recursos/cabeceras-apache.conf"}
    named = set(
        re.findall(r"`((?:\.?[\w-]+/)*[\w-]+\.(?:md|toml|yml|csv|lock|yaml)|\.github/\w+)`", text)
    )
    places = [ROOT, ROOT / "registry", ROOT / "generator" / "data"]

    assert named
    for path in named - of_sites:
        assert any((place / path).exists() for place in places), path


def test_no_workflow_needs_a_key() -> None:
    """The pages say that there is none to lose; what publishes runs on the machine they name."""
    assert not any("secrets." in text for text in WORKFLOWS.values())
    machines = {one for text in WORKFLOWS.values() for one in re.findall(r"runs-on: (\S+)", text)}
    assert machines == {"ubuntu-24.04"} and "`ubuntu-24.04`" in YEARLY


def test_a_release_is_checked_as_the_guide_says() -> None:
    """Its command is the one that the tests give, its files are those that are made."""
    assert f"sha256sum --check --strict {release.SUMS}\n" in PROGRAM
    for ending in (".tar.gz", ".whl", "-sitio.tar.gz", ".cdx.json"):
        assert f"`{ending}`" in PROGRAM
    assert "name: Lanzar\n" in WORKFLOWS["lanzar"] and "«Lanzar»" in PROGRAM
    assert "name: Dependencias\n" in WORKFLOWS["dependencias"] and "«Dependencias»" in PROGRAM
    assert re.search(r'cron: "\d+ \d+ \* \* 1"', WORKFLOWS["dependencias"]) and "lunes" in PROGRAM
