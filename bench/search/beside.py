"""Built sites, each with its search → the same figures of all, under the same conditions."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from bench.browser.serving import LOCAL, PHONE, counted
from bench.search import pagefind
from bench.search.questions import Row, plain_names, rows_of
from bench.search.timing import explorers_file
from bench.search.tools import Tool
from bench.search.visiting import Conditions, Visitor, figures
from tests.outside_tools import chromium_path

NAMES_A_VISIT = 3
LINKS = (LOCAL, PHONE)
Tell = Callable[[str], None]
Measured = dict[str, Any]
"""One tool under one set of conditions, as plain data."""


@contextmanager
def browser() -> Iterator[Browser]:
    """A Chromium without a screen."""
    with sync_playwright() as tools:
        found = tools.chromium.launch(
            executable_path=chromium_path(), args=["--no-sandbox", "--disable-gpu"]
        )
        yield found
        found.close()


def version() -> str:
    """The name of that Chromium."""
    with browser() as found:
        return f"Chromium {found.version}"


def rows(site: Path) -> list[Row]:
    """What our own search holds, as it hands it over."""
    with browser() as found, counted(site) as (home, _):
        return rows_of(explorers_file(found, home))


def with_pagefind(site: Path, known: Sequence[Row], binary: Path, out: Path) -> str:
    """The pages of our site with Pagefind's search; empty, or why there is none."""
    pagefind.write(site, pagefind.filters(known), out)
    return pagefind.index(binary, out)


def beside(
    sites: Mapping[Tool, Path], known: Sequence[Row], visits: int, slow: Sequence[float], tell: Tell
) -> list[Measured]:
    """Every tool in turn under each set of conditions."""
    names = plain_names(known, NAMES_A_VISIT * visits)
    found = []
    for under in (Conditions(factor, link) for link in LINKS for factor in slow):
        for tool, site in sites.items():
            with browser() as one, counted(site) as (home, traffic):
                got = figures(Visitor(one, home, traffic, tool), names, under, visits)
            found.append(
                {"tool": tool.name, "slow": under.slow, "link": under.link.name, **asdict(got)}
            )
            tell(f"{tool.name}, {under.slow:g} times slower, {under.link.name}: {got.first}")
    return found
