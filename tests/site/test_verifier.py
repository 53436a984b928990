"""The box of /verificar/, in a browser: every kind of question, and its honest answer."""

import pytest
from playwright.sync_api import Locator, expect
from stdnum.cl import rut as chilean_rut

from tests.site import hostile_registry
from tests.site.asking import (
    accented_company,
    bare,
    ended_certificate,
    expiring_certificate,
    lasting_certificate,
    slipped,
    writings_of_code,
    writings_of_rut,
)
from tests.site.building import DAY
from tests.site.facts import Facts
from tests.site.outline import Pages
from tests.site.reading import Reader

UNKNOWN_CODE = hostile_registry.code(999)
ABSENT_RUT = hostile_registry.rut(99_999)
PERSONS_RUT = f"7654321-{chilean_rut.calc_check_digit('7654321')}"


def _word(answer: Locator) -> str:
    return answer.locator(".apl-palabra").inner_text()


def test_a_code_in_any_writing_is_answered(reader: Reader, facts: Facts) -> None:
    """Small letters, no dash, O for zero: the certificate is in force, with its days."""
    code = lasting_certificate(facts).code
    for typed in writings_of_code(code):
        assert _word(reader.verify(typed)).startswith("Vigente"), typed


@pytest.mark.parametrize(
    ("state", "word"),
    [
        ("vencido", "Vencido"),
        ("suspendido", "Suspendido"),
        ("anulado", "Anulado"),
        ("futuro", "Aún no rige"),
    ],
)
def test_a_certificate_that_is_not_in_force(
    reader: Reader, facts: Facts, state: str, word: str
) -> None:
    """Every other state has its own word, and none is green."""
    answer = reader.verify(ended_certificate(facts, state).code)

    assert _word(answer) == word
    expect(answer).not_to_have_class("apl-respuesta--bien")


def test_the_page_and_the_box_say_the_same(reader: Reader, facts: Facts, pages: Pages) -> None:
    """For every tenth code the browser's answer has the word of the code's own page."""
    for code in sorted(facts.codes)[::10]:
        (word,) = pages.at(f"v/{code}/").with_class("apl-palabra")
        assert _word(reader.verify(code)) == word.text, code


def test_an_official_number_is_answered(reader: Reader, facts: Facts) -> None:
    """The issuing body's own number leads to the same certificate."""
    one = next(one for one in facts.certificates if "numero_oficial" in one.facts)
    answer = reader.verify(one.facts["numero_oficial"])

    expect(answer.locator(f'a[href*="{one.code}"]').first).to_be_visible()


def test_a_rut_in_any_writing_is_answered(reader: Reader, facts: Facts) -> None:
    """A company answers with a count of its elements, never with one word."""
    company = accented_company(facts)
    certified, counted = facts.company_count(company.id)
    for typed in writings_of_rut(company.rut):
        assert _word(reader.verify(typed)).startswith(f"{certified} de {counted} "), typed


def test_a_name_without_accents_is_answered(reader: Reader, facts: Facts) -> None:
    """A company is found by its name, without accents or legal suffix."""
    company = accented_company(facts)
    answer = reader.verify(bare(company.name))

    expect(answer.locator(f'a[href*="empresas/{company.id}/"]').first).to_be_visible()


def test_a_brand_is_answered(reader: Reader, facts: Facts) -> None:
    """What a shopper reads on the package leads to whoever owns the brand."""
    id, brand = next(
        (id, record["marcas"][0])
        for id, record in facts.records["empresas"].items()
        if record.get("marcas")
    )
    answer = reader.verify(brand)

    expect(answer.locator(f'a[href*="empresas/{id}/"]').first).to_be_visible()


def test_a_former_rut_leads_to_the_company(reader: Reader, facts: Facts) -> None:
    """The RUT that a company had before is answered, and said to be a former one."""
    id, former = next(
        (id, one["rut"])
        for id, record in facts.records["empresas"].items()
        for one in record.get("nombres_anteriores", [])
        if "rut" in one
    )
    answer = reader.verify(former)

    expect(answer).to_contain_text("anterior")
    expect(answer.locator(f'a[href*="empresas/{id}/"]').first).to_be_visible()


def test_a_mistyped_code_offers_what_was_meant(reader: Reader, facts: Facts) -> None:
    """One wrong symbol is told as such, with the codes it may stand for."""
    code = lasting_certificate(facts).code
    answer = reader.verify(slipped(code))

    assert _word(answer) == "No es un código válido"
    expect(answer).to_contain_text(f"{code[:4]}-{code[4:]}")


