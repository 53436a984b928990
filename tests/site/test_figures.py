"""Figures of the built site, as outsiders get them: page, picture, table and file tell the same."""

import csv
import re
from collections import Counter, defaultdict
from itertools import product
from pathlib import Path

from frictionless import Resource, system
from playwright.sync_api import Browser

from tests.figures.test_in_a_browser import OUTSIDE, UPON_ANOTHER
from tests.site.auditing import SCHEMES, turn
from tests.site.facts import Facts
from tests.site.outline import Element, Outline, Pages
from tests.site.serving import served
from tests.tabs import tab

PAGE = "estadisticas/"
SHOWN = (
    "embudo publicado-y-contado embudo-tamano embudo-tamano-instalaciones en-el-tiempo cumplimiento"
    " embudo-anio plazo embudo-region cruce-region-tamano embudo-sector embudo-rubro"
    " cruce-rubro-tamano embudo-acuerdo publicado-por-acuerdo certificados vencimientos"
    " cruce-anio-tamano cruces"
).split()
NUMBERS = set("adhieren certifican porcentaje vigentes con_sello certificados ejemplos".split())
_SHOWN: defaultdict[str, set[str]] = defaultdict(lambda: {"nombre", "nombre_tamano", "al", "mes"})
_SHOWN["embudo"] = {"nombre", "elementos", "instalaciones", "empresas"}
_SHOWN["publicado-y-contado"] = set("que publicado al fuente contado diferencia".split())
_SHOWN["publicado-por-acuerdo"] = set(
    "nombre que unidad_publicada publicado al contado diferencia por_que".split()
)
_SHOWN["plazo"] = {"meses", "adhesiones"}
_SHOWN["cruces"] = set()


def figures(page: Outline) -> dict[str, Element]:
    return {one.attributes["id"]: one for one in page.all("figure") if "id" in one.attributes}


def table(site: Path, figure: Element) -> list[dict[str, str]]:
    """The rows of a figure's file."""
    (link,) = [
        one.attributes["href"] for one in figure.find("a") if ".csv" in one.attributes["href"]
    ]
    text = (site / link.replace("../", "")).read_bytes().decode()
    return list(csv.DictReader(text.splitlines()))


MONTHS = (
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
).split()
_DAY = re.compile(rf"(?:(?P<day>\d{{1,2}}) de )?(?P<month>{'|'.join(MONTHS)}) de (?P<year>\d{{4}})")


def plain(text: str) -> str:
    """As a file has it: days as numbers, no points in numbers, no per cent, nothing for a dash."""
    bare = "" if text == "— sin datos" else text.removesuffix(" %")
    if day := _DAY.fullmatch(bare):
        number, month = day["day"], f"{MONTHS.index(day['month']) + 1:02}"
        return f"{day['year']}-{month}" + (f"-{int(number):02}" if number else "")
    return re.sub(r"(?<=\d)\.(?=\d{3})", "", bare)


def test_every_figure_is_there_once(pages: Pages) -> None:
    """Under its permanent address, and the deck's table drawn as the register's own."""
    found = figures(pages.at(PAGE))

    assert {*found} == {*SHOWN, "tabla-adhesion-certificacion-por-tamano"}


def test_table_and_file_carry_the_same_numbers(site: Path, pages: Pages) -> None:
    """Cell by cell, in the same order; the file says more, and never less."""
    for id, figure in figures(pages.at(PAGE)).items():
        rows = table(site, figure)
        shown = figure.find("table")
        assert bool(shown) == (id != "cruces"), id
        lines = shown[0].find("tr")[1:] if shown else []
        assert len(lines) == (len(rows) if shown else 0), id
        for row, line in zip(rows, lines, strict=False):
            cells = [plain(one.text) for one in (*line.find("th"), *line.find("td"))]
            assert cells == [plain(v) for key, v in row.items() if key in _SHOWN[id] | NUMBERS], id


def test_pictures_carry_the_numbers_of_their_table(site: Path, pages: Pages) -> None:
    """What stands beside a bar is in its row of the file: adhered, certified, and the per cent."""
    for id, figure in figures(pages.at(PAGE)).items():
        if not id.startswith(("embudo-", "tabla-")):
            continue
        rows = table(site, figure)
        told = {plain(one.text) for one in figure.find("text")}
        drawn = [row for row in rows if int(row["adhieren"])][:20]
        for row in drawn:
            if row.get("clave") in ("mipyme", "pyme", "total"):
                continue
            words = f"{row['certifican']} de {row['adhieren']} · {row['porcentaje']}"
            assert words in told, (id, row)


