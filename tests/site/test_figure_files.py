"""Figures as files and on paper: addresses that stay, pictures that stand alone, and print."""

from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser

from generator.days import long_es
from tests.made_once import DRAW
from tests.site.auditing import turn
from tests.site.facts import Facts
from tests.site.outline import Pages
from tests.site.serving import served
from tests.site.test_figures import PAGE, figures

SVG = "{http://www.w3.org/2000/svg}"


def test_addresses_of_figures_are_golden(pages: Pages, golden: Callable[[str, str], None]) -> None:
    """A line that goes or changes breaks a link of somebody who cited it."""
    lines = []
    for id, figure in figures(pages.at(PAGE)).items():
        links = [one.attributes["href"] for one in figure.find("a")]
        files = sorted(one.removeprefix("../") for one in links if one.endswith((".csv", ".svg")))
        lines.append(" ".join((f"{PAGE}#{id}", *files)))

    golden("figuras-direcciones.txt", "\n".join((*sorted(lines), "")))


@pytest.mark.parametrize("page", [PAGE, "", "regiones/maule/", "rubros/vino/"])
def test_every_figure_leads_to_its_files_and_its_own_address(
    site: Path, pages: Pages, page: str
) -> None:
    """A table always, a picture where there is one on the page, and an anchor that is its own."""
    for id, figure in figures(pages.at(page)).items():
        links = [one.attributes["href"] for one in figure.find("a")]
        files = [one for one in links if one.endswith((".csv", ".svg"))]
        assert f"#{id}" in links
        assert [one[-4:] for one in files] == [".csv", *([".svg"] if figure.find("svg") else [])]
        for one in files:
            assert (site / page / one).resolve().is_file(), one


def test_every_picture_stands_alone(site: Path, facts: Facts) -> None:
    """Named, described and dated, without a sheet of style, a script or an address to fetch."""
    files = sorted((site / "estadisticas").rglob("*.svg"))
    assert len(files) > 60
    day = long_es(date.fromisoformat(facts.today))
    for file in files:
        text = file.read_text(encoding="utf-8")
        root = ElementTree.fromstring(text)
        assert {one.tag.removeprefix(SVG) for one in root.iter()} <= set(
            "svg g rect line circle path text tspan title desc".split()
        )
        assert not [one for one in root.iter() if {"class", "style", "href"} & {*one.keys()}], file
        pictures = [one for one in root.iter(f"{SVG}svg") if one is not root]
        assert pictures and all(one.get("role") == "img" for one in pictures)
        told = ["".join(one.itertext()) for one in root.iter(f"{SVG}text")]
        assert any(day in one for one in told) or "tablas/" in file.as_posix(), file


def test_an_outside_program_draws_every_picture(site: Path) -> None:
    """One that knows neither browsers nor our sheets, at the size that the file says."""
    for file in sorted((site / "estadisticas").glob("*.svg")):
        drawn = bytes(DRAW(svg_string=file.read_text(encoding="utf-8")))
        wide, high = (int.from_bytes(drawn[at : at + 4]) for at in (16, 20))
        root = ElementTree.fromstring(file.read_text(encoding="utf-8"))
        assert drawn.startswith(b"\x89PNG")
        assert (wide, high) == (int(root.get("width", "")), int(root.get("height", "")))


ON_PAPER = """() => {
  const of = (one) => getComputedStyle(one);
  const figures = [...document.querySelectorAll('.apl-figura')];
  const all = (css) => figures.flatMap((one) => [...one.querySelectorAll(css)]);
  const right = document.querySelector('.md-content').getBoundingClientRect().right;
  return {
    cut: all('.apl-dibujo, .apl-mapa__dibujo, tr').filter((one) => of(one).breakInside !== 'avoid')
      .length,
    alone: all('figcaption').filter((one) => of(one).breakAfter !== 'avoid').length,
    pressed: all('summary').filter((one) => of(one).display !== 'none').length,
    folded: all('details').filter((one) => one.getBoundingClientRect().height < 20).length,
    wide: all('table').filter((one) => one.getBoundingClientRect().right > right + 1).length,
    ink: [...new Set(all('.apl-dibujo text').map((one) => of(one).fill))],
  };
}"""


@pytest.mark.parametrize("page", [PAGE, "acuerdos/ejemplo-brujula-austral-2022/"])
def test_figures_print(browser: Browser, site: Path, page: str) -> None:
    """Uncut, tables open and on the sheet, in dark ink, from a dark screen and without script."""
    tab = browser.new_page(java_script_enabled=False, viewport={"width": 718, "height": 1000})
    with served(site) as home, closing(tab):
        tab.goto(f"{home}{page}")
        tab.emulate_media(media="print", color_scheme="dark")
        found = tab.evaluate(ON_PAPER)

    ink = {f"rgb({one})" for one in ("22, 32, 43", "70, 82, 95")}
    assert {*found.pop("ink")} <= ink
    assert not any(found.values()), found


def test_a_dark_screen_prints_in_dark_ink(browser: Browser, site: Path) -> None:
    """With the scripts that choose the palette, too."""
    with served(site) as home, closing(browser.new_page()) as tab:
        tab.goto(f"{home}{PAGE}")
        turn(tab, "dark")
        tab.emulate_media(media="print")
        ink = tab.evaluate("getComputedStyle(document.querySelector('.apl-figura')).color")

    assert ink == "rgb(22, 32, 43)"
