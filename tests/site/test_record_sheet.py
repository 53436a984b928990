"""The record of a consultation: a sheet, its QR, the text for the minutes, and its check later."""

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests import qr_reader
from tests.site.asking import lasting_certificate
from tests.site.building import DAY
from tests.site.facts import Facts
from tests.site.reading import Reader, reading
from tests.tabs import tab

URL = "https://registro-apl.example/"
SIDE = 480
_DRAW = """async ([svg, side]) => {
  const image = new Image(side, side);
  image.src = "data:image/svg+xml," + encodeURIComponent(svg);
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = side;
  const pen = canvas.getContext("2d");
  pen.drawImage(image, 0, 0, side, side);
  const { data } = pen.getImageData(0, 0, side, side);
  let grey = "";
  for (let i = 0; i < data.length; i += 4) grey += String.fromCharCode(data[i]);
  return btoa(grey);
}"""


@pytest.fixture(scope="module")
def writer(browser: Browser, address: str) -> Iterator[Reader]:
    """A reader who may copy, with a phone of 375 px."""
    permitted = ["clipboard-read", "clipboard-write"]
    small = {"width": 375, "height": 700}
    with reading(browser, address, permissions=permitted, viewport=small) as one:
        yield one


@pytest.fixture(scope="module")
def sheet(writer: Reader, facts: Facts) -> Locator:
    """The sheet about a certificate in force."""
    writer.verify(lasting_certificate(facts).code)
    return sheet_of(writer.page)


def sheet_of(page: Page) -> Locator:
    page.get_by_role("button", name="Hacer una constancia").click()
    sheet = page.locator(".apl-constancia")
    expect(sheet.locator("svg")).to_be_visible()
    return sheet


def decoded(page: Page, sheet: Locator) -> str:
    """What a reader of QR codes reads from the sheet."""
    svg = sheet.locator("svg").evaluate("e => new XMLSerializer().serializeToString(e)")
    grey = base64.b64decode(page.evaluate(_DRAW, [svg, SIDE]))
    (found,) = qr_reader.read(grey, SIDE)
    return found


def test_the_sheet_says_all_that_was_asked_and_told(sheet: Locator, facts: Facts) -> None:
    """Question, answer, the two days, the identity of the data, and that it is no certificate."""
    for words in (
        lasting_certificate(facts).code,
        "Vigente",
        "23 de noviembre de 2026",
        "huella de sus datos",
        "No es el certificado",
        "ficticias",
    ):
        expect(sheet).to_contain_text(words)
    expect(sheet.locator("h2")).to_be_focused()
    assert sheet.page.evaluate("document.documentElement.scrollWidth") <= 375


def test_its_qr_leads_to_its_check(sheet: Locator) -> None:
    """A real reader reads the very address that stands beside it, at the public site."""
    shown = sheet.locator(".apl-constancia__direccion a").get_attribute("href")

    assert decoded(sheet.page, sheet) == shown
    assert str(shown).startswith(f"{URL}verificar/#huella=1;2026-11-23;2026-11-23;")


def test_the_minutes_get_plain_text(sheet: Locator, facts: Facts) -> None:
    """One button copies what an act quotes, with the address that checks it."""
    sheet.get_by_role("button", name="Copiar el texto para el acta").click()
    expect(sheet.get_by_role("button", name="Texto copiado")).to_be_visible()
    text = sheet.page.evaluate("navigator.clipboard.readText()")

    assert text.startswith("Constancia de consulta. ")
    assert f"Se preguntó por: {lasting_certificate(facts).code}\nRespuesta: Vigente." in text
    assert "Día consultado: 23 de noviembre de 2026." in text
    assert f"Para comprobarla: {URL}verificar/#huella=" in text
    assert "<" not in text


def test_only_the_sheet_is_printed(sheet: Locator) -> None:
    """On paper stand the sheet and nothing of the page around it, on one page."""
    page = sheet.page
    page.evaluate("window.print = () => { window.printed = true; }")
    sheet.get_by_role("button", name="Imprimir").click()
    assert page.evaluate("window.printed")
    page.emulate_media(media="print")

    expect(sheet.locator("svg")).to_be_visible()
    for button in sheet.locator("button").all():
        expect(button).to_be_hidden()
    for hidden in ("h1", "#el-silencio-no-es-un-no", "[data-verifica=formulario]", ".md-footer"):
        expect(page.locator(hidden).first).to_be_hidden()
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1
    page.emulate_media(media="screen")


