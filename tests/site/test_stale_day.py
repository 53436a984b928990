"""What a page says to somebody who reads it later, in a browser whose clock has gone on."""

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.site.asking import expiring_certificate, lasting_certificate
from tests.site.building import DAY, OWN
from tests.site.facts import Facts, read
from tests.site.outline import Pages
from tests.site.reading import reading

LATER = DAY + timedelta(days=10)
UNCONFIRMED = "Sin confirmar: datos de hace 10 días"


def _trusted_days() -> int:
    return int(read(OWN.registry / "registro.yaml").get("dias_datos_confiables", "7"))


def _words(page: Page) -> Locator:
    return page.locator(".apl-palabra, .apl-estado")


def _greens(page: Page) -> list[str]:
    """The words that still say that something is in force."""
    green = page.locator(".apl-estado--bien, .apl-respuesta--bien .apl-palabra")
    return green.all_inner_texts()


def _addresses(facts: Facts) -> list[str]:
    one = lasting_certificate(facts)
    seal = next(
        seal["codigo"].replace("-", "")
        for id, seal in facts.records["sellos"].items()
        if id in facts.seals_in_force
    )
    return [
        f"v/{one.code}/",
        f"v/{seal}/",
        f"empresas/{one.company}/",
        f"acuerdos/{one.adhesion['acuerdo']}/",
        "certificados/",
        "sellos/",
        "registro/lista/1/",
        "",
    ]


@pytest.mark.parametrize("number", range(8))
def test_on_old_data_nothing_reads_as_valid(
    browser: Browser, address: str, facts: Facts, number: int
) -> None:
    """Past the days that data are trusted no green word is left, on any kind of page."""
    assert _trusted_days() < 10
    with reading(browser, address, day=LATER) as reader:
        page = reader.open(_addresses(facts)[number])
        expect(page.get_by_text("datos de hace 10 días").first).to_be_visible()

        assert not _greens(page)


def test_an_old_certificate_page_says_how_old(browser: Browser, address: str, facts: Facts) -> None:
    """The answer of a code's page becomes "Sin confirmar", and its days stay."""
    one = lasting_certificate(facts)
    with reading(browser, address, day=LATER) as reader:
        page = reader.open(f"v/{one.code}/")
        expect(page.locator(".apl-palabra")).to_have_text(UNCONFIRMED)

        expect(page.locator(".apl-frase")).not_to_contain_text("tiene un certificado vigente")
        until = page.locator(f'time[datetime="{one.facts["vigente_hasta"]}"]')
        expect(until.first).to_be_visible()


@pytest.mark.parametrize(("day", "is_asked"), [(DAY, False), (DAY + timedelta(days=1), True)])
def test_only_pages_of_another_day_fetch_what_keeps_them_true(
    browser: Browser, address: str, facts: Facts, day: date, is_asked: bool
) -> None:
    """Whoever reads a page on its own day pays nothing for it."""
    with reading(browser, address, day=day) as reader:
        reader.open(f"empresas/{lasting_certificate(facts).company}/")

        asked = [url for url in reader.requests if url.endswith("recursos/vivo.js")]
        assert bool(asked) == is_asked


COUNTED = ("", "regiones/maule/", "acuerdos/", "registro/lista/1/")
"""Pages that count what is in force, in lists or in big figures."""


@pytest.mark.parametrize("number", range(len(COUNTED)))
def test_on_old_data_counts_say_their_day(browser: Browser, address: str, number: int) -> None:
    """What was counted then is not told as of today; on the day itself the page says it once."""
    told = "al 23 de noviembre de 2026"
    with reading(browser, address, day=LATER) as reader:
        counts = reader.open(COUNTED[number]).locator("[data-cuenta]")
        expect(counts.first).to_contain_text(told)

        assert all(told in one for one in counts.all_inner_texts())
    with reading(browser, address) as reader:
        counts = reader.open(COUNTED[number]).locator("[data-cuenta]")
        assert not any(told in one for one in counts.all_inner_texts())


