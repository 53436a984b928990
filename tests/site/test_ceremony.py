"""The list of a ceremony on /equipo/ceremonia/, from the pasted rows to the pull request."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from python_calamine import CalamineWorkbook

from generator import rut
from generator.cli import main
from tests.site.asking import lasting_certificate
from tests.site.building import DAY, copied_registry
from tests.site.facts import Facts
from tests.site.reading import Reader, reading
from tests.tabs import tab

AGREEMENT = "chileoliva-iii-2024"
HEADER = (
    "RUT\tRazón social\tTamaño\tInstalación\tComuna\tFecha de adhesión\tRUT encargado\t"
    "Nombre encargado\tCorreo\tFono\tColor del stand"
)
WRONG = {
    7: {"rut": "99.800.007-1"},
    19: {"comuna": "Tlca"},
    23: {"day": "3/5/24"},
    41: {"plant": ""},
    58: {"name": "Aceites 9 8765 4321"},
}
"""Rows of the list, from 1, with what is wrong in them."""


def _row(n: int) -> str:
    body = 99_800_000 + n
    sound = {
        "rut": f"{body:,}-{rut.check_digit(body)}".replace(",", ".").lower(),
        "name": f"Ñandúes Inventados {n} Ltda.",
        "size": "Pequeña",
        "plant": f"Planta {n}",
        "comuna": "7101" if n % 2 else "Ñuñoa",
        "day": "3 de mayo de 2024" if n % 3 else "03-05-2024",
    }
    own = ("12.345.678-5", "Rosa Inventada", "rosa@inventada.cl", "+56 9 8765 4321", "azul")
    return "\t".join([*{**sound, **WRONG.get(n, {})}.values(), *own])


PASTED = "\n".join(["Ceremonia de prueba", "", HEADER, *(_row(n) for n in range(1, 61))])


def check(page: Page, pasted: str, agreement: str = AGREEMENT) -> None:
    page.get_by_label("Filas de la planilla").fill(pasted)
    page.locator(f'option[value="{agreement}"]').wait_for(state="attached")
    page.get_by_label("Acuerdo", exact=True).select_option(agreement)
    page.get_by_role("button", name="Revisar las filas").click()
    page.locator(".apl-ceremonia__titulo").wait_for()


def _downloaded(page: Page, folder: Path) -> Path:
    with page.expect_download() as started:
        page.get_by_role("button", name="Descargar").click()
    file = folder / started.value.suggested_filename
    started.value.save_as(file)
    return file


def test_sixty_rows_of_which_five_are_wrong(reader: Reader, tmp_path: Path, capsys) -> None:
    """Five are told with their cell and left out; the file of the others is imported whole."""
    page = reader.open("equipo/ceremonia/")
    check(page, PASTED)

    expect(page.locator(".apl-ceremonia__cuentas li")).to_have_text(["5 rechazadas", "55 nuevas"])
    expect(page.locator(".apl-ceremonia__titulo")).to_be_focused()
    refused = page.locator("details.apl-ceremonia--no .apl-ceremonia__fila")
    numbers = [
        int(text.removeprefix("Fila ")) - 3
        for text in refused.locator(".apl-ceremonia__numero").all_inner_texts()
    ]
    assert numbers == [*WRONG]
    expect(refused.nth(0)).to_contain_text("RUT (columna A)")
    aside = page.locator(".apl-ceremonia__aparte")
    expect(aside).to_contain_text("«RUT encargado», «Nombre encargado», «Correo», «Fono»")
    expect(aside).to_contain_text("«Color del stand»")

    file = _downloaded(page, tmp_path)
    text = file.read_text(encoding="utf-8")
    assert not [word for word in ("Rosa", "rosa@", "8765", "12345678", "azul") if word in text]
    registry = copied_registry(tmp_path)
    left = main(
        [
            "import",
            str(file),
            "--write",
            "--format",
            "json",
            "--registry",
            str(registry),
            "--day",
            str(DAY),
        ]
    )
    told = json.loads(capsys.readouterr().out)
    assert (left, told["written"]) == (0, True)
    assert told["counts"] == {"new": 55, "changed": 0, "same": 0, "refused": 0}


def test_nothing_of_the_list_leaves_the_page(reader: Reader) -> None:
    """No request tells what was pasted: only whole parts of the published register are read."""
    page = reader.open("equipo/ceremonia/")
    check(page, PASTED)

    asked = [url for url in reader.requests if "verificar/" in url]
    assert asked
    told = " ".join(reader.requests)
    assert not [word for word in ("9980", "Inventad", "Rosa", "Planta") if word in told]


def test_known_companies_and_certificates_are_recognised(reader: Reader, facts: Facts) -> None:
    """By RUT in any writing: what the register has already is the same, a new name changes it."""
    held = lasting_certificate(facts)
    company = next(
        one for one in facts.records["empresas"].values() if one.get("rut") and one["elementos"]
    )
    element = company["elementos"][0]
    rows = [
        "RUT\tRazón social\tInstalación\tComuna",
        f"{company['rut'].replace('-', '')}\t{company['razon_social']}\t{element['nombre']}\t",
        f"{company['rut']}\t{company['razon_social']} y Otros\t{element['nombre']}\t",
    ]
    page = reader.open("equipo/ceremonia/")
    page.get_by_label("Filas de la planilla").fill("\n".join(rows))
    page.get_by_role("button", name="Revisar las filas").click()

    expect(page.locator(".apl-ceremonia__cuentas li")).to_have_text(["1 cambia", "1 ya está igual"])
    expect(page.locator("details.apl-ceremonia--atencion")).to_contain_text("Razón social: «")
    assert held


def test_codes_are_minted_once(reader: Reader) -> None:
    """Checking the same list again keeps the code of each certificate."""
    header = f"{HEADER}\tFecha certificación\tVigente hasta"
    pasted = f"{header}\n{_row(1)}\t2024-08-30\t2027-08-30"
    page = reader.open("equipo/ceremonia/")
    check(page, pasted)
    note = page.locator(".apl-ceremonia__nota", has_text="código")
    first = note.inner_text()
    page.get_by_role("button", name="Revisar las filas").click()

    expect(note).to_have_text(first)


def test_a_persons_name_and_rut_stay_here(reader: Reader, tmp_path: Path) -> None:
    """The file of a natural person holds an id that tells nothing."""
    page = reader.open("equipo/ceremonia/")
    row = _row(2).replace("99.800.002-" + rut.check_digit(99_800_002).lower(), "12.345.678-5")
    check(page, f"{HEADER}\n{row.replace('Ñandúes Inventados 2 Ltda.', 'Rosa Campos Soto')}")

    expect(page.locator("[data-ceremonia-pieza=respuesta]")).to_contain_text("persona natural")
    text = _downloaded(page, tmp_path).read_text(encoding="utf-8")
    assert "productor-" in text and "persona_natural" in text
    assert "Campos" not in text and "12345678" not in text


@pytest.mark.parametrize(
    ("pasted", "said"),
    [
        ("", "Pega primero"),
        ("hola\nmundo", "No hay una fila con encabezados conocidos"),
        ("RUT\tRazón social\tInstalación", "no hay filas debajo"),
        ('RUT\tRazón social\n"99800001-7\tUna', "comillas"),
        ("id\trazon_social\trut\nx\tUna\t99800001-7", "tabla «empresas»"),
    ],
)
def test_what_is_no_list_is_told(reader: Reader, pasted: str, said: str) -> None:
    """A form that cannot be checked says why, and keeps what was pasted."""
    page = reader.open("equipo/ceremonia/")
    page.get_by_label("Filas de la planilla").fill(pasted)
    page.get_by_role("button", name="Revisar las filas").click()

    expect(page.locator("[data-ceremonia-pieza=estado]")).to_contain_text(said)
    expect(page.get_by_label("Filas de la planilla")).to_have_value(pasted)


def test_the_way_to_the_pull_request(reader: Reader) -> None:
    """The upload page is that of the register's own repository and branch."""
    page = reader.open("equipo/ceremonia/")
    check(page, PASTED)

    link = page.locator("[data-ceremonia-pieza=subir]")
    expected = "https://registro-apl.example/repositorio/upload/main/registry/entrada"
    expect(link).to_have_attribute("href", expected)


