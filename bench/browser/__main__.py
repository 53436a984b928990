"""`python -m bench.browser [--size chile|chile10|N] [--only GROUP …]`: what people wait for.

Builds the sites, measures them in Chromium, prints the tables and writes them into
bench/RESULTS.md; see bench/README.md.
"""

import argparse
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench import machine, results
from bench.browser import groups, tables
from bench.browser.preview import preview
from bench.stock import Stock
from bench.workshop import workshop
from generator.arguments import ROOT

_GROUPS: Mapping[str, Callable[[Stock, argparse.Namespace], dict[str, Any]]] = {
    "search": lambda stock, options: groups.search(
        stock, options.tools, options.slow, options.visits
    ),
    "pages": lambda stock, options: groups.pages(stock, options.visits),
    "preview": lambda stock, options: preview(stock, options.visits),
}


def main() -> None:
    """Measure the groups asked for at one size."""
    options = _options()
    started = datetime.now(UTC)
    folder = options.work or ROOT / ".cache" / "bench" / f"{started:%Y%m%dT%H%M%S}"
    with workshop(folder) as work:
        about = machine.lines(folder)
        stock = Stock(results.SIZES.get(options.size) or int(options.size), work)
        for name in options.only:
            entry = {"day": f"{started:%Y-%m-%d}", **_GROUPS[name](stock, options)}
            print("\n".join(tables.SECTIONS[name](options.size, entry)))
            if not options.trial:
                known = results.add(results.KEPT, options.size, name, entry)
                results.PAGE.write_text(results.page(known, about), encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.browser", description=__doc__)
    parser.add_argument("--size", default="chile", type=results.size_name, metavar="SIZE")
    parser.add_argument("--only", default=list(_GROUPS), nargs="+", choices=_GROUPS)
    parser.add_argument("--tools", default=groups.TOOLS, nargs="+", choices=groups.TOOLS)
    parser.add_argument("--slow", default=[1.0, 4.0], type=float, nargs="+", metavar="N")
    parser.add_argument("--visits", default=3, type=int, metavar="N")
    parser.add_argument("--trial", action="store_true", help="print only, write nothing down")
    parser.add_argument("--work", type=Path, metavar="DIR", help="a folder that does not exist")
    return parser.parse_args()


main()