def test_headings_of_lists_stay_true(pages: Pages) -> None:
    """Who may use the seal, and which certificates are in force, is said of a day."""
    for address in ("sellos/", "certificados/"):
        headings = [one.text for tag in ("h2", "h3") for one in pages.at(address).all(tag)]
        states = [one for one in headings if re.search("derecho|Vigentes|Vencidos|rigen", one)]

        assert states
        assert all(one.endswith("al 23 de noviembre de 2026") for one in states), address


def test_within_trusted_days_the_word_stays(browser: Browser, address: str, facts: Facts) -> None:
    """A page of the day before yesterday still says what it knows."""
    one = lasting_certificate(facts)
    with reading(browser, address, day=DAY + timedelta(days=2)) as reader:
        page = reader.open(f"v/{one.code}/")

        expect(page.locator(".apl-palabra")).to_contain_text("Vigente")


def _day_after(one: dict[str, str]) -> date:
    return date.fromisoformat(one["vigente_hasta"]) + timedelta(days=1)


def test_a_certificate_that_expired_since_is_not_green(
    browser: Browser, address: str, facts: Facts
) -> None:
    """The day after its last one it reads as expired, though the page was made before."""
    one = expiring_certificate(facts)
    with reading(browser, address, day=_day_after(one.facts)) as reader:
        page = reader.open(f"v/{one.code}/")

        expect(page.locator(".apl-palabra")).to_have_text("Vencido")
        assert "apl-respuesta--bien" not in (
            page.locator(".apl-respuesta").first.get_attribute("class") or ""
        )


def test_days_left_are_counted_from_the_readers_day(
    browser: Browser, address: str, facts: Facts
) -> None:
    """ "Vence en N días" counts down while the page stands still."""
    one = expiring_certificate(facts)
    left = (date.fromisoformat(one.facts["vigente_hasta"]) - DAY).days - 1
    with reading(browser, address, day=DAY + timedelta(days=1)) as reader:
        page = reader.open(f"v/{one.code}/")

        expect(page.locator(".apl-palabra")).to_contain_text(
            "hoy" if not left else f"vence en {left} día"
        )


def test_the_verifier_affirms_nothing_on_old_data(
    browser: Browser, address: str, facts: Facts
) -> None:
    """The box, too, says how old its data are instead of "Vigente"."""
    with reading(browser, address, day=LATER) as reader:
        answer = reader.verify(lasting_certificate(facts).code)

        expect(answer.locator(".apl-palabra")).to_have_text(UNCONFIRMED)


def test_the_verifier_still_knows_the_past(browser: Browser, address: str, facts: Facts) -> None:
    """For a day that the data cover, old data answer as ever."""
    with reading(browser, address, day=LATER) as reader:
        answer = reader.verify(lasting_certificate(facts).code, DAY)

        expect(answer.locator(".apl-palabra")).to_contain_text("Vigente")


def test_the_search_affirms_nothing_on_old_data(
    browser: Browser, address: str, facts: Facts
) -> None:
    """Neither suggestions nor results are green on old data."""
    with reading(browser, address, day=LATER) as reader:
        page = reader.explore("#tipo=certificado")
        expect(page.locator("[data-busca=nota]")).to_contain_text("hace 10 días")
        assert not _greens(page)
        offered = reader.suggestions(lasting_certificate(facts).code)

        expect(offered.first).to_contain_text("Sin confirmar")


def test_a_clock_that_is_behind_changes_nothing(
    browser: Browser, address: str, facts: Facts
) -> None:
    """A reader whose clock stands before the day of the data reads the page as it is."""
    one = lasting_certificate(facts)
    with reading(browser, address, day=DAY - timedelta(days=400)) as reader:
        page = reader.open(f"v/{one.code}/")

        expect(page.locator(".apl-palabra")).to_contain_text("Vigente")
