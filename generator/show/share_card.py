"""A section's words and the register's name → the picture that its shared links show."""

from pathlib import Path

import resvg_py

from generator.render.press import Press
from generator.show.lettering import fitted
from generator.views.cards import Card

LONGEST = 24
"""Characters of a title in the largest type."""
ROOM, FOOT_SIZE = 1050, 30
_FACES = ("Lato-Regular.ttf", "Lato-Bold.ttf")


def picture(press: Press, templates: Path, card: Card, whose: str) -> bytes:
    """A PNG of 1200 by 630 dots, the same on every machine: its faces come with the templates."""
    size = 86 if len(card.title) <= LONGEST else 72
    told = fitted(whose, FOOT_SIZE, ROOM)
    drawn = press.render("svg/tarjeta.svg", card.path, card=card, size=size, whose=told)
    faces = [str(templates / "assets" / "ajeno" / "lato" / name) for name in _FACES]
    return bytes(resvg_py.svg_to_bytes(svg_string=drawn, skip_system_fonts=True, font_files=faces))
