"""Turns the dates of records into events: what happened to whom, on which day, in one sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from generator.days import PartialDate, long_es
from generator.decision.facts import agreement_name, company_name, element_name, record_name
from generator.decision.text import fill, of, one_stop
from generator.load import Entry
from generator.model.agreement import Agreement
from generator.model.company import Adhesion, Certificate, Company, Element
from generator.model.record import Record
from generator.model.seal import Seal
from generator.model.titles import title
from generator.registry import Granted, Registry

EventKind = Literal[
    "adhesion",
    "certificado",
    "renovado",
    "vencido",
    "suspendido",
    "suspension_terminada",
    "anulado",
    "retiro",
    "sello",
    "sello_vencido",
    "sello_terminado",
    "firma",
    "correccion",
    "baja",
]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened; the ids say what a link from it can lead to, "" for nothing.

    `when` is as precise as the record; `day` is its first possible day and orders events.
    """

    day: date
    when: date | PartialDate
    kind: EventKind
    sentence: str
    collection: str
    id: str
    element_id: str = ""
    agreement_id: str = ""
    code: str = ""
    example: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """Whose event it is."""

    collection: str
    id: str
    element_id: str = ""
    agreement_id: str = ""
    example: bool = False

    def event(self, day: date, kind: EventKind, sentence: str, code: str = "") -> Event:
        return Event(
            day,
            day,
            kind,
            one_stop(sentence),
            self.collection,
            self.id,
            self.element_id,
            self.agreement_id,
            code,
            self.example,
        )


def events(registry: Registry, day: date) -> tuple[Event, ...]:
    """Everything that had happened in the register by `day`, latest first."""
    return _latest_first(_all(registry), day)


def company_events(registry: Registry, entry: Entry[Company], day: date) -> tuple[Event, ...]:
    """What had happened to a company, its elements and seals by `day`, latest first."""
    return _latest_first(_of_company(registry, entry), day)


def element_events(
    registry: Registry, entry: Entry[Company], element: Element, day: date
) -> tuple[Event, ...]:
    """What had happened to one element by `day`, latest first."""
    own = [one for one in _of_company(registry, entry) if one.element_id == element.id]
    return _latest_first(own, day)


def certificate_events(registry: Registry, granted: Granted, day: date) -> tuple[Event, ...]:
    """What had happened to one certificate by `day`, latest first."""
    place = _place(granted.company, granted.element, granted.adhesion)
    return _latest_first(
        _of_certificate(registry, place, granted.element, granted.certificate), day
    )


def agreement_events(registry: Registry, entry: Entry[Agreement], day: date) -> tuple[Event, ...]:
    """What had happened in an agreement by `day`, latest first."""
    found = [*_of_agreement(entry)]
    for adherent in registry.adherents.get(entry.id, ()):
        found += _of_adhesion(registry, adherent.company, adherent.element, adherent.adhesion)
    return _latest_first(found, day)


def _latest_first(found: Iterable[Event], day: date) -> tuple[Event, ...]:
    happened = [event for event in found if event.day <= day]
    return tuple(
        sorted(
            happened, key=lambda one: (-one.day.toordinal(), one.id, one.element_id, one.sentence)
        )
    )


def _all(registry: Registry) -> Iterator[Event]:
    for company in registry.companies.values():
        yield from _of_company(registry, company)
    for agreement in registry.agreements.values():
        yield from _of_agreement(agreement)
    for name in ("programas", "preinversion", "estadisticas"):
        for entry in registry.collection(name).values():
            yield from _corrections(name, entry)
    for stone in registry.withdrawn.values():
        place = _Place(stone.collection, stone.id, example=stone.example)
        yield place.event(stone.withdrawn_on, "baja", "Se retiró una ficha del registro.")


def _of_agreement(entry: Entry[Agreement]) -> Iterator[Event]:
    agreement = entry.record
    yield from _corrections("acuerdos", entry)
    if agreement.dates and agreement.dates.signed:
        signed = agreement.dates.signed
        yield Event(
            signed.first(),
            signed,
            "firma",
            fill("Se firmó el {acuerdo|acuerdo}.", {"acuerdo": agreement.name}),
            "acuerdos",
            entry.id,
            agreement_id=entry.id,
            example=agreement.example,
        )


def _of_company(registry: Registry, entry: Entry[Company]) -> Iterator[Event]:
    yield from _corrections("empresas", entry)
    for element in entry.record.elements:
        for adhesion in element.adhesions:
            yield from _of_adhesion(registry, entry, element, adhesion)
    for seal in registry.seals_by_company.get(entry.id, ()):
        yield from _of_seal(entry, seal)


