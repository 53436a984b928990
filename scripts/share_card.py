"""Draws the picture that shared links show: compartir.svg → compartir.png, beside it.

Run it again after a change of the drawing: `.venv/bin/python scripts/share_card.py`.
"""

import sys
from pathlib import Path

from find_browser import find_browser
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
DRAWING = ROOT / "templates" / "assets" / "marca" / "compartir.svg"


def draw(browser: str) -> None:
    """Let the browser at this path draw the picture."""
    html = f"<style>*{{margin:0}}svg{{display:block}}</style>{DRAWING.read_text(encoding='utf-8')}"
    with sync_playwright() as tools:
        started = tools.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = started.new_page(viewport={"width": 1200, "height": 630})
        page.set_content(html)
        page.screenshot(path=DRAWING.with_suffix(".png"))
        started.close()


if __name__ == "__main__":
    found = find_browser()
    if found is None:
        sys.exit("Chromium is not on this machine")
    draw(found)
