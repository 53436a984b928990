"""A company or agreement → its whole public record under its keys, with what follows for the day.

What is worked out stands in a block `derivado` of its own, beside what somebody wrote down.
"""

from typing import Any

from generator import sectors
from generator.agreement_time import agreement_ended
from generator.exports.company_tables import counts, region_of
from generator.exports.plain import empty, plain
from generator.exports.record_tables import elements_counted
from generator.load import Entry
from generator.model import Agreement, Company
from generator.model.company import Certificate, Element
from generator.model.record import Record
from generator.registry import Tombstone
from generator.status import certificate_status, seal_status
from generator.views.standing import Standing
from generator.views.survey import Survey

Json = dict[str, Any]

DERIVED = "derivado"


def withdrawn(model: type[Record], stone: Tombstone) -> Json:
    """A withdrawn record: nothing but that it is, under the keys of a living one."""
    gone = {"fecha": stone.withdrawn_on.isoformat(), "motivo": stone.reason, "en": stone.heir}
    held = {**empty(model), "baja": gone, "ejemplo": stone.example}
    return {"id": stone.id, **held, DERIVED: None}


# Companies.


def company(survey: Survey, id: str) -> Json:
    """A company with its elements, and all that happened to each."""
    entry = survey.registry.companies[id]
    standings = {one.element.id: one for one in survey.by_company.get(id, ())}
    found = plain(entry.record)
    for held, element in zip(found["elementos"], entry.record.elements, strict=True):
        _add_to_element(survey, held, element, standings.get(element.id))
    return {"id": id, **found, DERIVED: _of_company(survey, entry)}


def _of_company(survey: Survey, entry: Entry[Company]) -> Json:
    counted, in_force = counts(survey, entry.id)
    return {
        "region": region_of(entry.record.comuna),
        "elementos_que_cuentan": counted,
        "elementos_certificados": in_force,
        "sellos": [
            _seal(survey, one.id) for one in survey.registry.seals_by_company.get(entry.id, ())
        ],
    }


def _seal(survey: Survey, id: str) -> Json:
    seal = survey.registry.seals[id].record
    found = seal_status(seal, survey.registry.covered_by(seal), survey.day)
    return {
        "id": id,
        "codigo": seal.code,
        "elemento": seal.holder.element_id,
        "desde": seal.since.isoformat(),
        "hasta": seal.until.isoformat(),
        "estado": found.state,
        "razon": found.reason,
        "rige": found.in_force,
    }


def _add_to_element(
    survey: Survey, held: Json, element: Element, standing: Standing | None
) -> None:
    for adhesion, record in zip(held["adhesiones"], element.adhesions, strict=True):
        for one, certificate in zip(adhesion["certificados"], record.certificates, strict=True):
            one[DERIVED] = _of_certificate(survey, certificate)
    held[DERIVED] = {
        "region": region_of(element.comuna),
        "cuenta": standing is not None and standing.counts,
        "certificado": standing is not None and standing.in_force,
        "situaciones": [
            {
                "acuerdo": status.agreement_id,
                "situacion": status.state,
                "certificado": status.certificate.code if status.certificate else None,
            }
            for status in (standing.statuses if standing else ())
        ],
    }


def _of_certificate(survey: Survey, certificate: Certificate) -> Json:
    found = certificate_status(certificate, survey.day)
    return {
        "estado": found.state,
        "rige": found.in_force,
        "estado_desde": found.state_since.isoformat() if found.state_since else None,
        "estado_hasta": found.state_until.isoformat() if found.state_until else None,
        "por_vencer": found.expires_soon(survey.expiring_days),
    }


# Agreements.


def agreement(survey: Survey, id: str) -> Json:
    """An agreement with the elements that adhered to it."""
    record = survey.registry.agreements[id].record
    return {"id": id, **plain(record), DERIVED: _of_agreement(survey, id, record)}


def _of_agreement(survey: Survey, id: str, record: Agreement) -> Json:
    waiting = survey.registry.not_accepted.get(id, {})
    section = sectors.section_of(record.ciiu) if record.ciiu else None
    adhered, certified = elements_counted(survey, id)
    return {
        "seccion": section.code if section else None,
        "terminado": agreement_ended(record, survey.day),
        "elementos_adheridos": adhered,
        "elementos_certificados": certified,
        "adhesiones_pendientes": waiting.get("pendiente", 0),
        "adhesiones_observadas": waiting.get("observada", 0),
        "adhesiones_rechazadas": waiting.get("rechazada", 0),
        "elementos": [
            {
                "empresa": standing.company.id,
                "elemento": standing.element.id,
                "situacion": status.state,
                "certificado": status.certificate.code if status.certificate else None,
            }
            for standing in sorted(
                survey.by_agreement.get(id, ()), key=lambda one: (one.company.id, one.element.id)
            )
            for status in standing.statuses
            if survey.agreement_id(status.agreement_id) == id
        ],
    }
