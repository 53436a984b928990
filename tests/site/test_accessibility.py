"""What axe says of every kind of page: in light and dark, on desk and phone, at rest and in use."""

from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.site.asking import accented_company, lasting_certificate, slipped
from tests.site.auditing import LOOKS, PHONE, WHOLE_LOOKS, faults
from tests.site.facts import Facts
from tests.site.reading import Reader, reading
from tests.site.serving import served
from tests.site.test_ceremony import PASTED, check
from tests.site.test_verify_list import asked, paste
from tests.site.variety import unlike, varied

PROCESSES = 2
"""Each of two test processes looks at its part of the pages."""


@pytest.fixture
def auditor(browser: Browser, address: str) -> Iterator[Reader]:
    """A reader into whose pages axe can be brought, whatever their policy says of scripts."""
    with reading(browser, address, bypass_csp=True) as reader:
        yield reader


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PROCESSES))
def test_every_kind_of_page_is_without_fault(
    auditor: Reader, site: Path, part: int, record_property: Callable[[str, object], None]
) -> None:
    """No rule of axe is broken on pages that show whatever any page shows."""
    told = {}
    pages = varied(site)[part::PROCESSES]
    record_property("axe", len(pages))
    for address in pages:
        auditor.open(address)
        if found := faults(auditor, WHOLE_LOOKS):
            told[address] = found

    assert not told


@pytest.mark.slow
@pytest.mark.parametrize("name", ["hostile_site", "empty_site", "plain_site"])
def test_other_registers_are_without_fault(
    browser: Browser,
    request: pytest.FixtureRequest,
    site: Path,
    name: str,
    record_property: Callable[[str, object], None],
) -> None:
    """Nor where names are hostile, where there is nothing, and without a demonstration.

    Their colours are those of the pages above, so that each page is looked at once, in turns.
    """
    told = {}
    folder = request.getfixturevalue(name)
    with served(folder) as home, reading(browser, home, bypass_csp=True) as reader:
        pages = unlike(folder, site)
        record_property("axe", len(pages))
        for address, look in zip(pages, cycle(WHOLE_LOOKS), strict=False):
            reader.open(address)
            if found := faults(reader, [look]):
                told[address] = found

    assert not told


def test_the_page_for_lost_addresses_is_without_fault(browser: Browser, site: Path) -> None:
    """A wrong address is answered in a way that everybody can use."""
    with (
        served(site, at_root=True) as home,
        reading(browser, home, quiet=False, bypass_csp=True) as reader,
    ):
        reader.open("no/existe/")

        assert faults(reader) == []


def _suggestions(reader: Reader, _: Facts) -> None:
    reader.open("")
    reader.suggestions("vino")


def _results(reader: Reader, _: Facts) -> None:
    page = reader.explore("#q=vino")
    page.locator("[data-busca=facetas] input[type=checkbox]").first.check()
    expect(page.locator("[data-busca=elegidos] button").first).to_be_visible()


def _no_results(reader: Reader, _: Facts) -> None:
    reader.explore("#q=zzzzzz")


def _valid(reader: Reader, facts: Facts) -> None:
    reader.verify(lasting_certificate(facts).code)


def _mistyped(reader: Reader, facts: Facts) -> None:
    reader.verify(slipped(lasting_certificate(facts).code))


def _unknown(reader: Reader, _: Facts) -> None:
    reader.verify("2345-6789")


def _by_name(reader: Reader, facts: Facts) -> None:
    reader.verify(accented_company(facts).name)


def _pasted(reader: Reader, facts: Facts) -> None:
    paste(reader.open("verificar/"), "\n".join(asked(facts)))


def _certificate(reader: Reader, facts: Facts) -> None:
    reader.open(f"v/{lasting_certificate(facts).code}/")


def _company(reader: Reader, facts: Facts) -> None:
    reader.open(f"empresas/{accented_company(facts).id}/")


def _several(reader: Reader, _: Facts) -> None:
    reader.verify("vino")


def _ceremony(reader: Reader, _: Facts) -> None:
    check(reader.open("equipo/ceremonia/"), PASTED)


def _menu(reader: Reader, _: Facts) -> None:
    page = reader.open("acerca/privacidad/")
    page.set_viewport_size(PHONE)
    page.get_by_role("button", name="Menú").click()


STATES = (
    _certificate,
    _company,
    _suggestions,
    _results,
    _no_results,
    _valid,
    _mistyped,
    _unknown,
    _by_name,
    _several,
    _pasted,
    _ceremony,
    _menu,
)
EVERYDAY = (_certificate, _results, _valid, _pasted, _menu)


@pytest.mark.parametrize(
    "reach",
    [
        pytest.param(
            one, id=one.__name__.strip("_"), marks=() if one in EVERYDAY else pytest.mark.slow
        )
        for one in STATES
    ],
)
def test_every_state_of_use_is_without_fault(
    auditor: Reader, facts: Facts, reach: Callable[[Reader, Facts], None]
) -> None:
    """What scripts make of a page breaks no rule either."""
    reach(auditor, facts)

    assert faults(auditor) == []


def test_faults_are_found_in_every_look(auditor: Reader) -> None:
    """A field without a name and pale words are told, each as often as it is looked for."""
    auditor.open("")
    auditor.page.evaluate(
        "() => document.querySelector('h1').insertAdjacentHTML('afterend',"
        " '<input><p style=\"color: #888; background: #999\">pálido</p>')"
    )
    found = faults(auditor)

    assert sum("color-contrast:" in one for one in found) == len(LOOKS)
    assert sum(": label:" in one for one in found) == sum(not look.rules for look in LOOKS)
