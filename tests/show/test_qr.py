"""QR codes, read by a real reader from what a browser draws."""

import base64
from xml.etree import ElementTree

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from generator.code import ALPHABET
from generator.show.qr import QUIET, Drawer, picture
from tests import qr_reader
from tests.record_bodies import SITE
from tests.sample import CODES
from tests.show_files import press
from tests.tabs import tab

DRAWER = Drawer(f"{SITE.url}v/", "/")
CODE_TEXT = st.text(ALPHABET, min_size=8, max_size=8)
_DRAW = """async ([svg, side]) => {
  const image = new Image(side, side);
  image.src = "data:image/svg+xml;base64," + svg;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = side;
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#000";
  pen.fillRect(0, 0, side, side);
  pen.drawImage(image, 30, 30, side - 60, side - 60);
  const { data } = pen.getImageData(0, 0, side, side);
  let grey = "";
  for (let i = 0; i < data.length; i += 4) grey += String.fromCharCode(data[i]);
  return btoa(grey);
}"""


def _svg(code: str, drawer: Drawer = DRAWER, example: bool = False) -> bytes:
    return picture(press(SITE), drawer, code, code.replace("-", ""), example)


def _read(browser: Browser, svg: bytes, side: int) -> list[str]:
    """What a reader sees of the picture on a black page, in a browser that prefers dark ones."""
    with tab(browser, color_scheme="dark") as page:
        grey = base64.b64decode(page.evaluate(_DRAW, [base64.b64encode(svg).decode(), side]))
    return qr_reader.read(grey, side)


@pytest.mark.parametrize("code", CODES)
def test_a_reader_reads_the_short_address(browser: Browser, code: str) -> None:
    """From the SVG as a browser draws it, on black ground: the quiet zone comes with it."""
    assert _read(browser, _svg(code), 420) == [f"{SITE.url}v/{code.replace('-', '')}/"]


def test_it_is_read_small_and_as_an_example(browser: Browser) -> None:
    """At the size of a stamp, and with the words of an example below it."""
    svg = _svg(CODES[0], example=True)

    assert "EJEMPLO" in svg.decode() and "EJEMPLO" not in _svg(CODES[0]).decode()
    assert _read(browser, svg, 180) == [f"{SITE.url}v/ABCDEFGG/"]


def test_a_long_address_is_read_too(browser: Browser) -> None:
    """A site below a long path makes a larger code, not a wrong one."""
    url = "https://registro.servicio-nacional.example/produccion-limpia/registro-publico/v/"

    assert _read(browser, _svg("ABCD-EFGG", Drawer(url, "/")), 420) == [f"{url}ABCDEFGG/"]


@settings(max_examples=40)
@given(CODE_TEXT)
def test_flipping_dots_gives_what_the_library_draws(code: str) -> None:
    """A QR is linear: what is worked out from one code is, dot by dot, what segno makes."""
    first = segno.make(f"{SITE.url}v/00000000/", error="m", mode="byte", micro=False)
    expected = segno.make(
        f"{SITE.url}v/{code}/",
        error=first.error,
        mode="byte",
        version=first.version,
        mask=first.mask,
        boost_error=False,
    )

    assert DRAWER.rows(code) == ["".join(map(str, row)) for row in expected.matrix]


def test_the_picture_brings_its_white_ground() -> None:
    """White under the whole code and four dots around it, whatever lies behind; and a title."""
    root = ElementTree.fromstring(_svg("ABCD-EFGG"))
    title, ground, _, caption = root
    side = len(DRAWER.rows("ABCDEFGG")) + 2 * QUIET

    assert (ground.get("fill"), ground.get("width")) == ("#fff", str(side))
    assert int(str(ground.get("height"))) > side
    assert title.text == f"Código QR que abre {SITE.url}v/ABCDEFGG/"
    assert caption.text == "ABCD-EFGG"
    assert root.get("role") == "img"
