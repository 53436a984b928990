"""Every kind of page with the Tab key, from its first stop to its last."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.asking import lasting_certificate
from tests.site.facts import Facts
from tests.site.kinds import kinds
from tests.site.reading import Reader, reading
from tests.site.variety import stopped_at, varied

FOCUS = (Path(__file__).parent / "probes" / "focus.js").read_text(encoding="utf-8")
MOST_STOPS = 2_000
TRIES, MOMENT = 20, 100
"""How often, and after how many milliseconds, a stop that seems wrong is looked at again."""
DESK = {"width": 1280, "height": 800}
TWICE = {"width": 640, "height": 400}
"""What remains of that window at twice its size."""
NARROW = {"width": 320, "height": 640}
"""A window of 1280 dots at four times its size, or a small phone."""


@pytest.fixture
def narrow(browser: Browser, address: str) -> Iterator[Reader]:
    """Somebody with a keyboard, a narrow window and no patience for motion."""
    with reading(browser, address, viewport=NARROW, reduced_motion="reduce") as reader:
        yield reader


SCROLLER = "//main//*[@tabindex='0'][@aria-label][.//table]"
IS_WIDE = "one => one.scrollWidth > one.clientWidth"


def stop(page: Page) -> dict[str, Any] | None:
    """Where the keyboard stands and what is wrong there; None outside of the page."""
    for _ in range(TRIES):
        found: dict[str, Any] | None = page.evaluate(FOCUS)
        if not found or not found["faults"]:
            break
        page.wait_for_timeout(MOMENT)  # the theme moves its columns after the page has moved
    return found


def walked(page: Page, key: str = "Tab") -> list[dict[str, Any]]:
    """Every stop, until the focus leaves the page."""
    stops = []
    for _ in range(MOST_STOPS):
        page.keyboard.press(key)
        found = stop(page)
        if found is None:
            return stops
        stops.append(found)
    raise AssertionError(f"the focus is held at {stops[-1]}")


WALKED = ("", "registro/", "verificar/", "acerca/privacidad/")
MORE = ("estadisticas/", "calidad/", "cambios/")


def people_go_to(facts: Facts, *more: str) -> dict[str, str]:
    """The pages that most people come for, whatever others are walked as well."""
    those = {place or "home": place for place in (*WALKED, *more)}
    return {**those, "a certificate": f"v/{lasting_certificate(facts).code}/"}


@pytest.mark.parametrize(
    ("size", "more"),
    [
        pytest.param(DESK, MORE, id="1280", marks=pytest.mark.slow),
        pytest.param(TWICE, MORE, id="1280, twice as large", marks=pytest.mark.slow),
        pytest.param(NARROW, (), id="320"),
    ],
)
def test_the_focus_is_seen_and_gets_to_the_end(
    browser: Browser, address: str, facts: Facts, size: dict[str, int], more: tuple[str, ...]
) -> None:
    """Each stop is in sight, uncovered and ringed, and none holds the focus."""
    told = {}
    places = people_go_to(facts, *more)
    if more:
        places["a company"] = kinds(facts)["a company"]
    with reading(browser, address, viewport=size, reduced_motion="reduce") as reader:
        for name, place in places.items():
            stops = walked(reader.open(place))
            assert len(stops) > 10, name
            if faults := [one for one in stops if one["faults"]]:
                told[name] = faults

    assert not told


@pytest.mark.slow
def test_every_kind_of_page_is_walked_both_ways(narrow: Reader, site: Path) -> None:
    """Forth and back, on pages that together have every kind of stop that any page has."""
    told = {}
    for place in stopped_at(site):
        page = narrow.open(place)
        stops = [*walked(page), *walked(page, "Shift+Tab")]
        if faults := [one for one in stops if one["faults"]]:
            told[place] = faults[:5]

    assert not told


def test_the_menu_needs_no_mouse(narrow: Reader) -> None:
    """Its button opens it and says so, the focus goes in, Escape brings it back, links lead on."""
    page = narrow.open("acerca/privacidad/")
    button = page.get_by_role("button", name="Menú")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("link", name="Qué es un APL").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")

    expect(page).to_have_url(f"{narrow.home}acerca/que-es-un-apl/")
    page.set_viewport_size(DESK)  # type: ignore[arg-type]
    expect(page.locator("header button[aria-controls]")).to_be_hidden()


def test_the_menu_leads_back_by_keyboard(narrow: Reader) -> None:
    """From a section's list to that of all sections, and out at its end."""
    page = narrow.open("equipo/campos/")
    page.get_by_role("button", name="Menú").focus()
    page.keyboard.press("Enter")
    for _ in range(2):
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Enter")
    page.get_by_role("link", name="Verificar", exact=True).last.focus()
    assert stop(page)["faults"] == []  # type: ignore[index]
    for _ in range(8):
        page.keyboard.press("Tab")

    expect(page.get_by_role("button", name="Menú")).to_have_attribute("aria-expanded", "false")


def test_wide_tables_scroll_by_keyboard(narrow: Reader) -> None:
    """A table wider than the window takes the focus, says what it is, and moves with the arrows."""
    for place in ("acerca/privacidad/", "datos/diccionario/"):
        page = narrow.open(place)
        page.wait_for_load_state("load")
        box = page.locator(f"xpath={SCROLLER}").element_handles()
        wide = next(one for one in box if one.evaluate(IS_WIDE))
        wide.focus()
        assert stop(page)["faults"] == []  # type: ignore[index]
        assert wide.get_attribute("role") in ("region", "group")
        page.keyboard.press("ArrowRight")
        page.wait_for_function("one => one.scrollLeft > 0", arg=wide)


def test_folds_open_by_keyboard(narrow: Reader) -> None:
    """Enter unfolds what is folded, and the focus stays."""
    page = narrow.open("equipo/campos/empresas/")
    fold = page.locator("main details > summary").first
    if not fold.count():
        page = narrow.open("verificar/")
        fold = page.locator("main details > summary").first
    fold.focus()
    page.keyboard.press("Enter")

    expect(fold.locator("xpath=..")).to_have_attribute("open", "")
    expect(fold).to_be_focused()


@pytest.mark.slow
def test_nothing_moves_for_who_asks_for_calm(narrow: Reader, site: Path, facts: Facts) -> None:
    """No transition or animation takes time, and no page glides to a place in it."""
    moving = """() => [...document.querySelectorAll("html, body, body *")].filter((one) => {
      const style = getComputedStyle(one);
      const times = [style.transitionDuration, style.animationDuration].join().split(",");
      return style.scrollBehavior === "smooth" || times.some((time) => parseFloat(time) > 0.001);
    }).length"""
    company = kinds(facts)["a company"]
    for place in {*people_go_to(facts, *MORE).values(), company, *varied(site)[::4]}:
        assert narrow.open(place).evaluate(moving) == 0, place
