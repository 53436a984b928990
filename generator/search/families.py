"""Rows of what can be found → families, each with what a block has of it, on one shelf.

What is made of a family depends on its own rows and on labels alone, so that it can be kept.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from generator.search.marks import SEPARATOR, Knower, Labels, mark, mark_path
from generator.search.rows import Place, Row, grouped


class Lines(NamedTuple):
    """A line for each row of a family, with marks in place of what the reader knows already."""

    titles: str
    details: str
    paths: str
    words: str


class Family(NamedTuple):
    """A head and its members, with the place of the head among all heads."""

    place: Place
    rows: Sequence[Row]
    lines: Lines


@dataclass(frozen=True, slots=True)
class Shelf:
    """Rows in the order of the index: families in the order of their names, the head first.

    `sizes` tells how many rows follow each head: the family of a company holds its
    elements, certificates and seals. `lines` are those of each family.
    """

    rows: Sequence[Row]
    sizes: Sequence[int]
    lines: Sequence[Lines]

    def families(self) -> Iterator[tuple[int, int]]:
        """Where each family starts and how many rows follow its head."""
        at = 0
        for size in self.sizes:
            yield at, size
            at += size + 1


def families(rows: Iterable[Row], labels: Labels) -> list[Family]:
    """The families of these rows; a parent that is none of them is our own mistake."""
    knower = Knower(labels)
    return [Family(place, held, _lines(held, knower)) for place, held in grouped(rows)]


def shelve(families: Iterable[Family]) -> Shelf:
    """All families in their order."""
    ordered = sorted(families, key=attrgetter("place"))
    return Shelf(
        [row for one in ordered for row in one.rows],
        [len(one.rows) - 1 for one in ordered],
        [one.lines for one in ordered],
    )


def _lines(rows: Sequence[Row], knower: Knower) -> Lines:
    head, members = rows[0], rows[1:]
    told = [
        _line(head, None, members, knower),
        *(_line(one, head, members, knower) for one in members),
    ]
    return Lines(*map("\n".join, zip(*told, strict=True)))


def _line(row: Row, head: Row | None, members: Sequence[Row], knower: Knower) -> tuple[str, ...]:
    parts = knower.known(row, head, members)
    exact = dict(reversed(parts))
    return (
        mark(row.title, parts),
        mark(row.detail, parts),
        mark_path(row, head),
        SEPARATOR.join([exact.get(word, word) for word in row.words]),
    )
