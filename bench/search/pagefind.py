"""Our built site and its rows → what Pagefind indexes and serves: its pages, with filters.

Pagefind gets the record pages of our own site, as somebody would who put it there: what stands
around a record is left out, and every facet of ours is a filter of its own. A page is one result:
elements are found as parts of their company's page.
"""

import subprocess
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from bench.pages.parts import article
from bench.search.questions import Row

_ONE = ("tipo", "estado", "Sector (CIIU)", "Rubro", "Tamaño de la empresa")
"""Facets of which a row has one value, whose name may hold commas."""
_SEVERAL = ("Región", "Comuna", "Acuerdo", "Año")
SECTIONS = ("empresas", "acuerdos", "v")
TRIAL = """\
<!doctype html>
<html lang="es">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Pagefind</title>
<input id="box" type="search" aria-label="Buscar">
<div id="answers"><p id="count"></p><ol id="list"></ol></div>
<div id="values"></div>
</html>
"""
Filters = Mapping[str, Mapping[str, set[str]]]
"""By the path of a page: the values of each facet."""


def filters(rows: Iterable[Row]) -> Filters:
    """What the rows of our own search say of each page; an element's row is its company's."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in rows:
        facets = found[_page(row["direccion_web"])]
        for facet in (*_ONE, *_SEVERAL):
            values = row[facet].split(", ") if facet in _SEVERAL else [row[facet]]
            facets[facet] |= {value for value in values if value}
    return found


def _page(address: str) -> str:
    """`https://host/any/empresas/x/#planta` → `empresas/x`."""
    return "/".join(urlsplit(address).path.strip("/").split("/")[-2:])


def write(site: Path, known: Filters, out: Path) -> int:
    """The pages to index, and the page that asks; how many."""
    out.mkdir(parents=True)
    count = 0
    for path, html in _pages(site, known):
        file = out / path / "index.html"
        file.parent.mkdir(parents=True)
        file.write_text(html, encoding="utf-8")
        count += 1
    (out / "index.html").write_text(TRIAL, encoding="utf-8")
    return count


def _pages(site: Path, known: Filters) -> Iterator[tuple[str, str]]:
    for section in SECTIONS:
        for file in sorted((site / section).glob("*/index.html")):
            path = f"{section}/{file.parent.name}"
            body = article(file.read_text(encoding="utf-8"))
            if body and path in known:
                yield path, page(body, known[path])


def page(body: str, values: Mapping[str, Iterable[str]]) -> str:
    """A record that Pagefind finds, with its filters."""
    marks = "".join(
        f'<meta data-pagefind-filter="{escape(facet)}[content]" content="{escape(value)}">'
        for facet, those in values.items()
        for value in sorted(those)
    )
    head = '<!doctype html><html lang="es"><meta charset="utf-8">'
    return f"{head}<body><main data-pagefind-body>{marks}{body}</main></body></html>\n"


def index(binary: Path, out: Path) -> str:
    """Let Pagefind index the folder; empty, or the last line that says why it did not."""
    words = [f"{binary}", "--site", f"{out}", "--quiet"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    told = (done.stderr + done.stdout).strip().splitlines() or ["pagefind failed"]
    return told[-1] if done.returncode else ""
