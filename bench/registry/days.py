"""The day that a synthetic registry is of, and days by chance before it."""

from datetime import date, timedelta
from random import Random

DAY = date(2026, 11, 20)
"""Nothing that has happened is dated later, so the registry is sound from this day on."""


def later(day: date, days: int) -> date:
    """So many days later, earlier where negative."""
    return day + timedelta(days=days)


def between(chance: Random, first: date, last: date) -> date:
    """A day from the first to the last; the first where that is no earlier than the last."""
    return later(first, chance.randint(0, max(0, (last - first).days)))
