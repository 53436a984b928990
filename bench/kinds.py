"""`python -m bench.kinds [--size chile|N]`: what each kind of file costs, into bench/RESULTS.md.

A build tells the processor time of each kind. What shows the seal is one kind there, so each of
its files is made once more, alone.
"""

import argparse
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench import kind_table, machine, results
from bench.registry.days import DAY
from bench.stock import Stock
from bench.workshop import workshop
from generator import pipeline
from generator.arguments import ROOT
from generator.checking import check
from generator.registry import registry
from generator.render.press import Press
from generator.show.files import Shown, groups
from generator.sources import Sources
from generator.views.page import Site
from generator.views.survey import Survey

URL = "https://registro.example/"
_SHOWING = "mostrar"
"""The kind whose files are told apart."""


def measure(stock: Stock) -> dict[str, Any]:
    """Seconds and files by kind."""
    project, out = stock.project(), stock.room("kinds")
    sources = Sources(stock.registry, ROOT / "content", ROOT / "templates", project.config)
    built = pipeline.build(sources, out, DAY)
    files = Counter(_folder(path.relative_to(out)) for path in out.rglob("*") if path.is_file())
    rows = [
        [kind, seconds, files[kind]] for kind, seconds in built.poured.items() if kind != _SHOWING
    ]
    found = shown(stock.registry)
    return {"rows": sorted([*rows, *found], key=lambda row: -row[1]), "files": files.total()}


def _folder(path: Path) -> str:
    return path.parts[0]


def shown(folder: Path) -> list[list[Any]]:
    """Each file that shows the seal elsewhere, made alone and timed."""
    site = Site(URL, DAY)
    found = Shown(
        Survey(registry(check(folder, DAY).loaded), site), Press(ROOT / "templates", site)
    )
    spent: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for group in groups(found):
        for path, make in group.files():
            began = time.process_time()
            make()
            kind = "/".join(Path(path).parts[:-1])
            spent[kind] += time.process_time() - began  # type: ignore[assignment]
            count[kind] += 1
    return [[kind, spent[kind], count[kind]] for kind in spent]


def main() -> None:
    """Measure one size, print the table and write it down."""
    parser = argparse.ArgumentParser(prog="python -m bench.kinds", description=__doc__)
    parser.add_argument("--size", default="chile", type=results.size_name, metavar="SIZE")
    options = parser.parse_args()
    started = datetime.now(UTC)
    with workshop(ROOT / ".cache" / "bench" / f"{started:%Y%m%dT%H%M%S}") as work:
        about = machine.lines(work.folder)
        stock = Stock(results.SIZES.get(options.size) or int(options.size), work)
        entry = {"day": f"{started:%Y-%m-%d}", **measure(stock)}
    print("\n".join(kind_table.section(entry)))
    known = results.add(results.KEPT, options.size, "kinds", entry)
    results.PAGE.write_text(results.page(known, about), encoding="utf-8")


if __name__ == "__main__":
    main()
