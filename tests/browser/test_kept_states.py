"""What a fingerprint keeps of an answer, told to a reader of another language."""

import pytest
from playwright.sync_api import Browser

from generator import catalogue
from generator.decision import TABLE
from generator.decision.company_facts import UNITS
from generator.decision.facts import SEAL_REASONS
from generator.decision.text import fill
from generator.language import gettext, speaking
from generator.render import decision_script
from generator.render.assets import join
from tests.browser_engine import ROOT
from tests.browser_engine import TABLE as MODULE

UNIT = "instalaciones"


@pytest.fixture(scope="module")
def cases() -> dict[str, str]:
    """Each state of the table in Spanish, as a case fills it, with the same in English."""
    _, _, site, sites = UNITS[UNIT]
    found = {}
    with speaking(catalogue.english()):
        for reason in SEAL_REASONS.values():
            for n, units in (("1", site), ("3", sites)):
                facts = {"dias": n, "n": "1", "m": n, "cuantas": n, "unidad": UNIT, "units": units}
                for row in (row for rows in TABLE.values() for row in rows if row.state):
                    spanish = fill(row.state, {**facts, "razon_palabras": reason})
                    said = {**facts, "razon_palabras": gettext(reason)}
                    found[spanish] = fill(gettext(row.state), said)
    return found


def test_every_kept_state_is_told_in_the_readers_language(
    browser: Browser, cases: dict[str, str]
) -> None:
    """A state with its days, reason or counts is told as the table says it; others stay."""
    english = catalogue.english()
    with speaking(english):
        table = decision_script.script()
    page = browser.new_page()
    page.evaluate(join(ROOT / "tests/guiones/dichas.js", {MODULE: table}, english))
    said = page.evaluate("(states) => states.map(recordedWords)", [*cases, "lo que sea"])
    page.close()

    assert len(cases) > 20
    assert dict(zip(cases, said, strict=False)) == cases
    assert said[-1] == "lo que sea"


def test_spanish_pages_need_no_second_words(browser: Browser, cases: dict[str, str]) -> None:
    """What is kept is what is said."""
    page = browser.new_page()
    page.evaluate(join(ROOT / "tests/guiones/dichas.js", {MODULE: decision_script.script()}))
    said = page.evaluate("(states) => states.map(recordedWords)", [*cases])
    page.close()

    assert said == [*cases]
