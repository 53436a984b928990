"""`python -m bench [--size chile|chile10|N] [--runs N] [--only GROUP …]`: measure and write down.

Prints every run and the ratios, and writes bench/RESULTS.md; see bench/README.md.
"""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from bench import machine, results
from bench.groups import GROUPS
from bench.stock import Stock
from bench.workshop import workshop
from generator.arguments import ROOT


def main() -> None:
    """Measure the groups asked for at one size."""
    options = _options()
    companies = results.SIZES.get(options.size) or int(options.size)
    started = datetime.now(UTC)
    folder = options.work or ROOT / ".cache" / "bench" / f"{started:%Y%m%dT%H%M%S}"
    with workshop(folder) as work:
        about = machine.lines(folder)
        stock = Stock(companies, work)
        for name in options.only:
            print(f"{options.size}, {name}")
            figures = GROUPS[name](stock, options.runs, print)
            known = results.keep(results.KEPT, options.size, name, figures, f"{started:%Y-%m-%d}")
            results.PAGE.write_text(results.page(known, about), encoding="utf-8")
            for line in results.verdicts(options.size, name, figures.costs):
                print(line)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "--size", default="chile", type=results.size_name, metavar="chile|chile10|N"
    )
    parser.add_argument("--runs", default=3, type=int, metavar="N")
    parser.add_argument("--only", default=list(GROUPS), nargs="+", choices=GROUPS)
    parser.add_argument("--work", type=Path, metavar="DIR", help="a folder that does not exist")
    return parser.parse_args()


main()
