"""The site with a keyboard alone."""

import re

from playwright.sync_api import Page, expect

from tests.site.asking import accented_company, lasting_certificate
from tests.site.facts import Facts
from tests.site.reading import Reader

MOST_STEPS = 40
"""Presses of Tab within which the search box must be reached from the top of a page."""


def _focused(page: Page) -> str:
    told: str = page.evaluate("document.activeElement?.outerHTML.slice(0, 300) || ''")
    return told


def _tab_to(page: Page, selector: str) -> None:
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement?.matches(s)", selector):
            return
    raise AssertionError(f"{selector} was not reached; the focus is on {_focused(page)}")


def test_the_first_stop_skips_to_the_content(reader: Reader, facts: Facts) -> None:
    """The first Tab offers to skip the header, visibly, and Enter does it."""
    for place in ("", f"v/{lasting_certificate(facts).code}/", "registro/"):
        page = reader.open(place)
        page.keyboard.press("Tab")
        skip = page.locator(".md-skip")
        expect(skip).to_be_focused()
        expect(skip).to_be_in_viewport()
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile("#."))
        target = page.url.partition("#")[2]
        assert page.locator(f"#{target}").count() == 1, place
        page.keyboard.press("Tab")
        inside = page.evaluate("!!document.activeElement.closest('main, footer')")
        assert inside, f"{place}: {_focused(page)}"


def test_the_search_needs_no_mouse(reader: Reader, facts: Facts) -> None:
    """Tab to the box, type, arrow down, Enter: the company's page."""
    company = accented_company(facts)
    page = reader.open("")
    _tab_to(page, "header [data-buscador] input")
    page.keyboard.type(company.name)
    expect(page.locator("header [role=option]").first).to_contain_text(company.name)
    page.keyboard.press("ArrowDown")
    box = page.locator("header [data-buscador] input")
    first = page.locator("header [role=option]").first
    expect(box).to_have_attribute("aria-activedescendant", first.get_attribute("id") or "-")
    expect(first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")

    expect(page).to_have_url(f"{reader.home}empresas/{company.id}/")


def test_escape_closes_the_suggestions(reader: Reader) -> None:
    """Escape closes the list and leaves what was typed."""
    page = reader.open("")
    reader.suggestions("vino")
    page.keyboard.press("Escape")
    box = page.locator("header [data-buscador] input")

    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_be_focused()


def test_facets_need_no_mouse(reader: Reader) -> None:
    """A facet is reached by Tab and chosen by the space bar."""
    page = reader.explore()
    _tab_to(page, "[data-busca=facetas] input[type=checkbox]")
    page.keyboard.press("Space")

    expect(page.locator("[data-busca=elegidos] button").first).to_be_visible()


def test_the_verifier_needs_no_mouse(reader: Reader, facts: Facts) -> None:
    """Tab to the box, type, Enter: the focus goes to the answer."""
    page = reader.open("verificar/")
    _tab_to(page, "[data-verifica=caja]")
    page.keyboard.type(lasting_certificate(facts).code)
    page.keyboard.press("Enter")

    expect(page.locator("[data-verifica=respuesta] h2")).to_be_focused()


def test_the_focus_is_seen(reader: Reader, facts: Facts) -> None:
    """Links and fields show where the keyboard stands."""
    page = reader.open(f"v/{lasting_certificate(facts).code}/")
    for selector in ("header [data-buscador] input", "main a", "main button"):
        if not page.locator(selector).count():
            continue
        page.locator(selector).first.focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        style = page.evaluate(
            "() => { const s = getComputedStyle(document.activeElement);"
            " return [s.outlineStyle, s.outlineWidth, s.boxShadow, s.borderColor]; }"
        )
        assert (style[0] != "none" and style[1] != "0px") or style[2] != "none", selector
