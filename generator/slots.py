"""Marked places of finished prose pages → the live fragments and links that belong there."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

SLOT_ATTRIBUTE = "data-registro"
LINK_SCHEME = "registro:"
_LINK = re.compile(
    r"""<a\b(?P<before>[^>]*?)\shref=(?P<quote>["'])registro:(?P<name>[^"'#]*)(?P<mark>\#[^"']*)?"""
    r"""(?P=quote)(?P<after>[^>]*)>(?P<text>.*?)</a>""",
    re.DOTALL,
)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


@dataclass(frozen=True, slots=True)
class Place:
    """An element that a slot fills: its name and where it starts and ends in the page."""

    name: str
    start: int
    end: int


def places(html: str) -> list[Place]:
    """Every element with `data-registro`, outermost only."""
    if SLOT_ATTRIBUTE not in html:
        return []
    finder = _Finder(html)
    finder.feed(html)
    finder.close()
    return finder.found


def filled(html: str, fragment: Callable[[str], str]) -> str:
    """The page with each marked element replaced by `fragment(name)`."""
    pieces, last = [], 0
    for place in places(html):
        pieces += [html[last : place.start], fragment(place.name)]
        last = place.end
    return "".join([*pieces, html[last:]])


def linked(html: str, address: Callable[[str], str | None]) -> str:
    """The page with `registro:` links resolved; one that leads nowhere becomes its text."""

    def replaced(match: re.Match[str]) -> str:
        target = address(match["name"])
        if target is None:
            return match["text"]
        opened = f'<a{match["before"]} href="{target}{match["mark"] or ""}"{match["after"]}>'
        return f"{opened}{match['text']}</a>"

    return _LINK.sub(replaced, html) if LINK_SCHEME in html else html


class _Finder(HTMLParser):
    """Notes where marked elements start and where their end tag ends."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Place] = []
        self._html = html
        self._lines = [0, *(m.end() for m in re.finditer("\n", html))]
        self._open: tuple[str, str, int, int] | None = None

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._open is not None:
            name, opened, start, depth = self._open
            if tag == opened:
                self._open = (name, opened, start, depth + 1)
            return
        slot = dict(attrs).get(SLOT_ATTRIBUTE)
        if slot is None:
            return
        start = self._offset()
        if tag in _VOID:
            text = self.get_starttag_text() or ""
            self.found.append(Place(slot, start, start + len(text)))
        else:
            self._open = (slot, tag, start, 1)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """HTML knows no self-closing elements: `<div/>` opens a div."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._open is None or tag != self._open[1]:
            return
        name, opened, start, depth = self._open
        if depth > 1:
            self._open = (name, opened, start, depth - 1)
            return
        end = self._html.index(">", self._offset()) + 1
        self.found.append(Place(name, start, end))
        self._open = None


_IN_SOURCE = re.compile(rf"""{SLOT_ATTRIBUTE}=(["']?)([^"'\s>}}]*)""")
_LINK_IN_SOURCE = re.compile(
    r"""(?:\]\(\s*<?|^\s*\[[^\]]+\]:\s*<?|href=["']?)registro:([^)\s#"'>]*)"""
)
_FENCE = re.compile(r"^\s*(`{3,}|~{3,})")
_CODE = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)")


@dataclass(frozen=True, slots=True)
class Mention:
    """A slot or record link in a Markdown source, with its line and column."""

    kind: str  # "slot" or "link"
    name: str
    line: int
    column: int


def mentions(markdown: str) -> Iterator[Mention]:
    """Slots and record links of a Markdown page, but for those shown as code."""
    fence = ""
    for number, line in enumerate(markdown.split("\n"), 1):
        if opened := _FENCE.match(line):
            mark = opened[1]
            if not fence:
                fence = mark
            elif mark.startswith(fence):
                fence = ""
            continue
        if fence:
            continue
        shown = _CODE.sub(lambda m: " " * len(m[0]), line)
        for match in _IN_SOURCE.finditer(shown):
            yield Mention("slot", match[2], number, match.start(2) + 1)
        for match in _LINK_IN_SOURCE.finditer(shown):
            yield Mention("link", match[1], number, match.start(1) - len(LINK_SCHEME) + 1)
