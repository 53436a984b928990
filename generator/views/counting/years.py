"""Turns elements with their certificates into how many had adhered, and got how far, year by year.

Each year is told as it stood on its last day, the last one on the day of the data.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from generator.funnel import Steps
from generator.model.company import Certificate, Element
from generator.status import certificate_status
from generator.views.counting.members import Member, holds
from generator.views.standing import Standing


class Course(NamedTuple):
    """On which of the days something had adhered, was ever certified, had a valid certificate.

    A bit a day, the first day's being the lowest.
    """

    adhered: int
    certified: int
    valid: int


def days(found: Iterable[Member], day: date) -> tuple[date, ...]:
    """The last day of every year since the first adhesion, and `day`."""
    first = min((one.adhered_on.year for one in found), default=day.year)
    return (*(date(year, 12, 31) for year in range(first, day.year)), day)


def courses(standings: Iterable[Standing], told: Sequence[date]) -> list[Course]:
    """The course of each element."""
    return [course(one.element, told) for one in standings]


def course(element: Element, told: Sequence[date]) -> Course:
    """That of one element on the days told, which are each year's last ones."""
    adhered = certified = valid = 0
    first, last, every = told[0].year, told[-1], (1 << len(told)) - 1
    for adhesion in element.adhesions:
        if adhesion.state == "aceptada" and adhesion.adhered_on <= last:
            # A year's day is its last one: whatever happened in a year had happened by then.
            adhered |= every >> (at := adhesion.adhered_on.year - first) << at
            for one in adhesion.certificates:
                if one.certified_on <= last:
                    held = every >> (at := one.certified_on.year - first) << at
                    if one.annulment or one.suspensions:
                        held, in_force = _interrupted(one, told)
                        valid |= in_force
                    else:
                        valid |= held & _until(one.valid_until, told)
                    certified |= held
    return Course(adhered, certified, valid)


def _until(last: date, told: Sequence[date]) -> int:
    """The bits of all days up to `last`."""
    if last >= told[-1]:
        return (1 << len(told)) - 1
    is_whole_year = last.month == 12 and last.day == 31
    return (1 << last.year - told[0].year + is_whole_year) - 1


def _interrupted(one: Certificate, told: Sequence[date]) -> tuple[int, int]:
    """Of a certificate that was suspended or annulled, day by day."""
    held = sum(1 << at for at, day in enumerate(told) if holds(one, day))
    in_force = (at for at, day in enumerate(told) if certificate_status(one, day).in_force)
    return held, sum(1 << at for at in in_force)


def joined(found: Iterable[Course]) -> Course:
    """That of a company, from those of its elements."""
    adhered = certified = valid = 0
    for one in found:
        adhered |= one.adhered
        certified |= one.certified
        valid |= one.valid
    return Course(adhered, certified, valid)


def by_day(found: Iterable[Course], count: int) -> tuple[Steps, ...]:
    """How many on each of the `count` days; the seal is not told of days that are past."""
    masks: Mapping[Course, int] = Counter(found)
    return tuple(Steps(*(_on(masks, place, at) for place in range(3))) for at in range(count))


def _on(masks: Mapping[Course, int], place: int, at: int) -> int:
    return sum(number for mask, number in masks.items() if mask[place] >> at & 1)
