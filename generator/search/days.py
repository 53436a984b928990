"""Shelved rows → the days from which and until which each holds; `days.js` undoes it.

A column (`columns.py`) of pairs of days. A day is counted from 1900, 0 is none; of the pairs
in use, the last day is told apart: 0 none, n the n-th anniversary of the first, else itself.
"""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import TypedDict

from generator.search.columns import Coded, Column, Plan, code
from generator.search.pack import pack
from generator.search.rows import Row
from generator.search.shelf import Shelf

BEFORE = date(1899, 12, 31).toordinal()
YEARS = 20  # a last day is written as an anniversary up to this one


class Days(TypedDict):
    """The pairs of days in use, and the column that names them."""

    first: str
    last: str
    fresh: str
    rows: list[str]


def coded(rows: Sequence[Row], streams: Sequence[int]) -> Coded:
    """The days of a family's rows."""
    return code([f"{row.desde} {row.hasta}" for row in rows], Plan(unions=False), streams)


def days(shelf: Shelf) -> Days:
    """The days of all rows; one that is no ISO day is our own mistake (ValueError)."""
    column = Column(one.days for one in shelf.families)
    pairs = [[_number(day) for day in one.split(" ")] for one in column.groups]
    return {
        "first": pack(first for first, _ in pairs),
        "last": pack(_last(first, last) for first, last in pairs),
        "fresh": pack(column.fresh),
        "rows": column.rows(shelf.streams),
    }


@cache
def _number(day: str) -> int:
    return date.fromisoformat(day).toordinal() - BEFORE if day else 0


def _last(first: int, last: int) -> int:
    if not first or not last:
        return last + YEARS if last else 0
    start, end = date.fromordinal(first + BEFORE), date.fromordinal(last + BEFORE)
    years = end.year - start.year
    if 0 < years <= YEARS and (end.month, end.day) == (start.month, start.day):
        return years
    return last + YEARS
