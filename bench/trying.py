"""What the benches of trust tried and counted → bench/trying.json, which README and site repeat."""

import json
from collections.abc import Mapping

from generator.arguments import ROOT

KEPT = ROOT / "bench" / "trying.json"
"""By bench: its figures, and the day they were taken."""


def kept() -> dict[str, dict[str, object]]:
    """What the last noted runs counted."""
    if not KEPT.exists():
        return {}
    found: dict[str, dict[str, object]] = json.loads(KEPT.read_text(encoding="utf-8"))
    return found


def note(bench: str, figures: Mapping[str, object]) -> None:
    """Put the figures of a run in place of those of the last one of its bench."""
    known = {**kept(), bench: dict(figures)}
    text = json.dumps(known, indent=1, ensure_ascii=False, sort_keys=True)
    KEPT.write_text(text + "\n", encoding="utf-8")
