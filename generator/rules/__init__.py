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
    *vocabulary.RULES,
    *agreement.RULES,
    *record.RULES,
    *references.RULES,
    *lists.RULES,
    *territory.RULES,
    *figures.RULES,
    *company.RULES,
    *persons.RULES,
    *adhesion.ORDER,
    *certificate.ORDER,
    *levels.RULES,
    *suspension.RULES,
    *audit.RULES,
    *adhesion.RULES,
    *certificate.RULES,
    *renewal.RULES,
    *seal.RULES,
    *programme.RULES,
    *preinvestment.RULES,
    *statistic.RULES,
    *register.RULES,
    *dates.RULES,
)
"""Every rule, in order; each finds what it names to be untrue.

A rule builds on what those before it left standing: what tells things apart comes first, then what
puts dates in order, then what compares one record with another.
"""


def findings(loaded: Loaded, day: date) -> Iterator[Finding]:
    """What every rule finds on `day`; drafts are left out."""
    index = Index(loaded, day)
    for rule in RULES:
        found = list(rule(index))
        yield from found
        index = index.after(found)
