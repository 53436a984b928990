"""Values in a row, such as months → upright bars over an axis."""

from collections.abc import Iterator

from generator.figures.scale import part, ticks
from generator.figures.svg import line, rect, text
from generator.render.wording import number
from generator.views.charts import Columns

TOP, BASE, BELOW = 16, 176, 20
FEW = 14
"""So many columns have room for their value above them."""


def shapes(chart: Columns) -> tuple[int, Iterator[str]]:
    """The picture's height and its shapes."""
    return BASE + BELOW, _shapes(chart)


def _shapes(chart: Columns) -> Iterator[str]:
    marks = ticks(max(row.value for row in chart.rows))
    few = len(chart.rows) <= FEW
    for value in marks:
        y = BASE - round(part(value, marks[-1], BASE - TOP))
        yield line(y, "apl-dibujo__eje" if not value else "apl-dibujo__guia")
        if not few and value:
            yield text(0, y - 3, number(value), "apl-dibujo__cifra")
    width = 100 / len(chart.rows)
    for at, row in enumerate(chart.rows):
        height = round(part(row.value, marks[-1], BASE - TOP))
        middle = (at + 0.5) * width
        if height:
            told = f"{row.label}: {number(row.value)}"
            kind = "apl-paso apl-paso--3"
            yield rect(middle - width * 0.4, BASE - height, width * 0.8, height, kind, told)
        if few and row.value:
            yield text(middle, BASE - height - 4, number(row.value), "apl-dibujo__cifra", "middle")
        if row.mark:
            yield text(middle, BASE + 15, row.mark, "apl-dibujo__cifra", "middle")
