"""A built site → few of its pages that together hold every kind of thing that any page holds.

What is tried on each of them is tried on whatever a template may write, and a template that is new
brings its page along by itself.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from lxml import html

_PARSER = html.HTMLParser(encoding="utf-8")
_VALUES = ("role", "type", "scope", "aria-live", "lang")
"""Attributes that make another thing of an element by what they say."""

_STOPS = (
    ".//a[@href]|.//button|.//summary|.//select|.//textarea|.//input[not(@type='hidden')]"
    "|.//*[@tabindex='0']"
)
_START, _PAGE = 30, 500
"""What it costs to open a page, in stops and in elements."""

Trait = tuple[str | int, ...]


@cache
def varied(site: Path) -> tuple[str, ...]:
    """Addresses of pages, redirects left out; no trait of any page is in none of these."""
    pages, price = dict[str, frozenset[Trait]](), dict[str, int]()
    for address, body in _pages(site):
        pages[address] = frozenset(traits(body, address))
        price[address] = _PAGE + sum(1 for _ in body.iter())
    return tuple(_covering(pages, price))


def unlike(site: Path, other: Path) -> list[str]:
    """The varied pages of a site, without those whose body another site has word for word."""
    return [one for one in varied(site) if _said(site / one) != _said(other / one)]


def _said(folder: Path) -> bytes | None:
    file = folder / "index.html"
    if not file.is_file():
        return None
    (main,) = html.parse(str(file), _PARSER).getroot().xpath("//main")
    return html.tostring(main)  # type: ignore[no-any-return]


@cache
def stopped_at(site: Path) -> tuple[str, ...]:
    """Addresses of pages with few stops that together have every kind of stop of the Tab key."""
    pages, price = dict[str, frozenset[Trait]](), dict[str, int]()
    for address, body in _pages(site):
        stops = body.xpath(_STOPS)
        pages[address], price[address] = frozenset(_kinds(stops)), _START + len(stops)
    return tuple(_covering(pages, price))


def _covering(pages: Mapping[str, frozenset[Trait]], price: Mapping[str, int]) -> Iterator[str]:
    left = set[Trait]().union(*pages.values())
    while left:
        best = max(pages, key=lambda address: len(pages[address] & left) / price[address])
        left -= pages[best]
        yield best


def _pages(site: Path) -> Iterator[tuple[str, html.HtmlElement]]:
    for file in sorted(site.rglob("index.html")):
        root = html.parse(str(file), _PARSER).getroot()
        if not root.xpath("//meta[@http-equiv='refresh']"):
            yield file.relative_to(site).as_posix().removesuffix("index.html"), root.body


def _kinds(stops: Iterable[html.HtmlElement]) -> Iterator[Trait]:
    """Each stop by its classes and attributes, and by what it stands in."""
    for one in stops:
        around = next(box for box in one.iterancestors() if box.get("class") or box.tag == "body")
        yield "in", one.tag, one.getparent().tag, *around.get("class", "").split()[:1]
        yield "class", one.tag, *sorted(one.get("class", "").split())
        for name, value in one.attrib.items():
            yield "attribute", one.tag, name, value if name in _VALUES else ""


def traits(body: html.HtmlElement, address: str) -> Iterator[Trait]:
    """Section and depth of the page; each element by its place, its classes and attributes."""
    yield "section", address.partition("/")[0], address.count("/")
    for element in body.iter(html.etree.Element):
        around = element.getparent()
        yield "in", around.tag, element.tag
        if not len(element) and not (element.text or "").strip():
            yield "empty", element.tag
        for name in element.get("class", "").split():
            yield "class", element.tag, name
        attributes: Mapping[str, str] = element.attrib
        for name, value in attributes.items():
            yield "attribute", element.tag, name, value if name in _VALUES else ""