def test_the_address_says_whether_it_still_holds(sheet: Locator, writer: Reader) -> None:
    """Opened later, the fingerprint is asked again; a piece of it is refused."""
    link = str(sheet.locator(".apl-constancia__direccion a").get_attribute("href"))
    hash = link.removeprefix(f"{URL}verificar/")
    page = reopened(writer, hash)

    expect(page.locator("[data-veredicto]")).to_contain_text("Igual que entonces")
    expect(page.locator(".apl-comprobada h2")).to_be_focused()
    reopened(writer, hash[:-3])
    expect(page.locator("[data-verifica=estado]")).to_contain_text("La huella no está completa")


def test_a_list_has_a_sheet_too(writer: Reader, facts: Facts) -> None:
    """Of a long list the QR holds what checks it once the list is pasted again."""
    asked = [*sorted(facts.codes)[:30], "Nadie Jamás SpA"]
    page = reopened(writer, "")
    _paste(page, asked)
    sheet = sheet_of(page)
    expect(sheet.locator("ol > li")).to_have_count(len(asked))
    short = decoded(page, sheet)
    sheet.get_by_role("button", name="Copiar el enlace").click()
    expect(page.get_by_role("button", name="Enlace copiado")).to_be_visible()
    whole = str(page.evaluate("navigator.clipboard.readText()"))

    reopened(writer, whole.removeprefix(f"{URL}verificar/"))
    expect(page.locator(".apl-comprobada__cuenta")).to_contain_text("31 respuestas son iguales")
    reopened(writer, short.removeprefix(f"{URL}verificar/"))
    expect(page.locator("[data-verifica=estado]")).to_contain_text("Pegue aquí la misma lista")
    _paste(page, asked)
    expect(page.locator("[data-veredicto=igual]")).to_be_visible()
    _paste(page, asked[1:])
    expect(page.locator("[data-veredicto=cambio]")).to_contain_text("30")


def test_the_sheet_of_a_list_names_whom_it_tells_of(writer: Reader, facts: Facts) -> None:
    """Whose each code is, each element of a company of several, what comes close; fit for paper."""
    page = reopened(writer, "")
    many = next(one for one in facts.records["empresas"].values() if _has_many(one))
    _paste(page, [lasting_certificate(facts).code, many["rut"], "Vinedo del Maule Sumerjido"])
    items = sheet_of(page).locator("ol > li")
    certificate = lasting_certificate(facts)

    expect(items.nth(0)).to_contain_text(certificate.element["nombre"])
    for element in many["elementos"]:
        expect(items.nth(1)).to_contain_text(element["nombre"])
    expect(items.nth(2)).to_contain_text("Se parece a: Viñedos del Maule Sumergido SpA.")
    page.emulate_media(media="print")
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1
    page.set_viewport_size({"width": 650, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 650
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 375, "height": 700})


def _has_many(company: dict[str, Any]) -> bool:
    """Whether several elements of a company adhered, each to one agreement."""
    adhered = [len(one.get("adhesiones", ())) for one in company.get("elementos", ())]
    return "rut" in company and len(adhered) > 2 and set(adhered) == {1}


def reopened(writer: Reader, hash: str) -> Page:
    """The page opened anew, as from a link in another program."""
    writer.page.goto("about:blank")
    return writer.open(f"verificar/{hash}")


def _paste(page: Page, lines: list[str]) -> None:
    details = page.locator(".apl-verificador__varios")
    if details.get_attribute("open") is None:
        details.locator("summary").click()
    page.get_by_label("Pegue códigos").fill("\n".join(lines))
    page.get_by_role("button", name="Verificar la lista").click()
    expect(page.locator(".apl-cuadro")).to_be_visible()


def test_it_works_from_a_folder(browser: Browser, offline_site: Path, facts: Facts) -> None:
    """A copy without a server draws the QR of the public address."""
    with tab(browser, noon=DAY) as page:
        place = f"verificar/index.html#q={lasting_certificate(facts).code}"
        page.goto(f"{offline_site.as_uri()}/{place}")
        sheet = sheet_of(page)

        assert decoded(page, sheet).startswith(f"{URL}verificar/#huella=")
