"""The verify page and the status words of other pages, as a reader's browser shows them."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Page

from generator import code
from generator.load import load
from generator.lookup import answer
from generator.registry import Granted, Registry, registry
from generator.status import certificate_status
from tests.site.building import DAY, OWN
from tests.tabs import tab

TRUSTED_DAYS = 7


@pytest.fixture(scope="module")
def register() -> Registry:
    """What this repository publishes."""
    return registry(load(OWN.registry))


@pytest.fixture(scope="module")
def granted(register: Registry) -> Granted:
    """A certificate in force, far from its end."""
    return next(
        one
        for one in register.certificates.values()
        if (certificate_status(one.certificate, DAY).days_left or 0) > 200
    )


class Reader:
    """A page opened on a day, with what it asked for and what went wrong in it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.asked: list[str] = []
        self.faults: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))

    def ask(self, query: str) -> str:
        self.page.get_by_label("Código, número oficial").fill(query)
        self.page.keyboard.press("Enter")
        return self.answer()

    def answer(self) -> str:
        self.page.locator(".apl-respuesta").wait_for()
        return self.page.locator(".apl-respuesta").inner_text()

    def row(self) -> str | None:
        return self.page.locator(".apl-respuesta").get_attribute("data-fila")


@pytest.fixture
def opened(browser: Browser) -> Iterator[Callable[..., Reader]]:
    """Opens pages, on a day and with the options of a tab."""
    with ExitStack() as tabs:
        yield lambda day=DAY, **options: Reader(
            tabs.enter_context(tab(browser, noon=day, **options))
        )


@pytest.fixture
def reader(opened: Callable[..., Reader]) -> Iterator[Reader]:
    one = opened()
    yield one
    assert one.faults == []


def test_nothing_is_loaded_before_the_box_is_used(reader, address):
    """The register's parts come only with a question; nothing else is fetched meanwhile."""
    reader.page.goto(f"{address}verificar/")
    reader.page.wait_for_load_state("networkidle")
    assert not [url for url in reader.asked if url.endswith("indice.json")]

    reader.ask("ABCD-EFGG")

    assert [url for url in reader.asked if "verificar/indice.json" in url]
    assert all(url.startswith(address) for url in reader.asked)


@pytest.mark.parametrize(
    "query",
    ["{code}", "{compact}", "{name}", "ABCD-EFGG", "76.123.456-1", "12.345.678-5", "Nadie Así"],
)
def test_the_page_answers_as_the_terminal_does(reader, address, register, granted, query):
    """Any question gets the row, word and sentence that the generator would give."""
    written = granted.certificate.code
    asked = query.format(
        code=written,
        compact=code.compact(written).lower(),
        name=granted.company.record.legal_name,
    )
    expected = answer(register, asked, DAY)
    reader.page.goto(f"{address}verificar/")

    shown = reader.ask(asked)

    assert reader.row() == expected.row
    assert expected.word in shown and expected.sentence in shown


def test_the_question_stays_behind_the_hash(reader, address, granted):
    """A link to an answer gives the same answer, and no server learns of it."""
    reader.page.goto(f"{address}verificar/")
    first = reader.ask(granted.certificate.code)
    link = reader.page.url

    reader.page.goto("about:blank")
    reader.page.goto(link)

    assert "#q=" in link
    assert reader.answer() == first
    assert not [url for url in reader.asked if granted.certificate.code in url.split("#")[0]]


def test_a_past_day_can_be_asked(reader, address, granted):
    """The day of a tender long ago has its own answer."""
    before = granted.certificate.certified_on - timedelta(days=1)
    reader.page.goto(f"{address}verificar/")
    reader.page.get_by_label("Para el día").fill(before.isoformat())

    assert "Aún no rige" in reader.ask(granted.certificate.code)
    assert f"dia={before.isoformat()}" in reader.page.url


