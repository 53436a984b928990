"""Turns the dates of a company's record into what happened to it, newest first."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from generator.language import gettext, gettext_noop
from generator.model.company import Adhesion, Certificate, Company, Element
from generator.registry import Registry
from generator.views.record_chain import Source
from generator.views.record_codes import code_path
from generator.views.record_parts import Linked, joined


class Event(NamedTuple):
    """Something that happened on a day; `codes` lead to the certificates or seals concerned."""

    day: date
    text: str
    codes: tuple[Linked, ...]


class _Fact(NamedTuple):
    """One thing of one element, its verb in Spanish; like ones of a day are told together."""

    day: date
    verb: str
    subject: str
    code: str = ""
    detail: str = ""


def timeline(source: Source) -> tuple[Event, ...]:
    """Everything dated on or before the day, newest first; like events of a day are one."""
    known = [one for one in _facts(source) if one.day <= source.day]
    groups: dict[tuple[date, str, str], list[_Fact]] = {}
    for fact in sorted(known, key=lambda one: (one.day, one.verb), reverse=True):
        groups.setdefault((fact.day, fact.verb, fact.detail), []).append(fact)
    return tuple(_event(facts) for facts in groups.values())


def _event(facts: list[_Fact]) -> Event:
    first = facts[0]
    subjects = list(dict.fromkeys(one.subject for one in facts if one.subject))
    verb = gettext(first.verb)
    text = f"{verb}: {joined(subjects)}" if subjects else verb
    codes = tuple(Linked(one.code, code_path(one.code)) for one in facts if one.code)
    return Event(first.day, f"{text}. {first.detail}".rstrip() if first.detail else text, codes)


def _facts(source: Source) -> Iterator[_Fact]:
    yield from _names(source.company.record)
    for element in source.company.record.elements:
        for adhesion in element.adhesions:
            yield from _adhesion(source, element, adhesion)
    yield from _seals(source.registry, source.company.id)


def _names(company: Company) -> Iterator[_Fact]:
    for former in company.former_names:
        until = former.until
        if until and until.day and former.legal_name:  # a year or month is no day of a timeline
            yield _Fact(
                until.first(), gettext_noop("Último día con el nombre anterior"), former.legal_name
            )


def _adhesion(source: Source, element: Element, adhesion: Adhesion) -> Iterator[_Fact]:
    name = element.name
    yield _Fact(adhesion.adhered_on, gettext_noop("Adhesión"), name)
    if adhesion.withdrawal:
        yield _Fact(adhesion.withdrawal.withdrawn_on, gettext_noop("Retiro del acuerdo"), name)
    for certificate in adhesion.certificates:
        yield from _certificate(name, certificate, source.day)


def _certificate(name: str, held: Certificate, day: date) -> Iterator[_Fact]:
    code = held.code
    yield _Fact(held.certified_on, gettext_noop("Certificado"), name, code)
    for pause in held.suspensions:
        yield _Fact(pause.since, gettext_noop("Suspensión"), name, code)
        if pause.until and pause.until < held.valid_until and pause.until < day:
            yield _Fact(pause.until, gettext_noop("Último día de la suspensión"), name, code)
    if held.annulment:
        yield _Fact(held.annulment.annulled_on, gettext_noop("Anulación"), name, code)
    elif held.valid_until < day:
        yield _Fact(held.valid_until, gettext_noop("Último día del certificado"), name, code)


def _seals(registry: Registry, company_id: str) -> Iterable[_Fact]:
    for entry in registry.seals_by_company.get(company_id, ()):
        seal = entry.record
        yield _Fact(seal.since, gettext_noop("Primer día del sello"), "", seal.code)
        if seal.termination:
            ended = gettext_noop("Término del contrato de sello")
            yield _Fact(seal.termination.ended_on, ended, "", seal.code)
