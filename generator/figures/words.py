"""Counts → the words beside a bar, and the description of a whole picture."""

from textwrap import wrap

from generator.funnel import percent
from generator.render.wording import number
from generator.views.charts import Bars, Cell, Columns, Grid, Lines, Shades

WIDTH = 40
"""How many letters a phone's line holds."""


def cut(words: str, most: int = WIDTH) -> str:
    """As many letters as there is room for."""
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def lines_of(words: str, most: int = WIDTH) -> list[str]:
    """One line, or two; what has no room on the second is cut."""
    first, *rest = wrap(words, most, break_long_words=False, break_on_hyphens=False) or [""]
    named = [first, " ".join(rest)] if rest else [first]
    return [cut(one, most) for one in named]


def beside(values: tuple[int, ...], first: int | None) -> str:
    """`178 de 505 · 35 %`, or one number alone, with its part of `first` if that is given."""
    if len(values) > 1:
        return of(Cell(values[1], values[0]))
    told = percent(values[0], first) if first is not None and values[0] < first else None
    return number(values[0]) if told is None else f"{number(values[0])} · {told} %"


def of(cell: Cell) -> str:
    """`178 de 505 · 35 %`; a dash where there is nothing."""
    if not cell.whole:
        return "—"
    return f"{number(cell.part)} de {number(cell.whole)} · {percent(cell.part, cell.whole)} %"


def region(name: str, cell: Cell) -> str:
    """`Maule: 9 de 10 · 90 %`, and how many of them are fictional; of few, no per cent."""
    if not cell.whole:
        return f"{name}: sin datos"
    told = f"{number(cell.part)} de {number(cell.whole)}" if cell.is_few else of(cell)
    if not cell.examples:
        return f"{name}: {told}"
    which = "" if cell.examples == cell.whole else f"{number(cell.examples)} "
    return f"{name}: {told} ({which}de ejemplo)"


def bars(chart: Bars) -> str:
    """Every bar with what stands beside it."""
    first = chart.rows[0].values[0] if chart.of_first else None
    told = "; ".join(f"{row.label}: {beside(row.values, first)}" for row in chart.rows)
    kind = f"Barras: {', y dentro '.join(chart.stages[:2])}" if chart.stages else "Barras"
    return f"{kind}. {told}."


def columns(chart: Columns) -> str:
    """Every column with its value."""
    told = "; ".join(f"{row.label}: {number(row.value)}" for row in chart.rows)
    return f"Columnas de {chart.unit}. {told}."


def lines(chart: Lines) -> str:
    """Where each line begins and ends."""
    sign = " %" if chart.percent else ""
    told = []
    for one in chart.series:
        points = [(at, v) for at, v in zip(chart.labels, one.values, strict=True) if v is not None]
        if points:
            (begin, low), (end, high) = points[0], points[-1]
            told.append(
                f"{one.name}: {number(low)}{sign} en {begin}, {number(high)}{sign} en {end}"
            )
    return f"Líneas. {'; '.join(told)}."


def grid(chart: Grid) -> str:
    """What crosses what."""
    names = ", ".join(chart.columns)
    return f"Cuadrícula de {len(chart.rows)} filas por {names}. Los valores están en la tabla."


def shades(chart: Shades) -> str:
    """What the shades tell; the bars below the map have the numbers."""
    count = sum(bool(one.whole) for one in chart.cells.values())
    one = "una región" if count == 1 else f"{count} regiones"
    return f"Mapa con datos de {one}. Las barras que siguen dicen lo mismo con números."
