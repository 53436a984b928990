"""The addresses that a change is said to touch, against the sites that are really built."""

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from generator import engine, pipeline, prose
from generator.changes.addresses import Around, addresses
from generator.checking import check
from generator.registry import Registry, registry
from generator.sources import Sources
from generator.views.page import Site
from tests.scratch import SOUND
from tests.small_project import ROOT, Project, small_project, tree

DAY = date(2026, 11, 23)
PAGE = "---\ntitle: {0}\ndescription: {0}.\n---\n# {0}\n\n{1}\n"
PROSE = {
    "index.md": '<div data-registro="resumen"></div>',
    "quieta.md": "Nada del registro.",
    "nombra.md": "[El acuerdo](registro:acuerdos/conservas-nuevo)",
    "cambios.md": '<div data-registro="cambios"></div>',
}
LAGUNA, ACUERDO = "empresas/conservas-laguna.yaml", "acuerdos/conservas-i.yaml"
ASIDE = ("buscar", "verificar", "recursos", "esquemas", "listas")
"""Kinds of files that follow every change or none, and are not told."""

EDITS: Mapping[str, tuple[str, str, str]] = {
    "a name": (LAGUNA, "nombre: Planta Talca", "nombre: Planta Piduco"),
    "an agreement's name": (ACUERDO, "Conservas: primera", "Frascos: primera"),
    "a former id": (ACUERDO, "ids_anteriores:\n", "ids_anteriores:\n  - conservas-nuevo\n"),
    "the register": ("registro.yaml", "nombre: Registro", "nombre: Otro registro"),
    "nothing public": ("acuerdos/borrador.yaml", "nombre: ", "nombre: Otro "),
}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = small_project(tmp_path_factory.mktemp("mundo"))
    shutil.rmtree(project.registry)
    shutil.copytree(SOUND, project.registry)
    for name, text in PROSE.items():
        (project.content / name).write_text(PAGE.format(name, text), encoding="utf-8")
    return project


@pytest.fixture(scope="module")
def before(world: Project) -> tuple[Registry, dict[str, str]]:
    return _built(world, "antes")


def _built(project: Project, name: str) -> tuple[Registry, dict[str, str]]:
    """What a registry publishes, and every file of its site."""
    out, cache = project.folder / name, project.folder / "cache"
    sources = Sources(project.registry, project.content, ROOT / "templates", project.config)
    built = pipeline.build(sources, out, DAY, cache=cache, wanted=_told)
    assert built.published
    return registry(check(project.registry, DAY).loaded), tree(out)


def _told(kind: str) -> bool:
    return kind not in ASIDE


def _address(file: str) -> tuple[str, str] | None:
    """The kind and address of a site's file; None for those that follow every change."""
    folder, _, _ = file.partition("/")
    kinds = {"calendario": "calendarios", "feeds": "novedades", "insignias": "insignias"}
    if file.endswith("index.html"):
        return "paginas", file.removesuffix("index.html")
    return (kinds[folder], file) if folder in kinds else None


@pytest.mark.parametrize("case", EDITS)
def test_the_addresses_are_those_that_change(
    world: Project, before: tuple[Registry, dict[str, str]], case: str
) -> None:
    """Built before and after, the files that differ are exactly those that were told."""
    path, old, new = EDITS[case]
    file = world.registry / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    try:
        after, files = _built(world, f"tras-{case}".replace(" ", "-"))
    finally:
        file.write_text(text, encoding="utf-8")

    url = engine.settings(world.config, world.content).site_url
    around = Around(Site(url, DAY), ROOT / "templates", prose.prose_pages(world.content))
    found = addresses(before[0], after, around)

    told = {(kind, part, one) for kind, all_ in found.items() for part in ("new", "changed", "gone")
            for one in getattr(all_, part) if kind != "qr"}  # fmt: skip
    assert told == set(_differ(before[1], files))
    assert (case == "nothing public") is (not told)


def _differ(old: Mapping[str, str], new: Mapping[str, str]):  # type: ignore[no-untyped-def]
    for file in {*old, *new}:
        address = _address(file)
        if address and old.get(file) != new.get(file):
            part = "new" if file not in old else "gone" if file not in new else "changed"
            yield address[0], part, address[1]


def test_without_an_address_there_are_only_pages(tmp_path: Path) -> None:
    """A site without a public address has neither calendars nor badges to change."""
    project = small_project(tmp_path / "p")
    old = registry(check(project.registry, DAY).loaded)
    text = project.company.read_text(encoding="utf-8")
    project.company.write_text(text.replace("Planta Talca", "Planta"), encoding="utf-8")
    new = registry(check(project.registry, DAY).loaded)

    assert set(addresses(old, new, Around(Site("", DAY), ROOT / "templates", ()))) == {"paginas"}
