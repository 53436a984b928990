"""Pages for who enlarges them, sees no colours, hears them, or reads them on paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.site.asking import lasting_certificate
from tests.site.facts import Facts
from tests.site.outline import Pages
from tests.site.reading import Reader, reading
from tests.site.test_every_kind_in_a_browser import OVERFLOW
from tests.site.variety import varied

TWICE = {"width": 640, "height": 400}
"""What remains of a window of 1280 by 800 dots at twice its size."""
PAPER = {"width": 720, "height": 1000}
UNPRINTED = [".md-header", ".md-tabs", ".md-sidebar", ".md-footer", ".apl-buscador"]
PRINTED = """(parts) => {
  const isSeen = (one) => one.checkVisibility({ visibilityProperty: true })
    && one.getBoundingClientRect().height > 0 && one.getBoundingClientRect().width > 0;
  const found = parts.filter((part) => [...document.querySelectorAll(part)].some(isSeen));
  return isSeen(document.querySelector("main h1")) ? found : [...found, "h1"];
}"""
TONES = ("apl-estado--", "apl-respuesta--", "apl-hito--", "apl-etapas__")


@pytest.fixture
def enlarged(browser: Browser, address: str) -> Iterator[Reader]:
    """Somebody who sees every page twice as large."""
    with reading(browser, address, viewport=TWICE, device_scale_factor=2) as reader:
        yield reader


@pytest.mark.slow
def test_every_page_is_read_enlarged_and_on_paper(enlarged: Reader, site: Path) -> None:
    """Nobody scrolls sideways at twice the size: tables too wide have a box of their own.

    On paper there is the text, without header, menus and foot.
    """
    told = {}
    for place in varied(site):
        page = enlarged.open(place)
        if found := page.evaluate(OVERFLOW):
            told[place] = found
        page.set_viewport_size(PAPER)  # type: ignore[arg-type]
        page.emulate_media(media="print")
        if found := page.evaluate(PRINTED, UNPRINTED):
            told[place, "on paper"] = found
        page.emulate_media(media="screen")
        page.set_viewport_size(TWICE)  # type: ignore[arg-type]

    assert not told


def test_what_should_not_be_printed_is_told(enlarged: Reader) -> None:
    """A header that is seen on the screen is one that the page on paper would be told for."""
    told = enlarged.open("").evaluate(PRINTED, UNPRINTED)

    assert ".md-header" in told and "h1" not in told


@pytest.mark.parametrize("name", ["pages", "hostile_pages"])
def test_no_state_is_told_by_colour_alone(request: pytest.FixtureRequest, name: str) -> None:
    """What has the colour of a state has its words as well."""
    pages: Pages = request.getfixturevalue(name)
    found = 0
    for page_name, page in pages.items():
        for one in page.elements:
            if any(word.startswith(TONES) for word in one.classes):
                found += 1
                assert any(letter.isalpha() for letter in one.text), f"{page_name}: {one.classes}"

    assert found > 100


def test_every_region_of_the_map_has_words(pages: Pages) -> None:
    """Its tone stands beside a title with the name and the figure, and a list says the same."""
    for place in ("", "estadisticas/"):
        page = pages.at(place)
        regions = page.with_class("apl-region")
        assert len(regions) > 15, place
        for region in regions:
            (title,) = region.find("title")
            assert any(letter.isdigit() for letter in title.text) or "sin" in title.text.lower()


def test_what_a_search_finds_is_read_out(reader: Reader) -> None:
    """Both searches say how much they found in a region that is read out, and say it anew."""
    reader.open("")
    reader.suggestions("vino")
    said = reader.page.locator("header [data-buscador] [role=status]")
    first = said.inner_text()
    reader.suggestions("zzzzzz")
    expect(said).not_to_have_text(first)
    page = reader.explore("#q=vino")
    state = page.locator("[data-busca=estado][role=status]")
    expect(state).not_to_be_empty()
    before = state.inner_text()
    page.locator("[data-busca=facetas] input[type=checkbox]").first.check()

    expect(state).not_to_have_text(before)


def test_what_the_verifier_answers_is_read_out(reader: Reader, facts: Facts) -> None:
    """The answer's heading takes the focus; what is wrong with a question stands in a status."""
    answer = reader.verify(lasting_certificate(facts).code)

    expect(answer.locator("h2")).to_be_focused()
    expect(reader.page.locator("[data-verifica=estado][role=status]")).to_be_attached()


def test_what_was_copied_is_read_out(browser: Browser, address: str, facts: Facts) -> None:
    """A button's own new words are seen; a region that is read out says them as well."""
    with reading(browser, address, permissions=["clipboard-write"]) as reader:
        page = reader.open(f"v/{lasting_certificate(facts).code}/")
        for name, words in (
            ("Copiar el código", "Código copiado"),
            ("Copiar la dirección", "Dirección copiada"),
        ):
            page.get_by_role("button", name=name).click()
            expect(page.locator("body > [role=status]")).to_have_text(words)
            expect(page.get_by_role("button", name=words)).to_be_focused()
