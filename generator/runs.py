"""Ids in order → runs of neighbours: what each run adds to a file of all is kept as one portion.

A run begins where the id says so, not after so many: an id more or less changes its own run only.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from typing import TypeVar
from zlib import crc32

from generator.portions import Portions
from generator.strands import Renewed

T = TypeVar("T")
K = TypeVar("K")

LENGTH = 64
"""Of a run on average: what one edit makes again, against what it costs to keep one apart."""


def portions_of_runs(
    portions: Portions, kind: str, ids: Iterable[str], make: Callable[[Sequence[str]], T]
) -> list[T]:
    """What `make` gives for each run of the ids, now or earlier, as `Portions.of` has it."""
    named = _named(tuple(ids))
    return portions.of(kind, named, lambda key: make(named[key]))


def renewed_runs(
    portions: Portions,
    kind: str,
    ids: Iterable[str],
    make: Callable[[Sequence[str]], T],
    keep: Callable[[T], K],
) -> Renewed[K, T]:
    """The same, as `Portions.renewed` has it."""
    named = _named(tuple(ids))
    return portions.renewed(kind, named, lambda key: make(named[key]), keep)


@lru_cache(maxsize=4)
def _named(ids: Sequence[str]) -> Mapping[str, list[str]]:
    """Each run by what tells it from any other; many files go by the same ids."""
    return {sha256("\0".join(run).encode()).hexdigest()[:20]: run for run in runs(ids)}


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
