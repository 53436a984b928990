"""The search and facet page /registro/, in a browser."""

import csv
from pathlib import Path

from playwright.sync_api import Browser, Route, expect

from tests.site.asking import accented_company, bare, lasting_certificate, writings_of_rut
from tests.site.facts import Facts
from tests.site.reading import Reader, reading


def _count(reader: Reader) -> int:
    text = reader.page.locator("[data-busca=cuenta]").inner_text()
    digits = text.split()[0].replace(".", "")
    return int(digits) if digits.isdigit() else 0


def test_the_explorer_answers_a_name(reader: Reader, facts: Facts) -> None:
    """A name without accents in the address is answered with the company first."""
    company = accented_company(facts)
    reader.explore(f"#q={bare(company.name)}")

    assert company.name in reader.results()[0]


def test_the_explorer_answers_a_rut(reader: Reader, facts: Facts) -> None:
    """A RUT typed into its box finds the company."""
    company = accented_company(facts)
    page = reader.explore()
    page.locator("[data-busca=caja]").fill(writings_of_rut(company.rut)[1])

    expect(page.locator("[data-busca=lista] h3").first).to_contain_text(company.name)


def test_a_question_from_a_form_is_answered(reader: Reader) -> None:
    """The header's form without its script sends `?q=`, which the explorer understands."""
    reader.explore("?q=vino")

    assert reader.page.locator("[data-busca=caja]").input_value() == "vino"
    assert _count(reader)


def test_what_is_typed_before_the_index_has_come_is_asked(reader: Reader) -> None:
    """On a slow line nothing that a hurried reader typed is lost."""
    held: list[Route] = []
    reader.page.route("**/buscar/facetas*", lambda route: held.append(route))
    reader.open("registro/")
    reader.page.locator("[data-busca=caja]").fill("vino")
    held[0].continue_()

    expect(reader.page.locator("[data-busca=aplicacion]")).to_have_attribute("data-listo", "")
    assert reader.page.locator("[data-busca=caja]").input_value() == "vino"
    assert reader.page.url.endswith("#q=vino")


def test_facets_count_what_they_give(reader: Reader, facts: Facts) -> None:
    """The number beside a value is how many results its choice leaves."""
    reader.explore("#tipo=certificado")
    assert _count(reader) == len(facts.certificates)
    expected = sum(one.state(facts.today) == "vigente" for one in facts.certificates)
    reader.explore("#estado=vigente&tipo=certificado")

    assert _count(reader) == expected


def test_values_of_a_facet_add_and_facets_narrow(reader: Reader, facts: Facts) -> None:
    """Two states are either of them; a state and a kind are both."""
    states = [one.state(facts.today) for one in facts.certificates]
    reader.explore("#estado=suspendido,vencido&tipo=certificado")

    assert _count(reader) == states.count("suspendido") + states.count("vencido")


def test_companies_are_all_there(reader: Reader, facts: Facts) -> None:
    """The facet of kinds counts every company and agreement."""
    reader.explore("#tipo=empresa")
    assert _count(reader) == len(facts.records["empresas"])
    reader.explore("#tipo=acuerdo")
    assert _count(reader) == len(facts.records["acuerdos"])


def test_the_region_of_an_element_is_its_own(reader: Reader, facts: Facts) -> None:
    """Filtering elements by region gives those whose comuna lies there."""
    elements = {
        (company, element["id"])
        for company, element, adhesion in facts.accepted()
        if element.get("comuna", "").startswith("07") and adhesion["fecha"] <= facts.today
    }
    reader.explore("#region=07&tipo=elemento")
    if _count(reader) == 0:
        reader.explore("#region=maule&tipo=elemento")

    assert _count(reader) == len(elements)


def test_the_address_holds_the_whole_state(reader: Reader) -> None:
    """What was chosen can be handed on as a link, and the way back works."""
    page = reader.explore()
    page.locator("[data-busca=caja]").fill("vino")
    expect(page).to_have_url(f"{reader.home}registro/#q=vino")
    page.locator("[data-busca=orden]").select_option("nombre")
    expect(page).to_have_url(f"{reader.home}registro/#q=vino&orden=nombre")
    page.go_back()

    expect(page.locator("[data-busca=orden]")).to_have_value("relevancia")
    expect(page.locator("[data-busca=caja]")).to_have_value("vino")


def test_a_filter_can_be_chosen_and_removed(reader: Reader, facts: Facts) -> None:
    """A tick narrows the list at once and stands above it, from where it can be taken away."""
    page = reader.explore()
    everything = _count(reader)
    page.get_by_role("checkbox", name="Sello APL").first.check()
    expect(page).to_have_url(f"{reader.home}registro/#tipo=sello")
    assert _count(reader) == len(facts.records["sellos"])
    page.locator("[data-busca=elegidos] button").first.click()

    expect(page).to_have_url(f"{reader.home}registro/#")
    assert _count(reader) == everything


def test_long_answers_have_pages(reader: Reader) -> None:
    """The second page of results follows the first, by link and by address."""
    page = reader.explore("#tipo=certificado&orden=nombre")
    first = reader.results()
    page.locator("[data-busca=paginas]").get_by_text("Siguiente").click()
    expect(page).to_have_url(f"{reader.home}registro/#tipo=certificado&orden=nombre&pagina=2")
    expect(page.locator("[data-busca=estado]")).to_contain_text("página 2 de")

    assert not set(first) & set(reader.results())


def test_nothing_found_is_no_verdict(reader: Reader) -> None:
    """An empty list says that silence is not a no, and where to ask."""
    page = reader.explore("#q=xqzwvkjh")

    assert _count(reader) == 0
    expect(page.get_by_role("link", name="consulte en Verificar")).to_be_visible()


def test_the_rows_can_be_taken_away(reader: Reader, facts: Facts, tmp_path: Path) -> None:
    """The filtered rows come as CSV: one line each, with address and state."""
    page = reader.explore("#tipo=certificado")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Descargar").click()
    file = tmp_path / "filas.csv"
    waiting.value.save_as(file)
    lines = file.read_text(encoding="utf-8-sig").splitlines()
    rows = list(csv.DictReader(lines, delimiter=";"))

    assert len(rows) == len(facts.certificates)
    code = lasting_certificate(facts).code
    (row,) = [one for one in rows if f"/v/{code}/" in "".join(one.values())]
    assert "vigente" in "".join(row.values()).lower()


def test_a_phone_shows_a_result_above_its_keyboard(browser: Browser, address: str) -> None:
    """On a small screen the first result begins in its upper 440 px, with the filters folded."""
    with reading(browser, address, viewport={"width": 375, "height": 740}) as reader:
        first = reader.explore().locator("[data-busca=lista] li").first

        assert first.evaluate("line => line.getBoundingClientRect().top") < 440
