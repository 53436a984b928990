"""The same pasted rows through `apl import` and through the browser's copy of it."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from generator.ceremony import records, script
from generator.load import load
from generator.registry import registry
from generator.render import decision_script
from generator.render.assets import join
from generator.render.verification import facts, hash_of
from generator.render.verified_keys import as_json
from tests.sample import DAY as SAMPLE_DAY
from tests.sheets.small_register import Desk
from tests.tabs import tab

ROOT = Path(__file__).parents[2]
ENTRY = ROOT / "tests/guiones/planear.js"
ASSETS = ROOT / "templates/assets"


def bundle() -> str:
    """The script of the page, without the page."""
    generated = {
        (ASSETS / "estado/tabla.js").resolve(): decision_script.script(),
        (ASSETS / script.MODULE).resolve(): script.script(),
    }
    return join(ENTRY, generated)


def parts(folder: Path) -> dict[str, Any]:
    """What the site of a registry would hold for the page, read back from JSON."""
    found = registry(load(folder))
    made = dict(facts(found, SAMPLE_DAY))
    for shelf in records.shelves(found):
        made |= shelf.make()
    index = dict(made["indice"])  # type: ignore[call-overload]
    parts = {name: part for name, part in made.items() if name != "indice"}
    index["partes"] = {name: hash_of(as_json(part)) for name, part in parts.items()}
    plain: dict[str, Any] = json.loads(json.dumps({**made, "indice": index}))
    return plain


def in_browser(
    browser: Browser, folder: Path, pasted: str, agreement: str = "", state: str = ""
) -> dict[str, Any]:
    """What the page makes of pasted rows."""
    with tab(browser) as page:
        page.evaluate(bundle())
        given = [parts(folder), pasted, {"agreement": agreement, "state": state}]
        found: dict[str, Any] = page.evaluate("([f, p, t]) => globalThis.planAll(f, p, t)", given)
    return found


def in_terminal(desk: Desk, pasted: str, *options: str) -> dict[str, Any]:
    """What `apl import` makes of the same rows."""
    file = desk.folder / "pegado.csv"
    file.write_bytes(pasted.encode())
    _, told = desk.apl("import", file, "--format", "json", *options)
    found: dict[str, Any] = json.loads(told)
    return found
