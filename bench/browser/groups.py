"""A stock → the figures of its sites in a browser, as plain data; what is missing says so."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench import cases, environment
from bench.browser.serving import counted, packed
from bench.measure import cost
from bench.pages import lighthouse, weights
from bench.search import beside
from bench.search.questions import Row
from bench.search.tools import EXPLORER, HEADER, MATERIAL, PAGEFIND, Tool
from bench.stock import Stock
from generator.clock import today

TOOLS = ("ours", "material", "pagefind")
_COSTLY = "largest company"
"""A page that is weighed, and not sent through Lighthouse."""
_USUAL = "company"


def search(
    stock: Stock, wanted: Sequence[str], slow: Sequence[float], visits: int
) -> dict[str, Any]:
    """The searches asked for, side by side."""
    known = beside.rows(stock.first)
    sites: dict[Tool, Path] = {}
    missing: dict[str, str] = {}
    if "ours" in wanted:
        sites |= {HEADER: stock.first, EXPLORER: stock.first}
    if "material" in wanted:
        _add(sites, missing, MATERIAL, *_material(stock))
    if "pagefind" in wanted:
        _add(sites, missing, PAGEFIND, *_pagefind(stock, known))
    index = sum(len(packed(part)) for part in (stock.first / "buscar").iterdir())
    return {
        "browser": beside.version(),
        "visits": visits,
        "index": index,
        "missing": missing,
        "rows": beside.beside(sites, known, visits, slow, print),
    }


def _add(sites: dict[Tool, Path], missing: dict[str, str], tool: Tool, out: Path, why: str) -> None:
    if why:
        missing[tool.name] = why
    else:
        sites[tool] = out


def _material(stock: Stock) -> tuple[Path, str]:
    """The same records as MkDocs prints them, with the search that Material brings along."""
    why = environment.missing("mkdocs")
    if why:
        return Path(), why
    command = cases.mkdocs_with_scripts(stock).ready()
    cost(command)
    return command.out or Path(), ""


def _pagefind(stock: Stock, known: Sequence[Row]) -> tuple[Path, str]:
    out = stock.room("pagefind")
    why = environment.missing("pagefind")
    return out, why or beside.with_pagefind(stock.first, known, environment.pagefind(), out)


def pages(stock: Stock, runs: int) -> dict[str, Any]:
    """What first visits fetch, and Lighthouse's scores, of the same pages.

    The site is one of today: on an old one every page says how old it is, and that is not measured.
    """
    site = stock.room("today")
    cost(replace(stock.project(), day=today()).build(site))
    chosen = weights.chosen(site)
    why = lighthouse.missing()
    with counted(site) as (home, traffic):
        with beside.browser() as browser:
            rows = [
                weights.row(name, page, weights.first_visit(browser, home, traffic, page))
                for name, page in chosen.items()
            ]
            later = weights.first_visit(browser, home, traffic, chosen[_USUAL], days_later=1)
            rows.append(weights.row(f"{_USUAL}, read a day later", chosen[_USUAL], later))
        looked_at = {} if why else {n: p for n, p in chosen.items() if n != _COSTLY}
        scores = {
            name: lighthouse.scores([lighthouse.report(f"{home}{page}") for _ in range(runs)])
            for name, page in looked_at.items()
        }
    return {
        "browser": beside.version(),
        "rows": rows,
        "missing": {"Lighthouse": why} if why else {},
        "lighthouse": f"Lighthouse {lighthouse.version()}",
        "runs": runs,
        "scores": scores,
    }
