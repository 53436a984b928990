"""What runs of records add to files of all → strands: bytes that are new, or stay where they are.

A file of all companies is the same after an edit but for a few runs of them, so the rest need not
be kept anywhere else: it is taken from the file as it stands.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

K = TypeVar("K")
M = TypeVar("M")


class Stretch(NamedTuple):
    """So many bytes of the file as it stands, the first of them so far before its end."""

    before_end: int
    size: int


Strand = bytes | Stretch


class Renewed(NamedTuple, Generic[K, M]):
    """What is kept of each run, in order: now, and before.

    Of those that were made now, also all that was `made`.
    """

    kept: Mapping[str, K]
    made: Mapping[str, M]
    before: Mapping[str, K]

    def strands(
        self,
        size: Callable[[K], int],
        text: Callable[[M], bytes],
        joint: bytes = b"",
        after: bytes = b"",
    ) -> Iterator[Strand]:
        """What all runs add to a file, in order, given how much and what a run adds to it.

        Between what runs add, if it is anything, stands a `joint`; `after` all of it, what ends
        the file in any case.
        """
        places, is_first = self._places(size, len(joint), len(after)), True
        for key, one in self.kept.items():
            length = size(one)
            if length and joint and not is_first:
                yield joint
            if length:
                made, is_first = self.made.get(key), False
                yield Stretch(places[key], length) if made is None else text(made)
        yield after

    def _places(self, size: Callable[[K], int], joint: int, after: int) -> Mapping[str, int]:
        """How far before its end the file as it stands has what each run added to it."""
        found, at = {}, after
        for key, one in reversed([*self.before.items()]):
            if length := size(one):
                at += length
                found[key] = at
                at += joint
        return found
