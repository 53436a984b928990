"""Pictures with the numbers of a whole country, at a phone's and a desk's width, in a browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.figures.draw import draw
from generator.views.charts import Bar, Bars, Cell, Columns, Grid, Lines, Series, Upright
from tests.tabs import tab

SHEETS = sorted((Path(__file__).parents[2] / "templates/assets/estilo").glob("*.css"))
YEARS = tuple(str(year) for year in range(1999, 2027))
RISE = tuple(at * 560 for at in range(28))
HUGE = {
    "steps": Bars((Bar("Con certificado vigente", (15758, 12345, 9999, 8888)),) * 3, ("a",) * 4),
    "long names": Bars((Bar("Acuerdo de Producción Limpia " * 4, (9263, 586)),) * 2, ("a", "b")),
    "months": Columns(
        tuple(Upright("mes", 1000 + at, "2027" if at % 12 == 1 else "") for at in range(36)), "x"
    ),
    "groups": Columns(tuple(Upright("mes", 1989, str(at * 6)) for at in range(11)), "x"),
    "few": Columns(tuple(Upright("mes", 19, str(at * 6)) for at in range(11)), "x"),
    "lines": Lines(
        YEARS,
        (
            Series("Adhieren", RISE),
            Series("Certifican", tuple(one // 2 for one in RISE)),
            Series("Con certificado vigente", tuple(one // 2 - at for at, one in enumerate(RISE))),
        ),
    ),
    "same line": Lines(YEARS, (Series("Adhieren", RISE), Series("Certifican", RISE))),
    "grid": Grid(
        ("Micro", "Peq.", "Med.", "Gde.", "S/d"),
        (
            ("Transporte y puertos", (Cell(900, 900),) * 5),
            ("Arica y Parinacota", (Cell(4, 4),) * 5),
        ),
    ),
}
OUTSIDE = """[...document.querySelectorAll('.apl-dibujo text')].filter((one) => {
  const a = one.getBoundingClientRect(), b = one.closest('svg').getBoundingClientRect();
  return a.left < b.left - 2 || a.right > b.right + 2 || a.bottom > b.bottom + 4;
}).map((one) => one.textContent)"""
UPON_ANOTHER = """[...document.querySelectorAll('.apl-dibujo')].flatMap((picture) => {
  const words = [...picture.querySelectorAll('text')];
  const boxes = words.map((one) => [one, one.getBoundingClientRect()]);
  return boxes.flatMap(([one, a], at) => boxes.slice(at + 1).filter(([, b]) =>
    a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 5 && b.top < a.bottom - 5
  ).map(([other]) => `${one.textContent} | ${other.textContent}`));
})"""


@pytest.mark.parametrize("width", [343, 688])
@pytest.mark.parametrize("name", HUGE)
def test_words_stay_inside_and_apart(browser: Browser, name: str, width: int) -> None:
    """No word leaves its picture, and none lies upon another."""
    style = "\n".join(sheet.read_text(encoding="utf-8") for sheet in SHEETS)
    picture = draw(HUGE[name], "figura", "Figura")
    with tab(browser, viewport={"width": width, "height": 900}) as page:
        page.set_content(
            f"<style>body{{margin:0;font-family:'DejaVu Sans',sans-serif}}{style}</style>"
            f"<div class='md-typeset'>{picture}</div>"
        )
        found = page.evaluate(OUTSIDE), page.evaluate(UPON_ANOTHER)

    assert found == ([], [])
