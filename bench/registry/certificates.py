"""Adhesions → audits and certificates in every state, as many as asked for."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from bench.registry.agreements import LEVELS
from bench.registry.companies import Adhesion, Company, Element
from bench.registry.days import DAY, between, later
from generator.days import years_later

_RENEWED = 0.08
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
        outcome = _outcome(chance, adhesion, mint, chance.choice(auditors), left > 0, number == 0)
        left -= len(outcome.certificates) - 1
        found[name] = outcome
    return found


def _ready(made: Sequence[Company]) -> Iterator[tuple[Key, Adhesion]]:
    """Adhesions that may have been certified."""
    for company in made:
        for element in company.elements:
            for one in element.adhesions:
                is_over = later(one.agreement.implementation_ends, 200) < DAY
                if is_over and one.state == "aceptada" and one.withdrawn_on is None:
                    yield key(company, element, one), one


def _outcome(
    chance: Random, adhesion: Adhesion, mint: Mint, auditor: str, may_renew: bool, is_ahead: bool
) -> Outcome:
    audited = later(adhesion.agreement.implementation_ends, chance.randint(5, 150))
    first = _certificate(chance, adhesion, mint, later(audited, chance.randint(15, 45)), None)
    held = [first]
    renewal = later(first.valid_until, -chance.randint(0, 40))
    if may_renew and renewal <= DAY and not first.mishap:
        held.append(_certificate(chance, adhesion, mint, renewal, first))
    if is_ahead:  # one that was granted for a day to come: the only warning of the registry
        held = [_certificate(chance, adhesion, mint, later(DAY, 40), None)]
    return Outcome(audited, chance.randint(12, 60), auditor, tuple(held))


def _certificate(
    chance: Random, adhesion: Adhesion, mint: Mint, day: date, renewed: Certificate | None
) -> Certificate:
    until = years_later(day, adhesion.agreement.years)
    level = chance.choice(LEVELS) if adhesion.agreement.has_levels else None
    return Certificate(
        code=mint(),
        certified_on=day,
        valid_until=until,
        level=renewed.level if renewed else level,
        renews=renewed.code if renewed else None,
        mishap=() if day > DAY else _mishap(chance, day, until),
    )


def _mishap(chance: Random, first: date, last: date) -> tuple[str, ...]:
    """Few are annulled, few suspended; some suspensions are over, some last."""
    kind = chance.randrange(100)
    day = between(chance, first, min(last, DAY))
    if kind == 0:
        return ("anulacion:", f"  fecha: {day}", "  motivo: Se comprobó un incumplimiento.")
    if kind > 2:
        return ()
    lines = ["suspensiones:", f"  - desde: {day}"]
    if kind == 1:
        lines.append(f"    hasta: {min(last, later(day, 60))}")
    return (*lines, "    motivo: Falta un informe de mantención.")
