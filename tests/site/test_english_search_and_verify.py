"""The search and the verify page in English, in a browser: English words, and English pages."""

import csv
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.asking import (
    accented_company,
    bare,
    lasting_certificate,
    slipped,
    writings_of_rut,
)
from tests.site.auditing import WHOLE_LOOKS, faults
from tests.site.building import DAY
from tests.site.facts import Facts
from tests.site.reading import Reader, reading

SAME_IN_BOTH = {"Comuna", "Sello APL", "Micro", "RUT"}
_SAID = """() => {
  const found = [], main = document.querySelector("main");
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const isOwn = (one) => one.closest("[lang=es], script, style, code");
  while (walker.nextNode())
    if (!isOwn(walker.currentNode.parentElement)) found.push(walker.currentNode.textContent.trim());
  for (const name of ["aria-label", "placeholder", "title", "data-titulo"])
    for (const one of main.querySelectorAll(`[${name}]`))
      if (!isOwn(one)) found.push(one.getAttribute(name).trim());
  return found;
}"""


def said(page: Page) -> set[str]:
    """The words of the page's own language: its texts and names, without what is marked Spanish."""
    found: list[str] = page.evaluate(_SAID)
    return {one for one in found if re.search(r"[^\W\d_]{4}", one)} - SAME_IN_BOTH


def explore(reader: Reader, state: str, prefix: str = "en/") -> Page:
    """Open the explorer with a state in its address, and wait until it has answered."""
    page = reader.open(f"{prefix}registro/{state}")
    expect(page.locator("[data-busca=aplicacion]")).to_have_attribute("data-listo", "")
    return page


def verify(reader: Reader, question: str, prefix: str = "en/") -> Page:
    """Ask the verify page, and wait for the answer."""
    reader.open("")
    page = reader.open(f"{prefix}verificar/#{question}")
    expect(page.locator("[data-verifica=respuesta] .apl-respuesta").first).to_be_visible()
    return page


def make_record(page: Page, prefix: str = "en/") -> str:
    """Make the sheet of an answer; the part of its address that can be opened anywhere."""
    name = "Make a record" if prefix else "Hacer una constancia"
    page.get_by_role("button", name=name).click()
    link = page.locator(".apl-constancia__direccion a")
    expect(link).to_be_visible()
    address = link.get_attribute("href") or ""
    assert address.startswith(f"https://registro-apl.example/{prefix}verificar/#huella="), address
    return address.partition("#")[2]


@pytest.fixture
def auditor(browser: Browser, address: str) -> Iterator[Reader]:
    """A reader into whose pages axe can be brought."""
    with reading(browser, address, bypass_csp=True) as one:
        yield one


def test_a_company_is_found_by_name_and_rut(reader: Reader, facts: Facts) -> None:
    """Its line is English around a Spanish name, and leads to its English page."""
    company = accented_company(facts)
    for asked in (bare(company.name), writings_of_rut(company.rut)[1]):
        page = explore(reader, f"#q={quote(asked)}")
        line = page.locator("[data-busca=lista] li").first
        link = line.locator("h3 a")

        expect(link).to_have_text(company.legal_name)
        expect(link).to_have_attribute("lang", "es")
        expect(link).to_have_attribute("href", re.compile(rf"/en/empresas/{company.id}/$"))
        expect(line.locator(".apl-resultado__tipo")).to_contain_text("Company")
        expect(line.locator(".apl-estado")).to_contain_text("with a certificate in force")


def test_a_certificate_is_found_by_code(reader: Reader, facts: Facts) -> None:
    """It is called a certificate, and its page is English too."""
    code = lasting_certificate(facts).code
    page = explore(reader, f"#q={code}")
    link = page.locator("[data-busca=lista] h3 a").first
    expect(link).to_have_text(f"Certificate {code[:4]}-{code[4:]}")
    link.click()

    expect(page).to_have_url(f"{reader.home}en/v/{code}/")
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_english_words_find_what_they_name(reader: Reader, facts: Facts) -> None:
    """The names of kinds and states are words of the search, in the reader's language."""
    page = explore(reader, "#q=suspended+certificates&tipo=certificado")
    states = [one.state(facts.today) for one in facts.certificates]

    expect(page.locator("[data-busca=lista] li")).to_have_count(states.count("suspendido"))
    expect(page.locator("[data-busca=estado]")).to_contain_text("result")


def test_suggestions_lead_to_english_pages(reader: Reader, facts: Facts) -> None:
    """The header's search on an English page speaks English."""
    company = accented_company(facts)
    reader.open("en/verificar/")
    first = reader.suggestions(bare(company.name)).first

    expect(first).to_contain_text("Company")
    expect(first).to_have_attribute("data-href", re.compile(rf"/en/empresas/{company.id}/$"))
    status = reader.page.locator("header [data-buscador] [role=status]")
    expect(status).to_contain_text("Use the arrow keys to choose.")


