"""Certificates, seals and elements of two states → where their public answer turns into another."""

from collections.abc import Iterator
from datetime import date

from generator import decision, status
from generator.changes.ahead import certificate_marks, first_day, seal_marks
from generator.changes.model import Change
from generator.changes.pairs import Pairs, Place
from generator.changes.side import Side
from generator.code import compact
from generator.decision.facts import agreement_name, company_name, element_name, seal_status
from generator.load import Entry
from generator.model.seal import Seal
from generator.registry import Granted


def certificate_state(pairs: Pairs, was: Granted, now: Granted) -> Iterator[Change]:
    """A certificate whose state differs on some day from now on."""
    old, new, day = was.certificate, now.certificate, pairs.head.day
    marks = {*certificate_marks(old), *certificate_marks(new)}
    since = first_day(
        day,
        marks,
        lambda d: (
            status.certificate_status(old, d).state != status.certificate_status(new, d).state
        ),
    )
    if since is None:
        return
    found = status.certificate_status(new, since)
    yield Change(
        "estado",
        "certificados",
        new.code,
        new.code,
        f"v/{compact(new.code)}/",
        now.company.path,
        company_name(now.company.record),
        element_name(now.element),
        agreement_name(pairs.head.registry, now.adhesion.agreement_id),
        decision.certificate(pairs.base.registry, was, since).state,
        decision.certificate(pairs.head.registry, now, since).state,
        (found.state_since or since) if since == day else since,
        since > day,
        example=now.company.record.example,
    )


def seal_state(pairs: Pairs, was: Entry[Seal], now: Entry[Seal]) -> Iterator[Change]:
    """A seal whose state or reason differs on some day from now on."""
    base, head, day = pairs.base, pairs.head, pairs.head.day
    marks = {*_seal_marks(base, was), *_seal_marks(head, now)}
    since = first_day(
        day,
        marks,
        lambda d: _seal_says(base, was, d) != _seal_says(head, now, d),
    )
    if since is None:
        return
    holder = head.registry.companies[now.record.holder.company_id].record
    yield Change(
        "estado",
        "sellos",
        now.record.code,
        now.record.code,
        f"v/{compact(now.record.code)}/",
        now.path,
        company_name(holder),
        before=decision.seal(base.registry, was, since).state,
        after=decision.seal(head.registry, now, since).state,
        since=since,
        is_ahead=since > day,
        example=now.record.example,
    )


def _seal_marks(side: Side, entry: Entry[Seal]) -> Iterator[date]:
    return seal_marks(entry.record, side.registry.covered_by(entry.record))


def _seal_says(side: Side, entry: Entry[Seal], day: date) -> tuple[str, str | None]:
    found = seal_status(side.registry, entry.record, day)
    return found.state, found.reason


def element_states(pairs: Pairs, was: Place, now: Place) -> Iterator[Change]:
    """Where an element stands in each agreement, as far as no certificate decides it."""
    new = _statuses(pairs.head, now)
    old = {pairs.id_now("acuerdos", id): found for id, found in _statuses(pairs.base, was).items()}
    for id, after in new.items():
        before = old.get(id)
        if before is None or before.state == after.state:
            continue
        if "retirado" not in (before.state, after.state) and (
            before.certificate or after.certificate
        ):
            continue
        left = after.withdrawn_on
        yield Change(
            "estado",
            "elementos",
            now.id,
            now.element.name,
            f"empresas/{now.company.id}/#{now.element.id}",
            now.company.path,
            company_name(now.company.record),
            element_name(now.element),
            agreement_name(pairs.head.registry, id),
            _word(pairs.base, was, before),
            _word(pairs.head, now, after),
            left if after.state == "retirado" else None,
            example=now.company.record.example,
        )


def _statuses(side: Side, place: Place) -> dict[str, status.ElementStatus]:
    ids = {one.agreement_id for one in place.element.adhesions}
    agreements = {id: found for id in ids if (found := side.registry.agreement(id))}
    every = status.element_statuses(place.element, agreements, side.day)
    return {one.agreement_id: one for one in every}


def _word(side: Side, place: Place, found: status.ElementStatus) -> str:
    said = decision.element(side.registry, place.company, place.element, found, side.day)
    return said.state or said.word


def company_count(pairs: Pairs, id: str) -> Iterator[Change]:
    """How many of a company's elements are certified, where that number changes."""
    base, head = pairs.base, pairs.head
    was, now = base.registry.companies[id], head.registry.companies[pairs.id_now("empresas", id)]
    before = status.company_summary(was.record, base.day).text
    after = status.company_summary(now.record, head.day).text
    if before != after:
        name = company_name(now.record)
        yield Change(
            "cuenta",
            "empresas",
            now.id,
            name,
            f"empresas/{now.id}/",
            now.path,
            name,
            before=before,
            after=after,
            example=now.record.example,
        )
