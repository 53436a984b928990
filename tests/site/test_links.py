"""The built site, walked link by link."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.site.addresses import LeavesSite, is_outside, target
from tests.site.outline import Element, Outline, Pages

SITES = (
    *("site", "hostile_site", "plain_site", "empty_site"),
    *(pytest.param(one, marks=pytest.mark.slow) for one in ("offline_site", "homeless_site")),
)
QUESTIONS = ("registro/", "verificar/", "v/")
"""Pages whose script reads a question behind `#`."""

MAY_LEAVE = ("a", "link rel=canonical")
"""Only what a person follows, and what tells search engines the address, may name a host."""


@pytest.fixture(scope="module", params=SITES)
def walked(request: pytest.FixtureRequest, pages_of: Callable[[str], Pages]) -> Pages:
    """The pages of each kind of site in turn."""
    return pages_of(request.param)


def _kind(element: Element) -> str:
    rel = element.attributes.get("rel")
    return f"{element.tag} rel={rel}" if element.tag == "link" else element.tag


def _inner_links(pages: Pages) -> Iterator[tuple[str, Element, str]]:
    for name in pages.names:
        for element, address in pages[name].links:
            if not is_outside(address) and not address.startswith("data:"):
                yield name, element, address


def _broken(pages: Pages, name: str, address: str) -> str | None:
    try:
        found = target(name, address)
    except LeavesSite:
        return f"{name}: {address} leaves the site"
    if not (pages.site / found.file).is_file():
        return f"{name}: {address} leads to no file"
    if not found.fragment or not found.file.endswith(".html"):
        return None
    if "=" in found.fragment and found.file.removesuffix("index.html") in QUESTIONS:
        return None
    if found.fragment not in pages[found.file].anchors:
        return f"{name}: {address} leads to no such place"
    return None


def test_every_link_leads_to_a_file_and_a_place_in_it(
    walked: Pages, record_property: Callable[[str, object], None]
) -> None:
    """Every address in every page leads to a file of the site, and every fragment to an id."""
    record_property("links", len(walked.names))
    links = ((name, address) for name, _, address in _inner_links(walked))
    told = {problem for name, address in links if (problem := _broken(walked, name, address))}

    assert not told


def test_links_are_relative(walked: Pages) -> None:
    """No page counts on standing at the root of a host, but the one for lost addresses."""
    absolute = {
        f"{name}: {address}"
        for name, _, address in _inner_links(walked)
        if address.startswith("/") and name != "404.html"
    }

    assert not absolute


def test_nothing_is_fetched_from_another_host(walked: Pages) -> None:
    """Pictures, scripts, styles, forms and frames are all the site's own."""
    foreign = {
        f"{name}: {_kind(element)} {address}"
        for name in walked.names
        for element, address in walked[name].links
        if is_outside(address)
        and _kind(element) not in MAY_LEAVE
        and "hreflang" not in element.attributes  # the same page in English, as search engines ask
    }

    assert not {one for one in foreign if " data:" not in one}


def test_addresses_of_others_are_web_addresses(walked: Pages) -> None:
    """What leads out is http, https, a calendar or an institution's mail: nothing that runs."""
    schemes = {
        urlsplit(address).scheme
        for name in walked.names
        for element, address in walked[name].links
        if element.tag == "a" and is_outside(address)
    }

    assert schemes <= {"http", "https", "mailto", "webcal"}


_STYLE_ADDRESS = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")


def _style_addresses(site: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(site.rglob("*.css")):
        for match in _STYLE_ADDRESS.finditer(path.read_text(encoding="utf-8")):
            yield path.relative_to(site).as_posix(), match[1] or match[2]


def test_styles_fetch_only_what_the_site_holds(site: Path) -> None:
    """No style sheet asks another host for a font or a picture, and what it names is there."""
    for name, address in _style_addresses(site):
        if not address.startswith(("data:", "#")):
            assert not is_outside(address), f"{name}: {address}"
            assert (site / target(name, address).file).is_file(), f"{name}: {address}"


def test_every_redirect_leads_to_a_page(walked: Pages) -> None:
    """A former address sends on at once to a page that does not send on again."""
    for name in walked.names:
        page = walked[name]
        if page.is_redirect:
            (address,) = {a for e, a in page.links if e.tag == "meta"}
            assert not walked[target(name, address).file].is_redirect, name
            assert not page.is_indexable


_WITHDRAWN = ("Ficha retirada", "Record withdrawn")


def _reachable(pages: Pages) -> set[str]:
    found, waiting = set(), ["index.html"]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        if name.endswith(".html"):
            waiting += [
                target(name, address).file
                for element, address in _page_links(pages[name])
                if not is_outside(address)
            ]
    return found


def _page_links(page: Outline) -> list[tuple[Element, str]]:
    return [(element, address) for element, address in page.links if element.tag == "a"]


def test_every_page_can_be_reached_from_home(pages: Pages) -> None:
    """Whoever has no JavaScript reaches every page by following links, but withdrawn records."""
    asked = {
        name
        for name in pages.names
        if pages[name].is_redirect or pages[name].title.startswith(_WITHDRAWN)
    }
    lost = set(pages.names) - _reachable(pages) - asked - {"404.html"}

    assert not lost
