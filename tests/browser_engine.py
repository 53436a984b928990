"""Runs the browser's decision engine on parts held in memory: in Node, or else in Chromium."""

import json
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.render import decision_script
from generator.render.assets import join
from scripts.find_browser import find_browser

ROOT = Path(__file__).parent.parent
ENTRY = ROOT / "tests/guiones/responder.js"
TABLE = (ROOT / "templates/assets/estado/tabla.js").resolve()

_RUN = """
let given = "";
process.stdin.setEncoding("utf8").on("data", (piece) => (given += piece)).on("end", async () => {
  const [files, questions, lives] = JSON.parse(given);
  process.stdout.write(JSON.stringify(await globalThis.answerAll(files, questions, lives)));
});
"""


def browser_answers(
    files: Mapping[str, object],
    questions: Sequence[Mapping[str, str]] = (),
    lives: Sequence[Mapping[str, object]] = (),
) -> dict[str, Any]:
    """What the browser's copy answers: `answers` to questions, `decisions` on live statuses."""
    script = join(ENTRY, {TABLE: decision_script.script()})
    given = [dict(files), list(questions), list(lives)]
    node = shutil.which("node")
    return _in_node(node, script, given) if node else _in_chromium(script, given)


def _in_node(node: str, script: str, given: list[object]) -> dict[str, Any]:
    done = subprocess.run(
        [node, "-e", script + _RUN],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _in_chromium(script: str, given: list[object]) -> dict[str, Any]:
    from playwright.sync_api import sync_playwright


    path = find_browser()
    assert path, "neither Node nor Chromium is on this machine"
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=path)
        page = browser.new_page()
        page.evaluate(script)
        found: dict[str, Any] = page.evaluate("([f, q, l]) => globalThis.answerAll(f, q, l)", given)
        browser.close()
    return found
