"""Turns the dates of the records into the latest changes, like ones of a day told together."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.registry import Granted
from generator.views.page import Slot
from generator.views.record_parts import Linked, public_name
from generator.views.states import code_path
from generator.views.survey import Survey

MOST = 8


@dataclass(frozen=True, slots=True)
class News:
    """Something that happened on a day: to one thing, or to `count` of them in one agreement.

    `kind` names the sentence (`certificado`, `vencido`, `suspendido`, `anulado`, `firma`, `sello`,
    `sello_termino`, `correccion`); `subject` is what the sentence is about.
    """

    on: date
    kind: str
    count: int
    subject: Linked
    company: str
    agreement: Linked | None
    example: bool


@dataclass(frozen=True, slots=True)
class _Event:
    on: date
    kind: str
    group: str
    subject: Linked
    company: str
    agreement: Linked | None
    example: bool


def slot(survey: Survey) -> Slot:
    """The latest changes, newest first."""
    return Slot("fragments/news.html", {"news": latest(survey, MOST), "day": survey.day})


def latest(survey: Survey, most: int) -> tuple[News, ...]:
    """The `most` latest changes by the site's day."""
    found: dict[tuple[date, str, str], list[_Event]] = {}
    for event in _events(survey):
        if event.on <= survey.day:
            found.setdefault((event.on, event.kind, event.group), []).append(event)
    newest = sorted(found, key=lambda key: (-key[0].toordinal(), key[1], key[2]))[:most]
    return tuple(_news(found[key]) for key in newest)


def _news(events: list[_Event]) -> News:
    first = events[0]
    return News(
        first.on,
        first.kind,
        len(events),
        first.subject,
        first.company,
        first.agreement,
        all(one.example for one in events),
    )


def _events(survey: Survey) -> Iterator[_Event]:
    for one in survey.registry.certificates.values():
        yield from _of_certificate(survey, one)
    yield from _of_seals(survey)
    yield from _of_agreements(survey)
    yield from _corrections(survey)


def _of_certificate(survey: Survey, one: Granted) -> Iterator[_Event]:
    held = one.certificate
    days = [("certificado", held.certified_on)]
    if held.valid_until < survey.day and not held.annulment:
        days.append(("vencido", held.valid_until + timedelta(days=1)))
    days += [("suspendido", one_stop.since) for one_stop in held.suspensions]
    if held.annulment:
        days.append(("anulado", held.annulment.annulled_on))
    id = survey.agreement_id(one.adhesion.agreement_id)
    known = survey.registry.agreements.get(id)
    agreement = Linked(known.record.name, f"acuerdos/{id}/") if known else None
    subject = Linked(one.element.name, code_path(held.code))
    company = one.company.record
    for kind, on in days:
        yield _Event(on, kind, id, subject, public_name(company), agreement, company.example)


def _of_seals(survey: Survey) -> Iterator[_Event]:
    for entry in survey.registry.seals_by_code.values():
        seal = entry.record
        company = survey.registry.companies[seal.holder.company_id].record
        subject = Linked(public_name(company), code_path(seal.code))
        days = [("sello", seal.since)]
        if seal.termination:
            days.append(("sello_termino", seal.termination.ended_on))
        for kind, on in days:
            yield _Event(on, kind, seal.code, subject, "", None, seal.example)


def _of_agreements(survey: Survey) -> Iterator[_Event]:
    """Signatures whose day is known; a month or a year is no news of a day."""
    for entry in survey.agreements:
        signed = entry.record.dates.signed if entry.record.dates else None
        if signed and signed.day:
            subject = Linked(entry.record.name, f"acuerdos/{entry.id}/")
            yield _Event(
                signed.first(), "firma", entry.id, subject, "", None, entry.record.example
            )


def _corrections(survey: Survey) -> Iterator[_Event]:
    for entry in survey.agreements:
        for one in entry.record.corrections:
            subject = Linked(entry.record.name, f"acuerdos/{entry.id}/")
            yield _Event(
                one.corrected_on, "correccion", entry.id, subject, "", None, entry.record.example
            )
    for company in survey.registry.companies.values():
        for one in company.record.corrections:
            subject = Linked(public_name(company.record), f"empresas/{company.id}/")
            yield _Event(
                one.corrected_on, "correccion", company.id, subject, "", None,
                company.record.example,
            )