def test_a_pasted_markup_is_a_text(reader: Reader) -> None:
    """Whatever stands in a cell or header is shown, never run."""
    evil = "<img src=x onerror=window.asaltada=1>"
    page = reader.open("equipo/ceremonia/")
    check(page, f"RUT\tRazón social\tInstalación\t{evil}\n99800001-7\t{evil}\t{evil}\tx")

    expect(page.locator("[data-ceremonia-pieza=respuesta]")).to_contain_text(evil)
    assert page.evaluate("window.asaltada") is None


def test_it_works_from_a_folder(browser: Browser, offline_site: Path) -> None:
    """Without a server the parts come as scripts, and the verdicts are the same."""
    with reading(browser, offline_site.as_uri() + "/") as reader:
        page = reader.open("equipo/ceremonia/index.html")
        check(page, PASTED)
        expect(page.locator(".apl-ceremonia__cuentas li").first).to_have_text("5 rechazadas")


def test_without_javascript_it_says_what_to_do(browser: Browser, address: str) -> None:
    """The workbook and `apl import` are offered; no form stands there in vain."""
    with tab(browser, java_script_enabled=False) as page:
        page.goto(f"{address}equipo/ceremonia/")

        expect(page.locator("form[data-ceremonia-pieza]")).to_be_hidden()
        shown = page.locator("[data-ceremonia]").inner_text()
        assert "necesita JavaScript" in shown and "apl import" in shown and "plantilla" in shown


def test_the_workbook_can_be_filled(site: Path) -> None:
    """Its headers stand on a sheet that a spreadsheet program opens."""
    book = CalamineWorkbook.from_path(site / "equipo/ceremonia/plantilla-ceremonia.xlsx")

    assert book.get_sheet_by_name("Ceremonia").to_python()[0][:2] == ["RUT", "Razón social"]
