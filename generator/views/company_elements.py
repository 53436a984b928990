"""Turns a company's elements into the cards of its page: each with its own agreements and codes."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator import decision
from generator.decision import live
from generator.model.company import Adhesion, Audit, Element
from generator.status import ElementStatus, element_statuses
from generator.views.page_answers import Said
from generator.views.record_chain import AuditLine, Source, agreement_link, audit_lines
from generator.views.record_codes import CodeLine, certificate_lines
from generator.views.record_parts import Linked, Place, place, rubro_link
from generator.vocabulary import label


class AgreementCard(NamedTuple):
    """An element in one agreement; `answer` is None where its certificates tell how it stands."""

    agreement: Linked
    answer: Said | None
    adhered_on: date
    size: str
    withdrawn_on: date | None
    withdrawn_because: str
    certificates: tuple[CodeLine, ...]
    audits: tuple[AuditLine, ...]


class ElementCard(NamedTuple):
    """An element with what it is, where it is, and how it stands in each agreement."""

    id: str
    name: str
    scope: str
    place: Place | None
    address: str
    identifier: str
    rubro: Linked | None
    agreements: tuple[AgreementCard, ...]


def element_cards(source: Source) -> tuple[ElementCard, ...]:
    """Every element of the company, in the record's order."""
    return tuple(_card(source, element) for element in source.company.record.elements)


def _card(source: Source, element: Element) -> ElementCard:
    company = source.company.record
    own_trade = element.rubro if element.rubro != company.rubro else None
    return ElementCard(
        element.id,
        element.name,
        label("scope", element.scope),
        place(element.comuna),
        element.address or "",
        element.identifier or "",
        rubro_link(own_trade),
        tuple(_agreements(source, element)),
    )


def _agreements(source: Source, element: Element) -> Iterator[AgreementCard]:
    ids = {one.agreement_id for one in element.adhesions}
    known = {id: found for id in ids if (found := source.registry.agreement(id))}
    for status in element_statuses(element, known, source.day):
        yield _agreement(source, element, status)


def _agreement(source: Source, element: Element, status: ElementStatus) -> AgreementCard:
    registry, day = source.registry, source.day
    made = [
        one
        for one in element.adhesions
        if one.agreement_id == status.agreement_id and one.adhered_on <= day
    ]
    latest = status.adhesion
    left = latest.withdrawal if status.withdrawn_on and status.withdrawn_on <= day else None
    agreement = agreement_link(registry, status.agreement_id)
    return AgreementCard(
        Linked(agreement.text[:1].upper() + agreement.text[1:], agreement.path),
        _answer(source, element, status),
        latest.adhered_on,
        label("size", latest.size) if latest.size else "",
        left.withdrawn_on if left else None,
        (left.reason or "") if left else "",
        certificate_lines(registry, _codes(made), day),
        audit_lines(registry, status.agreement_id, _public_audits(made, day)),
    )


def _answer(source: Source, element: Element, status: ElementStatus) -> Said | None:
    """How it stands, where no line of a certificate says so."""
    if status.certificate and status.state != "retirado":
        return None
    registry = source.registry
    answer = decision.element(registry, source.company, element, status, source.day)
    return Said(answer, live.element(element, status.agreement_id))


def _codes(adhesions: list[Adhesion]) -> list[str]:
    """The codes of all certificates of these adhesions, the one valid longest first."""
    held = [one for adhesion in adhesions for one in adhesion.certificates]
    ordered = sorted(held, key=lambda one: (one.valid_until, one.code), reverse=True)
    return [one.code for one in ordered]


def _public_audits(adhesions: list[Adhesion], day: date) -> list[Audit]:
    """The audits known by `day` of adhesions that had led to a certificate by then."""
    return [
        audit
        for adhesion in adhesions
        if any(one.certified_on <= day for one in adhesion.certificates)
        for audit in adhesion.audits
        if audit.audited_on <= day
    ]
