"""`python -m bench.search SITE [--slow N …]`: bytes and times of the search of a built site.

A site of Chile's size: `python -m bench.registry --companies 9300 --out DIR`, then
`apl build --registry DIR --out SITE`.
"""

import argparse
import gzip
from collections.abc import Sequence
from pathlib import Path
from statistics import quantiles

from playwright.sync_api import sync_playwright

from bench.search.timing import Times, questions_of, times
from tests.outside_tools import chromium_path
from tests.site.serving import served


def main() -> None:
    """Print the bytes, then the times at each slow-down of the processor."""
    parser = argparse.ArgumentParser(prog="python -m bench.search", description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--slow", type=float, nargs="+", default=[1, 4], metavar="N")
    options = parser.parse_args()
    for name, size in _sizes(options.site):
        print(f"{name:>14} {size:9,} bytes (gzip -9)")
    with sync_playwright() as tools, served(options.site) as home:
        browser = tools.chromium.launch(
            executable_path=chromium_path(), args=["--no-sandbox", "--disable-gpu"]
        )
        asked = questions_of(browser, home)
        for slow in options.slow:
            print(f"processor {slow:g} times slower")
            _tell(times(browser, home, asked, slow))
        browser.close()


def _sizes(site: Path) -> list[tuple[str, int]]:
    parts = sorted((site / "buscar").iterdir())
    sizes = [(part.stem, len(gzip.compress(part.read_bytes(), 9, mtime=0))) for part in parts]
    return [*sizes, ("all", sum(size for _, size in sizes))]


def _tell(found: Times) -> None:
    print(f"    first list {found.first_list:7.0f} ms after its download")
    print(f"    ready      {found.ready:7.0f} ms after its download")
    print(f"    keystrokes {_spread(found.keystrokes)}")
    print(f"    openings   {_spread(found.openings)}")
    print(f"    choices    {_spread(found.choices)}")
    print(f"    all open   {_spread(found.crowded)}")


def _spread(values: Sequence[float]) -> str:
    cuts = quantiles(values, n=100, method="inclusive")
    return f"n={len(values)}, median {cuts[49]:.0f}, p95 {cuts[94]:.0f}, most {max(values):.0f} ms"


main()
