"""The site in a browser that runs no scripts."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.site.asking import lasting_certificate
from tests.site.facts import Facts
from tests.site.kinds import in_two_parts, kinds, part_of
from tests.site.reading import Reader, reading


@pytest.fixture(scope="module")
def plain_reader(browser: Browser, address: str) -> Iterator[Reader]:
    """A reader whose browser runs no scripts."""
    with reading(browser, address, java_script_enabled=False) as reader:
        yield reader


def test_a_certificate_is_readable(plain_reader: Reader, facts: Facts) -> None:
    """State, days and day of the data stand together, which stays true on an old page."""
    one = lasting_certificate(facts)
    page = plain_reader.open(f"v/{one.code}/")
    answer = page.locator(".apl-respuesta")

    expect(answer.locator(".apl-palabra")).to_contain_text("Vigente")
    expect(answer).to_contain_text("Datos al 23 de noviembre de 2026")
    expect(
        page.locator(f'main time[datetime="{one.facts["vigente_hasta"]}"]').first
    ).to_be_visible()


SEEN = """() => {
  const isSeen = (one) => {
    const { width, height } = one.getBoundingClientRect();
    return width > 0 && height > 0 && getComputedStyle(one).visibility === "visible";
  };
  const controls = [...document.querySelectorAll("main button, main input, main select")];
  return {
    heading: isSeen(document.querySelector("h1")),
    text: document.querySelector("main").innerText.length,
    idle: controls.filter((one) => isSeen(one) && !one.form?.action).map((one) => one.outerHTML),
  };
}"""
"""What is seen of a page, and its controls that lead nowhere; asked from outside of its scripts."""


@in_two_parts
def test_every_kind_of_page_is_readable(plain_reader: Reader, facts: Facts, part: str) -> None:
    """Each page shows its heading and its text, and promises nothing that needs a script."""
    for name, place in part_of(kinds(facts), part).items():
        seen = plain_reader.open(place).evaluate(SEEN)
        assert seen["heading"] and seen["text"] > 100, name
        assert seen["idle"] == [], name


def test_the_search_form_leads_somewhere(plain_reader: Reader) -> None:
    """The header's form opens the page whose lists hold the whole register."""
    page = plain_reader.open("")
    box = page.locator("header [data-buscador] input")
    box.fill("vino")
    box.press("Enter")

    expect(page.locator("h1")).to_be_visible()
    assert page.url.startswith(f"{plain_reader.home}registro/")
    page.get_by_role("link", name="Lista completa").click()
    expect(page.locator("h1")).to_contain_text("Lista completa")


def test_the_verifier_explains_itself(plain_reader: Reader) -> None:
    """Without a script the page tells how to type a code's address."""
    told = plain_reader.open("verificar/").locator("[data-verificador] noscript")

    assert told.is_visible()
    assert "v/ABCDEFGG/" in told.inner_text()


def test_the_menu_opens_on_a_phone(browser: Browser, address: str) -> None:
    """The way to every section does not hang on a script."""
    phone = {"width": 375, "height": 812}
    with reading(browser, address, java_script_enabled=False, viewport=phone) as reader:
        page = reader.open("")
        page.locator("header label[for=__drawer]").click()

        expect(page.get_by_role("link", name="Verificar").first).to_be_visible()
