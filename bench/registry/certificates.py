"""Adhesions → audits and certificates in every state, as many as asked for."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from bench.registry.agreements import LEVELS
from bench.registry.companies import Adhesion, Company, Element
from bench.registry.days import DAY, between, later
from generator.days import years_later

_RENEWED = 0.08
_MISHAPS_AMONG = 40
"""Among so many certificates one is annulled, one was suspended and three were to the end."""
Mint = Callable[[], str]
Key = tuple[str, str, str]
"""The ids of company, element and agreement: an element adheres once to each."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate; `mishap` is what ended or interrupted it, as lines of its file."""

    code: str
    certified_on: date
    valid_until: date
    level: int | None
    renews: str | None
    mishap: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an adhesion led to: the final audit and the certificates after it."""

    audited_on: date
    applicable: int
    auditor: str
    certificates: tuple[Certificate, ...]


def key(company: Company, element: Element, adhesion: Adhesion) -> Key:
    """What an outcome is kept by."""
    return company.id, element.id, adhesion.agreement.id


def outcomes(
    chance: Random, made: Sequence[Company], count: int, mint: Mint, auditors: Sequence[str]
) -> dict[Key, Outcome]:
    """The outcome of as many adhesions as it takes for `count` certificates, or of all."""
    ready = list(_ready(made))
    renewals = round(count * _RENEWED)
    chosen = chance.sample(ready, min(len(ready), count - renewals))
    found: dict[Key, Outcome] = {}
    left = count - len(chosen)
    for number, (name, adhesion) in enumerate(chosen):
        held = _certificates(chance, adhesion, mint, number, may_renew=left > 0)
        left -= len(held) - 1
        audited = later(adhesion.agreement.implementation_ends, chance.randint(0, 14))
        found[name] = Outcome(audited, chance.randint(12, 60), chance.choice(auditors), held)
    return found


def _ready(made: Sequence[Company]) -> Iterator[tuple[Key, Adhesion]]:
    """Adhesions that may have been certified."""
    for company in made:
        for element in company.elements:
            for one in element.adhesions:
                is_over = later(one.agreement.implementation_ends, 200) < DAY
                if is_over and one.state == "aceptada" and one.withdrawn_on is None:
                    yield key(company, element, one), one


def _certificates(
    chance: Random, adhesion: Adhesion, mint: Mint, number: int, *, may_renew: bool
) -> tuple[Certificate, ...]:
    """The certificates of the adhesion that is the `number`th to be certified."""
    if number == 0:  # granted for a day to come: the only warning of the registry
        return (_certificate(chance, adhesion, mint(), later(DAY, 40)),)
    day = later(adhesion.agreement.implementation_ends, chance.randint(15, 190))
    first = _certificate(chance, adhesion, mint(), day)
    mishap = _mishap(chance, number, first)
    renewal = later(first.valid_until, -chance.randint(0, 40))
    if mishap or not may_renew or renewal > DAY:
        return (replace(first, mishap=mishap),)
    second = _certificate(chance, adhesion, mint(), renewal)
    return first, replace(second, level=first.level, renews=first.code)


def _certificate(chance: Random, adhesion: Adhesion, code: str, day: date) -> Certificate:
    level = chance.choice(LEVELS) if adhesion.agreement.has_levels else None
    return Certificate(code, day, years_later(day, adhesion.agreement.years), level, None, ())


def _mishap(chance: Random, number: int, one: Certificate) -> tuple[str, ...]:
    """Few are annulled, few suspended; some suspensions are over, some last."""
    day = between(chance, one.certified_on, min(one.valid_until, DAY))
    match number % _MISHAPS_AMONG:
        case 1:
            return ("anulacion:", f"  fecha: {day}", "  motivo: Se comprobó un incumplimiento.")
        case 2:
            last = min(one.valid_until, later(day, 60))
            return (*_suspension(day), f"    hasta: {last}")
        case 3 | 4 | 5:
            return _suspension(day)
    return ()


def _suspension(day: date) -> tuple[str, ...]:
    reason = "    motivo: Falta un informe de mantención."
    return ("suspensiones:", f"  - desde: {day}", reason)