def test_an_unknown_code(reader: Reader) -> None:
    """A code that was never issued is told apart from one with an error."""
    assert _word(reader.verify(UNKNOWN_CODE)) == "Código desconocido"


def test_a_mistyped_rut(reader: Reader, facts: Facts) -> None:
    """A wrong check digit is an error of typing, not an absence."""
    body, digit = accented_company(facts).rut.split("-")
    wrong = f"{body}-{'1' if digit != '1' else '2'}"

    assert _word(reader.verify(wrong)) == "No es un RUT válido"


def test_the_rut_of_a_person(reader: Reader) -> None:
    """The RUTs of natural persons are not published, and absence says nothing."""
    answer = reader.verify(PERSONS_RUT)

    assert _word(answer) == "Este registro no publica RUT de personas naturales"
    expect(answer).to_contain_text("código")


@pytest.mark.parametrize("question", [ABSENT_RUT, "Compañía Que Nadie Fundó Jamás"])
def test_silence_is_not_a_no(reader: Reader, question: str) -> None:
    """Where this register lacks the lists, absence reads as such and says where to ask."""
    answer = reader.verify(question)

    assert _word(answer) == "Este registro aún no tiene la nómina"
    expect(answer).to_contain_text("eso no es un no")
    expect(answer).to_contain_text("ascc.cl")


def test_a_withdrawn_record(reader: Reader, pages: Pages) -> None:
    """A withdrawn company's former address is answered as withdrawn."""
    withdrawn = next(
        name.split("/")[1]
        for name in pages.below("empresas/")
        if not pages[name].is_redirect and pages[name].title.startswith("Ficha retirada")
    )

    assert "retirada" in _word(reader.verify(withdrawn))


def test_a_past_day_is_answered(reader: Reader, facts: Facts) -> None:
    """A certificate that has expired was in force on its last day."""
    one = ended_certificate(facts, "vencido")
    last = DAY.fromisoformat(one.facts["vigente_hasta"])

    assert _word(reader.verify(one.code)) == "Vencido"
    assert _word(reader.verify(one.code, last)).startswith("Vigente")


def test_a_day_to_come_is_answered_with_care(reader: Reader, facts: Facts) -> None:
    """On a later day the answer supposes that nothing changes, and says so."""
    one = expiring_certificate(facts)
    last = DAY.fromisoformat(one.facts["vigente_hasta"])
    answer = reader.verify(one.code, last)

    assert _word(answer) == "Vigente, vence hoy"
    expect(answer).to_contain_text("Ese día aún no llega")


def test_an_example_says_so(reader: Reader, facts: Facts) -> None:
    """No fictional certificate can be mistaken for a real one."""
    expect(reader.verify(lasting_certificate(facts).code)).to_contain_text("ejemplo ficticio")


def test_a_question_can_be_handed_on(reader: Reader, facts: Facts) -> None:
    """The question stands behind `#`, where no server log sees it, and is asked on opening."""
    code = lasting_certificate(facts).code
    reader.verify(code)
    assert reader.page.url == f"{reader.home}verificar/#q={code}"
    reader.open("")
    reader.open(f"verificar/#q={code}")

    expect(reader.page.locator(".apl-respuesta .apl-palabra")).to_contain_text("Vigente")
    assert not [one for one in reader.requests if f"q={code}" in one.partition("#")[0]]


def test_the_short_address_section_answers_too(reader: Reader, facts: Facts) -> None:
    """The same box stands on /v/."""
    reader.open("v/")
    box = reader.page.get_by_label("Código, número oficial, RUT, nombre o marca")
    box.fill(lasting_certificate(facts).code)
    box.press("Enter")

    expect(reader.page.locator(".apl-respuesta .apl-palabra")).to_contain_text("Vigente")


def test_a_pasted_list_is_answered_row_by_row(reader: Reader, facts: Facts) -> None:
    """A buyer's list of suppliers comes back with an answer each."""
    asked = [lasting_certificate(facts).code, accented_company(facts).rut, UNKNOWN_CODE, ABSENT_RUT]
    page = reader.open("verificar/")
    page.get_by_text("Verificar una lista", exact=True).click()
    page.get_by_label("Pegue códigos").fill("\n".join(asked))
    page.get_by_role("button", name="Verificar la lista").click()
    rows = page.locator("[data-verifica=respuesta] tbody")

    expect(rows).to_have_count(len(asked))
    heads = rows.locator("th").all_inner_texts()
    assert [head.split("\n")[0] for head in heads] == asked
