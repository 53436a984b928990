"""Building twice, building again, and building on another day."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from tests.site import building, hostile_registry
from tests.site.building import DAY, Kitchen, Recipe


def _files(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def _hostile(folder: Path) -> Recipe:
    hostile_registry.write(folder)
    return Recipe().with_registry(folder)


@pytest.fixture(scope="module")
def twin(kitchen: Kitchen) -> Path:
    """This repository's site, built once more from a copy that lies elsewhere."""
    return kitchen.site("twin", lambda f: Recipe().with_registry(building.copied_registry(f)))


@pytest.fixture(scope="module")
def later(kitchen: Kitchen) -> Path:
    """This repository's site four hundred days later."""
    return kitchen.site("later", lambda _: Recipe(day=DAY + timedelta(days=400)))


@pytest.mark.slow
def test_two_builds_of_a_day_are_equal(site: Path, twin: Path) -> None:
    """Wherever the sources lie, the same day gives the same bytes."""
    one, other = _files(site), _files(twin)

    assert one.keys() == other.keys()
    assert not [name for name in one if one[name] != other[name]]


@pytest.fixture
def built(hostile_site: Path, tmp_path: Path) -> Recipe:
    """The hostile registry in `registry/`, and its site as it was built before in `site/`."""
    shutil.copytree(hostile_site, tmp_path / "site")
    return _hostile(tmp_path / "registry")


def test_building_again_writes_nothing(built: Recipe, tmp_path: Path) -> None:
    """What has not changed is not touched, so a nightly build changes little.

    Nor is anything written into the registry, or beside the site.
    """
    before = _files(tmp_path)
    again = built.into(tmp_path / "site").published

    assert again is not None
    assert (again.written, again.removed) == (0, 0)
    assert _files(tmp_path) == before


def test_a_removed_record_leaves_no_file(built: Recipe, tmp_path: Path) -> None:
    """What a registry no longer holds goes from the site."""
    (tmp_path / "registry/programas/programa-hostil.yaml").unlink()
    assert (tmp_path / "site/programas/programa-hostil").exists()
    published = built.into(tmp_path / "site").published

    assert published is not None and published.removed
    assert not (tmp_path / "site/programas/programa-hostil").exists()


def test_a_registry_with_faults_leaves_the_site_alone(built: Recipe, tmp_path: Path) -> None:
    """A fault stops the build before the first file is touched."""
    before = _files(tmp_path / "site")
    (tmp_path / "registry/empresas/rota.yaml").write_text("razon_social: [", encoding="utf-8")

    assert built.into(tmp_path / "site").published is None
    assert _files(tmp_path / "site") == before


@pytest.mark.slow
def test_another_day_changes_status_only(site: Path, later: Path) -> None:
    """The same addresses and files stand a year later, but for pages that only a day makes."""
    one, other = _files(site), _files(later)
    pages = {name for name in one if name.endswith(".html")}
    later_pages = {name for name in other if name.endswith(".html")}

    assert not {name for name in pages ^ later_pages if not name.startswith("anios/")}
    assert (
        one["acerca/glosario/index.html"].replace(b"2026-11-23", b"").split(b"<footer")[0]
        == (other["acerca/glosario/index.html"].replace(b"2027-12-28", b"").split(b"<footer")[0])
    )