def test_the_file_of_results_has_english_headings(reader: Reader, tmp_path: Path) -> None:
    """The rows lead to English pages."""
    page = explore(reader, "#tipo=certificado&estado=suspendido")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download these results").click()
    waiting.value.save_as(tmp_path / "rows.csv")
    lines = (tmp_path / "rows.csv").read_text(encoding="utf-8-sig").splitlines()
    (first, *_) = csv.DictReader(lines, delimiter=";")

    assert (first["kind"], first["status"]) == ("Certificate", "Suspended")
    assert "/en/v/" in first["web_address"]


def test_a_code_and_a_rut_are_verified(reader: Reader, facts: Facts) -> None:
    """The answer is English, and leads to the English page of the record."""
    held = lasting_certificate(facts)
    page = verify(reader, f"q={held.code}")
    expect(page.locator(".apl-palabra")).to_have_text("In force")
    expect(page.get_by_role("link", name="See the whole record")).to_have_attribute(
        "href", re.compile(rf"/en/v/{held.code}/$")
    )
    company = accented_company(facts)
    page = verify(reader, f"q={company.rut}&dia=2026-06-30")

    expect(page.locator(".apl-respuesta h2")).to_have_attribute("lang", "es")
    expect(page.locator(".apl-palabra")).to_contain_text("with a certificate in force")
    expect(page.locator(".apl-respuesta")).to_contain_text("Answer for 30 June 2026")


def test_a_list_is_verified(reader: Reader, facts: Facts, tmp_path: Path) -> None:
    """Three columns of English words; the file's headings are English too."""
    held, company = lasting_certificate(facts), accented_company(facts)
    page = reader.open("en/verificar/")
    page.get_by_text("Verify a list").click()
    page.get_by_label("Paste codes").fill(f"Code\n{held.code}\n{company.rut}\n{slipped(held.code)}")
    page.get_by_role("button", name="Verify the list").click()
    table = page.locator(".apl-cuadro")

    expect(table.get_by_role("heading", name="3 answers")).to_be_visible()
    expect(table).to_contain_text("The first row, “Code”, is a title")
    expect(table.locator("tbody").first).to_contain_text("In force")
    expect(table.locator("tbody").last).to_contain_text("Not a valid code")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download for Excel").click()
    assert waiting.value.suggested_filename.startswith("verification-")
    waiting.value.save_as(tmp_path / "list.csv")
    head = (tmp_path / "list.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    assert head.startswith('"What you typed";"Answer";"Company"')


def test_records_of_either_language_are_checked_in_the_other(reader: Reader, facts: Facts) -> None:
    """A fingerprint says the same wherever it was made; it is told in the reader's words."""
    held, company = lasting_certificate(facts), accented_company(facts)
    for question in (held.code, company.rut):
        made = make_record(verify(reader, f"q={question}"))
        assert made == make_record(verify(reader, f"q={question}", ""), "")
        expect(verify(reader, made, "").locator("[data-veredicto]")).to_contain_text(
            "Igual que entonces"
        )
        checked = verify(reader, made).locator("[data-veredicto]")
        expect(checked).to_contain_text("The same as then")
        expect(checked).not_to_contain_text("vigente")


@pytest.mark.parametrize("question", ["code", "rut", "slip", "name"])
def test_answers_hold_no_spanish_but_names(reader: Reader, facts: Facts, question: str) -> None:
    """What the Spanish page says, the English page does not say, in texts or in names of parts."""
    held, company = lasting_certificate(facts), accented_company(facts)
    asked = {
        "code": held.code,
        "rut": company.rut,
        "slip": slipped(held.code),
        "name": "Zzyzx Inexistente",
    }[question]
    spanish = verify(reader, f"q={quote(asked)}", "")
    make_record(spanish, "")
    before = said(spanish) - {asked}
    english = verify(reader, f"q={quote(asked)}")
    make_record(english)

    assert len(said(english)) > 100
    assert not said(english) & before


def test_the_explorer_holds_no_spanish_but_names(reader: Reader) -> None:
    """Facets, results, chips and notes of one and the same question share no word."""
    state = "#q=vino&estado=vigente&region=maule"
    before = said(explore(reader, state, ""))
    now = said(explore(reader, state))

    assert len(now) > 30
    assert not now & before


def test_an_old_page_says_so_in_english(browser: Browser, address: str, facts: Facts) -> None:
    """A status that can no longer be trusted is doubted in the language of its page."""
    code = lasting_certificate(facts).code
    with reading(browser, address, day=DAY + timedelta(days=30)) as reader:
        page = reader.open(f"en/v/{code}/")

        expect(page.locator(".apl-palabra")).to_have_text("Unconfirmed: data 30 days old")
        expect(page.locator(".apl-antiguo")).to_contain_text(
            "The data of this page are 30 days old"
        )


def test_both_pages_are_without_fault(auditor: Reader, facts: Facts) -> None:
    """Nothing that axe knows is wrong with them in use."""
    explore(auditor, "#q=vino&region=maule")
    found = faults(auditor, WHOLE_LOOKS)
    make_record(verify(auditor, f"q={lasting_certificate(facts).code}"))

    assert not [*found, *faults(auditor, WHOLE_LOOKS)]
