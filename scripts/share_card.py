"""Draws the pictures that shared links show: compartir.svg and its words → a PNG for each section.

Run it again after a change of the drawing or of `generator/views/cards.py`:
`.venv/bin/python scripts/share_card.py`.
"""

import sys
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from find_browser import find_browser  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

from generator.views.cards import CARDS, Card  # noqa: E402

DRAWING = ROOT / "templates" / "assets" / "marca" / "compartir.svg"
FOOT = "Acuerdos de Producción Limpia de Chile"
WHOSE = "Registro del Sello APL · Acuerdos de Producción Limpia de Chile"
LONGEST = 24
"""Characters of a title in the largest type."""


def drawing(card: Card) -> str:
    """The drawing with the card's words."""
    words = {
        "title": card.title,
        "first": card.lines[0],
        "second": card.lines[1],
        "foot": WHOSE if card.name else FOOT,
    }
    size = 86 if len(card.title) <= LONGEST else 72
    text = DRAWING.read_text(encoding="utf-8")
    return text.format(size=size, **{name: escape(one) for name, one in words.items()})


def draw(browser: str) -> None:
    """Let the browser at this path draw all pictures."""
    with sync_playwright() as tools:
        started = tools.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = started.new_page(viewport={"width": 1200, "height": 630})
        for card in CARDS:
            page.set_content(f"<style>*{{margin:0}}svg{{display:block}}</style>{drawing(card)}")
            _refuse_what_sticks_out(page.evaluate(WIDEST), card)
            page.screenshot(path=DRAWING.with_name(card.file))
        started.close()


WIDEST = """Math.max(
  ...[...document.querySelectorAll("text")].map((one) => one.getBBox()).map((b) => b.x + b.width)
)"""


def _refuse_what_sticks_out(right: float, card: Card) -> None:
    if right > 1140:
        sys.exit(f"{card.title}: its words end at {right:.0f} of 1200")


if __name__ == "__main__":
    found = find_browser()
    if found is None:
        sys.exit("Chromium is not on this machine")
    draw(found)
