"""Any chart → its picture."""

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from generator.figures import bars, chile, columns, grid, lines, words
from generator.figures.svg import picture
from generator.views.charts import Bars, Chart, Columns, Grid, Lines, Shades

_SHAPES: dict[type, Callable[[Any], Any]] = {
    Bars: bars.shapes,
    Columns: columns.shapes,
    Lines: lines.shapes,
    Grid: grid.shapes,
}
_WORDS: dict[type, Callable[[Any], str]] = {
    Bars: words.bars,
    Columns: words.columns,
    Lines: words.lines,
    Grid: words.grid,
    Shades: words.shades,
}


def draw(chart: Chart, id: str, title: str) -> Markup:
    """The picture of a chart, called `title`; `id` is of no other thing on the page."""
    told = _WORDS[type(chart)](chart)
    if isinstance(chart, Shades):
        return chile.picture(id, title, told, chart)
    height, shapes = _SHAPES[type(chart)](chart)
    return picture(id, title, told, height, shapes)
