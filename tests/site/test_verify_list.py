"""A pasted list on /verificar/, in a browser: the table, its filters and the file."""

import csv
import re
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.asking import accented_company, ended_certificate, lasting_certificate
from tests.site.building import DAY
from tests.site.facts import Facts
from tests.site.reading import Reader, reading

ABSENT = "Compañía Que Nadie Fundó Jamás"
NEAR = "Vinedo del Maule Sumerjido"


def paste(page: Page, text: str) -> None:
    page.get_by_text("Verificar una lista", exact=True).click()
    page.get_by_label("Pegue códigos").fill(text)
    page.get_by_role("button", name="Verificar la lista").click()
    expect(page.locator(".apl-cuadro")).to_be_visible()


def asked(facts: Facts) -> list[str]:
    """A code in force, one that is not, a company, and two names of nobody."""
    return [
        lasting_certificate(facts).code,
        ended_certificate(facts, "vencido").code,
        accented_company(facts).rut,
        ABSENT,
        NEAR,
    ]


@pytest.fixture(scope="module")
def pasted(browser: Browser, address: str, facts: Facts) -> Iterator[Reader]:
    """A reader who has pasted a list under its title."""
    with reading(browser, address) as reader:
        reader.open("verificar/").wait_for_load_state("networkidle")
        reader.requests.clear()
        paste(reader.page, "\n".join(["RUT proveedor", *asked(facts), "=1+1 nadie"]))
        yield reader


def test_three_columns_tell_how_far_each_has_come(pasted: Reader, facts: Facts) -> None:
    """Adhesion, certificate and seal, with the last day and a link; what is absent, and near it."""
    page = pasted.page
    bodies = page.locator(".apl-cuadro tbody")

    assert page.locator(".apl-cuadro thead th").all_inner_texts()[2:] == [
        "Adhesión",
        "Certificado",
        "Sello",
    ]
    expect(bodies).to_have_count(6)
    expect(bodies.nth(0)).to_contain_text("Vigente")
    expect(bodies.nth(0)).to_contain_text("hasta el")
    expect(bodies.nth(0).locator(f'a[href$="v/{asked(facts)[0]}/"]')).to_be_visible()
    expect(bodies.nth(1)).to_contain_text("Vencido")
    expect(bodies.nth(3)).to_contain_text("eso no es un no")
    expect(bodies.nth(4)).to_contain_text("Se parece a: Viñedos del Maule Sumergido SpA")
    expect(page.locator(".apl-cuadro")).to_contain_text("«RUT proveedor», es un título")


def test_the_table_is_filtered(pasted: Reader) -> None:
    """By how it stands and by what it says; the count follows, aloud."""
    page = pasted.page
    shown = page.locator(".apl-cuadro tbody:visible")
    page.get_by_label("Mostrar").select_option("dudas")

    expect(shown).to_have_count(3)
    expect(page.locator(".apl-cuadro [role=status]")).to_have_text("Se muestran 3 de 6.")
    page.get_by_label("Que diga").fill("sumergido")
    expect(shown).to_have_count(1)
    page.get_by_label("Que diga").fill("")
    page.get_by_label("Mostrar").select_option("todas")
    expect(shown).to_have_count(6)


def test_the_file_opens_in_a_spreadsheet(pasted: Reader, facts: Facts, tmp_path: Path) -> None:
    """Semicolons and a byte-order mark; the rows that are shown, an address in each."""
    page = pasted.page
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Descargar").click()
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)
    raw = file.read_bytes()
    rows = list(csv.DictReader(StringIO(raw.decode("utf-8-sig")), delimiter=";"))

    assert raw.startswith(b"\xef\xbb\xbf") and file.suffix == ".csv"
    first = rows[0]
    assert first["Lo que escribió"] == asked(facts)[0]
    assert first["Certificado hasta"] == lasting_certificate(facts).facts["vigente_hasta"]
    assert first["Dirección"].endswith(f"/v/{asked(facts)[0]}/")
    near = next(row for row in rows if row["Lo que escribió"] == NEAR)
    assert near["Se parece a"] == "Viñedos del Maule Sumergido SpA"
    assert rows[-1]["Lo que escribió"] == "'=1+1 nadie"
    assert {row["Día consultado"] for row in rows} == {"2026-11-23"}


def test_nothing_of_a_list_is_sent(pasted: Reader, facts: Facts) -> None:
    """Only parts of the register are asked for, by names that say nothing of the list."""
    sent = [url.removeprefix(pasted.home).partition("?")[0] for url in pasted.requests]

    assert "verificar/indice.json" in sent
    assert {Path(path).parts[0] for path in sent} <= {"verificar", "recursos"}
    assert not [path for path in sent for one in asked(facts) if one in path]
    expect(pasted.page.locator("[data-verificador]")).to_contain_text("no se envía a ninguna parte")


def test_a_name_of_many_is_counted_whole(browser: Browser, address: str) -> None:
    """Some are named, the others counted, and all are a click away; so is the sheet."""
    with reading(browser, address) as reader:
        page = reader.open("verificar/")
        paste(page, "de\n1234")
        row = page.locator(".apl-cuadro tbody").first
        count, more = (
            int(str(re.search(pattern, row.inner_text())[1]))  # type: ignore[index]
            for pattern in (r"Hay (\d+) fichas", r"y (\d+) más")
        )

        assert count == row.locator('a[href*="empresas/"]').count() + more
        page.get_by_role("button", name="Hacer una constancia").click()
        expect(page.locator(".apl-constancia li").first).to_contain_text(f" y {more} más.")
        row.get_by_role("link", name=f"y {more} más").click()
        expect(page.locator("[data-busca=lista] h3").first).to_be_visible()
        assert page.url == f"{reader.home}registro/#q=de"


def test_it_fits_a_phone_and_needs_no_mouse(browser: Browser, address: str, facts: Facts) -> None:
    """Nothing sticks out at 375 px; the answer takes the focus, and each cell says its column."""
    with reading(browser, address, viewport={"width": 375, "height": 700}) as reader:
        page = reader.open("verificar/")
        page.locator(".apl-verificador__varios summary").press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.insert_text("\n".join(asked(facts)))
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator(".apl-cuadro h2")).to_be_focused()

        assert page.evaluate("document.documentElement.scrollWidth") <= 375
        cell = page.locator(".apl-cuadro td[data-titulo=Certificado]").first
        assert "Certificado" in cell.evaluate("e => getComputedStyle(e, '::before').content")


def test_old_data_affirm_nothing_but_of_older_days(
    browser: Browser, address: str, facts: Facts
) -> None:
    """Past the days of trust no line is green, on the page or in what it counts."""
    with reading(browser, address, day=DAY + timedelta(days=60)) as reader:
        page = reader.open("verificar/")
        paste(page, "\n".join(asked(facts)))

        expect(page.locator(".apl-cuadro .apl-estado--bien")).to_have_count(0)
        expect(page.locator(".apl-cuadro")).to_contain_text("Sin confirmar")
        expect(page.locator(".apl-cuadro")).to_contain_text("0 con algún certificado vigente")

        one = ended_certificate(facts, "vencido")  # for a day before that of the data
        page.get_by_label("Para el día").fill(one.facts["vigente_hasta"])
        page.get_by_label("Pegue códigos").fill(one.code)
        page.get_by_role("button", name="Verificar la lista").click()
        expect(page.locator(".apl-cuadro .apl-estado--bien").first).to_have_text(
            "Vigente, vence hoy"
        )
