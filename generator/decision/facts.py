"""Turns published records and a day into the facts that the decision table asks about.

Every fact is text: days in ISO form, numbers as digits, yes and no as `si` and `no`, absent ones
empty. The browser works out the same facts (`templates/assets/estado/hechos.js`).
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from generator import status
from generator.decision import rolls
from generator.decision.given_names import UNNAMED_COMPANY, WITHDRAWN_AGREEMENT, said_name
from generator.language import gettext
from generator.load import Entry
from generator.model.agreement import Agreement
from generator.model.company import Certificate, Company, Element
from generator.model.seal import Seal
from generator.registry import Granted, Registry, Tombstone
from generator.vocabulary import label

SCOPE_NOUNS = {
    "organizacion": "la organización",
    "establecimiento": "la instalación",
    "maquinaria": "la máquina",
    "producto": "el producto",
}

SCOPE_NOUNS_EN = {
    "organizacion": "organization",
    "establecimiento": "site",
    "maquinaria": "machine",
    "producto": "product",
}
"""What an element is, in the English line."""

SEAL_REASONS = {
    "aun_no_rige": "aún no rige",
    "vencido": "vencido",
    "contrato_terminado": "contrato terminado",
    "sin_certificado_vigente": "sin certificado vigente",
}
"""Why a seal is not in force, as the terminal says it in brackets."""

HOLDER, AND = "{cual}, de {empresa},", "{palabras} y {ultima}"
"""How a sentence names an element with its company, and several things at once."""

NO_SEAL = {"sello": "sin_contrato", "sello_codigo": "", "sello_hasta": "", "sello_motivo": ""}


def element_name(element: Element) -> str:
    """`la instalación Bodega Talca`."""
    return f"{gettext(SCOPE_NOUNS[element.scope])} {element.name}"


def company_name(company: Company) -> str:
    """The name that stands for a company in a sentence: the legal one, else the trade name."""
    return company.legal_name or company.trade_name or UNNAMED_COMPANY


def said_company(company: Company) -> str:
    """The name of a company in a sentence of the language spoken."""
    return said_name(company_name(company))


def said_agreement(registry: Registry, id: str) -> str:
    """The name of an agreement in a sentence of the language spoken."""
    return said_name(agreement_name(registry, id))


def agreement_name(registry: Registry, id: str) -> str:
    """The agreement's name; its id where the register never had it."""
    agreement = registry.agreement(id)
    if agreement:
        return agreement.name
    today = registry.former.get("acuerdos", {}).get(id, id)
    return WITHDRAWN_AGREEMENT if ("acuerdos", today) in registry.withdrawn else id


def yes(fact: bool) -> str:
    """How a fact says yes or no."""
    return "si" if fact else "no"


def iso(day: date | None) -> str:
    """How a fact says a day."""
    return day.isoformat() if day else ""


# A certificate.


def certificate_facts(registry: Registry, granted: Granted, day: date) -> dict[str, str]:
    """What the table asks about a certificate."""
    agreement = registry.agreement(granted.adhesion.agreement_id)
    found = status.certificate_status(granted.certificate, day)
    roll, reach = rolls.roll_facts(agreement, "seals", day)
    return {
        "codigo": granted.certificate.code,
        "estado": found.state,
        "por_vencer": _soon(found, registry.settings.expiring_days),
        "dias": "" if found.days_left is None else str(found.days_left),
        "desde": iso(found.since),
        "hasta": iso(found.until),
        "estado_desde": iso(found.state_since),
        "estado_hasta": iso(found.state_until),
        "suspension_abierta": yes(_is_open_ended(granted.certificate, day)),
        "motivo": found.reason or "",
        "nivel": level_name(agreement, granted.certificate.level),
        "cual": element_name(granted.element),
        "which": SCOPE_NOUNS_EN[granted.element.scope],
        "empresa": said_company(granted.company.record),
        "acuerdo": said_agreement(registry, granted.adhesion.agreement_id),
        "sucesor": _successor(granted, day) if found.state in ("vencido", "anulado") else "",
        "nomina_sellos": roll,
        "nomina": reach,
        "retirado": yes(_withdrawn_on(granted, day) is not None and found.in_force),
        "retirado_el": iso(_withdrawn_on(granted, day)),
        "ejemplo": yes(granted.company.record.example),
        **_certificate_seal(registry, granted, day),
    }


def _soon(found: status.CertificateStatus, days: int) -> str:
    if not found.expires_soon(days):
        return "no"
    return "si" if found.days_left else "hoy"


def _is_open_ended(certificate: Certificate, day: date) -> bool:
    return any(one.until is None and one.since <= day for one in certificate.suspensions)


def level_name(agreement: Agreement | None, number: int | None) -> str:
    """The name that the agreement gives a level, or its number."""
    if number is None:
        return ""
    levels = agreement.levels if agreement else ()
    return next((one.name for one in levels if one.number == number), str(number))


