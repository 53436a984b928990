"""A built site → every address that any of its text files names, with the file that names it."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from lxml import etree, html

_PARSER = html.HTMLParser(encoding="utf-8")
_ADDRESSES = ("href", "src", "action", "formaction", "poster", "cite", "data-direccion")
_TEXTS = {".json", ".jsonld", ".yml", ".txt", ".ics", ".svg", ".xml", ".atom", ".csv", ".ndjson"}
_FOLD = re.compile(r"\r?\n[ \t]")
"""A line of a calendar goes on in the next one."""

_ANY = r"[^\s\"'<>\\`()\[\]{}|,;]*"
_IDENTITY = re.compile(r'("@id":\s*"|<id>)[^"<]*#[^"<]*')
"""What names a part of a page to machines is its name, and no place to be shown."""


class Named(NamedTuple):
    """An address as it stands in a file of the site."""

    file: str
    address: str


@cache
def anchors(file: Path) -> frozenset[str]:
    """What a fragment can point at in a page."""
    return frozenset(map(str, _page(file).xpath("//@id | //a/@name")))


def in_pages(site: Path) -> Iterator[Named]:
    """Each address that an element of a page names, sets of pictures and redirects included."""
    for file in sorted(site.rglob("*.html")):
        name = file.relative_to(site).as_posix()
        for element in _page(file).iter(etree.Element):
            yield from (Named(name, one) for one in _of_element(element))


def _of_element(element: html.HtmlElement) -> Iterator[str]:
    yield from (element.get(name) for name in _ADDRESSES if element.get(name) is not None)
    for part in element.get("srcset", "").split(","):
        yield from part.split()[:1]
    if element.get("http-equiv", "").lower() == "refresh":
        yield element.get("content", "").partition("url=")[2]
    if element.tag == "meta" and element.get("property") in ("og:url", "og:image"):
        yield element.get("content", "")


def in_files(site: Path, home: str) -> Iterator[Named]:
    """Each address below the site's public one, in all that machines read."""
    pattern = re.compile(re.escape(home) + _ANY)
    for file in sorted(one for one in site.rglob("*") if one.suffix in {*_TEXTS, ".html"}):
        text = _FOLD.sub("", _IDENTITY.sub("", _for_machines(file)))
        name = file.relative_to(site).as_posix()
        for address in set(pattern.findall(text)):
            yield Named(name, address.replace("&amp;", "&").rstrip(".:"))


def _for_machines(file: Path) -> str:
    """The whole text; of a page its linked data alone."""
    if file.suffix != ".html":
        return file.read_text("utf-8")
    return "\n".join(_page(file).xpath("//script[@type='application/ld+json']/text()"))


@cache
def _page(file: Path) -> html.HtmlElement:
    return html.parse(str(file), _PARSER).getroot()
