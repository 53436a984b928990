"""Rows of sheets in pieces: an edit makes only the piece again in which it stands."""

import re
import zlib
from collections.abc import Callable, Iterable

from generator.exports.packed import Packed, packed
from generator.exports.pieces import Piece
from generator.exports.sheet_rows import pieces


class Kept:
    """Pieces by key, and how many had to be made the last time."""

    def __init__(self) -> None:
        self._held: dict[str, Piece] = {}
        self.made = 0

    def __call__(self, keys: Iterable[str], make: Callable[[str], Piece]) -> list[Piece]:
        keys = list(keys)
        new = {key: make(key) for key in keys if key not in self._held}
        self.made = len(new)
        self._held |= new
        return [self._held[key] for key in keys]


def _runs(rows: int, first: str = "x") -> list[Packed]:
    """Runs of 100 rows."""
    every = [(first if n == 0 else f"t{n}", n, n % 2 == 0, None) for n in range(rows)]
    return [packed(every[at : at + 100]) for at in range(0, rows, 100)]


def _text(found: list[Piece]) -> str:
    return b"".join(zlib.decompressobj(-15).decompress(one.deflated) for one in found).decode()


def test_an_edited_row_changes_one_piece() -> None:
    """Of its own table; all others are those of before."""
    kept = Kept()
    before = pieces([_runs(3000), _runs(700, "y")], kept)
    assert kept.made == 7

    after = pieces([_runs(3000, "otro"), _runs(700, "y")], kept)

    assert kept.made == 1
    assert after[1] == before[1] and after[0][1:] == before[0][1:] and after[0] != before[0]


def test_rows_that_move_are_numbered_anew() -> None:
    """A row more gives every later one another number, whatever was kept."""
    kept = Kept()
    pieces([_runs(3000)], kept)
    more = [packed([("nueva", 0, True, None)]), *_runs(3000)]

    (found,) = pieces([more], kept)

    numbers = re.findall(r'<row r="([0-9]+)">', _text(found))
    assert [int(one) for one in numbers] == list(range(2, 3003))
    assert found == pieces([more], Kept())[0]


def test_a_row_is_written_by_what_its_cells_are() -> None:
    """Texts, numbers and what is so or not, each with the name of its cell; nothing for none."""
    (found,) = pieces([[packed([("a & %s", None, 1.5, True, 7)])]], Kept())

    assert _text(found) == (
        '<row r="2"><c r="A2" t="inlineStr"><is><t xml:space="preserve">a &amp; %s</t></is></c>'
        '<c r="C2"><v>1.5</v></c><c r="D2" t="b"><v>1</v></c><c r="E2"><v>7</v></c></row>'
    )
