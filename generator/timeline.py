"""Turns the dates of records into events: what happened to whom, on which day, in one sentence."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from heapq import nsmallest
from typing import Literal

from generator.days import PartialDate, day_after, long_es
from generator.decision.facts import agreement_name, company_name, element_name, record_name
from generator.decision.text import fill, of, one_stop
from generator.load import Entry
from generator.model.agreement import Agreement
from generator.model.company import Adhesion, Certificate, Company, Element
from generator.model.record import Correction, Record
from generator.model.seal import Seal
from generator.model.titles import title
from generator.registry import Registry

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


Sentence = Callable[[], str]
Reach = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened; the ids say what a link from it can lead to, "" for nothing.

    `when` is as precise as the record; `day` is its first possible day and orders events. `mark`
    names it among those of its kind of one record, certificate or seal, whatever its day.
    `reach` says which elements it concerns, and in which agreements: `(element, agreement)`.
    """

    day: date
    when: date | PartialDate
    kind: EventKind
    words: Sentence
    collection: str
    id: str
    element_id: str = ""
    agreement_id: str = ""
    code: str = ""
    mark: str = ""
    reach: Reach = ()
    example: bool = False

    @property
    def sentence(self) -> str:
        """What happened; worded when asked for, because few events of many are shown."""
        return one_stop(self.words())


@dataclass(frozen=True, slots=True)
class _Place:
    """Whose event it is."""

    collection: str
    id: str
    element_id: str = ""
    agreement_id: str = ""
    reach: Reach = ()
    example: bool = False

    def event(
        self, day: date, kind: EventKind, words: Sentence, code: str = "", mark: str = ""
    ) -> Event:
        return Event(
            day,
            day,
            kind,
            words,
            self.collection,
            self.id,
            self.element_id,
            self.agreement_id,
            code,
            mark,
            self.reach,
            self.example,
        )


def events(registry: Registry) -> Iterator[Event]:
    """All that the records of the register tell, whatever its day."""
    for company in registry.companies.values():
        yield from _of_company(registry, company)
    yield from other_events(registry)


def other_events(registry: Registry) -> Iterator[Event]:
    """All that other records than those of companies and seals tell, whatever its day."""
    for agreement in registry.agreements.values():
        yield from _of_agreement(agreement)
    for name in ("programas", "preinversion", "estadisticas"):
        for entry in registry.collection(name).values():
            yield from _corrections(_Place(name, entry.id, example=entry.record.example), entry)
    for stone in registry.withdrawn.values():
        place = _Place(stone.collection, stone.id, example=stone.example)
        yield place.event(stone.withdrawn_on, "baja", lambda: "Se retiró una ficha del registro.")


def company_events(registry: Registry, entry: Entry[Company]) -> tuple[Event, ...]:
    """All that the records tell of a company, its elements and seals, whatever its day."""
    return tuple(_of_company(registry, entry))


def agreement_events(entry: Entry[Agreement]) -> tuple[Event, ...]:
    """All that an agreement's own record tells, whatever its day."""
    return tuple(_of_agreement(entry))


def latest_first(found: Iterable[Event], day: date, most: int | None = None) -> list[Event]:
    """The events that had happened by `day`, latest first; no more than the `most` latest."""
    happened = (event for event in found if event.day <= day)
    return sorted(happened, key=order) if most is None else nsmallest(most, happened, key=order)


def order(one: Event) -> tuple[int, str, str, str, str, str]:
    """What events are put in order by: the latest first."""
    return (-one.day.toordinal(), one.id, one.element_id, one.code, one.kind, one.mark)


def _of_agreement(entry: Entry[Agreement]) -> Iterator[Event]:
    agreement = entry.record
    place = _Place("acuerdos", entry.id, agreement_id=entry.id, example=agreement.example)
    yield from _corrections(place, entry)
    if agreement.dates and agreement.dates.signed:
        signed = agreement.dates.signed
        words = partial(fill, "Se firmó el {acuerdo|acuerdo}.", {"acuerdo": agreement.name})
        yield replace(place.event(signed.first(), "firma", words), when=signed)


def _of_company(registry: Registry, entry: Entry[Company]) -> Iterator[Event]:
    record = entry.record
    pairs = [_pair(registry, one, held) for one in record.elements for held in one.adhesions]
    alone = [(one.id, "") for one in record.elements if not one.adhesions]
    whole = _Place("empresas", entry.id, reach=(*pairs, *alone), example=record.example)
    yield from _corrections(whole, entry)
    for element in record.elements:
        for adhesion in element.adhesions:
            yield from _of_adhesion(registry, entry, element, adhesion)
    for seal in registry.seals_by_company.get(entry.id, ()):
        yield from _of_seal(registry, entry, seal)


def _pair(registry: Registry, element: Element, adhesion: Adhesion) -> tuple[str, str]:
    """An element and the agreement that it adhered to, under the id that this has today."""
    id = adhesion.agreement_id
    if id not in registry.agreements and (living := registry.living("acuerdos", id)):
        id = living.id
    return element.id, id


