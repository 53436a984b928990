"""The search box in the header of every page, in a browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.site.asking import (
    accented_company,
    bare,
    lasting_certificate,
    mistyped,
    slipped,
    writings_of_code,
    writings_of_rut,
)
from tests.site.facts import Facts
from tests.site.reading import Reader, reading
from tests.site.serving import served


@pytest.fixture
def home(reader: Reader) -> Reader:
    """A reader on the home page."""
    reader.open("")
    return reader


def test_nothing_is_fetched_before_the_box_is_touched(home: Reader) -> None:
    """A reader who does not search pays nothing for the search."""
    home.page.wait_for_load_state("networkidle")

    assert not [one for one in home.requests if "/buscar/" in one]


def test_a_name_without_accents_finds_the_company(home: Reader, facts: Facts) -> None:
    """Nobody needs an ñ, an accent or "SpA" to find a company."""
    company = accented_company(facts)

    assert company.name in _first(home, bare(company.name))


def _first(reader: Reader, text: str) -> str:
    return reader.suggestions(text).first.inner_text()


def test_a_typo_finds_the_company(home: Reader, facts: Facts) -> None:
    """Two swapped letters in the longest word still lead there."""
    company = accented_company(facts)
    longest = max(bare(company.name).split(), key=len)
    typed = bare(company.name).replace(longest, mistyped(longest))

    assert company.name in _first(home, typed)


def test_a_mistyped_code_is_one_step_from_its_answer(home: Reader, facts: Facts) -> None:
    """What nothing answers to leads to the verifier, which tells the error from the silence."""
    page = home.page
    assert home.suggestions(slipped(lasting_certificate(facts).code)).count() == 0
    page.locator("header [role=option]").click()

    expect(page.locator(".apl-respuesta .apl-palabra")).to_have_text("No es un código válido")


def test_a_rut_in_any_writing_finds_the_company(home: Reader, facts: Facts) -> None:
    """With dots or not, with dash or not, with a small k."""
    company = accented_company(facts)
    for typed in writings_of_rut(company.rut):
        assert company.name in _first(home, typed), typed


def test_a_code_in_any_writing_finds_the_certificate(home: Reader, facts: Facts) -> None:
    """Small letters, no dash, O for zero: the page of the code comes first."""
    code = lasting_certificate(facts).code
    for typed in writings_of_code(code):
        first = home.suggestions(typed).first
        assert code in (first.get_attribute("data-href") or ""), typed


def test_a_company_says_that_it_is_an_example(home: Reader, facts: Facts) -> None:
    """What is fictional says so before it is opened."""
    assert "Ejemplo" in _first(home, accented_company(facts).name)


def test_a_page_of_prose_is_found(home: Reader) -> None:
    """One search for records and texts."""
    assert "Glosario" in "\n".join(home.suggestions("glosario").all_inner_texts())


def test_a_choice_leads_to_its_page(home: Reader, facts: Facts) -> None:
    """A click on a suggestion opens the record."""
    company = accented_company(facts)
    home.suggestions(company.name).first.click()

    expect(home.page.locator("h1")).to_contain_text(company.name.split()[0])


def test_enter_leads_to_all_results(home: Reader) -> None:
    """Without a choice the question goes to the explorer, in the address."""
    home.suggestions("vino")
    home.page.keyboard.press("Enter")

    expect(home.page).to_have_url(f"{home.home}registro/#q=vino")
    expect(home.page.locator("[data-busca=lista] li").first).to_be_visible()


def test_the_search_works_deep_in_the_site(reader: Reader, facts: Facts) -> None:
    """A record's page finds the index as well as the home page does."""
    company = accented_company(facts)
    reader.open(f"empresas/{company.id}/")

    assert "Maule" in "\n".join(reader.suggestions("maule").all_inner_texts())


def test_the_lost_page_searches(browser: Browser, site: Path, facts: Facts) -> None:
    """Whoever ended nowhere can search from there, however deep nowhere was."""
    company = accented_company(facts)
    with served(site, at_root=True) as home, reading(browser, home) as lost:
        lost.open("no/existe/")
        assert "404" in lost.faults.pop(0)
        lost.faults.clear()  # the console tells of it too

        assert company.name in _first(lost, company.name)
