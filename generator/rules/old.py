"""What the rules found → what holds of old records too: a rule may be for new ones only."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from generator.load import Loaded
from generator.messages import CATALOGUE
from generator.model.ages import dated, inner
from generator.problem import Finding, Spot


def only_due(findings: Iterable[Finding], loaded: Loaded) -> Iterator[Finding]:
    """The findings, those on records older than their rule at its level for old ones, or left out.

    What has no date counts as old: a rule for new records must not stop what nobody can date.
    """
    records: Mapping[str, object] | None = None
    for one in findings:
        message = CATALOGUE[one.code]
        if message.since is None:
            yield one
            continue
        records = _by_path(loaded) if records is None else records
        day = _age(records.get(one.spot.path), one.spot)
        if day is not None and day >= message.since:
            yield one
        elif message.before is not None:
            yield replace(one, is_old=True)


def _by_path(loaded: Loaded) -> Mapping[str, object]:
    whole = (one for held in loaded.entries.values() for one in held.values())
    aside = (one for held in loaded.set_aside.values() for one in held)
    return {one.path: one.record for one in (*aside, *whole)}


def _age(record: object, spot: Spot) -> date | None:
    """The date of the innermost dated block that the spot lies in."""
    block, found = record, dated(record)
    for key in spot.keys:
        block = inner(block, key)
        found = dated(block) or found
    return found
