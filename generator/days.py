"""Turns dates as records hold them into days, and days into words; knows no today.

Days are Chilean calendar days and intervals are closed: the last day counts.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from functools import lru_cache

FIRST_YEAR = 1900
LAST_YEAR = 2100

_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_MONTHS_ES = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
)
_MONTHS_EN = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day known to the day, to the month (`day` is None) or to the year (both are None).

    ValueError for a day without a month or one that the calendar lacks. It has no order of its
    own, because `2016` is neither before nor after `2016-09`: see `surely_before`.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.month is None and self.day is not None:
            raise ValueError("a day needs its month")
        self.first()

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """`AAAA`, `AAAA-MM` or `AAAA-MM-DD`, exactly, of 1900 to 2100; ValueError otherwise."""
        match = _PARTIAL.fullmatch(text)
        if not match or not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
            raise ValueError(text)
        year, month, day = match.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    def first(self) -> date:
        """The first day it can be."""
        month = 1 if self.month is None else self.month
        return date(self.year, month, 1 if self.day is None else self.day)

    def last(self) -> date:
        """The last day it can be."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def surely_before(self, other: "PartialDate | date") -> bool:
        """Whether even its last possible day is before `other`, as far as both are known.

        `2016` is not surely before `2016-09`, nor the other way round.
        """
        return self.last() < (other.first() if isinstance(other, PartialDate) else other)

    def surely_after(self, other: "PartialDate | date") -> bool:
        """Whether even its first possible day is after `other`, as far as both are known."""
        return self.first() > (other.last() if isinstance(other, PartialDate) else other)

    def __str__(self) -> str:
        parts = (f"{part:02}" for part in (self.month, self.day) if part is not None)
        return "-".join((f"{self.year:04}", *parts))


@lru_cache(maxsize=16384)  # a register says few days many times
def parse_day(text: str) -> date:
    """`AAAA-MM-DD`, exactly, of 1900 to 2100; ValueError otherwise."""
    partial = PartialDate.parse(text)
    if partial.day is None:
        raise ValueError(text)
    return partial.first()


def day_after(day: date) -> date:
    """The next day; the calendar's last one has none and is its own."""
    return day if day == date.max else day + timedelta(days=1)


def years_later(day: date, n: int) -> date:
    """The same calendar day `n` years later; 29 February becomes the 28th where there is none.

    Years past the calendar's end give its last day: an absurd term in a record is no crash.
    """
    year = day.year + n
    if year > MAXYEAR:
        return date.max
    return day.replace(year=year, day=min(day.day, monthrange(year, day.month)[1]))


def term_matches(start: date, end: date, years: int) -> bool:
    """Whether `end` is the same calendar day as `start` `years` later, or the day before."""
    return term_gap_days(start, end, years) == 0


def term_gap_days(start: date, end: date, years: int) -> int:
    """How many days `end` lies from the nearer of the two ends that a term of `years` may have."""
    surplus = (end - years_later(start, years)).days
    return 0 if surplus in (0, -1) else min(abs(surplus), abs(surplus + 1))


def long_es(day: date | PartialDate) -> str:
    """`9 de septiembre de 2016`, `septiembre de 2016` or `2016`."""
    return _long(day, _MONTHS_ES, " de ")


def long_en(day: date | PartialDate) -> str:
    """`9 September 2016`, `September 2016` or `2016`."""
    return _long(day, _MONTHS_EN, " ")


@lru_cache(maxsize=16384)
def _long(day: date | PartialDate, months: tuple[str, ...], joint: str) -> str:
    month = months[day.month - 1] if day.month else None
    return joint.join(str(part) for part in (day.day, month, day.year) if part)
