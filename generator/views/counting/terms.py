"""Turns members into how many months each took from its adhesion to its first certificate."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from generator.views.counting.members import EXAMPLE, Member

STEP, LAST = 6, 60
"""Months of a group, and the month from which all the rest are one."""


class Terms(NamedTuple):
    """How many took from `STEP * n` months to less than `STEP` more; the last group has no end.

    `waiting` of those that adhered have no certificate yet: nobody knows how long they will take.
    The middle half took from `quarter` to `three_quarters` months, `median` being the middle; None
    where nobody was certified.
    """

    groups: tuple[int, ...]
    waiting: int
    quarter: int | None
    median: int | None
    three_quarters: int | None
    examples: int

    @property
    def total(self) -> int:
        """How many were certified."""
        return sum(self.groups)


Span = tuple[int, bool]
"""The months that one took, `WAITING` while it does, and whether it is fictional."""

WAITING = -1


def span(one: Member) -> Span:
    """That of an element in one of its agreements."""
    on = one.certified_on
    return WAITING if on is None else _months(one.adhered_on, on), bool(one.mark & EXAMPLE)


def terms(found: Mapping[Span, int]) -> Terms:
    """The months of elements in their agreements, given how many took as long."""
    months: Counter[int] = Counter()
    waiting = examples = 0
    for (number, example), count in found.items():
        if number == WAITING:
            waiting += count
        else:
            months[number] += count
            examples += count if example else 0
    groups = [0] * (LAST // STEP + 1)
    for number, count in months.items():
        groups[min(number, LAST) // STEP] += count
    ordered = sorted(months.elements())
    quarter, median, three_quarters = (_at(ordered, part) for part in (1, 2, 3))
    return Terms(tuple(groups), waiting, quarter, median, three_quarters, examples)


def _months(first: date, last: date) -> int:
    """Whole months gone by."""
    months = 12 * (last.year - first.year) + last.month - first.month
    return max(0, months - (last.day < first.day))


def _at(ordered: list[int], quarters: int) -> int | None:
    """The value below which so many quarters lie: the lower one, where two share the place."""
    return ordered[(len(ordered) - 1) * quarters // 4] if ordered else None
