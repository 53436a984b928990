"""A build after a change, against a build from nothing: the same bytes, whatever was changed."""

import os
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from generator import pipeline, runs, tasks
from generator.file_states import TICK
from generator.messages import message
from generator.pipeline import Built
from generator.sources import Sources
from tests.scratch import SOUND
from tests.small_project import ROOT, small_project, tree

FIRST_DAY = date(2026, 11, 23)
HOME = """---
title: Portada
description: Portada de prueba.
---
# Portada
"""
SLOTS = (
    "resumen mapa novedades cambios titulares vencimientos embudo lista:acuerdos lista:empresas"
    " lista:certificados lista:sellos lista:regiones lista:comunas lista:rubros lista:anios aviso"
    " portada lista:esquemas calidad emisiones impactos lista:territorios lista:programas"
    " figura:embudo figura:embudo-region figura:vencimientos figura:cruces"
).split()
NAMES = ("Ñandú Inventado SpA", "Conservas Laguna Inventada SpA", "Álamo S.A.", "zeta")
NEW = """razon_social: {name}
tipo: persona_juridica
rut: "{rut}"
tamano: micro
comuna: "{comuna}"
elementos:
  - id: planta
    alcance: establecimiento
    nombre: Planta
    comuna: "{comuna}"
    adhesiones:
      - acuerdo: conservas-ii
        fecha: 2025-02-01
        estado: aceptada
fuentes:
  - documento: Nómina del acuerdo
"""
RUTS = ("99900021-5", "99900022-3", "99900023-1")
COMUNAS = ("07101", "08401", "13101", "05101")


class World:
    """A project whose files change, built with a cache after each change."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        project = small_project(folder / "project")
        self.out, self.cache = folder / "site", folder / "cache"
        self.day, self.clean, self.hurried, self.builds = FIRST_DAY, 0, False, 0
        shutil.rmtree(project.registry)
        shutil.copytree(SOUND, project.registry)
        shutil.copytree(ROOT / "templates", folder / "templates")
        filled = "".join(f'\n<div data-registro="{name}"></div>\n' for name in SLOTS)
        project.home.write_text(HOME + filled, encoding="utf-8")
        config = project.config.read_text(encoding="utf-8")
        project.config.write_text(
            config.replace(str(ROOT / "templates"), str(folder / "templates")), encoding="utf-8"
        )
        self.project = project
        self.sources = Sources(
            project.registry, project.content, folder / "templates", project.config
        )

    def build(self) -> Built:
        """As an editor does, time and again; in a hurry, in the very moment of saving a file."""
        if not self.hurried:
            time.sleep(2 * TICK / 1e9)
        self.hurried, self.builds = False, self.builds + 1
        show = (lambda _: None) if self.builds % 2 else None  # somebody waits for a preview
        return pipeline.build(self.sources, self.out, self.day, cache=self.cache, show=show)

    def build_anew(self) -> tuple[Built, dict[str, str]]:
        """Into a folder where nothing was before; only the engine's print may be an old one."""
        self.clean += 1
        out = self.folder / f"clean-{self.clean}"
        built = pipeline.build(self.sources, out, self.day, cache=self.folder / "other-cache")
        found = tree(out)
        shutil.rmtree(out, ignore_errors=True)
        return built, found

    def records(self, *folders: str) -> list[Path]:
        """The files of some collections, in a fixed order."""
        return sorted(p for one in folders for p in (self.project.registry / one).rglob("*.yaml"))


@pytest.fixture(scope="module", autouse=True)
def short_runs() -> Iterator[None]:
    """Few companies stand in several runs, of which an edit changes one, as thousands do."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(runs, "LENGTH", 2)
        runs._named.cache_clear()
        yield
    runs._named.cache_clear()


@pytest.fixture
def world(tmp_path: Path) -> World:
    made = World(tmp_path)
    made.build()
    return made


def said(built: Built) -> list[str]:
    """Every problem as a person reads it."""
    return [f"{p.place} {p.code} {message(p)}" for p in built.problems]


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def poured(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The keys of the tasks that builds do."""
    found: list[str] = []
    work = tasks._all_made

    def noted(survey, tasks, files):  # type: ignore[no-untyped-def]
        found.extend(task.key for task in tasks)
        return work(survey, tasks, files)

    monkeypatch.setattr(tasks, "_all_made", noted)
    return found


