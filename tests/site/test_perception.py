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
TONES = ("apl-estado--", "apl-respuesta--", "apl-hito--", "apl-etapas__")


@pytest.fixture
def enlarged(browser: Browser, address: str) -> Iterator[Reader]:
    """Somebody who sees every page twice as large."""
    with reading(browser, address, viewport=TWICE, device_scale_factor=2) as reader:
        yield reader


def test_nobody_scrolls_sideways_at_twice_the_size(enlarged: Reader, site: Path) -> None:
    """Whatever stands on any page fits; tables too wide have a box of their own."""
    told = {}
    for place in varied(site):
        page = enlarged.open(place)
        if found := page.evaluate(OVERFLOW):
            told[place] = found

    assert not told


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


def test_every_kind_of_page_can_be_printed(reader: Reader, site: Path) -> None:
    """On paper there is the text, without header, menus and foot, no wider than the sheet."""
    for place in varied(site):
        page = reader.open(place)
        page.set_viewport_size({"width": 720, "height": 1000})
        page.emulate_media(media="print")
        assert page.locator("main h1").is_visible(), place
        for part in (".md-header", ".md-tabs", ".md-sidebar", ".md-footer", ".apl-buscador"):
            for one in page.locator(part).all():
                assert not one.is_visible(), f"{place}: {part}"
        page.emulate_media(media="screen")
