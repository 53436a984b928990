"""Turns certificates into how many stand how, and how many end in each month to come."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, get_args

from generator.registry import Granted
from generator.status import CertificateState, certificate_status

MONTHS = 36
"""How many months ahead are told one by one; the rest is a sum."""


class Held(NamedTuple):
    """How many; `examples` of them are fictional."""

    number: int = 0
    examples: int = 0


class Ahead(NamedTuple):
    """Certificates by state; those in force by the month of their last day, and after all of them.

    `soon` of those in force end within the days that the register calls soon.
    """

    states: dict[str, Held]
    months: tuple[tuple[str, Held], ...]
    later: Held
    soon: Held


STATES: tuple[CertificateState, ...] = ("vigente", "suspendido", "vencido", "anulado", "futuro")
assert set(STATES) == set(get_args(CertificateState))


def ahead(found: Iterable[Granted], day: date, soon_days: int) -> Ahead:
    """All published certificates as they stand on `day`."""
    states: Counter[tuple[str, bool]] = Counter()
    ends: Counter[tuple[int, bool]] = Counter()
    soon: Counter[bool] = Counter()
    for one in found:
        status, example = certificate_status(one.certificate, day), one.company.record.example
        states[status.state, example] += 1
        if status.in_force:
            ends[_months_after(status.until, day), example] += 1
            soon[example] += status.expires_soon(soon_days)
    last = max((number for number, _ in ends), default=-1)
    shown = range(min(last + 1, MONTHS))
    return Ahead(
        {state: Held(_all(states, state), states[state, True]) for state in STATES},
        tuple((_month(day, at), Held(_all(ends, at), ends[at, True])) for at in shown),
        Held(
            sum(count for (at, _), count in ends.items() if at >= MONTHS),
            sum(count for (at, example), count in ends.items() if at >= MONTHS and example),
        ),
        Held(soon.total(), soon[True]),
    )


def _all(counts: Counter[tuple[str, bool]] | Counter[tuple[int, bool]], key: object) -> int:
    return counts[key, False] + counts[key, True]  # type: ignore[index]


def _months_after(end: date, day: date) -> int:
    return 12 * (end.year - day.year) + end.month - day.month


def _month(day: date, after: int) -> str:
    """`2026-11`."""
    year, month = divmod(12 * day.year + day.month - 1 + after, 12)
    return f"{year:04}-{month + 1:02}"
