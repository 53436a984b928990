"""What the measurement of searches in a browser is made of, as far as it needs no browser."""

import json
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.browser import slowing, tables
from bench.browser.serving import LOCAL, Link, Traffic, counted
from bench.search import pagefind
from bench.search.questions import plain_names
from bench.search.tools import EXPLORER, HEADER, MATERIAL, PAGEFIND
from bench.search.visiting import Figures, as_typed
from generator.arguments import ROOT

TOOLS = (HEADER, EXPLORER, MATERIAL, PAGEFIND)


def row(kind: str, name: str, path: str, **facets: str) -> dict[str, str]:
    """A line of the file that the explorer hands over."""
    keys = ("estado", "Sector (CIIU)", "Rubro", "Tamaño de la empresa")
    blank = dict.fromkeys((*keys, "Región", "Comuna", "Acuerdo", "Año"), "")
    address = f"http://host/sub/{path}"
    return {**blank, "tipo": kind, "nombre": name, "direccion_web": address, **facets}


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, Traffic]]:
    (tmp_path / "index.html").write_text("ñandú " * 500, encoding="utf-8")
    (tmp_path / "marca.png").write_bytes(bytes(9_000))
    with counted(tmp_path) as (home, traffic):
        yield home, traffic


def fetched(address: str) -> bytes:
    asked = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(asked) as answer:
        return bytes(answer.read())


def test_bytes_are_counted_as_they_are_sent(served: tuple[str, Traffic]) -> None:
    """Text is sent compressed, pictures as they are, and both are counted as sent."""
    home, traffic = served
    traffic.start(LOCAL)

    sizes = [len(fetched(home)), len(fetched(f"{home}marca.png?v=1"))]

    assert traffic.sent == [("", sizes[0]), ("marca.png", 9_000)]
    assert sizes[0] < 200


def test_all_answers_share_a_slow_link(served: tuple[str, Traffic]) -> None:
    """Two at a time take as long as one after the other, and each waits for its delay."""
    home, traffic = served
    traffic.start(Link("slow", bits=720_000, delay=0.05))
    both = [threading.Thread(target=fetched, args=[f"{home}marca.png"]) for _ in range(2)]
    started = time.monotonic()
    for one in both:
        one.start()
    for one in both:
        one.join()

    assert time.monotonic() - started >= 0.05 + 2 * 9_000 * 8 / 720_000 - 0.01


def test_only_page_processes_are_slowed() -> None:
    """Nothing of this process but a browser's pages is ever stopped; one time slower is as is."""
    with slowing.slowed(1):
        assert slowing.page_processes(1 << 30) == []


def test_names_are_words_that_every_search_takes() -> None:
    """No legal form, no figures or signs, and the same for the same rows."""
    names = ("Viña Ñandú SpA", "Lácteos del Sur Ltda.", "Molino 3 SpA", "Uno", "Pan & Sal S.A.")
    rows = [row("Empresa", name, "empresas/x/") for name in names]
    rows.append(row("Certificado", "Certificado de otro", "v/X/"))

    assert sorted(plain_names(rows, 9)) == ["Lácteos del Sur", "Viña Ñandú"]
    assert plain_names(rows, 1) == plain_names(rows, 1)


def test_names_are_typed_without_lone_spaces() -> None:
    """A letter at a time from the second on; a space alone asks nothing new."""
    assert list(as_typed("Sol y A")) == ["So", "Sol", "Sol y", "Sol y A"]


def test_every_row_of_a_page_is_a_filter_of_it() -> None:
    """An element's values are its company's; commas part places, and not the name of a sector."""
    rows = [
        row("Empresa", "A", "empresas/a/", Comuna="Talca, Ñuñoa"),
        row("Elemento", "Planta", "empresas/a/#planta", estado="Vigente", **{
            "Sector (CIIU)": "Agricultura, ganadería y pesca",
        }),
    ]  # fmt: skip

    found = pagefind.filters(rows)["empresas/a"]

    assert found["Comuna"] == {"Talca", "Ñuñoa"}
    assert found["estado"] == {"Vigente"}
    assert found["Sector (CIIU)"] == {"Agricultura, ganadería y pesca"}


