"""The lines of a pasted list, whatever is recorded, beside what the generator decides."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Browser

from generator import decision
from generator.lookup import answer
from generator.registry import Registry
from generator.render import decision_script
from generator.render.assets import join
from generator.render.verification import facts
from tests.browser_engine import ROOT, TABLE
from tests.sample import DAY
from tests.tabs import tab
from tests.test_browser_copy import Chance

QUESTIONS = 350


MORE = [pytest.param(seed, marks=pytest.mark.slow) for seed in (1, 2)]


@pytest.fixture(scope="module", params=[0, *MORE])
def listed(
    request: pytest.FixtureRequest, browser: Browser
) -> tuple[Registry, list[dict[str, str]], list[dict[str, Any]]]:
    """A registry of chance, a list of questions, and the list's lines as a browser makes them."""
    made = Chance(10 + request.param)
    whole = made.register()
    asked = [made.question(whole) for _ in range(QUESTIONS)]
    with tab(browser) as page:
        page.evaluate(join(ROOT / "tests/guiones/huellas.js", {TABLE: decision_script.script()}))
        found = page.evaluate("([f, q]) => listLines(f, q)", [facts(whole, DAY), asked])
    return whole, asked, found


def test_every_cell_says_what_the_generator_says(listed) -> None:
    """Of a thousand questions, each certificate and seal in a line has its state of that day."""
    whole, asked, found = listed
    told = 0
    for question, row in zip(asked, found, strict=True):
        day = date.fromisoformat(question["day"])
        for line in row["lines"]:
            told += _certificate_is_told(whole, line["certificate"], day)
            told += _seal_is_told(whole, line["seal"], day)

    assert told > QUESTIONS // 4


def test_every_answer_has_its_lines(listed) -> None:
    """What the terminal answers about a record has lines in the list, and nothing else has."""
    whole, asked, found = listed
    with_lines = {"certificado", "sello", "empresa", "elemento"}
    for question, row in zip(asked, found, strict=True):
        said = answer(whole, question["query"], date.fromisoformat(question["day"]))
        assert row["kind"] == said.kind, question
        assert bool(row["lines"]) == (said.kind in with_lines), question


def _certificate_is_told(whole: Registry, step: Mapping[str, Any] | None, day: date) -> bool:
    if not step or not step["code"]:
        return False
    granted = whole.certificates[step["code"]]
    said = decision.certificate(whole, granted, day)
    assert (step["word"], step["affirms"]) == (said.word, said.affirms), step
    assert step["until"] == granted.certificate.valid_until.isoformat()
    return True


def _seal_is_told(whole: Registry, step: Mapping[str, Any] | None, day: date) -> bool:
    if not step or not step["code"]:
        return False
    seal = whole.seals_by_code[step["code"]]
    assert step["affirms"] == decision.seal(whole, seal, day).affirms, step
    assert step["until"] == seal.record.until.isoformat()
    return True
