"""Counts by region → the map of the 16 regions, darker where a larger part got there."""

from markupsafe import Markup, escape

from generator.figures.svg import named
from generator.figures.words import region
from generator.funnel import percent
from generator.views.charts import Cell, Shades
from generator.views.map_view import drawing

CLASSES = ("sin datos", "menos de cinco", "hasta 33 %", "34 a 66 %", "67 a 100 %")
"""What the shades stand for, from the lightest."""


def shade(cell: Cell) -> int:
    """The shade of a part: 0 where nothing is known, 1 where it is one of too few."""
    found = percent(cell.part, cell.whole)
    if found is None or cell.is_few:
        return 0 if found is None else 1
    return 2 + (found > 33) + (found > 66)


def picture(id: str, title: str, text: str, chart: Shades) -> Markup:
    """The map; numbers count the regions from north to south."""
    chile = drawing()
    shapes = []
    for one in chile.shapes:
        cell = chart.cells.get(one.code, Cell(0, 0))
        shapes.append(
            f'<g class="apl-region apl-region--{shade(cell)}">'
            f"<title>{escape(region(one.name, cell))}</title>"
            f'<path d="{one.outline}"/>'
            f'<text class="apl-region__numero" x="{one.x}" y="{one.y}" aria-hidden="true">'
            f"{one.number}</text></g>"
        )
    return Markup(
        f'<svg class="apl-mapa__dibujo" viewBox="-6 0 {chile.width + 12} {chile.height + 12}"'
        f' role="img" aria-labelledby="{escape(id)}-t" aria-describedby="{escape(id)}-d">'
        f"{named(id, title, text)}{''.join(shapes)}</svg>"
    )
