"""Rows of numbers → bars, each step inside the one before, with the words beside them."""

from collections.abc import Iterator

from generator.figures.scale import part
from generator.figures.svg import rect, text
from generator.figures.words import WIDTH, beside, cut
from generator.views.charts import Bar, Bars

HEIGHT, GAP, LINE = 14, 12, 17


def shapes(chart: Bars) -> tuple[int, Iterator[str]]:
    """The picture's height and its shapes."""
    first = chart.rows[0].values[0] if chart.of_first else None
    told = [beside(row.values, first) for row in chart.rows]
    apart = any(
        len(row.label) + len(one) > WIDTH for row, one in zip(chart.rows, told, strict=True)
    )
    row_height = LINE * (2 if apart else 1) + HEIGHT + GAP
    return row_height * len(chart.rows), _rows(chart, told, row_height, apart=apart)


def _rows(chart: Bars, told: list[str], row_height: int, *, apart: bool) -> Iterator[str]:
    most = max((row.values[0] for row in chart.rows), default=0)
    for at, (row, words) in enumerate(zip(chart.rows, told, strict=True)):
        y = at * row_height
        yield text(0, y + 13, cut(row.label), "apl-dibujo__nombre")
        yield text(
            0 if apart else 100, y + 13 + LINE * apart, words, "", "start" if apart else "end"
        )
        yield from _bar(row, y + LINE * (2 if apart else 1), most, chart.stages)


def _bar(row: Bar, y: int, most: int, stages: tuple[str, ...]) -> Iterator[str]:
    yield rect(0, y, 100, HEIGHT, "apl-dibujo__riel")
    for step, value in enumerate(row.values):
        if value:
            kind = f"apl-paso apl-paso--{step + 1 if stages else 3}"
            inset = min(step, 2) * 2 if stages else 0
            yield rect(0, y + inset, part(value, most), HEIGHT - 2 * inset, kind)
