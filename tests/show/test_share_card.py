"""Pictures of shared links, as they are drawn while a site is built."""

import base64
from pathlib import Path

import pytest
import resvg_py
from playwright.sync_api import Browser

from generator.show.share_card import picture
from generator.views.cards import CARDS, Card
from tests.made_once import DRAW
from tests.record_bodies import SITE
from tests.show_files import press
from tests.tabs import tab

TEMPLATES = Path(__file__).parents[2] / "templates"
NAMES = ("Registro público del Sello APL", f"Registro {'Ñandú ' * 20}& <amigos>")
_INKED = """async (png) => {
  const image = new Image();
  image.src = "data:image/png;base64," + png;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  const pen = canvas.getContext("2d");
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
  const right = [0, 0];
  for (let i = 0; i < data.length; i += 4) {
    const [x, y] = [(i / 4) % canvas.width, Math.floor(i / 4 / canvas.width)];
    if (data[i] > 60 && y > 260) right[y > 530 ? 1 : 0] = Math.max(right[y > 530 ? 1 : 0], x);
  }
  return [canvas.width, canvas.height, ...right];
}"""


def _drawn(card: Card, whose: str = NAMES[0]) -> bytes:
    return picture(press(SITE), TEMPLATES, card, whose)


@pytest.mark.parametrize("whose", NAMES)
def test_every_word_is_drawn_and_stays_inside(browser: Browser, whose: str) -> None:
    """On each card words stand above the foot and in it, and none reaches the edge."""
    with tab(browser) as page:
        for card in CARDS:
            png = base64.b64encode(_drawn(card, whose)).decode()
            width, height, words, foot = page.evaluate(_INKED, png)
            assert (width, height) == (1200, 630)
            assert 400 < words <= 1150 and 300 < foot <= 1150, card.title


def test_the_same_words_are_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two builds of one day are equal; another register's name is another picture."""
    monkeypatch.setattr(resvg_py, "svg_to_bytes", DRAW)

    assert _drawn(CARDS[0]) == _drawn(CARDS[0])
    assert _drawn(CARDS[0]) != _drawn(CARDS[0], "Otro registro")
