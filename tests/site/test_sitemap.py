"""The sitemap of the built site."""

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

from lxml import etree

from tests.outside_tools import sitemap_schema
from tests.site.outline import Pages, address_of
from tests.site.test_pages import SITE_URL

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LARGEST_PART = 10_000


def _places(path: Path) -> list[str]:
    root = ElementTree.fromstring(path.read_bytes())
    return [one.text or "" for one in root.iter(f"{NAMESPACE}loc")]


def _listed(site: Path) -> list[str]:
    parts = _places(site / "sitemap.xml")
    return [place for part in parts for place in _places(site / part.removeprefix(SITE_URL))]


def test_the_sitemap_holds_exactly_the_pages_to_be_found(site: Path, pages: Pages) -> None:
    """Every page that search engines may list is there once, and no other one."""
    wanted = [
        f"{SITE_URL}{address_of(name)}"
        for name, page in pages.items()
        if page.is_indexable and name != "404.html"
    ]

    assert sorted(_listed(site)) == sorted(wanted)


def test_the_parts_of_the_sitemap_are_small(site: Path) -> None:
    """The index names every part, each of 10,000 addresses at most."""
    parts = _places(site / "sitemap.xml")
    names = {path.name for path in site.glob("sitemap-*.xml")}

    assert {part.removeprefix(SITE_URL) for part in parts} == names
    assert all(0 < len(_places(site / name)) <= LARGEST_PART for name in names)


def test_the_parts_keep_to_the_schema(site: Path) -> None:
    """Each is valid by the XML Schema of sitemaps.org; the index has its elements and no others."""
    schema = etree.XMLSchema(file=str(sitemap_schema()))
    for part in site.glob("sitemap-*.xml"):
        schema.assertValid(etree.parse(str(part)))
    root = etree.parse(str(site / "sitemap.xml")).getroot()

    assert root.tag == f"{NAMESPACE}sitemapindex"
    for one in root:
        assert one.tag == f"{NAMESPACE}sitemap"
        assert [child.tag for child in one] in (
            [f"{NAMESPACE}loc"],
            [f"{NAMESPACE}loc", f"{NAMESPACE}lastmod"],
        )


def test_robots_are_told_of_the_sitemap(site: Path) -> None:
    """Search engines find the sitemap without being told."""
    robots = (site / "robots.txt").read_text(encoding="utf-8")

    assert re.search(rf"^Sitemap: {re.escape(SITE_URL)}sitemap\.xml$", robots, re.MULTILINE)


def test_a_site_without_address_has_no_sitemap(
    homeless_site: Path, pages_of: Callable[[str], Pages]
) -> None:
    """Where the public address is unknown, nothing claims one."""
    pages = pages_of("homeless_site")

    assert not list(homeless_site.rglob("*sitemap*"))
    assert not [name for name, page in pages.items() if page.canonical or page.meta("og:url")]
