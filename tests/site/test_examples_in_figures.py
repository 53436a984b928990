"""Figures that include fictional records: the site with examples against the same without.

Whatever number the examples change must have the word in its own line, cell or heading.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from tests.site.outline import Element, Outline, Pages

NO_COUNT = re.compile(r"\d{1,2} de \w+ de \d{4}|\b(?:19|20)\d\d\b|CIIU4\.CL|División \d\d|CO2e?")
"""Days, years, codes and symbols: numbers that count nothing."""
SIZE = re.compile(r"\d[\d.]*(?:,\d+)? [kM]B")
"""Of a file: it counts nothing of the register either."""
COUNT = re.compile(
    r"\d (?:\(.*?\) )?(?:de \d|acuerdo|instalaci|elemento|certificado|sello|empresa)", re.IGNORECASE
)
LINES = ("p", "caption", "h1", "h2", "h3", "h4", "summary", "title", "option")
BARE = {"apl-indice", "apl-barras", "apl-columnas"}
"""Lists whose lines hold nothing but a name and a number."""


@pytest.fixture(scope="module")
def without(pages_of: Callable[[str], Pages]) -> Pages:
    """The pages of the site as if examples did not exist."""
    return pages_of("plain_site")


def _lines(page: Outline, around: Element) -> Iterator[tuple[str, str]]:
    """Each line of text outside tables: how it reads, and with what stands over it."""
    for one in around.children:
        if _is_line(one):
            line = NO_COUNT.sub("", one.text)
            if _has_figure(one, line):
                yield line, f"{one.text} {_label(page, around)}"
        elif one.tag != "table":
            yield from _lines(page, one)
        else:
            for caption in one.find("caption"):
                line = NO_COUNT.sub("", caption.text)
                if re.search(r"\d", line):
                    yield line, caption.text


def _is_line(one: Element) -> bool:
    if one.tag == "li":
        return not one.find("li")
    return one.tag in LINES or (one.tag == "div" and {c.tag for c in one.children} == {"dt", "dd"})


def _has_figure(one: Element, line: str) -> bool:
    """Names, codes and days hold digits too; a figure of a row counts something."""
    is_bare = one.tag != "li" or bool(one.parent and BARE & set(one.parent.classes))
    return bool(re.search(r"[1-9]", line) if is_bare else COUNT.search(line))


def _label(page: Outline, around: Element) -> str:
    """The heading that a list names as its own."""
    named = around.attributes.get("aria-labelledby", "")
    found = [one.text for one in page.elements if one.attributes.get("id") == named]
    return " ".join([around.attributes.get("aria-label", ""), *found])


def _cells(page: Outline) -> Iterator[tuple[tuple[str, str], str, str]]:
    """Each cell of each table by the heads of its row and column: how it reads, and with them.

    A row whose own head is labelled an example says it of all its cells.
    """
    for table in page.one("main").find("table"):
        heads = [one.text for one in table.find("tr")[0].find("th")]
        own = "apl-embudo" in table.classes  # one unit throughout: its caption says it
        caption = table.find("caption")[0].text if own else ""
        for row in table.find("tr")[1:]:
            name = SIZE.sub("", row.find("th")[0].text) if row.find("th") else ""
            label = " ".join(one.text for th in row.find("th") for one in _labels(th))
            cells = row.find("td")
            for place, cell in enumerate(cells, len(heads) - len(cells)):
                head = heads[place] if 0 <= place < len(heads) else ""
                text = SIZE.sub("", cell.text)
                yield (name, head.partition(",")[0]), text, f"{text} {head} {label} {caption}"


def _labels(head: Element) -> list[Element]:
    return [one for one in head.find("span") if "apl-etiqueta" in one.classes]


def _is_told(text: str) -> bool:
    return "ejemplo" in text.lower() or "example" in text.lower()


@dataclass(frozen=True, slots=True)
class Known:
    """What a site without examples says."""

    lines: frozenset[str]
    cells: frozenset[tuple[tuple[str, str], str]]


def _untold(page: Outline, known: Known) -> Iterator[str]:
    """The figures of a page that no page without examples has, and that do not say so."""
    for line, told in _lines(page, page.one("main")):
        if line not in known.lines and not _is_told(told):
            yield line
    for place, text, told in _cells(page):
        if re.search("[1-9]", text) and (place, text) not in known.cells and not _is_told(told):
            yield f"{place}: {text}"


def _known(*pages: Outline) -> Known:
    lines = (line for page in pages for line, _ in _lines(page, page.one("main")))
    cells = ((place, text) for page in pages for place, text, _ in _cells(page))
    return Known(frozenset(lines), frozenset(cells))


def test_every_figure_that_examples_change_says_so(pages: Pages, without: Pages) -> None:
    """No reader meets a number that counts fiction without the word beside it."""
    anywhere = _known(*(page for _, page in without.items()))
    untold = {}
    for name, page in pages.items():
        known = _known(without[name]) if name in without else anywhere
        if not page.says_example and (found := [*_untold(page, known)]):
            untold[name] = found

    assert not untold


def test_without_examples_no_figure_speaks_of_them(without: Pages) -> None:
    """A register that shows only real records has no use for the word in its figures."""
    for name, page in without.items():
        for line, _ in _lines(page, page.one("main")):
            assert not re.search(r"\d+ de ejemplo|incluye \d", line), f"{name}: {line}"
