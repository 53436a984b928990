"""What a picture of numbers shows, as plain data: bars, columns, lines, a grid, a map."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


class Bar(NamedTuple):
    """A row of bars: each value is a part of the one before."""

    label: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """Rows of bars on one scale; `stages` names the values of a row, widest first.

    With `of_first`, what a row says beside its value is its part of the first row.
    """

    rows: tuple[Bar, ...]
    stages: tuple[str, ...] = ()
    of_first: bool = False


class Upright(NamedTuple):
    """A column: its value, and the words below it, "" where there is no room for any."""

    label: str
    value: int
    mark: str


@dataclass(frozen=True, slots=True)
class Columns:
    """Upright bars side by side, such as months; `unit` says what is counted."""

    rows: tuple[Upright, ...]
    unit: str


class Series(NamedTuple):
    """A line: its values are None where there is none to draw."""

    name: str
    values: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines over the same points, in counts or per cent; `small` where several stand together."""

    labels: tuple[str, ...]
    series: tuple[Series, ...]
    percent: bool = False
    small: bool = False


FEW = 5
"""Five, as notes and legends say: of fewer than these no per cent is drawn."""


class Cell(NamedTuple):
    """How many of a whole, `examples` of which are fictional."""

    part: int
    whole: int
    examples: int = 0

    @property
    def is_few(self) -> bool:
        """Whether it is a part of so few that no per cent of it is drawn."""
        return 0 < self.whole < FEW


@dataclass(frozen=True, slots=True)
class Grid:
    """Two groupings crossed: a row of cells for each group of the first."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]


@dataclass(frozen=True, slots=True)
class Shades:
    """How many of a whole in each region, by its code."""

    cells: Mapping[str, Cell]


Chart = Bars | Columns | Lines | Grid | Shades
