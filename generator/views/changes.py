"""Turns events of the register into the entries of its feeds: all, an agreement's, a region's."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from generator.decision.facts import company_name, record_name
from generator.registry import Registry
from generator.timeline import Event, latest_first
from generator.views.follow import MOST_ENTRIES
from generator.views.news import LEFT_OUT
from generator.views.record_codes import code_path

_KINDS: Mapping[str, str] = {
    "certificado": "Certificado",
    "renovado": "Renovado",
    "vencido": "Vencido",
    "suspendido": "Suspendido",
    "suspension_terminada": "Fin de una suspensión",
    "anulado": "Anulado",
    "sello": "Contrato de sello",
    "sello_vencido": "Sello vencido",
    "sello_terminado": "Sello terminado antes",
    "firma": "Firma de un acuerdo",
    "correccion": "Corrección",
    "baja": "Ficha retirada",
}
"""What each kind of event is called before its subject."""


@dataclass(frozen=True, slots=True)
class Change:
    """An entry: `path` is the page where it shows, `mark` names it there, whatever its day."""

    day: date
    kind: str
    title: str
    sentence: str
    path: str
    mark: str
    example: bool


def changes(registry: Registry, found: Iterable[Event], day: date) -> list[Change]:
    """The latest of `found` that had happened by `day`; adhesions and withdrawals are too many."""
    told = (event for event in found if event.kind not in LEFT_OUT)
    return [_change(registry, event) for event in latest_first(told, day, MOST_ENTRIES)]


def _change(registry: Registry, event: Event) -> Change:
    title, sentence, example = _KINDS[event.kind], event.sentence, event.example
    if event.kind == "baja":
        # Nothing else is published of a withdrawn record, so its name here says nothing either.
        mark = sha256(f"{event.collection}/{event.id}".encode()).hexdigest()[:12]
        return Change(event.day, event.kind, title, sentence, "cambios/", f"baja-{mark}", example)
    return Change(
        event.day,
        event.kind,
        f"{title}: {_subject(registry, event)}",
        sentence,
        code_path(event.code) if event.code else f"{event.collection}/{event.id}/",
        f"{event.kind}-{event.mark}" if event.mark else event.kind,
        example,
    )


def _subject(registry: Registry, event: Event) -> str:
    """Whom it concerns: element and company, else what the record is called."""
    if event.collection == "empresas":
        company = registry.companies[event.id].record
        names = [one.name for one in company.elements if one.id == event.element_id]
        return ", ".join([*names, company_name(company)])
    if event.code:
        return f"sello {event.code}"
    return record_name(registry.collection(event.collection)[event.id])
