"""Packed rows of tables → the rows of their sheets, in compressed pieces that are kept.

A piece depends on its rows and on the number of the first, and on nothing else: an edit that adds
no row changes one piece of a sheet.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import compress
from typing import NamedTuple
from xml.sax.saxutils import escape

from xlsxwriter.utility import xl_col_to_name

from generator.exports.cells import Flat
from generator.exports.packed import Packed, count, digest, unpacked
from generator.exports.pieces import Piece, piece

Keep = Callable[[Iterable[str], Callable[[str], Piece]], list[Piece]]
"""Gives what is made of each key, now or earlier."""

LONGEST_CELL = 32_767
"""Characters that a cell may have."""

CUT = "… [cortado: el texto entero está en el CSV]"

LEVEL = 4
"""Of compression: a seventh larger than the best, in half the time."""

_ROWS = 512
"""At least so many rows make a piece: with fewer, the book would be more than 2 % larger."""

_NUMBER = "\0"
"""Where the number of a row is to stand: no text of a workbook can hold it."""

_LIKE_AN_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


class _Stretch(NamedTuple):
    """Rows of a sheet that make a piece; `first` is the number of the first."""

    first: int
    runs: Sequence[Packed]


def pieces(tables: Iterable[Sequence[Packed]], keep: Keep) -> list[list[Piece]]:
    """For each table the pieces of its rows, which follow a heading of one row."""
    named = [{_key(one): one for one in _stretches(runs)} for runs in tables]
    stretches = {key: one for each in named for key, one in each.items()}
    found = keep(stretches, lambda key: _piece(stretches[key]))
    made = dict(zip(stretches, found, strict=True))
    return [[made[key] for key in each] for each in named]


def _key(one: _Stretch) -> str:
    return f"{one.first} {digest(one.runs)}"


def _stretches(runs: Iterable[Packed]) -> Iterator[_Stretch]:
    first, held = 2, []
    for run in runs:
        held.append(run)
        if (rows := count(held)) >= _ROWS:
            yield _Stretch(first, held)
            first, held = first + rows, []
    if held:
        yield _Stretch(first, held)


def _piece(one: _Stretch) -> Piece:
    return piece("".join(_lines(unpacked(one.runs), one.first)).encode(), LEVEL)


def _lines(rows: Iterable[Flat], first: int) -> Iterator[str]:
    """Each row as the sheet's own file has it: rows with the same kinds of cells have one form."""
    for number, row in enumerate(rows, start=first):
        kinds = tuple(map(type, row))
        form, are_texts = _form(kinds)
        told = "\n".join(compress(row, are_texts))  # type: ignore[arg-type]
        if "&" in told or "<" in told or ">" in told or "_x" in told or len(told) > LONGEST_CELL:
            row = tuple(_text(cell) if type(cell) is str else cell for cell in row)
        cells = tuple([cell for cell in row if cell is not None])
        yield (form % cells).replace(_NUMBER, str(number))


@cache
def _form(kinds: Sequence[type]) -> tuple[str, tuple[bool, ...]]:
    """A row of cells of these kinds, to be filled in; which of them are texts."""
    cells = "".join(
        f'<c r="{xl_col_to_name(at)}{_NUMBER}"{_CELLS.get(kind, _PLAIN)}</c>'
        for at, kind in enumerate(kinds)
        if kind is not type(None)
    )
    return f'<row r="{_NUMBER}">{cells}</row>', tuple(kind is str for kind in kinds)


_PLAIN = "><v>%s</v>"
_CELLS: Mapping[type, str] = {
    str: ' t="inlineStr"><is><t xml:space="preserve">%s</t></is>',
    bool: ' t="b"><v>%d</v>',
}


def _text(text: str) -> str:
    """Escaped, also what the format would read as an escape of its own (`_x0041_`)."""
    if len(text) > LONGEST_CELL:
        text = text[: LONGEST_CELL - len(CUT)] + CUT
    return escape(_LIKE_AN_ESCAPE.sub("_x005F_", text))
