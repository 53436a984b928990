"""The theme's memory and colours, from a file of our own instead of scripts in every page."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.reading import Reader, reading

FIRST_SEEN = """
(function look() {
  if (!document.querySelector(".md-header")) requestAnimationFrame(look);
  else window.firstScheme = document.body.dataset.mdColorScheme;
})();
"""
"""Looks before each picture that the browser draws, until there is something of the page in it."""

NOTHING_KEPT = """
Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no"); } });
"""
SWITCH = "label[for^=__palette]:not([hidden])"


@pytest.fixture
def dark(browser: Browser, address: str) -> Iterator[Reader]:
    """A reader whose system is dark, who is told of the first colours of each page."""
    with reading(browser, address, color_scheme="dark") as reader:
        reader.page.add_init_script(FIRST_SEEN)
        yield reader


def _first_and_last(page: Page) -> list[str]:
    told: list[str] = page.evaluate("[window.firstScheme, document.body.dataset.mdColorScheme]")
    return told


def test_the_first_colours_are_the_last(dark: Reader) -> None:
    """From the first visit on, nothing is drawn in colours that change a moment later."""
    page = dark.open("")
    assert _first_and_last(page) == ["slate", "slate"]
    page.locator(SWITCH).click()
    assert page.evaluate("document.body.dataset.mdColorScheme") == "default"

    assert _first_and_last(dark.open("acerca/")) == ["default", "default"]
    page.locator(SWITCH).click()
    assert _first_and_last(dark.open("verificar/")) == ["slate", "slate"]


def test_the_switch_says_what_it_does(dark: Reader) -> None:
    """In the language of the page; keys reach it, and choose."""
    for place, words in (
        ("", "Cambiar a modo claro"),
        ("en/acerca/esquema/", "Switch to light mode"),
    ):
        page = dark.open(place)
        expect(page.locator(SWITCH)).to_have_attribute("title", words)
        choice = page.get_by_role("radio", name=words)
        choice.focus()
    page.keyboard.press("Enter")

    expect(page.locator(SWITCH)).to_have_attribute("title", "Switch to dark mode")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "default"


def test_where_nothing_is_kept_the_page_works(dark: Reader) -> None:
    """Where a browser forbids to remember, the page has the system's colours, and no fault."""
    dark.page.add_init_script(NOTHING_KEPT)
    page = dark.open("")

    assert _first_and_last(page) == ["slate", "slate"]
    expect(page.locator(SWITCH)).to_be_visible()


def test_pages_have_no_script_of_their_own(site: Path) -> None:
    """The policy allows scripts of this site's files alone, whatever their text."""
    told = [one.read_text(encoding="utf-8") for one in (*site.rglob("*.html"), site / "_headers")]
    allowed = {one for text in told for one in re.findall(r"script-src ([^;]*);", text)}

    assert allowed == {"'self'"}
