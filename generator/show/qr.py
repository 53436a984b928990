"""A code's short address → its QR as an SVG, on a white ground of its own.

A QR is linear: each symbol of the code flips a fixed set of dots, whatever the others are. So one
QR is drawn by the library, and the others follow from which dots each bit of a symbol flips.
"""

import re
from dataclasses import dataclass
from functools import cached_property

import segno

from generator.code import LENGTH
from generator.render.press import Press
from generator.views.badges import qr_path

QUIET = 4
"""Dots of empty ground on every side, as the standard (ISO/IEC 18004) asks."""

_PLAIN = "0" * LENGTH
_SYMBOL_BITS = 7
_DARK = re.compile("1+")


@dataclass(frozen=True)
class Drawer:
    """Draws the QR of `before` + a code in 8 symbols + `after`."""

    before: str
    after: str

    @cached_property
    def _first(self) -> segno.QRCode:
        """Level M as for paper (15 % may be lost); a better one where it costs no dots."""
        return segno.make(self._address(_PLAIN), error="m", mode="byte", micro=False)

    @cached_property
    def _plain(self) -> int:
        return _dots(self._first)

    @cached_property
    def _flips(self) -> tuple[tuple[int, ...], ...]:
        """For each place of a code, the dots that each bit of its symbol flips."""
        return tuple(
            tuple(_dots(self._like_first(place, bit)) ^ self._plain for bit in range(_SYMBOL_BITS))
            for place in range(LENGTH)
        )

    def _like_first(self, place: int, bit: int) -> segno.QRCode:
        other = chr(ord(_PLAIN[place]) ^ 1 << bit)
        first = self._first
        return segno.make(
            self._address(f"{_PLAIN[:place]}{other}{_PLAIN[place + 1 :]}"),
            error=first.error,
            mode="byte",
            version=first.version,
            mask=first.mask,
            boost_error=False,
        )

    def _address(self, code: str) -> str:
        return f"{self.before}{code}{self.after}"

    def rows(self, code: str) -> list[str]:
        """The dots from the top, "1" for a dark one."""
        dots = self._plain
        for place, symbol in enumerate(code):
            changed = ord(symbol) ^ ord(_PLAIN[place])
            for bit in range(_SYMBOL_BITS):
                if changed >> bit & 1:
                    dots ^= self._flips[place][bit]
        size = len(self._first.matrix)
        text = f"{dots:0{size * size}b}"
        return [text[start : start + size] for start in range(0, size * size, size)]


def _dots(code: segno.QRCode) -> int:
    return int("".join("1" if dot else "0" for row in code.matrix for dot in row), 2)


def picture(press: Press, drawer: Drawer, code: str, compact: str, example: bool) -> bytes:
    """The QR of a code as an SVG."""
    rows = drawer.rows(compact)
    context = {
        "code": code,
        "address": f"{drawer.before}{compact}{drawer.after}",
        "side": len(rows) + 2 * QUIET,
        "dots": _path(rows),
        "example": example,
    }
    return press.render("svg/qr.svg", qr_path(code), **context).encode()


def _path(rows: list[str]) -> str:
    """Runs of dark dots, each row a line."""
    found = []
    for y, row in enumerate(rows, start=QUIET):
        found.append(f"M{QUIET} {y}.5")
        last = 0
        for run in _DARK.finditer(row):
            start, end = run.span()
            found.append(f"m{start - last} 0h{end - start}" if start > last else f"h{end}")
            last = end
    return "".join(found)
