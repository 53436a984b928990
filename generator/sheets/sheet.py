"""What a book holds, whatever its format: sheets of raw cells, and the place of each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

Raw = str | int | float | bool | date | datetime | time | timedelta | None
"""A cell as a reader gives it; None and "" are empty ones."""


@dataclass(frozen=True, slots=True)
class ErrorCell:
    """A formula's error (`#N/A`), or a formula whose value the file does not keep."""

    shown: str


Cell = Raw | ErrorCell


@dataclass(frozen=True, slots=True)
class Place:
    """A cell, row or sheet of a file; rows and columns count from 1, 0 means none in particular."""

    file: str
    sheet: str = ""
    row: int = 0
    column: int = 0
    header: str = ""

    @property
    def letters(self) -> str:
        """The column as a spreadsheet names it: `A`, `AB`."""
        number, letters = self.column, ""
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord("A") + rest) + letters
        return letters


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its rows from the first one on, and what only the file knows of its cells.

    `merged` are stretches of cells shown as one: first and last row and column, from 0.
    """

    file: str
    name: str
    rows: tuple[tuple[Cell, ...], ...]
    hidden: bool = False
    from_1904: bool = False
    merged: tuple[tuple[int, int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Trouble:
    """What keeps a cell, row, sheet or file out, or is worth knowing of it; worded by `words`."""

    code: str
    place: Place
    params: Mapping[str, object] = field(default_factory=dict)


class Unreadable(Exception):
    """A file that cannot be read as a book at all: why, as the code of its words."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
