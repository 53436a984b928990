"""Two built sites → in what their pages differ, whatever the theme around them writes otherwise."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urljoin

from lxml import html
from lxml.html import HtmlElement

_HOST = "https://sitio.example/"
_ADDRESSES = frozenset({"href", "src", "action", "formaction", "poster", "data"})
_FRAME = {
    "header": "//header",
    "tabs": "//nav[contains(@class, 'md-tabs')]",
    "menu": "//nav[contains(@class, 'md-nav--primary')]",
    "contents": "//nav[contains(@class, 'md-nav--secondary')]",
    "foot": "//footer",
}

MADE_WITH = re.compile(r"(?:hecho con|made with) (Zensical|Material for MkDocs)")
"""The last words of every foot, which name and link to what printed the page."""
OWN_WORDS = re.compile(
    r"^(?:Table of contents|On this page) |(?: )(?:Table of contents|On this page)(?= )"
)
"""How each theme's English names a page's contents."""
SKIP = "__skip"
"""The place that Zensical puts before what a page is about."""
_OPENING = re.compile(rf'(<article[^>]*>)\s*(?:<a id="{SKIP}" tabindex="-1"></a>\s*)?')
_ARTICLE = re.compile(r"<article\b.*?</article>", re.DOTALL)

Facts = dict[str, object]


def names(site: Path) -> set[str]:
    """Every file of a site."""
    return {one.relative_to(site).as_posix() for one in site.rglob("*") if one.is_file()}


def differences(one: Path, other: Path) -> dict[str, list[str]]:
    """What differs on each page that both sites have; a page that does not is not named."""
    told = {}
    for name in sorted(n for n in names(one) & names(other) if n.endswith(".html")):
        texts = [(site / name).read_text(encoding="utf-8") for site in (one, other)]
        here, there = (facts(text, name) for text in _unlike(*texts))
        if parts := [part for part in here if here[part] != there[part]]:
            told[name] = [f"{p}: {here[p]!r:.300} / {there[p]!r:.300}" for p in parts]
    return told


def _unlike(here: str, there: str) -> tuple[str, str]:
    """Both pages without the article, if it is the same word for word: most of all is."""
    articles = [" ".join(_OPENING.sub(r"\1", one).split()) for one in map(_article, (here, there))]
    if articles[0] != articles[1]:
        return here, there
    return _ARTICLE.sub("", here), _ARTICLE.sub("", there)


def _article(text: str) -> str:
    return "".join(_ARTICLE.findall(text))


def facts(text: str, name: str) -> Facts:
    """What both engines have to print alike on a page, addresses made whole."""
    page = html.document_fromstring(text)
    home = urljoin(_HOST, name.removesuffix("index.html"))
    own = page.xpath("//script/@src[not(contains(., 'assets/'))]")
    data = page.xpath("//script[@type='application/ld+json']")
    told: Facts = {
        "language": page.get("lang"),
        "title": _text(page.find(".//title")),
        "head": sorted(_head(page, home)),
        "data": [json.loads(one.text) for one in data],
        "scripts": [_whole(home, one) for one in own],
        "body": sorted(page.find("body").items()),
    }
    for script in page.xpath("//script|//style"):
        script.drop_tree()
    for part, path in _FRAME.items():
        told[part] = [(_shown(one), _links(one, home)) for one in page.xpath(path)]
    articles = page.xpath("//main//article")
    told["text"] = [_text(one) for one in articles]
    told["elements"] = [_element(one, home) for article in articles for one in _elements(article)]
    return told


def _head(page: HtmlElement, home: str) -> Iterator[tuple[tuple[str, str], ...]]:
    """Tags of the head but for the policy, the engine's name and the engine's sheets."""
    for one in page.xpath("//head/meta|//head/link"):
        is_own = one.get("name") == "generator" or "assets/" in one.get("href", "")
        if not is_own and one.get("http-equiv") != "Content-Security-Policy":
            yield _attributes(one, home)


def _elements(article: HtmlElement) -> Iterator[HtmlElement]:
    return (one for one in article.iter(html.etree.Element) if one.get("id") != SKIP)


def _element(one: HtmlElement, home: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    return str(one.tag), _attributes(one, home)


def _attributes(one: HtmlElement, home: str) -> tuple[tuple[str, str], ...]:
    whole = {k: _whole(home, v) if k in _ADDRESSES else v for k, v in one.items()}
    return tuple(sorted(whole.items()))


@cache
def _whole(home: str, address: str) -> str:
    return urljoin(home, address).removesuffix("index.html")


def _links(part: HtmlElement, home: str) -> list[str]:
    engines = "[not(contains(@href, 'zensical.org') or contains(@href, 'mkdocs-material'))]"
    return [_whole(home, one) for one in part.xpath(f".//a[@href]{engines}/@href")]


def _shown(part: HtmlElement) -> str:
    return OWN_WORDS.sub(" ", MADE_WITH.sub("", _text(part)))


def _text(part: HtmlElement) -> str:
    return " ".join(part.text_content().split())
