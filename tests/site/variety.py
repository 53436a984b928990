"""A built site → few of its pages that together hold every kind of thing that any page holds.

What is tried on each of them is tried on whatever a template may write, and a template that is new
brings its page along by itself.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from lxml import html

_PARSER = html.HTMLParser(encoding="utf-8")
_VALUES = ("role", "type", "scope", "aria-live", "lang")
"""Attributes that make another thing of an element by what they say."""

Trait = tuple[str | int, ...]


@cache
def varied(site: Path) -> tuple[str, ...]:
    """Addresses of pages, redirects left out; no trait of any page is in none of these."""
    left, chosen = set[Trait](), list[str]()
    pages = dict(_pages(site))
    left = left.union(*pages.values())
    while left:
        chosen.append(max(pages, key=lambda address: len(pages[address] & left)))
        left -= pages[chosen[-1]]
    return tuple(chosen)


def _pages(site: Path) -> Iterator[tuple[str, frozenset[Trait]]]:
    for file in sorted(site.rglob("index.html")):
        root = html.parse(str(file), _PARSER).getroot()
        if not root.xpath("//meta[@http-equiv='refresh']"):
            address = file.relative_to(site).as_posix().removesuffix("index.html")
            yield address, frozenset(traits(root.body, address))


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
