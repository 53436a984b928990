"""Figures of all sizes → bench/RESULTS.md, and the file that keeps them between runs."""

import argparse
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from statistics import median
from typing import Any

from bench import cases, groups, kind_table
from bench.browser import tables
from bench.measure import Cost
from bench.rounds import Costs, middle, ratios
from bench.verdict import verdict
from generator.arguments import ROOT

KEPT = ROOT / ".cache" / "bench" / "figures.json"
PAGE = ROOT / "bench" / "RESULTS.md"

SIZES = {"chile": 9_300, "chile10": 93_000}
Kept = dict[str, dict[str, dict[str, Any]]]
"""By size and group: the costs as plain data, what is missing, and the day they were taken."""
_MIB = 1024 * 1024
_TARGETS = {
    groups.NO_CHANGE: {"chile": 0.3, "chile10": 1.5},
    groups.ONE_EDITED: {"chile": 0.8, "chile10": 4.0},
    groups.CHECK_COLD: {"chile": 2.5},
    groups.CHECK_WARM: {"chile": 0.5},
}
_MEMORY = {"chile": 250, "chile10": 1024}
_RATIOS = {cases.PAGES: 2.5, cases.HUGO_FILES: 1.0, cases.HUGO_JSON: 1.0, cases.MKDOCS: 0.08}
_ASIDE = (cases.FLOOR, cases.ZENSICAL)
"""What ours is compared with, without a target."""
_TITLES = {
    "cold": "Cold, everything on",
    "slow": "Cold, beside builders that take minutes",
    "again": "A site that is there already",
    "check": "`apl check` alone",
    "growth": "Growth",
}


def size_name(text: str) -> str:
    """What `--size` takes: a name, or a number of companies."""
    if text not in SIZES and not (text.isascii() and text.isdigit() and int(text)):
        raise argparse.ArgumentTypeError(f"{text} is neither a size nor a number of companies")
    return text


def kept(file: Path) -> Kept:
    """What earlier runs found."""
    if not file.exists():
        return {}
    found: Kept = json.loads(file.read_text(encoding="utf-8"))
    return found


def keep(file: Path, size: str, group: str, figures: groups.Figures, day: str) -> Kept:
    """Add a group's figures to what earlier runs found."""
    costs = {name: [asdict(one) for one in those] for name, those in figures.costs.items()}
    return add(file, size, group, {"day": day, "missing": dict(figures.missing), "costs": costs})


def add(file: Path, size: str, group: str, entry: dict[str, Any]) -> Kept:
    """Add a group's plain data to what earlier runs found."""
    known = kept(file)
    known.setdefault(size, {})[group] = entry
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(known, indent=1), encoding="utf-8")
    return known


def page(known: Kept, machine: list[str]) -> str:
    """The whole of RESULTS.md."""
    return "\n".join(_lines(known, machine)) + "\n"


def _lines(known: Kept, machine: list[str]) -> Iterator[str]:
    yield "# Results\n\nWritten by `make bench`; see `bench/README.md` for what is compared.\n"
    yield from machine
    for size in sorted(known, key=lambda name: SIZES.get(name) or int(name)):
        yield f"\n## {_size_title(size)}"
        for group in (name for name in groups.GROUPS if name in known[size]):
            yield from _group(size, group, known[size][group])
        for group in (name for name in tables.SECTIONS if name in known[size]):
            yield from tables.SECTIONS[group](size, known[size][group])
        if kinds := known[size].get("kinds"):
            yield from kind_table.section(kinds)


def _size_title(size: str) -> str:
    names = {"chile": "Chile", "chile10": "Chile×10"}
    return f"{names.get(size, size)}: {SIZES.get(size) or int(size):,} companies"


def _group(size: str, group: str, entry: Mapping[str, Any]) -> Iterator[str]:
    costs = {name: [Cost(**one) for one in rows] for name, rows in entry["costs"].items()}
    runs = max((len(rows) for rows in costs.values()), default=0)
    times = "once" if runs == 1 else f"{runs} times in turn"
    yield f"\n### {_TITLES[group]}\n\nTaken on {entry['day']}, {times}.\n"
    yield "| | wall s | CPU s | PSS MiB | largest process MiB | files | MB |"
    yield "|---|---|---|---|---|---|---|"
    yield from (_row(name, rows) for name, rows in costs.items())
    yield ""
    yield from (f"- {name} is missing: {why}" for name, why in entry["missing"].items())
    yield from verdicts(size, group, costs)


def _row(name: str, rows: list[Cost]) -> str:
    last = rows[-1]
    cells = [
        name,
        middle([one.wall for one in rows]),
        middle([one.cpu for one in rows]),
        f"{median(one.pss for one in rows):,.0f}",
        f"{median(one.rss for one in rows):,.0f}",
        f"{last.files:,}" if last.files else "–",
        f"{last.bytes / 1e6:,.1f}" if last.bytes else "–",
    ]
    return f"| {' | '.join(cells)} |"


def verdicts(size: str, group: str, costs: Costs) -> Iterator[str]:
    """Each target that a group's figures speak of, and whether it is met."""
    for name, limits in _TARGETS.items():
        if name in costs and size in limits:
            walls = [one.wall for one in costs[name]]
            yield verdict(f"{name}: {middle(walls)} s", median(walls), limits[size], "s")
    everything, records = costs.get(cases.OURS, []), costs.get(cases.RECORDS, [])
    if everything and size in _MEMORY and group == "cold":
        peak = max(one.pss for one in everything)
        yield verdict(f"memory, {cases.OURS}: {peak:.0f} MiB", peak, _MEMORY[size], "MiB")
    for name in (name for name in costs if name in _RATIOS or name in _ASIDE):
        if everything:
            yield from _compared(name, cases.OURS, everything, costs[name])
        if records and name != cases.PAGES:
            yield from _compared(name, cases.RECORDS, records, costs[name])
    if group == "cold" and not records:
        yield f"- {cases.RECORDS}: no option of `apl build` leaves the rest out; not measured"
    if group == "growth":
        yield from _grown(costs)


def _compared(name: str, own: str, mine: list[Cost], theirs: list[Cost]) -> Iterator[str]:
    walls = ratios([one.wall for one in mine], [one.wall for one in theirs])
    work = ratios([one.cpu for one in mine], [one.cpu for one in theirs])
    told = f"{own} to {name}: wall {middle(walls)}, CPU {middle(work)}"
    yield verdict(told, median(walls), _RATIOS[name]) if name in _RATIOS else f"- {told}"
    if name == cases.HUGO_FILES:
        peaks = ratios([one.pss for one in mine], [one.pss for one in theirs])
        yield verdict(f"{own} to {name}: memory {middle(peaks)}", median(peaks), 0.5)


def _grown(costs: Costs) -> Iterator[str]:
    for what in ("wall", "cpu"):
        each = [getattr(rows[0], what) * 1_000 / int(name) for name, rows in costs.items()]
        told = ", ".join(f"{one:.2f}" for one in each)
        yield f"- {what} ms a company, from the smallest to the largest registry: {told}"
