"""Each kind of page in a browser: on a phone, in the dark, printed, and without a word to complain."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.site.facts import Facts
from tests.site.kinds import kinds
from tests.site.outline import Pages, address_of
from tests.site.reading import Reader, reading

PHONE = {"width": 375, "height": 812}
NARROW = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 900}
SMALLEST_TARGET = 24
"""CSS pixels: WCAG 2.2, target size (minimum); links within sentences are exempt."""

_OVERFLOW = """() => {
  const wide = document.documentElement.clientWidth;
  const clipped = (one) => {
    for (let up = one.parentElement; up && up !== document.body; up = up.parentElement) {
      const style = getComputedStyle(up);
      if (style.overflowX !== "visible" || style.position === "fixed") return true;
    }
    return false;
  };
  if (document.documentElement.scrollWidth <= wide) return [];
  return [...document.querySelectorAll("main *")]
    .filter((one) => one.getBoundingClientRect().right > wide + 1 && !clipped(one))
    .slice(0, 5)
    .map((one) => `${one.tagName}.${one.className} ${one.textContent.slice(0, 40)}`)
    .concat(`${document.documentElement.scrollWidth} > ${wide}`);
}"""

_SMALL_TARGETS = """(smallest) => {
  const found = [];
  for (const one of document.querySelectorAll("main button, main input, main select, main summary")) {
    const box = one.getBoundingClientRect();
    const drawn = box.width && box.height && getComputedStyle(one).visibility !== "hidden";
    const label = one.closest("label")?.getBoundingClientRect();
    const height = Math.max(box.height, label ? label.height : 0);
    if (drawn && height < smallest) found.push(`${one.outerHTML.slice(0, 90)}: ${height}`);
  }
  return found;
}"""

_LOW_CONTRAST = """() => {
  const channel = (c) => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const over = ([r, g, b, a], under) => [r, g, b].map((c, n) => c * (a / 255) + under[n] * (1 - a / 255));
  const ground = (one) => {
    const layers = [];
    for (let up = one; up; up = up.parentElement) layers.unshift(rgba(getComputedStyle(up).backgroundColor));
    return layers.reduce((under, layer) => over(layer, under), [255, 255, 255]);
  };
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const found = new Set();
  for (const one of document.querySelectorAll("main *")) {
    const own = [...one.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    if (!own || !one.getClientRects().length || one.closest("svg, .headerlink, [disabled]")) continue;
    const style = getComputedStyle(one);
    if (style.visibility === "hidden" || one.closest(".apl-solo-lector")) continue;
    const under = ground(one);
    const [a, b] = [light(over(rgba(style.color), under)), light(under)].sort((x, y) => y - x);
    const size = parseFloat(style.fontSize), bold = Number(style.fontWeight) >= 700;
    const needed = size >= 24 || (bold && size >= 18.66) ? 3 : 4.5;
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < needed - 0.01) found.add(`${one.tagName}.${one.className}: ${ratio.toFixed(2)}`);
  }
  return [...found].slice(0, 8);
}"""


@pytest.fixture(scope="module", params=["light", "dark"])
def look(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Reader]:
    """A reader at a desk, who prefers light or dark pages."""
    with reading(browser, address, color_scheme=request.param, viewport=DESK) as reader:
        yield reader


def test_no_page_complains(look: Reader, facts: Facts) -> None:
    """No page logs an error, lacks a file or asks another host, in light or in dark."""
    for name, place in kinds(facts).items():
        look.open(place)
        look.page.wait_for_load_state("networkidle")
        assert not look.faults, name


def test_every_word_can_be_read(look: Reader, facts: Facts) -> None:
    """Text stands out from its ground as WCAG asks (4.5 to 1, large text 3 to 1)."""
    told = {}
    for name, place in kinds(facts).items():
        look.open(place)
        if found := look.page.evaluate(_LOW_CONTRAST):
            told[name] = found

    assert not told


def _overflowing(
    browser: Browser, home: str, places: dict[str, str], width: dict[str, int]
) -> dict[str, list[str]]:
    told = {}
    with reading(browser, home, viewport=width, has_touch=True) as reader:
        for name, place in places.items():
            page = reader.open(place)
            if found := page.evaluate(_OVERFLOW):
                told[name] = found
    return told


@pytest.mark.parametrize("width", [PHONE, NARROW], ids=["375", "320"])
def test_no_page_is_wider_than_a_phone(
    browser: Browser, address: str, facts: Facts, width: dict[str, int]
) -> None:
    """Nobody has to scroll sideways, on any kind of page."""
    assert not _overflowing(browser, address, kinds(facts), width)


def test_hostile_lengths_fit_a_phone(
    browser: Browser, hostile_address: str, hostile_pages: Pages
) -> None:
    """Names and words without end break, on every page of a hostile registry."""
    folders = ("empresas/", "acuerdos/", "v/", "programas/", "preinversion/", "estadisticas/")
    places = {
        name: address_of(name)
        for name in hostile_pages.names
        if name.startswith((*folders, "registro/", "index.html", "certificados/", "sellos/"))
        and not hostile_pages[name].is_redirect
    }

    assert not _overflowing(browser, hostile_address, places, PHONE)


def test_fingers_hit_what_they_aim_at(browser: Browser, address: str, facts: Facts) -> None:
    """Buttons, fields and folds are tall enough for a finger."""
    told = {}
    with reading(browser, address, viewport=PHONE, has_touch=True) as reader:
        for name, place in kinds(facts).items():
            page = reader.open(place)
            if found := page.evaluate(_SMALL_TARGETS, SMALLEST_TARGET):
                told[name] = found

    assert not told


def test_the_answer_stands_on_the_first_screen(
    browser: Browser, address: str, facts: Facts
) -> None:
    """On a phone, state, days and holder of a code are read without scrolling."""
    with reading(browser, address, viewport=PHONE) as reader:
        for name in ("a certificate", "a suspended certificate", "a seal"):
            page = reader.open(kinds(facts)[name])
            box = page.locator(".apl-respuesta .apl-frase").bounding_box()
            assert box and box["y"] + box["height"] <= PHONE["height"], f"{name}: {box}"


def test_a_code_page_can_be_printed(browser: Browser, address: str, facts: Facts) -> None:
    """On paper a certificate keeps answer, days and address, and loses what only screens need."""
    with reading(browser, address, viewport={"width": 720, "height": 1000}) as reader:
        page = reader.open(kinds(facts)["a certificate"])
        page.emulate_media(media="print")

        assert page.locator(".apl-palabra").is_visible()
        assert page.locator(".apl-respuesta time").first.is_visible()
        assert not page.locator("header.md-header").is_visible()
        assert not page.get_by_role("button", name="Compartir").is_visible()
        assert page.evaluate(_OVERFLOW) == []
        assert page.evaluate("document.querySelector('.apl-respuesta').scrollHeight") < 1000
        assert _pages_of(page) <= 2


def _pages_of(page: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="Letter")))