def _withdrawn_on(granted: Granted, day: date) -> date | None:
    left = granted.adhesion.withdrawal
    return left.withdrawn_on if left and left.withdrawn_on <= day else None


def _successor(granted: Granted, day: date) -> str:
    """The code of the certificate in force of the same element in the same agreement."""
    found = status.element_status(granted.element, granted.adhesion.agreement_id, None, day)
    if found and found.certificate and found.state == "certificado":
        return found.certificate.code
    return ""


def _certificate_seal(registry: Registry, granted: Granted, day: date) -> dict[str, str]:
    covering = known_seals(registry.seals_by_certificate.get(granted.certificate.code, ()), day)
    if held := _first_in_force(registry, covering, day):
        return seal_fact("elemento" if held.holder.element_id else "empresa", held)
    company_wide = [
        seal
        for seal in known_seals(registry.seals_by_company.get(granted.company.id, ()), day)
        if seal.holder.element_id is None
    ]
    if held := _first_in_force(registry, company_wide, day):
        return seal_fact("otro", held)
    return ended_seal(registry, covering, day)


def known_from(seal: Seal) -> date:
    """The first day on which anybody could know of a seal."""
    return min(seal.contract.signed_on, seal.since)


def known_seals(seals: Iterable[Entry[Seal]], day: date) -> list[Seal]:
    """The seals that had been granted by `day`, the one that lasts longest first."""
    known = (one.record for one in seals)
    dated = (seal for seal in known if known_from(seal) <= day)
    return sorted(dated, key=lambda seal: (-seal.until.toordinal(), seal.code))


def _first_in_force(registry: Registry, seals: Sequence[Seal], day: date) -> Seal | None:
    return next((seal for seal in seals if seal_status(registry, seal, day).in_force), None)


def ended_seal(registry: Registry, seals: Sequence[Seal], day: date) -> dict[str, str]:
    """What is said of seals of which none is in force: of the first, or that there is none."""
    if not seals:
        return NO_SEAL
    reason = seal_status(registry, seals[0], day).reason
    return seal_fact("no_vigente", seals[0], gettext(SEAL_REASONS[reason]) if reason else "")


def seal_fact(held: str, seal: Seal, reason: str = "") -> dict[str, str]:
    """The facts of the seal that matters to a certificate or company."""
    return {
        "sello": held,
        "sello_codigo": seal.code,
        "sello_hasta": iso(seal.until),
        "sello_motivo": reason,
    }


# A seal.


def seal_status(registry: Registry, seal: Seal, day: date) -> status.SealStatus:
    """Where a seal of the register stands on a day."""
    return status.seal_status(seal, registry.covered_by(seal), day)


def seal_facts(registry: Registry, seal: Seal, day: date) -> dict[str, str]:
    """What the table asks about a seal."""
    found = seal_status(registry, seal, day)
    company = registry.companies[seal.holder.company_id].record
    element = next((one for one in company.elements if one.id == seal.holder.element_id), None)
    name = said_company(company)
    cual = element_name(element) if element else ""
    return {
        "codigo": seal.code,
        "estado": found.state,
        "razon": found.reason or "",
        "razon_palabras": gettext(SEAL_REASONS[found.reason]) if found.reason else "",
        "de": "elemento" if element else "empresa",
        "titular": holder_name(cual, name) if element else name,
        "cual": cual,
        "which": SCOPE_NOUNS_EN[element.scope] if element else "",
        "empresa": name,
        "desde": iso(found.since),
        "hasta": iso(found.until),
        "termino": iso(found.ended_on),
        "motivo": found.ended_because or "",
        "contrato": seal.contract.number,
        "usos": joined([label("seal_use", use).lower() for use in seal.uses]),
        "ejemplo": yes(seal.example),
    }


def holder_name(element: str, company: str) -> str:
    """`la instalación Bodega Talca, de Viña Norte,`."""
    return gettext(HOLDER).format(cual=element, empresa=company)


def joined(words: Sequence[str]) -> str:
    """`envase, producto y publicidad`."""
    if len(words) < 2:
        return "".join(words)
    return gettext(AND).format(palabras=", ".join(words[:-1]), ultima=words[-1])


# What is no longer there.


def withdrawn_facts(registry: Registry, stone: Tombstone) -> dict[str, str]:
    """What the table asks about a withdrawn record."""
    heir = registry.living(stone.collection, stone.heir) if stone.heir else None
    return {
        "razon": stone.reason,
        "fecha": iso(stone.withdrawn_on),
        "hay_heredera": yes(heir is not None),
        "heredera": said_name(record_name(heir)) if heir else "",
        "ejemplo": yes(stone.example),
    }


def record_name(entry: Entry[Any]) -> str:
    """What a published record is called."""
    record = entry.record
    if isinstance(record, Company):
        return company_name(record)
    return str(getattr(record, "name", None) or getattr(record, "project", None) or entry.id)
