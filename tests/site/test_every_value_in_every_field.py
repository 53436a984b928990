"""Hostile values in every text of every record, in every kind of file that a site has."""

import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bench.hostile import __main__ as trying
from bench.hostile import fields, records, refusing, trial, visiting
from bench.hostile.values import REFUSED, SCRIPT, TEXTS
from tests.site.building import Kitchen, Recipe

LISTS = ("index.html", "404.html", "registro", "certificados", "sellos", "cambios", "acuerdos")
"""Pages that show the names of all records, each name a hostile one."""
FORMATS = {".html", ".json", ".ndjson", ".csv", ".xlsx", ".sqlite", ".svg", ".ics", ".atom"}


@pytest.fixture(scope="module")
def values_site(kitchen: Kitchen) -> Path:
    """The site of a register that holds every value in every text of every record type."""

    def prepare(folder: Path) -> Recipe:
        trial.write(folder, TEXTS)
        return Recipe().with_registry(folder)

    return kitchen.site("values", prepare)


def test_every_text_of_every_model_is_planted() -> None:
    """A new text field of a model is tried from its first day."""
    covered = records.covered()
    for kind in fields.KINDS:
        texts = {leaf.path for leaf in fields.leaves(kind) if leaf.is_text}
        said_twice = {path for one, path in records.SAME if one == kind}
        assert texts - said_twice == covered[kind], kind


@pytest.mark.slow
def test_what_is_no_text_is_refused() -> None:
    """A field that is not text refuses all of them in its line, in words; a text only some."""
    tried, wrong = refusing.refusals()

    count = sum(len(fields.leaves(kind)) for kind in fields.KINDS)
    assert tried == len(TEXTS | REFUSED) * count
    assert not wrong


@pytest.mark.slow
def test_every_file_says_the_text_and_nothing_else(values_site: Path) -> None:
    """Read by other people's readers, no file is broken, and each text is as it was written."""
    found = trial.read_back(values_site, TEXTS)

    assert not found.wrong
    assert {kind for kind, marks in found.seen.items() if marks} >= FORMATS
    tables = found.seen[".csv"] & found.seen[".sqlite"] & found.seen[".xlsx"] & found.seen[".json"]
    assert len(tables) > len(TEXTS) * 100


@pytest.mark.slow
def test_a_page_with_all_names_runs_none_of_them(browser: Browser, values_site: Path) -> None:
    """Nothing executes, nothing is asked of another host, and no policy has to step in."""
    some = {
        path.relative_to(values_site).as_posix()
        for name in LISTS
        for path in (values_site / name).glob("index.html")
    }
    some |= {
        next(values_site.glob(f"{one}/*-3/index.html")).relative_to(values_site).as_posix()
        for one in ("acuerdos", "empresas", "programas", "preinversion", "estadisticas")
    }

    assert not visiting.visited(browser, values_site, sorted(some))


def test_a_listener_hears_what_runs(browser: Browser, tmp_path: Path) -> None:
    """A page that does let a text run, without a policy, is told."""
    (tmp_path / "_headers").write_text("/*\n", encoding="utf-8")
    page = f"<!doctype html><title>x</title>{SCRIPT}<img src=//mala.example/x.png>"
    (tmp_path / "index.html").write_text(page, encoding="utf-8")

    told = " ".join(visiting.visited(browser, tmp_path, ["index.html"]))
    assert "a text ran" in told and "asked https://mala.example/x.png" in told


@pytest.mark.slow
def test_nothing_is_written_outside_the_output(tmp_path: Path) -> None:
    """With tricks of paths in every text, a build touches only its own folders."""
    paths = {
        name: text for name, text in TEXTS.items() if name.startswith(("up", "root", "device"))
    }
    trial.write(tmp_path / "registry", paths)
    before = _files(tmp_path / "registry")

    done = trying.build(tmp_path)

    assert done.returncode == 0, done.stdout + done.stderr
    assert _files(tmp_path / "registry") == before
    assert {path.name for path in tmp_path.iterdir()} == {"registry", "site", "tmp"}


def test_a_fence_keeps_a_build_inside(tmp_path: Path) -> None:
    """What would be written elsewhere is told before it is."""
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    inside.mkdir()
    command = ["-m", "bench.hostile.fence", inside, "schema", "--out", outside]

    done = subprocess.run(
        [trying.sys.executable, *map(str, command)],
        cwd=trying.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 99 and "outside the fence" in done.stderr
    assert not outside.exists()


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