def test_an_edited_company_is_poured_with_what_shows_it(world: World, poured: list[str]) -> None:
    """Its page, its codes and its lists; no page of a company that has nothing to do with it."""
    company = world.project.registry / "empresas/conservas-laguna.yaml"
    edit(company, "razon_social: Conservas Laguna", "razon_social: Conserva Laguna")

    built = world.build()

    assert {"empresa conservas-laguna", "acuerdos/conservas-i/", "prosa "} <= set(poured)
    assert {"mostrar acuerdos/conservas-i", "datos tablas empresas", "buscar"} <= set(poured)
    assert "empresa servicios" not in poured
    assert "mostrar acuerdos/estandar" not in poured
    assert "acuerdos/estandar/" not in poured
    assert world.build_anew()[1] == tree(world.out)
    assert built.published and 0 < built.published.written < built.published.files


def test_only_figures_whose_numbers_changed_are_made(world: World, poured: list[str]) -> None:
    """A new name changes no figure; a new size those of its agreement, and none of certificates."""
    company = world.project.registry / "empresas/conservas-laguna.yaml"
    edit(company, "razon_social: Conservas Laguna", "razon_social: Conserva Laguna")
    world.build()
    assert [key for key in poured if key.startswith("figuras")] == []

    edit(company, "tamano: mediana", "tamano: grande")
    world.build()

    assert "figuras acuerdos/conservas-i" in poured
    assert not {"figuras certificados", "figuras embudo-region", "figuras plazo"} & set(poured)
    assert world.build_anew()[1] == tree(world.out)


def test_a_comment_moves_the_lines_that_pages_name(world: World, poured: list[str]) -> None:
    """The record is the same, but its fields stand further down: links to them follow."""
    company = world.project.registry / "empresas/conservas-laguna.yaml"
    page = world.out / "calidad/comunas/talca/index.html"
    before = page.read_text(encoding="utf-8")
    company.write_text(f"# Uno\n# Dos\n{company.read_text(encoding='utf-8')}", encoding="utf-8")

    world.build()

    assert "conservas-laguna.yaml#L" in before
    assert page.read_text(encoding="utf-8") != before
    assert "empresas/servicios/" not in poured
    assert world.build_anew()[1] == tree(world.out)


def test_nothing_is_poured_where_nothing_changed(world: World, poured: list[str]) -> None:
    """A touched file is read, found the same, and that is all."""
    os.utime(world.project.registry / "empresas/conservas-laguna.yaml")

    built = world.build()

    assert poured == []
    assert built.published and built.published.written == 0


def test_another_day_writes_only_what_the_day_changes(world: World) -> None:
    """Every page that says the day says the new one, and no other file is touched."""
    before = tree(world.out)
    world.day += timedelta(days=1)

    built = world.build()
    after = tree(world.out)

    assert built.published
    assert built.published.written == sum(before[name] != after[name] for name in after)
    assert world.build_anew()[1] == after


@pytest.mark.parametrize(
    "place", [0.6, *(pytest.param(one, marks=pytest.mark.slow) for one in (0.01, 0.3, 0.99))]
)
def test_a_damaged_cache_is_noticed(world: World, poured: list[str], place: float) -> None:
    """One bit is enough: all is done again, and the site is right."""
    for file in world.cache.glob("*.obra"):
        raw = bytearray(file.read_bytes())
        raw[int(len(raw) * place)] ^= 1
        file.write_bytes(raw)
    edit(
        world.project.registry / "empresas/ejemplos/servicios.yaml",
        "razon_social: ",
        "razon_social: X ",
    )

    world.build()

    assert "empresa conservas-laguna" in poured
    assert world.build_anew()[1] == tree(world.out)


