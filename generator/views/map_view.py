"""Turns counts by region into the map's shapes and shades, and the ordered list beside it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from generator import data, territory
from generator.views.standing import Tally

DARKEST = 4
"""Shades run from 0, nothing, to this one."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A region as drawn: `number` counts from the north, `path` is its page's address."""

    code: str
    name: str
    number: int
    path: str
    outline: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """The map without data, in three strips side by side."""

    width: int
    height: int
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Shade:
    """How dark a region is drawn, and the count that says so."""

    step: int
    tally: Tally


@dataclass(frozen=True, slots=True)
class LegendStep:
    """What one shade stands for: `0`, `1`, `2 a 5`."""

    step: int
    text: str


@dataclass(frozen=True, slots=True)
class RegionRow:
    """A line of the list beside the map; `share` is its bar's length in per cent."""

    name: str
    path: str
    tally: Tally
    share: int


@dataclass(frozen=True, slots=True)
class RegionMap:
    """The map's shades by region code, their legend, and the same as a list."""

    shades: Mapping[str, Shade]
    legend: tuple[LegendStep, ...]
    rows: tuple[RegionRow, ...]


@cache
def drawing() -> Drawing:
    """The regions from north to south, as `generator/data/mapa.json` draws them."""
    stored = json.loads(data.text("mapa.json"))
    shapes = tuple(
        Shape(
            region.code,
            region.name,
            region.order,
            f"regiones/{region.slug}/",
            stored["regions"][region.code]["d"],
            *stored["regions"][region.code]["label"],
        )
        for region in territory.regions()
    )
    return Drawing(stored["width"], stored["height"], shapes)


def region_map(tallies: Mapping[str, Tally]) -> RegionMap:
    """The map of how many elements have a certificate in force, by region code."""
    counts = {code: one.in_force for code, one in tallies.items() if one.in_force}
    starts = _starts(sorted(counts.values()))
    most = max(counts.values(), default=0)
    return RegionMap(
        shades={
            region.code: Shade(
                sum(start <= counts.get(region.code, 0) for start in starts),
                tallies.get(region.code, Tally()),
            )
            for region in territory.regions()
        },
        legend=_legend(starts, most),
        rows=tuple(_row(region, tallies.get(region.code), most) for region in territory.regions()),
    )


def _starts(counts: list[int]) -> list[int]:
    """The least count of each shade but the lightest, so that each holds about as many regions."""
    if not counts:
        return []
    places = [len(counts) * step // DARKEST for step in range(DARKEST)]
    return sorted({counts[place] for place in places} | {counts[0]})


def _legend(starts: list[int], most: int) -> tuple[LegendStep, ...]:
    ends = [*(start - 1 for start in starts[1:]), most]
    steps = [LegendStep(0, "0")]
    for number, (start, end) in enumerate(zip(starts, ends, strict=False), 1):
        steps.append(LegendStep(number, str(start) if start == end else f"{start} a {end}"))
    return tuple(steps)


def _row(region: territory.Region, found: Tally | None, most: int) -> RegionRow:
    one = found or Tally()
    share = round(100 * one.in_force / most) if most else 0
    return RegionRow(region.name, f"regiones/{region.slug}/", one, share)
