"""A registry full of markup, in a browser that would run it."""

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.site import hostile_registry as hostile
from tests.site.kinds import OTHERS, in_two_parts
from tests.site.outline import Pages, address_of
from tests.site.reading import reading
from tests.site.variety import varied


@in_two_parts
def test_no_text_runs(
    browser: Browser, hostile_address: str, hostile_site: Path, hostile_pages: Pages, part: str
) -> None:
    """On no page of records does a text of theirs become a script."""
    some = set(varied(hostile_site))
    with reading(browser, hostile_address) as reader:
        for name, page in hostile_pages.items():
            if name.startswith(("acerca/", "equipo/", "regiones/")) or name == "404.html":
                continue
            if (address_of(name) in some) == (part == OTHERS):
                continue
            tab = reader.open(address_of(name))
            assert tab.evaluate("window.asaltada") is None, name
            assert tab.title() == page.title, name


def test_search_shows_texts(browser: Browser, hostile_address: str) -> None:
    """Suggestions, results, facets and answers show markup as words."""
    with reading(browser, hostile_address) as reader:
        reader.open("")
        offered = reader.suggestions(hostile.rut(1)).first
        expect(offered).to_contain_text(hostile.LEGAL_NAME)
        tab = reader.explore("#q=hijos")
        expect(tab.locator("[data-busca=lista]")).to_contain_text(hostile.LEGAL_NAME)
        answer = reader.verify(hostile.rut(1))
        expect(answer).to_contain_text(hostile.LEGAL_NAME)
        assert tab.evaluate("window.asaltada") is None


def test_a_question_is_a_text(browser: Browser, hostile_address: str) -> None:
    """What a link asks is shown, never run."""
    with reading(browser, hostile_address) as reader:
        for question in ("<img src=y onerror=window.asaltada=1>", hostile.SCRIPT):
            answer = reader.verify(question)
            expect(answer).to_contain_text(question)
            assert reader.page.evaluate("window.asaltada") is None


def test_a_nameless_person_is_found_by_code_alone(browser: Browser, hostile_address: str) -> None:
    """Her code answers without her name; her name finds nothing."""
    with reading(browser, hostile_address) as reader:
        answer = reader.verify(hostile.PERSON_CODE)
        expect(answer.locator(".apl-palabra")).to_contain_text("Vigente")
        expect(answer).to_contain_text("Productor(a)")
        by_name = reader.verify(hostile.SECRETS["the person's legal name"])
        expect(by_name.locator(".apl-palabra")).to_have_text("Este registro aún no tiene la nómina")