@pytest.mark.slow
def test_portions_of_another_build_are_not_taken(world: World) -> None:
    """Those that an earlier build kept are put back; damaged ones, and none at all, do as well."""
    company = world.project.registry / "empresas/conservas-laguna.yaml"
    kept = {file: file.read_bytes() for file in world.cache.iterdir() if file.is_file()}
    for number, spoil in enumerate((_put_back, _flip, _take_away)):
        edit(company, "razon_social: ", f"razon_social: N{number} ")
        world.build()
        for file in sorted(kept):
            if file.suffix != ".obra":
                spoil(file, kept[file])
        edit(company, "razon_social: ", f"razon_social: M{number} ")

        world.build()

        assert world.build_anew()[1] == tree(world.out)


def _put_back(file: Path, content: bytes) -> None:
    file.write_bytes(content)


def _flip(file: Path, content: bytes) -> None:
    file.write_bytes(content[:-9] + bytes([content[-9] ^ 1]) + content[-8:])


def _take_away(file: Path, _: bytes) -> None:
    file.unlink()


def test_a_fault_leaves_the_site_and_its_cure_is_built(world: World) -> None:
    """What was kept is that of the last good site, whatever was tried since."""
    company = world.project.registry / "empresas/conservas-laguna.yaml"
    before = tree(world.out)
    good = company.read_text(encoding="utf-8")
    company.write_text("nombre_fantacia: X\n" + good, encoding="utf-8")
    assert world.build().published is None
    assert tree(world.out) == before

    company.write_text(good.replace("tamano: mediana", "tamano: grande"), encoding="utf-8")
    world.build()

    assert world.build_anew()[1] == tree(world.out) != before


