"""What loading found → what is wrong between the values and records of a registry."""

from collections.abc import Callable, Iterator
from datetime import date

from generator.load import Loaded
from generator.problem import Finding
from generator.rules import (
    adhesion,
    agreement,
    audit,
    certificate,
    company,
    dates,
    figures,
    identity,
    levels,
    lists,
    persons,
    preinvestment,
    programme,
    record,
    references,
    register,
    renewal,
    seal,
    statistic,
    suspension,
    territory,
    vocabulary,
)
from generator.rules.index import Index

Rule = Callable[[Index], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    *identity.RULES,
    *references.RULES,
    *record.RULES,
    *dates.RULES,
    *lists.RULES,
    *territory.RULES,
    *agreement.RULES,
    *figures.RULES,
    *company.RULES,
    *persons.RULES,
    *adhesion.RULES,
    *audit.RULES,
    *levels.RULES,
    *certificate.RULES,
    *suspension.RULES,
    *renewal.RULES,
    *seal.RULES,
    *programme.RULES,
    *preinvestment.RULES,
    *statistic.RULES,
    *vocabulary.RULES,
    *register.RULES,
)
"""Every rule, by subject; each finds what it names to be untrue."""


def findings(loaded: Loaded, day: date) -> Iterator[Finding]:
    """What every rule finds on `day`; drafts are left out."""
    index = Index(loaded, day)
    for rule in RULES:
        yield from rule(index)
