"""Cuts a long list into the parts that pages hold, each with its address and its neighbours'."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T", covariant=True)

ROWS = 500
"""The most rows that a list page holds."""


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """A page's share of a list; `first` counts from 1, neighbours are "" where there is none."""

    rows: Sequence[T]
    path: str
    number: int
    of: int
    first: int
    total: int
    previous: str
    next: str


def parts(rows: Sequence[T], path: str, size: int = ROWS) -> Iterator[Part[T]]:
    """At least one part; the first has the address `path`, the others one below it."""
    count = max(1, -(-len(rows) // size))
    for number in range(1, count + 1):
        start = (number - 1) * size
        yield Part(
            rows[start : start + size],
            address(path, number),
            number,
            count,
            start + 1,
            len(rows),
            address(path, number - 1) if number > 1 else "",
            address(path, number + 1) if number < count else "",
        )


def address(path: str, number: int) -> str:
    """The address of a list's page `number`."""
    return path if number == 1 else f"{path}{number}/"
