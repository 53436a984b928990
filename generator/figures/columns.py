"""Values in a row, such as months → upright bars over an axis."""

from collections.abc import Iterator

from generator.figures.scale import part, ticks
from generator.figures.svg import line, rect, text
from generator.render.wording import number
from generator.views.charts import Columns

TOP, BASE, BELOW = 16, 176, 20
PHONE, LETTER = 340, 7
"""A phone's width, and that of a letter: values stand above columns where these have room."""
GUTTER = 9
"""The part of the width that an axis takes where they have none."""


def shapes(chart: Columns) -> tuple[int, Iterator[str]]:
    """The picture's height and its shapes."""
    return BASE + BELOW, _shapes(chart)


def _shapes(chart: Columns) -> Iterator[str]:
    most = max(row.value for row in chart.rows)
    marks = ticks(most)
    roomy = len(chart.rows) * (len(number(most)) + 1) * LETTER <= PHONE
    for value in marks:
        y = BASE - round(part(value, marks[-1], BASE - TOP))
        yield line(y, "apl-dibujo__eje" if not value else "apl-dibujo__guia")
        if not roomy and value:
            yield text(0, y - 3, number(value), "apl-dibujo__cifra")
    left = 0 if roomy else GUTTER
    width = (100 - left) / len(chart.rows)
    for at, row in enumerate(chart.rows):
        height = round(part(row.value, marks[-1], BASE - TOP))
        middle = left + (at + 0.5) * width
        if height:
            kind = "apl-paso apl-paso--3"
            yield rect(middle - width * 0.4, BASE - height, width * 0.8, height, kind)
        if roomy and row.value:
            yield text(middle, BASE - height - 4, number(row.value), "apl-dibujo__cifra", "middle")
        if row.mark:
            yield text(middle, BASE + 15, row.mark, "apl-dibujo__cifra", "middle")
