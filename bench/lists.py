"""`python -m bench.lists SITE [--rows 500]`: how long /verificar/ takes to answer a pasted list.

Prints, for lists of RUTs, codes, names and mistyped names of a built site, seconds from the button
to the painted table, and the processor time of the page's own thread in them: with nothing
fetched before, and as people do it, a moment after the paste.
"""

import argparse
import csv
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from bench.browser.serving import counted
from scripts.find_browser import find_browser

_VISITS = 3
_MOMENT = 4_000
_FILL = """text => {
  document.querySelector(".apl-verificador__varios").open = true;
  const lines = document.querySelector("[data-verifica=lineas]");
  lines.value = text;
  lines.dispatchEvent(new Event("input", { bubbles: true }));
}"""
_ASK = """async () => {
  const began = performance.now();
  document.querySelector("[data-verifica=lista]").requestSubmit();
  while (!document.querySelector(".apl-cuadro")) await new Promise((done) => setTimeout(done, 5));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  return (performance.now() - began) / 1000;
}"""


def lists(site: Path, rows: int) -> Mapping[str, list[str]]:
    """Lists of as many questions each, or of all there are; the same for the same site."""
    chance = Random(rows)
    ruts, names, codes = (
        chance.sample(column, min(rows, len(column)))
        for column in (
            _column(site, "empresas", "rut"),
            _column(site, "empresas", "razon_social"),
            _column(site, "certificados", "codigo"),
        )
    )
    return {"RUTs": ruts, "codes": codes, "names": names, "mistyped names": list(map(_slip, names))}


def _column(site: Path, table: str, column: str) -> list[str]:
    with (site / "datos" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return [row[column] for row in csv.DictReader(file) if row[column]]


def _slip(name: str) -> str:
    """The name with two letters in its middle swapped."""
    at = len(name) // 2
    return name[:at] + name[at : at + 2][::-1] + name[at + 2 :]


def seconds(browser: Browser, home: str, asked: Sequence[str], moment: int) -> tuple[float, float]:
    """From the button to the painted table, and the thread's share; in a browser that is empty."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="es-CL")
    try:
        page = context.new_page()
        page.goto(f"{home}verificar/", wait_until="networkidle")
        thread = context.new_cdp_session(page)
        thread.send("Performance.enable", {"timeDomain": "threadTicks"})
        page.evaluate(_FILL, "\n".join(asked))
        page.wait_for_timeout(moment)
        before = _busy(thread.send("Performance.getMetrics"))
        wall = _answered(page)
        return wall, _busy(thread.send("Performance.getMetrics")) - before
    finally:
        context.close()


def _answered(page: Page) -> float:
    return float(page.evaluate(_ASK))


def _busy(metrics: Mapping[str, list[Mapping[str, Any]]]) -> float:
    return next(float(one["value"]) for one in metrics["metrics"] if one["name"] == "TaskDuration")


def lines(browser: Browser, home: str, told: Mapping[str, list[str]]) -> Iterator[str]:
    """One line a list and way of asking."""
    yield "| list | rows | asked | wall s | CPU s |\n|---|---|---|---|---|"
    for name, asked in told.items():
        for way, moment in (("at once", 0), ("after a moment", _MOMENT)):
            found = [seconds(browser, home, asked, moment) for _ in range(_VISITS)]
            wall, busy = (median(one[at] for one in found) for at in (0, 1))
            yield f"| {name} | {len(asked)} | {way} | {wall:.2f} | {busy:.2f} |"


def main() -> None:
    """Measure one site."""
    parser = argparse.ArgumentParser(prog="python -m bench.lists", description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--rows", type=int, default=500)
    options = parser.parse_args()
    with sync_playwright() as tools, counted(options.site) as (home, _):
        browser = tools.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        for line in lines(browser, home, lists(options.site, options.rows)):
            print(line, flush=True)
        browser.close()
    print(f"\nload {os.getloadavg()[0]:.1f}, medians of {_VISITS}")


if __name__ == "__main__":
    main()
