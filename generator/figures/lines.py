"""Series over the same points → lines, each named at its end."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.figures.scale import part, ticks
from generator.figures.svg import dot, line, share, text
from generator.render.wording import number
from generator.views.charts import Lines, Series

TOP, BELOW = 24, 20
BASE, SMALL = 224, 134
LEFT, RIGHT = 3.0, 97.0
NAMED = 50.0
"""A name may reach so far to the left."""
APART = 17
"""How far apart the names of lines stand, at least."""

Point = tuple[float, int]


def shapes(chart: Lines) -> tuple[int, Iterator[str]]:
    """The picture's height and its shapes."""
    base = SMALL if chart.small else BASE
    return base + BELOW, _shapes(chart, base)


def _shapes(chart: Lines, base: int) -> Iterator[str]:
    most = max((v for one in chart.series for v in one.values if v is not None), default=0)
    marks = (0, 50, 100) if chart.percent else ticks(most)
    sign = " %" if chart.percent else ""
    for value in marks:
        y = _y(value, marks[-1], base)
        yield line(y, "apl-dibujo__eje" if not value else "apl-dibujo__guia")
        if value:
            yield text(0, y - 3, f"{number(value)}{sign}", "apl-dibujo__cifra")
    yield from _years(chart.labels, base)
    drawn = [(at, _points(one, marks[-1], base)) for at, one in enumerate(chart.series)]
    for at, points in drawn:
        yield from _line(at, points)
    yield from _names(chart, [(at, _highest(points)) for at, points in drawn if points], sign)


def _y(value: int, most: int, base: int) -> int:
    return base - round(part(value, most, base - TOP))


def _x(at: int, count: int) -> float:
    return LEFT + (RIGHT - LEFT) * (at / (count - 1) if count > 1 else 1)


def _points(one: Series, most: int, base: int) -> list[Point]:
    count = len(one.values)
    return [(_x(at, count), _y(v, most, base)) for at, v in enumerate(one.values) if v is not None]


def _line(at: int, points: Sequence[Point]) -> Iterator[str]:
    """Straight from point to point: a piece is a line of its own, so that it may be as wide."""
    kind = f"apl-linea-{at + 1}"
    for (x1, y1), (x2, y2) in pairwise(points):
        yield (f'<line class="{kind}" x1="{share(x1)}" y1="{y1}" x2="{share(x2)}" y2="{y2}"/>')
    if points:
        yield dot(*points[-1], kind)


def _highest(points: Sequence[Point]) -> int:
    """Where a line is highest below its name, which may be half as wide as a phone."""
    return min(y for x, y in points if x > NAMED or (x, y) == points[-1])


def _names(chart: Lines, ends: Sequence[tuple[int, int]], sign: str) -> Iterator[str]:
    """The names with their last value, highest first, none upon another."""
    floor = 0
    for at, y in sorted(ends, key=lambda one: one[1]):
        one = chart.series[at]
        last = next(v for v in reversed(one.values) if v is not None)
        floor = max(y - 7, floor + APART)
        words = f"{one.name} {number(last)}{sign}"
        yield text(100, floor, words, f"apl-dibujo__fin apl-fin-{at + 1}", "end")


def _years(labels: Sequence[str], base: int) -> Iterator[str]:
    """The first, the last, and as many between as a phone has room for."""
    count = len(labels)
    every = max(1, -(-count // 7))
    for at in range(count - 1, -1, -every):
        anchor = "end" if at == count - 1 and count > 1 else "middle"
        x = 100 if anchor == "end" else _x(at, count)
        yield text(x, base + 15, labels[at], "apl-dibujo__cifra", anchor)
