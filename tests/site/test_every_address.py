"""Every address of a built site, in pages and in what machines read, leads to something."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.addresses import LeavesSite, Target, is_outside, target
from tests.site.building import OWN
from tests.site.facts import read
from tests.site.test_links import QUESTIONS
from tests.site.test_pages import SITE_URL
from tests.site.whole import Named, anchors, in_files, in_pages

REPOSITORY = str(read(OWN.registry / "registro.yaml")["repositorio"])
"""In the demonstration it stands below the site's own address, and is not there."""

API = "api/v1"
"""Where the addresses of the API begin; nothing is to be read there."""

SITES = (
    "site",
    *(pytest.param(one, marks=pytest.mark.slow) for one in ("hostile_site", "offline_site")),
    "empty_site",
)


def lost(site: Path, named: Iterator[Named]) -> Iterator[str]:
    """What leads out of the site, to no file, or to no place in one."""
    for file, address in named:
        if address.startswith(SITE_URL):
            inside, page = address.removeprefix(SITE_URL), ""
        elif is_outside(address) or address.startswith("data:"):
            continue
        else:
            inside, page = address, file
        try:
            found = target(page, inside)
        except LeavesSite:
            yield f"{file}: {address} leaves the site"
            continue
        if not _is_there(site, found):
            yield f"{file}: {address} leads to nothing"


def _is_there(site: Path, found: Target) -> bool:
    file = site / found.file
    if found.file.removesuffix("index.html").rstrip("/") == API:
        return (site / API / "openapi.json").is_file()
    if not file.is_file():
        return False
    if not found.fragment or file.suffix != ".html":
        return True
    is_question = found.file.removesuffix("index.html") in QUESTIONS and "=" in found.fragment
    return is_question or found.fragment in anchors(file)


def _own(named: Iterator[Named]) -> Iterator[Named]:
    return (one for one in named if not one.address.startswith(REPOSITORY))


@pytest.mark.parametrize("name", SITES)
def test_every_address_in_a_page_leads_somewhere(request: pytest.FixtureRequest, name: str) -> None:
    """Links, pictures, forms, redirects, canonical addresses, other tongues, shared cards."""
    site = request.getfixturevalue(name)

    assert set(lost(site, _own(in_pages(site)))) == set()


@pytest.mark.parametrize("name", SITES)
def test_every_address_for_machines_leads_somewhere(
    request: pytest.FixtureRequest, name: str
) -> None:
    """Feeds, calendars, sitemaps, badges, the API, catalogues, linked data name what is there."""
    site = request.getfixturevalue(name)
    named = list(_own(in_files(site, SITE_URL)))
    if name == "site":
        kinds = {Path(file).suffix for file, _ in named}
        assert kinds >= {".html", ".atom", ".ics", ".svg", ".xml", ".json", ".jsonld"}

    assert set(lost(site, iter(named))) == set()


def test_what_is_lost_is_told(tmp_path: Path) -> None:
    """A missing file, a missing place, a way out, wherever they stand."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_text(
        '<p id="x"><a href="#x">1</a><a href="#y">2</a><img srcset="z.png 2x">'
        '<a href="../../">3</a>',
        encoding="utf-8",
    )
    (tmp_path / "b.ics").write_text(f"URL:{SITE_URL}a/#x\r\nURL:{SITE_URL}nad\r\n a/", "utf-8")

    assert set(lost(tmp_path, in_pages(tmp_path))) == {
        "a/index.html: #y leads to nothing",
        "a/index.html: z.png leads to nothing",
        "a/index.html: ../../ leaves the site",
    }
    assert set(lost(tmp_path, in_files(tmp_path, SITE_URL))) == {
        f"b.ics: {SITE_URL}nada/ leads to nothing"
    }