def test_groups_of_the_files_sum_to_the_whole(site: Path, pages: Pages) -> None:
    """Sizes, regions, sections, trades and years each add up to the funnel in all."""
    found = figures(pages.at(PAGE))
    steps = {row["clave"]: row for row in table(site, found["embudo"])}
    unit = next(iter({"instalaciones", "elementos"} & {*steps["adhieren"]}))
    names = {"adhieren": "adhieren", "certifican": "certifican"}
    names |= {"vigentes": "con certificado vigente", "con_sello": "con sello vigente"}
    for group in ("tamano-instalaciones", "region", "sector", "rubro", "anio"):
        rows = table(site, found[f"embudo-{group}"])
        for column, step in names.items():
            assert sum(int(row[column]) for row in rows) == int(steps[step][unit]), (group, step)
    companies = [row for row in table(site, found["embudo-tamano"]) if row["clave"] == "total"]
    assert companies[0]["adhieren"] == steps["adhieren"]["empresas"]


def test_the_files_agree_with_the_records(site: Path, pages: Pages, facts: Facts) -> None:
    """Elements by region, certificates by state and by month, counted again from the YAML."""
    found = figures(pages.at(PAGE))
    adhered = {
        (company, str(element["id"])): str(element.get("comuna", ""))[:2]
        for company, element, adhesion in facts.accepted()
        if adhesion["fecha"] <= facts.today
    }
    told = {row["clave"]: int(row["adhieren"]) for row in table(site, found["embudo-region"])}
    assert {key: n for key, n in told.items() if n} == dict(Counter(adhered.values()))

    states = Counter(one.state(facts.today) for one in facts.certificates)
    rows = {row["clave"]: int(row["certificados"]) for row in table(site, found["certificados"])}
    assert {key: n for key, n in rows.items() if n} == dict(states)

    months = Counter(str(one.facts["vigente_hasta"])[:7] for one in facts.in_force)
    ends = {row["mes"]: int(row["certificados"]) for row in table(site, found["vencimientos"])}
    assert {key: n for key, n in ends.items() if n} == dict(months)


def test_every_figure_says_what_a_count_has_to_say(pages: Pages) -> None:
    """Unit or a unit a row, day, what it includes, how far lists go, and how to cite it."""
    for page in (
        PAGE,
        "",
        "regiones/maule/",
        "rubros/vino/",
        "acuerdos/ejemplo-brujula-austral-2022/",
    ):
        found = figures(pages.at(page))
        assert found
        for id, figure in found.items():
            text = figure.text
            assert "Cómo citarla:" in text and f"#{id}" in text, (page, id)
            assert "datos al " in text, (page, id)
            if not id.startswith("tabla-"):
                assert "nómina" in text.lower(), (page, id)


def test_frictionless_reads_every_file(site: Path) -> None:
    """Each is a table with one header, rows as long as it, and a day in every row."""
    files = sorted((site / "estadisticas").rglob("*.csv"))
    assert len(files) > 60
    with system.use_context(trusted=True):
        for file in files:
            found = Resource(path=str(file)).validate()
            assert found.valid, (file, found.flatten(["type", "note"])[:3])


def test_no_figure_brings_a_style(pages: Pages) -> None:
    """Colours and lengths are classes and attributes: a strict policy lets them all through."""
    for page in (PAGE, "", "regiones/maule/", "acuerdos/ejemplo-brujula-austral-2022/"):
        for figure in figures(pages.at(page)).values():
            assert not [one for one in _all(figure) if "style" in one.attributes]


def _all(one: Element) -> list[Element]:
    return [one, *(deep for child in one.children for deep in _all(child))]


def test_an_empty_register_draws_nothing(empty_site: Path) -> None:
    """Instead of 0 % of nothing, a sentence; the files are there, with a header alone."""
    page = Pages(empty_site).at(PAGE)
    found = figures(page)

    assert {*found} == {*SHOWN}
    for id, figure in found.items():
        assert not figure.find("svg"), id
        assert "0 %" not in figure.text, id
        assert "no tiene" in figure.text, id
        assert table(empty_site, figure) == [], id


def test_pictures_stay_in_their_place(browser: Browser, site: Path) -> None:
    """At a phone's and a desk's width no word leaves its picture, and none lies upon another."""
    with served(site) as home, tab(browser) as page:
        page.goto(f"{home}{PAGE}")
        for width, scheme in product((375, 1280), SCHEMES):
            page.set_viewport_size({"width": width, "height": 900})
            turn(page, scheme)
            assert page.evaluate("document.documentElement.scrollWidth") == width
            assert page.evaluate(OUTSIDE) == [], (width, scheme)
            assert page.evaluate(UPON_ANOTHER) == [], (width, scheme)