def test_the_keyboard_is_enough(reader, address, granted):
    """Enter asks, and the focus goes to the answer, from where Tab reaches the record."""
    reader.page.goto(f"{address}verificar/")
    reader.ask(granted.certificate.code)
    assert reader.page.evaluate("document.activeElement.tagName") == "H2"

    reader.page.keyboard.press("Tab")

    compact = code.compact(granted.certificate.code)
    assert f"v/{compact}/" in str(reader.page.evaluate("document.activeElement.href"))


def test_a_mistyped_code_offers_its_near_misses(reader, address, granted):
    """The code that was meant is one click away."""
    written = granted.certificate.code
    wrong = ("1" if written[0] != "1" else "2") + written[1:]
    reader.page.goto(f"{address}verificar/")

    reader.ask(wrong)

    assert written in reader.page.locator(".apl-respuesta .apl-lista").inner_text()


def test_a_pasted_list_is_answered_line_by_line(reader, address, granted):
    """Each line has a row with its own answer."""
    reader.page.goto(f"{address}verificar/")
    reader.page.get_by_text("Verificar una lista").click()
    reader.page.get_by_label("Pegue códigos").fill(f"{granted.certificate.code}\n\n76.123.456-1\n")
    reader.page.get_by_role("button", name="Verificar la lista").click()

    rows = reader.page.locator(".apl-cuadro tbody")
    rows.first.wait_for()

    assert rows.count() == 2
    assert "No es un RUT válido" in rows.nth(1).inner_text()


@pytest.mark.parametrize(
    ("days", "word"), [(7, "Vigente"), (8, "Sin confirmar: datos de hace 8 días")]
)
def test_old_data_affirm_nothing(opened, address, granted, days, word):
    """Past the days of trust no green word is left, neither on a record's page nor in an answer."""
    later = opened(DAY + timedelta(days=days))
    compact = code.compact(granted.certificate.code)

    later.page.goto(f"{address}v/{compact}/")
    assert later.page.locator(".apl-palabra").inner_text() == word

    later.page.goto(f"{address}verificar/")
    assert word in later.ask(compact)


def test_a_page_left_open_past_the_last_day_says_expired(opened, address, granted):
    """The word of a record's page is that of the reader's day."""
    later = opened(granted.certificate.valid_until + timedelta(days=1))

    later.page.goto(f"{address}v/{code.compact(granted.certificate.code)}/")

    box = later.page.locator(".apl-respuesta")
    assert box.locator(".apl-palabra").inner_text() == "Vencido"
    assert "apl-respuesta--no" in str(box.get_attribute("class"))
    assert "Su último día fue el" in box.inner_text()


def test_on_the_day_of_the_data_nothing_is_touched(opened, address, granted):
    """The page as written is right for its own day."""
    shown = []
    for scripts in (True, False):
        page = opened(java_script_enabled=scripts).page
        page.goto(f"{address}v/{code.compact(granted.certificate.code)}/")
        shown.append(page.locator(".apl-respuesta").inner_text())

    assert shown[0] == shown[1]


def test_without_scripts_the_page_explains_what_to_do(opened, address):
    """The form that would do nothing is hidden; the address of a code is explained."""
    page = opened(java_script_enabled=False).page
    page.goto(f"{address}verificar/")

    assert page.locator("[data-verifica=formulario]").is_hidden()
    assert "v/ABCDEFGG/" in page.locator("[data-verificador]").inner_text()


def test_it_works_from_a_folder(opened, offline_site, granted):
    """A copy of the site opened without a server answers too."""
    reader = opened()
    reader.page.goto(f"{offline_site.as_uri()}/verificar/index.html")

    reader.ask(granted.certificate.code)

    link = reader.page.locator(".apl-respuesta .apl-lista a").first.get_attribute("href")
    assert str(link).endswith(f"v/{code.compact(granted.certificate.code)}/index.html")
    assert reader.faults == []


def test_it_fits_a_phone(opened, address, granted):
    """Nothing sticks out of a narrow screen."""
    reader = opened(viewport={"width": 360, "height": 740})
    reader.page.goto(f"{address}verificar/")
    reader.ask(granted.certificate.code)

    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 360
