"""The answer of /verificar/ on a phone: seen, in focus, and heard."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.asking import accented_company, lasting_certificate
from tests.site.facts import Facts
from tests.site.reading import Reader, reading

SMALL = {"width": 375, "height": 667}
HEADER = 48
_BOX = "e => { const b = e.getBoundingClientRect(); return [b.top, b.bottom, innerHeight]; }"


@pytest.fixture(scope="module")
def phone(browser: Browser, address: str) -> Iterator[Reader]:
    """A reader with a small phone who wants nothing to move."""
    with reading(browser, address, viewport=SMALL, reduced_motion="reduce") as reader:
        yield reader


def opened(reader: Reader, question: str) -> Page:
    """A link that somebody handed on, opened anew."""
    reader.page.goto("about:blank")
    page = reader.open(f"verificar/#q={question}")
    expect(page.locator(".apl-respuesta")).to_be_visible()
    return page


def test_a_link_shows_its_answer_on_the_first_screen(phone: Reader, facts: Facts) -> None:
    """State and sentence stand below the header without a finger moved, and in focus."""
    page = opened(phone, lasting_certificate(facts).code)

    expect(page.locator(".apl-respuesta h2")).to_be_focused()
    top, _, _ = page.locator(".apl-respuesta h2").evaluate(_BOX)
    _, bottom, height = page.locator(".apl-frase").evaluate(_BOX)
    assert top >= HEADER and bottom <= height


def test_a_question_typed_shows_its_answer_too(phone: Reader, facts: Facts) -> None:
    """The same after the button, and for one element asked for alone."""
    phone.verify(accented_company(facts).rut)
    page = phone.page
    page.get_by_role("link", name="Solo esta:").first.click()

    expect(page.locator(".apl-respuesta h2")).to_be_focused()
    _, bottom, height = page.locator(".apl-palabra").evaluate(_BOX)
    assert bottom <= height


def test_the_heading_is_read_with_the_state(phone: Reader, facts: Facts) -> None:
    """A screen reader that is brought to the heading says the state with it."""
    page = opened(phone, lasting_certificate(facts).code)

    expect(page.locator(".apl-respuesta h2")).to_have_accessible_description("Vigente")


def test_who_has_gone_on_is_told_and_not_called_back(
    browser: Browser, address: str, facts: Facts
) -> None:
    """Who types the next question meanwhile keeps the focus, and hears the answer."""
    with reading(browser, address, viewport=SMALL) as reader:
        page = reader.page
        page.route("**/verificar/claves/*", lambda route: _late(page, route))
        reader.open(f"verificar/#q={lasting_certificate(facts).code}")
        expect(page.locator(".apl-respuesta")).to_be_visible()

        expect(page.locator("[data-verifica=caja]")).to_be_focused()
        told = page.locator("[data-verifica=estado]")
        expect(told).to_contain_text("Respuesta. Certificado")
        expect(told).to_contain_text("Vigente")


def _late(page: Page, route) -> None:  # type: ignore[no-untyped-def]
    """What the answer needs comes once the reader has gone back to the box."""
    page.locator("[data-verifica=caja]").focus()
    route.continue_()


def test_a_list_is_prepared_before_it_is_sent(browser: Browser, address: str, facts: Facts) -> None:
    """What a pasted list needs is fetched while it is looked over; the button fetches nothing."""
    with reading(browser, address) as reader:
        page = reader.open("verificar/")
        page.get_by_text("Verificar una lista", exact=True).click()
        with page.expect_response("**/verificar/empresas/*"):
            page.get_by_label("Pegue códigos").fill("\n".join(sorted(facts.codes)[:20]))
        page.wait_for_load_state("networkidle")
        reader.requests.clear()
        page.get_by_role("button", name="Verificar la lista").click()

        expect(page.locator(".apl-cuadro tbody")).to_have_count(20)
        assert not reader.requests