def _of_adhesion(
    registry: Registry, entry: Entry[Company], element: Element, adhesion: Adhesion
) -> Iterator[Event]:
    pair = _pair(registry, element, adhesion)
    place = _Place("empresas", entry.id, *pair, reach=(pair,), example=entry.record.example)
    told = partial(_of_element, registry, element, adhesion)
    mark = adhesion.adhered_on.isoformat()
    adhered = partial(told, "adhirió al {acuerdo|acuerdo}.", "")
    yield place.event(adhesion.adhered_on, "adhesion", adhered, mark=mark)
    for certificate in adhesion.certificates:
        yield from _of_certificate(registry, place, element, certificate)
    if left := adhesion.withdrawal:
        words = partial(told, "se retiró del {acuerdo|acuerdo}.", left.reason)
        yield place.event(left.withdrawn_on, "retiro", words, mark=mark)


def _of_element(
    registry: Registry, element: Element, adhesion: Adhesion, template: str, reason: str | None
) -> str:
    agreement = {"acuerdo": agreement_name(registry, adhesion.agreement_id)}
    return f"{_upper(element_name(element))} {fill(template, agreement)}{_why(reason)}"


def _of_certificate(
    registry: Registry, place: _Place, element: Element, certificate: Certificate
) -> Iterator[Event]:
    renews = certificate.renews if certificate.renews in registry.certificates else None
    granted = partial(_granted, element, certificate, renews)
    kind: EventKind = "renovado" if renews else "certificado"
    yield place.event(certificate.certified_on, kind, granted, certificate.code)
    yield from _interruptions(place, partial(element_name, element), certificate)


def _granted(element: Element, certificate: Certificate, renews: str | None) -> str:
    name, code = _upper(element_name(element)), certificate.code
    until = f"vigente hasta el {long_es(certificate.valid_until)}"
    if renews:
        return f"{name} renovó su certificado {renews}: el {code}, {until}."
    return f"{name} obtuvo el certificado {code}, {until}."


def _interruptions(place: _Place, name: Sentence, certificate: Certificate) -> Iterator[Event]:
    code, annulled = certificate.code, certificate.annulment
    ended = annulled.annulled_on if annulled else date.max
    for one in certificate.suspensions:
        mark = one.since.isoformat()
        if one.since < ended:
            words = partial(_told, f"Se suspendió el certificado {code}", name, one.reason)
            yield place.event(one.since, "suspendido", words, code, mark)
        if one.until and one.until < min(certificate.valid_until, ended - timedelta(days=1)):
            words = partial(_told, f"Terminó la suspensión del certificado {code}", name)
            lifted = one.until + timedelta(days=1)
            yield place.event(lifted, "suspension_terminada", words, code, mark)
    if annulled:
        words = partial(_told, f"Se anuló el certificado {code}", name, annulled.reason)
        yield place.event(annulled.annulled_on, "anulado", words, code)
    if ended > certificate.valid_until:
        words = partial(_expired, code, name, certificate.valid_until)
        yield place.event(day_after(certificate.valid_until), "vencido", words, code)


def _told(what: str, name: Sentence, reason: str | None = None) -> str:
    return f"{what} {of(name())}.{_why(reason)}"


def _expired(code: str, name: Sentence, last: date) -> str:
    return f"Venció el certificado {code} {of(name())}; su último día fue el {long_es(last)}."


def _of_seal(registry: Registry, entry: Entry[Company], seal: Entry[Seal]) -> Iterator[Event]:
    record = seal.record
    covered = [registry.certificates.get(code) for code in record.certificates]
    pairs = [_pair(registry, one.element, one.adhesion) for one in covered if one]
    own = record.holder.element_id or ""
    reach = tuple(dict.fromkeys(pairs)) or (((own, ""),) if own else ())
    place = _Place("empresas", entry.id, own, reach=reach, example=record.example)
    holder = partial(_holder, entry.record, own)
    yield place.event(
        record.contract.signed_on, "sello", partial(_contract, record, holder), record.code
    )
    ended = record.termination
    if ended and ended.ended_on <= record.until:
        what = f"Terminó antes de su plazo el contrato del sello {record.code}"
        words = partial(_told, what, holder, ended.reason)
        yield place.event(ended.ended_on, "sello_terminado", words, record.code)
    else:
        words = partial(_told, f"Venció el contrato del sello {record.code}", holder)
        yield place.event(day_after(record.until), "sello_vencido", words, record.code)
    yield from _corrections(replace(place, collection="sellos", id=seal.id), seal, record.code)


def _holder(company: Company, element_id: str) -> str:
    element = next((one for one in company.elements if one.id == element_id), None)
    name = company_name(company)
    return f"{element_name(element)}, de {name}" if element else name


def _contract(seal: Seal, holder: Sentence) -> str:
    period = f"rige desde el {long_es(seal.since)} hasta el {long_es(seal.until)}"
    return f"Contrato del sello {seal.code} para {holder()}: {period}."


def _corrections(place: _Place, entry: Entry[Record], code: str = "") -> Iterator[Event]:
    for number, one in enumerate(entry.record.corrections, start=1):
        words = partial(_corrected, entry, one)
        yield place.event(one.corrected_on, "correccion", words, code, str(number))


def _corrected(entry: Entry[Record], one: Correction) -> str:
    field = title(type(entry.record), one.field)
    return (
        f"Se corrigió «{field}» en la ficha de {record_name(entry)}: "
        f"{_quoted('decía', one.said)}, {_quoted('dice', one.says)}.{_why(one.reason)}"
    )


def _quoted(verb: str, text: str | None) -> str:
    return f"{verb} «{text}»" if text else f"no {verb} nada"


def _why(reason: str | None) -> str:
    return fill(" Motivo: {motivo|frase}", {"motivo": reason}) if reason else ""


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