def test_pagefind_gets_records_without_their_surroundings(site: Path, tmp_path: Path) -> None:
    """Every company's page that has a row, its text but no header, its filters quoted."""
    ids = sorted(file.parent.name for file in (site / "empresas").glob("*/index.html"))[:3]
    rows = [row("Empresa", id, f"empresas/{id}/", Rubro='Pan "&" más') for id in ids]

    count = pagefind.write(site, pagefind.filters(rows), tmp_path / "out")

    page = (tmp_path / "out" / "empresas" / ids[0] / "index.html").read_text(encoding="utf-8")
    assert count == 3
    assert "<h1" in page and "md-header" not in page
    assert 'content="Pan &quot;&amp;&quot; más"' in page


def test_tools_know_their_own_files() -> None:
    """The index and scripts of a search are its own; the theme's bundle is not."""
    assert HEADER.owns("buscar/facetas.json") and not HEADER.owns("recursos/registro.js")
    assert EXPLORER.owns("recursos/explorador.js")
    assert MATERIAL.owns("search/search_index.json")
    assert not MATERIAL.owns("assets/javascripts/bundle.1.min.js")
    assert PAGEFIND.owns("pagefind/pagefind.js")


def test_every_tool_has_its_driver() -> None:
    """What the shared driver calls is there, facets where the tool has them."""
    for tool in TOOLS:
        text = (ROOT / "bench" / "search" / "drivers" / f"{tool.driver}.js").read_text("utf-8")
        assert all(name in text for name in ("answers:", "ready", "ask(text)", "titles:"))
        assert ("values:" in text) == tool.has_facets
        assert tool.script().count("(() => {\n") >= 2


def entry(**more: object) -> dict[str, object]:
    figures = {"at_load": [0], "first": [900.0], "first_bytes": [400_000], "page_bytes": [1]}
    figures |= {"keystrokes": [1.0] * 99 + [70.0], "first_facet": [], "facet_bytes": []}
    one = {"tool": HEADER.name, "slow": 4.0, "link": "local", "clicks": [], **figures}
    rows = [{**one, **more}]
    about = {"day": "2026", "browser": "Chromium 1", "visits": 1, "index": 1, "missing": {}}
    return {**about, "rows": rows}


def test_search_is_judged_by_its_budgets() -> None:
    """Bytes, the first result and keystrokes of ours, at the sizes that have a budget."""
    told = "\n".join(tables.search("chile", json.loads(json.dumps(entry()))))

    assert "before the first result 400 KB; target 500 KB: met" in told
    assert "first result 900 ms; target 1000 ms: met" in told
    assert "keystroke, p95 1 ms; target 50 ms: met" in told
    assert "target" not in "\n".join(tables.search("1000", entry()))


def test_an_answer_that_never_came_is_told() -> None:
    """It is neither left out nor averaged away."""
    told = "\n".join(tables.search("chile", entry(first=[None], keystrokes=[None, 5.0, 7.0])))

    assert "(1 of 1 never)" in told and "(1 of 3 never)" in told
    assert "first result inf ms; target 1000 ms: **not met**" in told


def test_a_missing_search_is_said_to_be_missing() -> None:
    """Its reason stands below the table."""
    found = {**entry(), "missing": {PAGEFIND.name: "no wheel"}}

    assert "- Pagefind is missing: no wheel" in list(tables.search("chile", found))


def test_figures_are_plain_lists() -> None:
    """What is kept between runs can be read again."""
    assert set(vars_of(Figures())) <= set(entry()["rows"][0])  # type: ignore[index]


def vars_of(figures: Figures) -> list[str]:
    return list(type(figures).__dataclass_fields__)