def _place(entry: Entry[Company], element: Element, adhesion: Adhesion) -> _Place:
    return _Place("empresas", entry.id, element.id, adhesion.agreement_id, entry.record.example)


def _of_adhesion(
    registry: Registry, entry: Entry[Company], element: Element, adhesion: Adhesion
) -> Iterator[Event]:
    place = _place(entry, element, adhesion)
    name = _upper(element_name(element))
    agreement = {"acuerdo": agreement_name(registry, adhesion.agreement_id)}
    adhered = fill("adhirió al {acuerdo|acuerdo}.", agreement)
    yield place.event(adhesion.adhered_on, "adhesion", f"{name} {adhered}")
    for certificate in adhesion.certificates:
        yield from _of_certificate(registry, place, element, certificate)
    if left := adhesion.withdrawal:
        sentence = fill("se retiró del {acuerdo|acuerdo}.", agreement)
        yield place.event(left.withdrawn_on, "retiro", f"{name} {sentence}{_why(left.reason)}")


def _of_certificate(
    registry: Registry, place: _Place, element: Element, certificate: Certificate
) -> Iterator[Event]:
    name, code = element_name(element), certificate.code
    until = f"vigente hasta el {long_es(certificate.valid_until)}"
    if certificate.renews and certificate.renews in registry.certificates:
        renewed = f"{_upper(name)} renovó su certificado {certificate.renews}: el {code}, {until}."
        yield place.event(certificate.certified_on, "renovado", renewed, code)
    else:
        granted = f"{_upper(name)} obtuvo el certificado {code}, {until}."
        yield place.event(certificate.certified_on, "certificado", granted, code)
    yield from _interruptions(place, name, certificate)


def _interruptions(place: _Place, name: str, certificate: Certificate) -> Iterator[Event]:
    code, annulled = certificate.code, certificate.annulment
    ended = annulled.annulled_on if annulled else date.max
    for one in certificate.suspensions:
        if one.since < ended:
            sentence = f"Se suspendió el certificado {code} {of(name)}.{_why(one.reason)}"
            yield place.event(one.since, "suspendido", sentence, code)
        if one.until and one.until < min(certificate.valid_until, ended - timedelta(days=1)):
            lifted = f"Terminó la suspensión del certificado {code} {of(name)}."
            yield place.event(one.until + timedelta(days=1), "suspension_terminada", lifted, code)
    if annulled:
        sentence = f"Se anuló el certificado {code} {of(name)}.{_why(annulled.reason)}"
        yield place.event(annulled.annulled_on, "anulado", sentence, code)
    if ended > certificate.valid_until:
        last = long_es(certificate.valid_until)
        sentence = f"Venció el certificado {code} {of(name)}; su último día fue el {last}."
        yield place.event(certificate.valid_until + timedelta(days=1), "vencido", sentence, code)


def _of_seal(entry: Entry[Company], seal: Entry[Seal]) -> Iterator[Event]:
    record = seal.record
    element = next((e for e in entry.record.elements if e.id == record.holder.element_id), None)
    company = company_name(entry.record)
    holder = f"{element_name(element)}, de {company}" if element else company
    place = _Place("empresas", entry.id, element.id if element else "", "", record.example)
    period = f"rige desde el {long_es(record.since)} hasta el {long_es(record.until)}"
    granted = f"Contrato del sello {record.code} para {holder}: {period}."
    yield place.event(record.contract.signed_on, "sello", granted, record.code)
    ended = record.termination
    if ended and ended.ended_on <= record.until:
        sentence = f"Terminó antes de su plazo el contrato del sello {record.code} {of(holder)}."
        yield place.event(
            ended.ended_on, "sello_terminado", f"{sentence}{_why(ended.reason)}", record.code
        )
    else:
        sentence = f"Venció el contrato del sello {record.code} {of(holder)}."
        yield place.event(record.until + timedelta(days=1), "sello_vencido", sentence, record.code)
    yield from _corrections("sellos", seal)


def _corrections(collection: str, entry: Entry[Record]) -> Iterator[Event]:
    place = _Place(collection, entry.id, example=entry.record.example)
    for one in entry.record.corrections:
        field = title(type(entry.record), one.field)
        sentence = (
            f"Se corrigió «{field}» en la ficha de {record_name(entry)}: decía «{one.said}», "
            f"dice «{one.says}».{_why(one.reason)}"
        )
        yield place.event(one.corrected_on, "correccion", sentence)


def _why(reason: str | None) -> str:
    return fill(" Motivo: {motivo|frase}", {"motivo": reason}) if reason else ""


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
