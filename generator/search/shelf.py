"""Families of rows as they stand in the index: in the order of their names, each head first."""

import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator.search.columns import Coded
from generator.search.rows import Place, Row


class Family(NamedTuple):
    """A head and its members, with the place of the head among all heads.

    `kinds` has a figure for each row, its place in KINDS; `examples` tells the fictional ones. Of
    its texts each has a line for each row, with marks in place of what the reader knows already.
    """

    place: Place
    kinds: str
    examples: str
    titles: str
    details: str
    paths: str
    words: str
    codes: tuple[str, ...]
    facets: tuple[Coded, ...]
    days: Coded


class Bunch(NamedTuple):
    """Some families, and the rows of each, packed: only a large register needs them again."""

    families: Sequence[Family]
    rows: bytes


@dataclass(frozen=True)
class Shelf:
    """Families in order; the family of a company holds its elements, certificates and seals.

    Each comes with the number of its bunch and its own in it.
    """

    bunches: Sequence[Bunch]
    places: Sequence[tuple[int, int]]

    @cached_property
    def families(self) -> Sequence[Family]:
        """All of them."""
        return [self.bunches[bunch].families[at] for bunch, at in self.places]

    @cached_property
    def starts(self) -> Sequence[int]:
        """Which row each begins with, and how many rows there are."""
        found = [0]
        for one in self.families:
            found.append(found[-1] + len(one.kinds))
        return found

    @cached_property
    def kinds(self) -> Sequence[int]:
        """The kinds in use, in the order that members of a family stand in."""
        return sorted(map(int, set().union(*(one.kinds for one in self.families))))

    @cached_property
    def rows(self) -> Sequence[Row]:
        """All rows, unpacked."""
        rows = [pickle.loads(one.rows) for one in self.bunches]
        return [row for bunch, at in self.places for row in rows[bunch][at]]

    def heads(self) -> Iterator[Row]:
        """The first row of each family."""
        return (self.rows[at] for at in self.starts[:-1])

    @cached_property
    def streams(self) -> Sequence[int]:
        """Those that the codes of columns are written to: none is left out before the last."""
        kinds = self.kinds
        later = {int(kind) for one in self.families for kind in one.kinds[2:]}
        if later:
            return [0, 1, *(2 + kind for kind in kinds[: kinds.index(max(later)) + 1])]
        return [0, 1] if any(len(one.kinds) > 1 for one in self.families) else [0]


def streams_of(kinds: str) -> list[int]:
    """The stream of each row of a family: 0 for its head, 1 for the first member, then by kind."""
    return [0, 1, *(2 + int(kind) for kind in kinds[2:])][: len(kinds)]
