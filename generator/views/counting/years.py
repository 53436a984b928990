"""Turns elements with their certificates into how many had adhered, and got how far, year by year.

Each year is told as it stood on its last day, the last one on the day of the data.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from generator.funnel import Steps
from generator.model.company import Adhesion, Certificate
from generator.status import certificate_status
from generator.views.counting.certified import holds
from generator.views.standing import Standing

Course = int
"""On which of the days something had adhered, was ever certified, had a valid certificate.

A bit a day, the first day's being the lowest; then as many again for the next step, and for the
last one. So the course of a whole is that of its parts, joined bit by bit.
"""


def days(found: Iterable[Standing], day: date) -> tuple[date, ...]:
    """The last day of every year since the first adhesion, and `day`."""
    every = (adhesion for one in found for adhesion in one.element.adhesions)
    years = (one.adhered_on.year for one in every if one.state == "aceptada")
    first = min(years, default=day.year)
    return (*(date(year, 12, 31) for year in range(first, day.year)), day)


def course(adhesion: Adhesion, told: Sequence[date]) -> Course:
    """That of an adhesion on the days told, which are each year's last ones."""
    count, first, last = len(told), told[0].year, told[-1]
    every = (1 << count) - 1
    # A year's day is its last one: whatever happened in a year had happened by then.
    found = every >> (at := adhesion.adhered_on.year - first) << at
    for one in adhesion.certificates:
        if one.certified_on <= last:
            held = every >> (at := one.certified_on.year - first) << at
            if one.annulment or one.suspensions:
                held, in_force = _interrupted(one, told)
            else:
                in_force = held & _until(one.valid_until, told)
            found |= held << count | in_force << 2 * count
    return found


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


def by_day(found: Mapping[Course, int], count: int) -> tuple[Steps, ...]:
    """How many on each of the `count` days; the seal is not told of days that are past."""
    return tuple(
        Steps(*(_on(found, place * count + at) for place in range(3))) for at in range(count)
    )


def _on(found: Mapping[Course, int], bit: int) -> int:
    return sum(number for one, number in found.items() if one >> bit & 1)
