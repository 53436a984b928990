"""Plain rows ↔ the bytes as which a run of them is kept from build to build."""

import pickle
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from generator.exports.cells import Flat


class Packed(NamedTuple):
    """So many rows, of which `examples` are fictional, as bytes, told from others by a digest."""

    size: int
    examples: int
    digest: str
    content: bytes


def packed(rows: Sequence[Flat], examples: int = 0) -> Packed:
    """Rows as they are kept."""
    content = pickle.dumps(rows, pickle.HIGHEST_PROTOCOL)
    return Packed(len(rows), examples, sha256(content).hexdigest(), content)


def unpacked(runs: Iterable[Packed]) -> Iterator[Flat]:
    """The rows of all runs, of which only one is held at a time."""
    for run in runs:
        yield from pickle.loads(run.content)


def count(runs: Iterable[Packed]) -> int:
    """How many rows they have."""
    return sum(run.size for run in runs)


def digest(runs: Iterable[Packed]) -> str:
    """What tells these rows from any others."""
    return sha256("".join(run.digest for run in runs).encode()).hexdigest()
