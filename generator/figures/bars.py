"""Rows of numbers → bars, each step inside the one before, with the words beside them."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.figures.scale import part
from generator.figures.svg import lines, rect, text
from generator.figures.words import WIDTH, beside, lines_of
from generator.views.charts import Bar, Bars

HEIGHT, GAP, LINE = 14, 12, 17


class _Row(NamedTuple):
    """A bar with the lines of its name, and what is told beside or below them."""

    bar: Bar
    name: list[str]
    told: str


def shapes(chart: Bars) -> tuple[int, Iterator[str]]:
    """The picture's height and its shapes; where one name is long, all numbers stand below."""
    first = chart.rows[0].values[0] if chart.of_first else None
    rows = [_Row(one, lines_of(one.label), beside(one.values, first)) for one in chart.rows]
    apart = any(len(one.name[0]) + len(one.told) > WIDTH or len(one.name) > 1 for one in rows)
    heights = [LINE * (len(one.name) + apart) + HEIGHT + GAP for one in rows]
    return sum(heights), _rows(chart, rows, heights, apart=apart)


def _rows(chart: Bars, rows: list[_Row], heights: list[int], *, apart: bool) -> Iterator[str]:
    most = max((one.bar.values[0] for one in rows), default=0)
    top = 0
    for row, height in zip(rows, heights, strict=True):
        y = top
        yield lines(y + 13, LINE, row.name, "apl-dibujo__nombre")
        y += LINE * len(row.name)
        if apart:
            yield text(0, y + 13, row.told)
            y += LINE
        else:
            yield text(100, y - LINE + 13, row.told, "", "end")
        yield from _bar(row.bar, y, most, chart.stages)
        top += height


def _bar(row: Bar, y: int, most: int, stages: tuple[str, ...]) -> Iterator[str]:
    yield rect(0, y, 100, HEIGHT, "apl-dibujo__riel")
    for step, value in enumerate(row.values):
        if value:
            kind = f"apl-paso apl-paso--{step + 1 if stages else 3}"
            inset = min(step, 2) * 2 if stages else 0
            yield rect(0, y + inset, part(value, most), HEIGHT - 2 * inset, kind)
