"""Expectations of texts that are to fit."""

from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from generator.show.lettering import fitted, width
from tests.tabs import tab

NAMES = (
    "Viña Ñandú de la Cordillera Ltda. & Hijos S.A.",
    "WWWWW MMMMM @@@@@ %%%%%",
    "iiiii lllll ..... 'jj'",
    "ÁÉÍÓÚ ñandú güiña ÇçŒœ 0123456789",
    "Łódź Ǧaliŀ 日本 🌿 ﬁn e̊",
)
_MEASURE = """([texts, font]) => {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = font;
  return texts.map((text) => pen.measureText(text).width);
}"""


def test_a_text_is_never_wider_than_measured(browser: Browser) -> None:
    """A browser's own faces, wide and narrow, regular and bold, stay within the measure."""
    with tab(browser) as page:
        for face in ("DejaVu Sans", "Liberation Sans", "sans-serif"):
            for bold in (False, True):
                font = f"{'bold ' if bold else ''}100px '{face}'"
                found = page.evaluate(_MEASURE, [NAMES, font])
                for text, real in zip(NAMES, found, strict=True):
                    assert real <= width(text, 100, bold=bold) + 0.5, (text, font)


@settings(max_examples=60)
@given(st.text(max_size=80), st.floats(20, 400))
def test_what_is_fitted_fits(text: str, room: float) -> None:
    """Whatever the text, what is left of it is within the room, and is its beginning."""
    shown = fitted(text, 12, room)

    assert width(shown, 12) <= room
    assert shown == text or (shown.endswith("…") and text.startswith(shown[:-1]))


def test_a_text_that_fits_is_left_alone() -> None:
    """An ellipsis stands only where something is missing."""
    assert fitted("Planta Talca", 12, 200) == "Planta Talca"


def test_words_are_kept_whole() -> None:
    """A long name ends after a word, a word without end within it."""
    assert fitted("Sociedad de Productores del Maule", 10, 150) == "Sociedad de Productores…"
    assert fitted("Interminabilísima" * 9, 10, 150).startswith("Interminabilísima")
