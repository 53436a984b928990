"""What whoever waits for a preview sees of an edit before all the rest is made."""

import re
import shutil
import time
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from generator import pipeline
from generator.file_states import TICK
from generator.pipeline import Built
from generator.sources import Sources
from tests.scratch import SOUND
from tests.small_project import ROOT, Project, tree

DAY = date(2026, 11, 23)
COMPANY, LIST = "empresas/conservas-laguna/index.html", "acuerdos/conservas-i/index.html"
OLD, NEW = "Conservas Laguna", "Conserva Laguna Nueva"
NEW_COMPANY = """\
razon_social: Álamo S.A.
tipo: persona_juridica
rut: "99900021-5"
tamano: micro
comuna: "07101"
elementos:
  - id: planta
    alcance: establecimiento
    nombre: Planta
    comuna: "07101"
    adhesiones:
      - acuerdo: conservas-ii
        fecha: 2025-02-01
        estado: aceptada
fuentes:
  - documento: Nómina del acuerdo
"""


class Watched:
    """A site built while somebody waits; `seen` is what could be looked at before it was there."""

    def __init__(self, project: Project) -> None:
        self.project, self.seen = project, list[Mapping[str, bytes]]()
        self.standing: dict[str, str] = {}
        shutil.rmtree(project.registry)
        shutil.copytree(SOUND, project.registry)
        self.company = project.registry / "empresas/conservas-laguna.yaml"
        self.build()

    def build(self) -> Built:
        project, self.seen = self.project, []
        time.sleep(2 * TICK / 1e9)  # files of the last moment may still change in the same one
        sources = Sources(project.registry, project.content, ROOT / "templates", project.config)
        cache = project.folder / "cache"
        return pipeline.build(sources, project.out, DAY, cache=cache, show=self._look)

    def _look(self, files: Mapping[str, bytes]) -> None:
        self.seen.append(files)
        self.standing = tree(self.project.out)

    def file(self, name: str) -> bytes:
        return (self.project.out / name).read_bytes()


@pytest.fixture
def watched(project: Project) -> Watched:
    return Watched(project)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_pages_of_an_edited_company_are_shown_first(watched: Watched) -> None:
    """They are as they will be in the end; the site is still that of before, and whole."""
    before = tree(watched.project.out)
    edit(watched.company, f"razon_social: {OLD}", f"razon_social: {NEW}")

    watched.build()

    (early,) = watched.seen
    assert watched.standing == before
    assert NEW in early[COMPANY].decode() and NEW in watched.file(LIST).decode()
    assert LIST not in early
    assert all(content == watched.file(name) for name, content in early.items())


def test_an_edited_seal_shows_with_its_holder(watched: Watched) -> None:
    """The holder's page tells of its seal: both are shown first."""
    seal = next((watched.project.registry / "sellos").rglob("*.yaml"))
    text = seal.read_text(encoding="utf-8")
    holder, code = (re.search(rf"{key}: \"?([\w-]+)", text)[1] for key in ("empresa", "codigo"))
    seal.write_text(f"{text}notas: Una nota nueva.\n", encoding="utf-8")

    watched.build()

    (early,) = watched.seen
    assert {
        f"empresas/{holder}/index.html",
        f"v/{code.replace('-', '')}/index.html",
    } <= early.keys()


def test_nothing_is_told_without_an_edit(watched: Watched) -> None:
    """There is nothing to look at that was not there before."""
    watched.build()

    assert watched.seen == []


def test_nothing_is_told_of_a_fault(watched: Watched) -> None:
    """The last good site stays as it was."""
    before = tree(watched.project.out)
    edit(watched.company, "razon_social: ", "razon_zocial: ")

    assert watched.build().published is None
    assert watched.seen == [] and tree(watched.project.out) == before


def test_nothing_is_told_where_all_is_made_anew(watched: Watched) -> None:
    """Pages of any company may show an edited agreement; a new company is in no list yet."""
    agreement = watched.project.registry / "acuerdos/conservas-i.yaml"
    edit(agreement, "sector: conservas de fruta", "sector: conservas de frutas")
    assert watched.build().published
    assert watched.seen == []

    new = watched.company.with_name("alamo.yaml")
    new.write_text(NEW_COMPANY, encoding="utf-8")
    assert watched.build().published
    assert watched.seen == []
