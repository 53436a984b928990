"""Each kind of page in a browser: on a phone, in the dark, printed, and without complaint."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.auditing import SCHEMES, turn
from tests.site.facts import Facts
from tests.site.kinds import in_two_parts, kinds, part_of
from tests.site.outline import Pages, address_of
from tests.site.reading import reading
from tests.site.serving import served
from tests.site.test_policy import LISTENER, violations

PHONE = {"width": 375, "height": 812}
PROBES = Path(__file__).parent / "probes"
OVERFLOW, SMALL_TARGETS, LOW_CONTRAST = (
    (PROBES / f"{name}.js").read_text(encoding="utf-8")
    for name in ("overflow", "small_targets", "low_contrast")
)
SMALL_PHONE = {"width": 375, "height": 667}
NARROW = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 900}
SMALLEST_TARGET = 24
"""CSS pixels: WCAG 2.2, target size (minimum); links within sentences are exempt."""


def test_no_section_is_left_out(pages: Pages, facts: Facts) -> None:
    """What is tried on each kind of page is tried in every section, at every depth of it."""
    tried = {_section(place) for place in kinds(facts).values()}
    others = {
        _section(place)
        for place in map(address_of, pages.names)
        if place != "404.html" and not pages.at(place).is_redirect
    }

    assert others <= tried


def _section(place: str) -> tuple[str, int]:
    """The first folder, or that in the English edition; and how deep the page lies in it."""
    folders = place.split("/")
    return "/".join(folders[: 2 if folders[0] == "en" else 1]), len(folders)


@pytest.mark.slow
def test_every_word_can_be_read_and_no_page_complains(
    browser: Browser, site: Path, facts: Facts
) -> None:
    """In light and in dark, text stands out as WCAG asks (4.5 to 1, large text 3 to 1).

    No page logs an error, lacks a file, asks another host or does what its policy forbids.
    """
    told = {}
    options = {"viewport": DESK, "reduced_motion": "reduce"}
    with served(site, as_asked=True) as home, reading(browser, home, **options) as reader:
        reader.page.add_init_script(LISTENER)
        for name, place in kinds(facts).items():
            page = reader.open(place)
            for scheme in SCHEMES:
                turn(page, scheme)
                if found := page.evaluate(LOW_CONTRAST):
                    told[name, scheme] = found
            page.wait_for_load_state("networkidle")
            assert not reader.faults and not violations(reader), name

    assert not told


@in_two_parts
def test_every_page_fits_phones_and_fingers(
    browser: Browser, address: str, facts: Facts, part: str
) -> None:
    """Nobody has to scroll sideways; buttons, fields and folds are tall enough for a finger."""
    told = {}
    with reading(browser, address, viewport=PHONE, has_touch=True) as reader:
        for name, place in part_of(kinds(facts), part).items():
            page = reader.open(place)
            if found := page.evaluate(SMALL_TARGETS, SMALLEST_TARGET):
                told[name, "fingers"] = found
            for width in (PHONE, NARROW):
                page.set_viewport_size(width)  # type: ignore[arg-type]
                if found := page.evaluate(OVERFLOW):
                    told[name, width["width"]] = found

    assert not told


@pytest.mark.slow
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

    told = {}
    with reading(browser, hostile_address, viewport=PHONE, has_touch=True) as reader:
        for name, place in places.items():
            if found := reader.open(place).evaluate(OVERFLOW):
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


def test_the_home_page_answers_on_the_first_screen(browser: Browser, address: str) -> None:
    """On a small phone: what the seal is, the box, how many hold it, and how many were told of."""
    with reading(browser, address, viewport=SMALL_PHONE) as reader:
        page = reader.open("")
        for part in ("h1 + p", ".apl-buscador--grande input", ".apl-titular"):
            box = page.locator(f".md-content {part}").first.bounding_box()
            assert box and box["y"] + box["height"] <= SMALL_PHONE["height"], part
        said = page.locator(".apl-titular").inner_text()

    assert "certificado vigente" in said and "23 de noviembre de 2026" in said
    assert "3.135 instalaciones certificadas según fuentes públicas" in said
    assert "julio de 2021, cenem.cl" in said


def test_a_code_page_can_be_printed(browser: Browser, address: str, facts: Facts) -> None:
    """On paper a certificate keeps answer, days and address, and loses what only screens need."""
    with reading(browser, address, viewport={"width": 720, "height": 1000}) as reader:
        page = reader.open(kinds(facts)["a certificate"])
        page.emulate_media(media="print")

        assert page.locator(".apl-palabra").is_visible()
        assert page.locator(".apl-respuesta time").first.is_visible()
        assert not page.locator("header.md-header").is_visible()
        assert not page.get_by_role("button", name="Compartir").is_visible()
        assert page.evaluate(OVERFLOW) == []
        assert page.evaluate("document.querySelector('.apl-respuesta').scrollHeight") < 1000
        assert "no este papel" in page.locator("main").inner_text()


@pytest.mark.parametrize("paper", [pytest.param("A4", marks=pytest.mark.slow), "Letter"])
@pytest.mark.parametrize(
    "site_name", ["site", pytest.param("hostile_site", marks=pytest.mark.slow)]
)
def test_every_code_prints_on_one_sheet(
    browser: Browser, request: pytest.FixtureRequest, site_name: str, paper: str
) -> None:
    """However long the names and the chain, the answer, the QR and the day share one page."""
    with served(request.getfixturevalue(site_name)) as home, reading(browser, home) as reader:
        for place in _codes(request.getfixturevalue(site_name)):
            page = reader.open(place)
            assert _pages_of(page, paper) == 1, place


def _codes(site: Path) -> list[str]:
    """Some of many codes, and the seals among them that rest on the most certificates."""
    pages = {path: path.read_text("utf-8") for path in sorted(site.glob("v/*/index.html"))}
    longest = sorted(pages, key=lambda path: -pages[path].count('class="apl-sosten"'))
    some = {*longest[:3], *list(pages)[::25]}
    return [f"v/{path.parent.name}/" for path in sorted(some)]


def _pages_of(page: Page, paper: str) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper)))
