"""The site opened from a folder, without a server."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.site.asking import accented_company, bare, lasting_certificate
from tests.site.facts import Facts
from tests.site.kinds import in_two_parts, kinds, part_of
from tests.site.reading import Reader, reading


@pytest.fixture
def offline_reader(browser: Browser, offline_site: Path) -> Iterator[Reader]:
    """Somebody who opened the folder."""
    with reading(browser, f"{offline_site.as_uri()}/") as reader:
        yield reader


def test_the_search_works_from_a_folder(offline_reader: Reader, facts: Facts) -> None:
    """A name without accents finds the company, whose page opens."""
    company = accented_company(facts)
    offline_reader.open("index.html")
    first = offline_reader.suggestions(bare(company.name)).first
    expect(first).to_contain_text(company.name)
    first.click()

    expect(offline_reader.page).to_have_url(
        f"{offline_reader.home}empresas/{company.id}/index.html"
    )


def test_facets_work_from_a_folder(offline_reader: Reader, facts: Facts) -> None:
    """The explorer answers with all certificates."""
    page = offline_reader.open("registro/index.html#tipo=certificado")

    expect(page.locator("[data-busca=cuenta]")).to_have_text(
        f"{len(facts.certificates)} resultados de ejemplo"
    )


def test_the_verifier_works_from_a_folder(offline_reader: Reader, facts: Facts) -> None:
    """A code is answered, and its page opens."""
    code = lasting_certificate(facts).code
    page = offline_reader.open(f"verificar/index.html#q={code}")
    expect(page.locator(".apl-respuesta .apl-palabra")).to_contain_text("Vigente")
    page.locator(f'.apl-respuesta a[href*="{code}"]').first.click()

    expect(page.locator("h1")).to_contain_text(code[:4])


@in_two_parts
def test_no_page_of_the_folder_complains(offline_reader: Reader, facts: Facts, part: str) -> None:
    """No kind of page lacks a file or logs an error."""
    for name, place in part_of(kinds(facts), part).items():
        offline_reader.open(f"{place}index.html")
        assert not offline_reader.faults, name
