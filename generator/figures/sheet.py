"""A figure → one SVG file that stands alone: what it counts, its pictures, who says so, and where.

It is opened, put into documents and printed by programs that know no style sheet of the site: all
colours are attributes, those of the light page. Whoever shows it elsewhere shows its day, too.
"""

import re
from collections.abc import Iterator
from textwrap import wrap
from typing import NamedTuple

from markupsafe import escape

from generator.figures.chile import CLASSES
from generator.figures.draw import draw
from generator.render.wording import counted, long_day, number
from generator.views.charts import Bars, Chart, Shades
from generator.views.figure import Figure
from generator.views.map_view import drawing

WIDTH, MARGIN, MAP_WIDTH = 720, 24, 340
INNER = WIDTH - 2 * MARGIN

INK, LIGHT, LIGHTER, LIGHTEST, PAPER, RAIL = (
    *("#16202b", "#46525f", "#7a8693", "#d9dfe6", "#fff", "#f4f7fb"),
)
TONES = ("#e6ebf1", "#bcd6f2", "#86b5e6", "#4585cb", "#0b4f9e")
ORANGE = "#c47a0a"
_STEPS = (TONES[1], TONES[3], TONES[4], ORANGE)
_LINES = (TONES[4], TONES[3], ORANGE)
_PAINT = {
    "apl-dibujo__nombre": 'font-weight="600"',
    "apl-dibujo__corto": 'font-size="12"',
    "apl-dibujo__cifra": f'font-size="12" fill="{LIGHT}"',
    "apl-dibujo__fin": (
        f'font-weight="600" paint-order="stroke" stroke="{PAPER}" stroke-width="4"'
        ' stroke-linejoin="round"'
    ),
    "apl-dibujo__riel": f'fill="{RAIL}"',
    "apl-dibujo__guia": f'stroke="{LIGHTEST}"',
    "apl-dibujo__eje": f'stroke="{LIGHTER}"',
    "apl-region__numero": (
        f'fill="{INK}" stroke="{PAPER}" stroke-width="9" stroke-linejoin="round"'
        ' paint-order="stroke" font-size="34" font-weight="700" text-anchor="middle"'
        ' dominant-baseline="central"'
    ),
    **{f"apl-paso--{at}": f'fill="{one}"' for at, one in enumerate(_STEPS, 1)},
    **{
        f"apl-linea-{at}": (
            f'fill="{PAPER}" stroke="{one}" stroke-width="2.5" stroke-linecap="round"'
        )
        for at, one in enumerate(_LINES, 1)
    },
    **{
        f"apl-region--{at}": f'fill="{one}" stroke="{PAPER}" stroke-width="3"'
        for at, one in enumerate(TONES)
    },
}
_CLASS = re.compile(r' class="([^"]*)"')
_HEAD = re.compile(r"<svg[^>]*>")


class Whose(NamedTuple):
    """Who counts, in which register, and the address of its site, "" where it has none."""

    author: str
    register: str
    home: str


def sheet(figure: Figure, whose: Whose) -> bytes:
    """The file; only of figures that have a picture."""
    shapes: list[str] = []
    y = MARGIN
    for size, weight, ink, words in _head(figure):
        y = _lines(shapes, y, words, size, weight, ink)
    for at, chart in enumerate(figure.charts, 1):
        y = _chart(shapes, y + 14, chart, f"{figure.anchor}-{at}", figure.full_title)
    y = _lines(shapes, y + 14, _foot(figure, whose), 11, 400, LIGHT)
    height = y + MARGIN - 8
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}"'
        f' viewBox="0 0 {WIDTH} {height}" lang="es">'
        f'<rect width="{WIDTH}" height="{height}" fill="{PAPER}"/>'
        f'<g font-family="system-ui, Segoe UI, Roboto, Helvetica, Arial, sans-serif" font-size="13"'
        f' fill="{INK}">{"".join(shapes)}</g></svg>\n'
    ).encode()


