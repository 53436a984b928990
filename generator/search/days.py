"""Shelved rows → the days from which and until which each holds; `days.js` undoes it.

A column (`columns.py`) of pairs of days. A day is counted from 1900, 0 is none; of the pairs
in use, the last day is told apart: 0 none, n the n-th anniversary of the first, else itself.
"""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import TypedDict

from generator.search.columns import Group, Plan, encode
from generator.search.families import Shelf
from generator.search.pack import pack

BEFORE = date(1899, 12, 31).toordinal()
YEARS = 20  # a last day is written as an anniversary up to this one


class Days(TypedDict):
    """The pairs of days in use, and the column that names them."""

    first: str
    last: str
    fresh: str
    rows: list[str]


def days(shelf: Shelf, streams: Sequence[int]) -> Days:
    """The days of all rows; one that is no ISO day is our own mistake (ValueError)."""
    pairs: list[Group] = [(_number(row.desde), _number(row.hasta)) for row in shelf.rows]
    coded = encode(pairs, Plan(unions=False), shelf.sizes, streams)
    return {
        "first": pack(first for first, _ in coded.groups),
        "last": pack(_last(first, last) for first, last in coded.groups),
        "fresh": pack(coded.fresh),
        "rows": [pack(stream) for stream in coded.streams],
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
