"""Two groupings crossed → a grid of small bars with their per cent."""

from collections.abc import Iterator

from generator.figures.scale import part
from generator.figures.svg import lines, rect, text
from generator.figures.words import lines_of
from generator.funnel import percent
from generator.views.charts import Cell, Grid

HEAD, ROW, BAR = 22, 34, 6
NAMES = 38.0
"""The part of the width that the names of rows take, and their letters on a phone."""
LETTERS = 18


def shapes(chart: Grid) -> tuple[int, Iterator[str]]:
    """The picture's height and its shapes."""
    return HEAD + ROW * len(chart.rows), _shapes(chart)


def _shapes(chart: Grid) -> Iterator[str]:
    width = (100 - NAMES) / len(chart.columns)
    for at, name in enumerate(chart.columns):
        yield text(NAMES + (at + 1) * width, 13, name, "apl-dibujo__cifra", "end")
    for row, (name, cells) in enumerate(chart.rows):
        y = HEAD + row * ROW
        named = lines_of(name, LETTERS)
        yield lines(y + (16 if len(named) == 1 else 10), 14, named, "apl-dibujo__corto")
        for at, cell in enumerate(cells):
            yield from _cell(cell, NAMES + at * width, y, width)


def _cell(cell: Cell, x: float, y: int, width: float) -> Iterator[str]:
    """Its per cent, and a bar as long below it."""
    room = width * 0.84
    left = x + width - room
    told = percent(cell.part, cell.whole)
    words = f"{cell.part}/{cell.whole}" if cell.is_few else f"{told} %"
    yield text(x + width, y + 14, "—" if told is None else words, "apl-dibujo__corto", "end")
    if told is not None and not cell.is_few:
        yield rect(left, y + 19, room, BAR, "apl-dibujo__riel")
        if told:
            yield rect(left, y + 19, part(told, 100, room), BAR, "apl-paso apl-paso--3")
