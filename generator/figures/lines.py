"""Series over the same points → lines, each named at its end."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.figures.scale import part, ticks
from generator.figures.svg import dot, line, share, text
from generator.render.wording import number
from generator.views.charts import Lines, Series

TOP, BASE, BELOW = 24, 224, 20
LEFT, RIGHT = 3.0, 97.0
APART = 17
"""How far apart the names of lines stand, at least."""

Point = tuple[float, int]


def shapes(chart: Lines) -> tuple[int, Iterator[str]]:
    """The picture's height and its shapes."""
    return BASE + BELOW, _shapes(chart)


def _shapes(chart: Lines) -> Iterator[str]:
    most = max((v for one in chart.series for v in one.values if v is not None), default=0)
    marks = (0, 25, 50, 75, 100) if chart.percent else ticks(most)
    sign = " %" if chart.percent else ""
    for value in marks:
        y = _y(value, marks[-1])
        yield line(y, "apl-dibujo__eje" if not value else "apl-dibujo__guia")
        if value:
            yield text(0, y - 3, f"{number(value)}{sign}", "apl-dibujo__cifra")
    yield from _years(chart.labels)
    drawn = [(at, _points(one, marks[-1])) for at, one in enumerate(chart.series)]
    for at, points in drawn:
        yield from _line(at, points)
    yield from _names(chart, [(at, points[-1]) for at, points in drawn if points], sign)


def _y(value: int, most: int) -> int:
    return BASE - round(part(value, most, BASE - TOP))


def _x(at: int, count: int) -> float:
    return LEFT + (RIGHT - LEFT) * (at / (count - 1) if count > 1 else 1)


def _points(one: Series, most: int) -> list[Point]:
    count = len(one.values)
    return [(_x(at, count), _y(v, most)) for at, v in enumerate(one.values) if v is not None]


def _line(at: int, points: Sequence[Point]) -> Iterator[str]:
    """Straight from point to point: a piece is a line of its own, so that it may be as wide."""
    kind = f"apl-linea-{at + 1}"
    for (x1, y1), (x2, y2) in pairwise(points):
        yield (f'<line class="{kind}" x1="{share(x1)}" y1="{y1}" x2="{share(x2)}" y2="{y2}"/>')
    if points:
        yield dot(*points[-1], kind)


def _names(chart: Lines, ends: Sequence[tuple[int, Point]], sign: str) -> Iterator[str]:
    """The names with their last value, highest first, none upon another."""
    floor = 0
    for at, (_, y) in sorted(ends, key=lambda one: one[1][1]):
        one = chart.series[at]
        last = next(v for v in reversed(one.values) if v is not None)
        floor = max(y - 7, floor + APART)
        words = f"{one.name} {number(last)}{sign}"
        yield text(100, floor, words, f"apl-dibujo__fin apl-fin-{at + 1}", "end")


def _years(labels: Sequence[str]) -> Iterator[str]:
    """The first, the last, and as many between as a phone has room for."""
    count = len(labels)
    every = max(1, -(-count // 7))
    for at in range(count - 1, -1, -every):
        anchor = "end" if at == count - 1 and count > 1 else "middle"
        x = 100 if anchor == "end" else _x(at, count)
        yield text(x, BASE + 15, labels[at], "apl-dibujo__cifra", anchor)
