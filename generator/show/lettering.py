"""Text and a width → the text, or as much of it as fits, with an ellipsis."""

import unicodedata
from functools import lru_cache

_ELLIPSIS = "…"
_WIDTHS = {
    306: "'",
    343: "ijl",
    348: " \u00a0",
    380: "IJ,.·’/\\|",
    435: ":;-f",
    457: "!¡()[]",
    500: "tr_`–",
    595: '"*ºª?¿zcs',
    646: "Lx«»vy",
    683: "kaeTEFoø",
    719: "$0123456789hnu{}bdgpqSß",
    734: "YZPC",
    775: "BRXAVK",
    838: "UGDHN#+<=>^~",
    872: "OQ&",
    1003: "wM@%…",
    1105: "mæW",
}
"""Thousandths of the type size by character, as wide as in DejaVu Sans Bold: most sans-serif
faces that a reader's machine may have are narrower, so what fits here fits there."""
_BY_SIGN = {sign: width for width, signs in _WIDTHS.items() for sign in signs}
_WIDEST = 1600
"""Any other sign: the widest letter of other scripts, or a picture."""


_REGULAR = 0.94
"""How wide the regular face is at most beside the bold one."""


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text is at most, in the units of its type size."""
    return sum(map(_width, text)) * size * (1 if bold else _REGULAR) / 1000


@lru_cache(maxsize=4096)
def _width(sign: str) -> int:
    if sign in _BY_SIGN:
        return _BY_SIGN[sign]
    if unicodedata.combining(sign):
        return 0
    letter = unicodedata.normalize("NFD", sign)[0]
    return _BY_SIGN.get(letter, _WIDEST)


def fitted(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """The text, or its beginning and an ellipsis, after a whole word where one is near."""
    if width(text, size, bold=bold) <= room:
        return text
    left = room - width(_ELLIPSIS, size, bold=bold)
    cut = text
    for kept, sign in enumerate(text):
        left -= width(sign, size, bold=bold)
        if left < 0:
            cut = text[:kept]
            break
    words = cut.rsplit(" ", 1)[0]
    shown = words if len(words) > 0.7 * len(cut) else cut
    return f"{shown.rstrip(' ,;:.')}{_ELLIPSIS}"