class Editing(RuleBasedStateMachine):
    """Any sequence of changes, by editors, by time and by accident."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(prefix="apl-test-")
        self.world = World(Path(self.folder.name))

    def teardown(self) -> None:
        self.folder.cleanup()

    @initialize()
    def first(self) -> None:
        """A site is there."""
        self.world.build()

    def _pick(self, choice: int, *folders: str) -> Path | None:
        found = self.world.records(*folders)
        return found[choice % len(found)] if found else None

    def _edit(self, path: Path | None, pattern: str, new: str, choice: int = 0) -> None:
        if path is None:
            return
        text = path.read_text(encoding="utf-8")
        places = list(re.finditer(pattern, text))
        if places:
            at = places[choice % len(places)]
            path.write_text(text[: at.start()] + new + text[at.end() :], encoding="utf-8")

    @rule(n=st.integers(0, 20), name=st.sampled_from(NAMES))
    def rename_company(self, n: int, name: str) -> None:
        """Also to the name of another one."""
        self._edit(self._pick(n, "empresas"), r"(?<=razon_social: ).*", name)

    @rule(n=st.integers(0, 20), k=st.integers(0, 9), code=st.sampled_from(COMUNAS))
    def move_element(self, n: int, k: int, code: str) -> None:
        """To another comuna, perhaps of another region."""
        self._edit(self._pick(n, "empresas"), r'(?<=comuna: ")\d{5}', code, k)

    @rule(n=st.integers(0, 30), k=st.integers(0, 9), year=st.integers(2016, 2029))
    def shift_a_day(self, n: int, k: int, year: int) -> None:
        """Any day of a company or seal, into any year: often against a rule."""
        self._edit(
            self._pick(n, "empresas", "sellos"), r"(?<=: )20\d\d(?=-\d\d-\d\d)", str(year), k
        )

    @rule(
        n=st.integers(0, 30), k=st.integers(0, 5), id=st.sampled_from(("conservas-i", "estandar"))
    )
    def another_agreement(self, n: int, k: int, id: str) -> None:
        """An adhesion that was to another agreement."""
        self._edit(self._pick(n, "empresas"), r"(?<=acuerdo: ).*", id, k)

    @rule(n=st.integers(0, 2), k=st.integers(0, 3), name=st.sampled_from(NAMES))
    def add_company(self, n: int, k: int, name: str) -> None:
        """A new one; its RUT may be taken."""
        text = NEW.format(name=name, rut=RUTS[k % 3], comuna=COMUNAS[k])
        (self.world.project.registry / f"empresas/nueva-{n}.yaml").write_text(text, "utf-8")

    @rule(n=st.integers(0, 30))
    def delete_record(self, n: int) -> None:
        """Whoever refers to it is at fault now."""
        if path := self._pick(n, "empresas", "sellos", "acuerdos"):
            path.unlink()

    @rule(n=st.integers(0, 30))
    def rename_record(self, n: int) -> None:
        """Its id is another one."""
        if path := self._pick(n, "empresas", "sellos"):
            path.rename(path.with_stem(f"{path.stem}-x"))

    @rule()
    def restore(self) -> None:
        """All records are what they were at first."""
        shutil.rmtree(self.world.project.registry)
        shutil.copytree(SOUND, self.world.project.registry)

    @rule(name=st.sampled_from(NAMES))
    def rename_agreement(self, name: str) -> None:
        """Which thousands of records may show."""
        self._edit(self._pick(1, "acuerdos"), r"(?<=nombre: ).*", name)

    @rule(days=st.integers(1, 800))
    def wait(self, days: int) -> None:
        """The site is built on a later day."""
        self.world.day += timedelta(days=days)

    @rule()
    def edit_prose(self) -> None:
        """A page of text."""
        home = self.world.project.home
        home.write_text(home.read_text(encoding="utf-8") + "\nMás texto.\n", encoding="utf-8")

    @rule(name=st.sampled_from(("pages/empresa.html", "fragments/head.html", "pages/codigo.html")))
    def edit_template(self, name: str) -> None:
        """What every page of a kind is printed with."""
        path = self.world.sources.templates / name
        path.write_text(path.read_text(encoding="utf-8") + "<!-- x -->\n", encoding="utf-8")

    @rule(url=st.sampled_from(("https://uno.example/", "https://dos.example/registro/")))
    def edit_configuration(self, url: str) -> None:
        """The site moves to another address."""
        self._edit(self.world.project.config, r"(?<=site_url: ).*", url)

    @rule(n=st.integers(0, 500))
    def spoil_output(self, n: int) -> None:
        """Somebody writes into the site, or deletes from it."""
        if files := sorted(p for p in self.world.out.rglob("*") if p.is_file()):
            path = files[n % len(files)]
            if path.name == "registro.css":
                return  # without it the folder is no site of ours
            if n % 2:
                path.write_text("x", encoding="utf-8")
            else:
                path.unlink()

    @rule(n=st.integers(0, 9), at=st.floats(0, 0.999))
    def spoil_cache(self, n: int, at: float) -> None:
        """A bit of the cache flips."""
        files = sorted(p for p in self.world.cache.rglob("*") if p.is_file())
        raw = bytearray(files[n % len(files)].read_bytes()) if files else bytearray()
        if raw:
            raw[int(len(raw) * at)] ^= 1
            files[n % len(files)].write_bytes(raw)

    @rule()
    def hurry(self) -> None:
        """The next build begins before the clock has ticked."""
        self.world.hurried = True

    @invariant()
    def same_as_anew(self) -> None:
        """The same problems; the same site, or the one of before where there are faults."""
        before = tree(self.world.out)
        built, (anew, site) = self.world.build(), self.world.build_anew()

        assert said(built) == said(anew)
        assert tree(self.world.out) == (site if anew.published else before)


TestEditing = Editing.TestCase
TestEditing.settings = settings(
    max_examples=3,
    stateful_step_count=8,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestEditing.pytestmark = [pytest.mark.slow]
