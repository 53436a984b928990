"""Runs the browser's decision engine on parts held in memory, in Chromium."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from generator.render import decision_script
from generator.render.assets import join
from tests.tabs import tab

ROOT = Path(__file__).parent.parent
ENTRY = ROOT / "tests/guiones/responder.js"
TABLE = (ROOT / "templates/assets/estado/tabla.js").resolve()


def browser_answers(
    browser: Browser,
    files: Mapping[str, object],
    questions: Sequence[Mapping[str, str]] = (),
    lives: Sequence[Mapping[str, object]] = (),
) -> dict[str, Any]:
    """What the browser's copy answers: `answers` to questions, `decisions` on live statuses."""
    with tab(browser) as page:
        page.evaluate(join(ENTRY, {TABLE: decision_script.script()}))
        given = [dict(files), list(questions), list(lives)]
        found: dict[str, Any] = page.evaluate("([f, q, l]) => globalThis.answerAll(f, q, l)", given)
    return found
