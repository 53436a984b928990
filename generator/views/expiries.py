"""Turns certificates and seals into the last days that calendars list."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.decision.facts import agreement_name, company_name, element_name
from generator.decision.text import called_agreement, of
from generator.load import Entry
from generator.model.company import Company
from generator.model.record import Record
from generator.model.seal import Seal
from generator.registry import Granted, Registry
from generator.views.record_codes import code_path

PAST_DAYS = 365
"""How long a last day stays in the calendars of all, an agreement or a region."""


@dataclass(frozen=True, slots=True)
class Expiry:
    """The last day of a certificate or seal.

    `revision` rises when its record is corrected, or when it ends before its time: then
    `cancelled` says so. `revised_on` is the day of the latest of these, or of the grant.
    """

    code: str
    day: date
    title: str
    text: str
    path: str
    revision: int
    revised_on: date
    cancelled: bool
    example: bool


def company_expiries(registry: Registry, entry: Entry[Company], day: date) -> list[Expiry]:
    """Of all certificates and seals of a company."""
    seals = registry.seals_by_company.get(entry.id, ())
    return _in_order(_expiries(registry, granted_to(entry), seals, day))


def granted_to(entry: Entry[Company]) -> Iterator[Granted]:
    """All certificates of a company."""
    for element in entry.record.elements:
        for adhesion in element.adhesions:
            for certificate in adhesion.certificates:
                yield Granted(entry, element, adhesion, certificate)


def expiries(
    registry: Registry, granted: Iterable[Granted], seals: Iterable[Entry[Seal]], day: date
) -> list[Expiry]:
    """Of these certificates and seals, but for what ended long ago."""
    first = day - timedelta(days=PAST_DAYS)
    lasting = (one for one in granted if one.certificate.valid_until >= first)
    running = (one for one in seals if one.record.until >= first)
    return _in_order(_expiries(registry, lasting, running, day))


def _in_order(found: Iterable[Expiry]) -> list[Expiry]:
    return sorted(found, key=lambda one: (one.day, one.code))


def _expiries(
    registry: Registry, granted: Iterable[Granted], seals: Iterable[Entry[Seal]], day: date
) -> Iterator[Expiry]:
    for one in granted:
        yield _of_certificate(registry, one, day)
    for seal in seals:
        yield _of_seal(registry, seal, day)


def _of_certificate(registry: Registry, one: Granted, day: date) -> Expiry:
    held, company = one.certificate, one.company.record
    annulled = held.annulment.annulled_on if held.annulment else None
    whose = f"{element_name(one.element)}, de {company_name(company)}"
    agreement = called_agreement(agreement_name(registry, one.adhesion.agreement_id))
    return _expiry(
        ("certificado", held.code, f"{of(whose)}, en el {agreement}", f"{one.element.name}, "),
        (held.certified_on, held.valid_until, annulled),
        company,
        company_name(company),
        day,
    )


def _of_seal(registry: Registry, entry: Entry[Seal], day: date) -> Expiry:
    seal = entry.record
    company = registry.companies[seal.holder.company_id].record
    name, own = company_name(company), seal.holder.element_id
    element = next((one for one in company.elements if one.id == own), None)
    whose = f"{element_name(element)}, de {name}" if element else name
    return _expiry(
        ("contrato del sello", seal.code, of(whose), f"{element.name}, " if element else ""),
        (seal.since, seal.until, seal.termination.ended_on if seal.termination else None),
        seal,
        name,
        day,
    )


def _expiry(
    which: tuple[str, str, str, str],
    days: tuple[date, date, date | None],
    record: Record,
    company: str,
    day: date,
) -> Expiry:
    """`which`: kind, code, whose in full, and the element; `days`: first, last, cut short on."""
    kind, code, whose, element = which
    since, until, cut = days
    cancelled = cut is not None and cut <= day
    corrected = [one.corrected_on for one in record.corrections if one.corrected_on <= day]
    return Expiry(
        code=code,
        day=until,
        title=f"{'Ya no rige' if cancelled else 'Vence'} el {kind} {code}: {element}{company}",
        text=f"Último día del {kind} {code} {whose}.",
        path=code_path(code),
        revision=len(corrected) + cancelled,
        revised_on=max([since, *corrected, *([cut] if cut and cancelled else [])]),
        cancelled=cancelled,
        example=record.example,
    )
