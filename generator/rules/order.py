"""Dates that follow one another → the ones that come too early, each cause once."""

from collections.abc import Iterator, Sequence

from generator.days import PartialDate
from generator.load import is_lost

Step = tuple[str, PartialDate | None]
"""A key and its date, if it has one."""

Known = tuple[str, PartialDate]
"""A key and its date."""


def out_of_order(
    steps: Sequence[Step], may_precede: frozenset[tuple[str, str]] = frozenset()
) -> Iterator[tuple[Known, Known]]:
    """The steps that are surely before an earlier one, each with that one.

    A step is compared with the nearest before it first. One that has been named as the earlier is
    not named again: if it is the wrong one, mending it mends all. `may_precede` holds pairs of a
    later and an earlier key that have no order.
    """
    known = [(key, day) for key, day in steps if day is not None and not is_lost(day)]
    named: set[str] = set()
    for position, (key, day) in enumerate(known):
        for earlier, first in reversed(known[:position]):
            if earlier in named or (key, earlier) in may_precede:
                continue
            if day.surely_before(first):
                named.add(earlier)
                yield (key, day), (earlier, first)
                break
