"""Ids in order → runs of neighbours: what each run adds to a file of all is kept as one portion.

A run begins where the id says so, not after so many: an id more or less changes its own run only.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar
from zlib import crc32

from generator.portions import Portions

T = TypeVar("T")

LENGTH = 64
"""Of a run on average: what one edit makes again, against what it costs to keep one apart."""

_BETWEEN = "\0"


def portions_of_runs(
    portions: Portions, kind: str, ids: Iterable[str], make: Callable[[Sequence[str]], T]
) -> list[T]:
    """What `make` gives for each run of the ids, now or earlier, as `Portions.of` has it."""

    def made(key: str) -> T:
        return make(key.split(_BETWEEN))

    return portions.of(kind, map(_BETWEEN.join, runs(ids)), made)


def runs(ids: Iterable[str]) -> Iterator[list[str]]:
    """All ids in their order, in runs."""
    run: list[str] = []
    for id in ids:
        if run and crc32(id.encode()) % LENGTH == 0:
            yield run
            run = []
        run.append(id)
    if run:
        yield run
