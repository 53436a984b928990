"""What loading found → what is wrong between the values and records of a registry."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial

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
from generator.rules.old import only_due
from generator.turns import take_turns

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
    """What every rule finds on `day`; drafts are left out, and what is older than its rule."""
    return only_due(_every_finding(Index(loaded, day)), loaded)


def _every_finding(index: Index) -> Iterator[Finding]:
    found = _all_found(index)
    for number in range(len(RULES)):
        yield from found[number]
        if any(one.doubts for one in found[number]):
            yield from _in_turn(index.after(found[number]), RULES[number + 1 :])
            return


def _all_found(index: Index) -> Mapping[int, list[Finding]]:
    """What each rule finds, by its number, as long as none before it doubts a value."""
    index.make_ready()
    work = partial(_find, index)
    every = take_turns(range(len(RULES)), work, weight=len(index.companies))
    return {number: found for part in every for number, found in part}


def _find(index: Index, turns: Iterator[int]) -> list[tuple[int, list[Finding]]]:
    return [(number, index.found_by(RULES[number])) for number in turns]


def _in_turn(index: Index, rules: Iterable[Rule]) -> Iterator[Finding]:
    """What rules find that build on what others have left."""
    for rule in rules:
        found = index.found_by(rule)
        yield from found
        index = index.after(found)
