"""Turns certificates into how many stand how, and how many end in each month to come."""

from collections import Counter
from collections.abc import Mapping
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


class Fact(NamedTuple):
    """How a certificate stands; `after` is in how many months it ends, -1 if not in force."""

    state: CertificateState
    example: bool
    after: int
    soon: bool


def fact(one: Granted, day: date, soon_days: int) -> Fact:
    """That of a certificate on `day`."""
    status = certificate_status(one.certificate, day)
    after = _months_after(status.until, day) if status.in_force else -1
    soon = status.in_force and status.expires_soon(soon_days)
    return Fact(status.state, one.company.record.example, after, soon)


def ahead(found: Mapping[Fact, int], day: date) -> Ahead:
    """Certificates as they stand on `day`, given how many stand alike."""
    states: Counter[tuple[str, bool]] = Counter()
    ends: Counter[tuple[int, bool]] = Counter()
    soon: Counter[bool] = Counter()
    for one, count in found.items():
        states[one.state, one.example] += count
        if one.after >= 0:
            ends[one.after, one.example] += count
            soon[one.example] += count if one.soon else 0
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