def _head(figure: Figure) -> Iterator[tuple[int, int, str, str]]:
    yield 18, 700, INK, figure.full_title
    told = [figure.unit.capitalize()]
    if figure.day:
        told.append(f"{'al' if figure.day.day else 'a'} {long_day(figure.day)}")
    if figure.examples:
        told.append(f"incluye {counted(figure.examples, figure.singular, figure.unit)} de ejemplo")
    held = _reach(figure)
    by = f"Publicado por: {figure.source}" if figure.source else "Contado en este registro"
    yield 12, 400, LIGHT, f"{', '.join(told)}. {by.rstrip('.')}.{f' {held}' if held else ''}"


def _reach(figure: Figure) -> str:
    """How far the lists go, in a sentence; "" for what a source published."""
    found = figure.coverage
    if figure.lists:
        return figure.lists[0]
    if found is None or figure.source or not found.agreements.count:
        return ""
    every = counted(found.agreements.count, "acuerdo", "acuerdos")
    return f"Nómina de {figure.roll} completa en {number(found.complete.count)} de {every}."


def _foot(figure: Figure, whose: Whose) -> str:
    parts = dict.fromkeys((whose.author, whose.register))
    where = f" {whose.home}{figure.page}#{figure.anchor}" if whose.home else ""
    return f"{'. '.join(one.rstrip('.') for one in parts)}.{where}"


def _lines(shapes: list[str], y: int, words: str, size: int, weight: int, ink: str) -> int:
    """One text of as many lines as it needs, and no address cut in two.

    A letter is a little over half as wide as it is high.
    """
    most = int(INNER / (size * 0.56))
    lines = []
    for one in wrap(words, most, break_long_words=False, break_on_hyphens=False):
        y += round(size * 1.4)
        lines.append(f'<tspan x="{MARGIN}" y="{y - 4}">{escape(one)}</tspan>')
    style = f'font-size="{size}" font-weight="{weight}" fill="{ink}"'
    shapes.append(f"<text {style}>{' '.join(lines)}</text>")
    return y


def _chart(shapes: list[str], y: int, chart: Chart, id: str, title: str) -> int:
    told, colours = _legend(chart)
    if told:
        y = _swatches(shapes, y, told, colours)
    picture = str(draw(chart, id, title))
    head = _HEAD.match(picture)
    assert head, "a picture is an svg"
    opened, height = _place(chart, head[0], y)
    shapes.append(f"{opened}{_painted(picture[head.end() :])}")
    return y + height


def _place(chart: Chart, head: str, y: int) -> tuple[str, int]:
    """The picture's first tag at its place on the sheet, and how high it is."""
    named = " ".join(re.findall(r'role="[^"]*"|aria-[a-z]*="[^"]*"', head))
    if isinstance(chart, Shades):
        chile = drawing()
        height = round(MAP_WIDTH * (chile.height + 12) / (chile.width + 12))
        box = re.findall(r'viewBox="[^"]*"', head)[0]
        return f'<svg x="{MARGIN}" y="{y}" width="{MAP_WIDTH}" height="{height}" {box} {named}>', (
            height
        )
    height = int(re.findall(r' height="(\d+)"', head)[0])
    place = f'x="{MARGIN}" y="{y}" width="{INNER}" height="{height}" overflow="visible"'
    return f"<svg {place} {named}>", height


def _painted(shapes: str) -> str:
    """Attributes for classes."""

    def paint(match: re.Match[str]) -> str:
        found = [_PAINT[one] for one in match[1].split() if one in _PAINT]
        return "".join(f" {one}" for one in found)

    return _CLASS.sub(paint, shapes)


def _legend(chart: Chart) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if isinstance(chart, Shades):
        return CLASSES, TONES
    if isinstance(chart, Bars) and chart.stages:
        return chart.stages, _STEPS
    return (), ()


def _swatches(shapes: list[str], y: int, told: tuple[str, ...], colours: tuple[str, ...]) -> int:
    x = MARGIN
    for words, colour in zip(told, colours, strict=False):
        wide = 24 + round(len(words) * 7.2) + 16
        if x + wide > WIDTH - MARGIN and x > MARGIN:
            x, y = MARGIN, y + 18
        shapes.append(f'<rect x="{x}" y="{y}" width="16" height="11" fill="{colour}"/>')
        shapes.append(f'<text x="{x + 22}" y="{y + 10}" font-size="12">{escape(words)}</text>')
        x += wide
    return y + 24
