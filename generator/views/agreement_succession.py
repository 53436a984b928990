"""Turns `acuerdo_anterior` around: which agreement follows another, and which to look at now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.agreement_time import adhesion_is_open, agreement_ended
from generator.days import PartialDate
from generator.load import Entry
from generator.model.agreement import Agreement
from generator.registry import Registry
from generator.views.record_parts import Linked

Followers = Mapping[str, tuple[Entry[Agreement], ...]]


@dataclass(frozen=True, slots=True)
class NextAgreement:
    """The agreement after one, as far along as the register knows; `open` is None where unknown."""

    agreement: Linked
    open: bool | None
    adhesion_ends: PartialDate | None
    sponsor: str
    sponsor_site: str


def followers(registry: Registry) -> Followers:
    """The agreements that name each one as the one before, by its id today."""
    found: dict[str, list[Entry[Agreement]]] = {}
    for entry in registry.agreements.values():
        before = entry.record.previous_id and registry.living("acuerdos", entry.record.previous_id)
        if before:
            found.setdefault(before.id, []).append(entry)
    return {id: tuple(found[id]) for id in sorted(found)}


def next_agreement(id: str, following: Followers, day: date) -> NextAgreement | None:
    """The first one after `id` that has not ended; None where there is none."""
    seen, waiting = {id}, list(following.get(id, ()))
    while waiting:
        entry = waiting.pop(0)
        if entry.id in seen:
            continue
        seen.add(entry.id)
        if not agreement_ended(entry.record, day):
            return _next(entry, day)
        waiting += following.get(entry.id, ())
    return None


def _next(entry: Entry[Agreement], day: date) -> NextAgreement:
    agreement = entry.record
    return NextAgreement(
        Linked(agreement.name, f"acuerdos/{entry.id}/"),
        adhesion_is_open(agreement, day),
        agreement.dates.adhesion_ends if agreement.dates else None,
        agreement.sponsor or "",
        agreement.sponsor_site or "",
    )
