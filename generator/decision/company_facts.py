"""Turns a company, or an element in an agreement, and a day into facts of the decision table."""

from collections.abc import Sequence
from datetime import date

from generator import status
from generator.decision import rolls
from generator.decision.facts import (
    element_name,
    ended_seal,
    iso,
    joined,
    known_seals,
    said_agreement,
    said_company,
    seal_fact,
    seal_status,
    yes,
)
from generator.load import Entry
from generator.model.agreement import Agreement
from generator.model.company import Company, Element
from generator.registry import Registry

COMPANY_STATES = {
    "certificacion_suspendida": "suspendida",
    "adherido": "adherida",
    "certificacion_vencida": "vencida",
    "certificacion_anulada": "anulada",
    "sin_certificar": "sin_certificar",
    "retirado": "retirada",
}
"""What a company without certificates in force is called when all its elements are so; in the
order in which an element with several agreements is judged by one of them."""

UNITS = {
    "instalaciones": ("instalación", "instalaciones", "site", "sites"),
    "elementos": ("elemento", "elementos", "element", "elements"),
}
"""How a company's elements are counted, one and many, in Spanish and English."""


def element_facts(
    registry: Registry, company: Company, element: Element, found: status.ElementStatus, day: date
) -> dict[str, str]:
    """What the table asks about an element whose state no certificate decides."""
    agreement = registry.agreement(found.agreement_id)
    roll, reach = rolls.roll_facts(agreement, "certified", day)
    left = found.adhesion.withdrawal if found.state == "retirado" else None
    return {
        "estado": found.state,
        "con_certificado": yes(found.certificate is not None),
        "nomina_certificados": roll,
        "nomina": reach,
        "cual": element_name(element),
        "empresa": said_company(company),
        "acuerdo": said_agreement(registry, found.agreement_id),
        "desde": iso(found.adhesion.adhered_on),
        "retirado_el": iso(left.withdrawn_on if left else None),
        "motivo": (left.reason or "") if left else "",
        "ejemplo": yes(company.example),
    }


def company_facts(registry: Registry, entry: Entry[Company], day: date) -> dict[str, str]:
    """What the table asks about a company."""
    company = entry.record
    summary = status.company_summary(company, day)
    agreements = [
        registry.agreement(adhesion.agreement_id)
        for element in company.elements
        for adhesion in element.adhesions
        if any(status.certificate_status(one, day).in_force for one in adhesion.certificates)
    ]
    return {
        "estado": _company_state(registry, company, summary, day),
        **_counted(summary),
        **_certified_lists(registry, company, day),
        "empresa": said_company(company),
        "nomina_sellos": (
            "completa" if rolls.all_complete(agreements, "seals", day) else "incompleta"
        ),
        "ejemplo": yes(company.example),
        **_company_seal(registry, entry, day),
    }


def _counted(summary: status.CompanySummary) -> dict[str, str]:
    """`unidad` is as the terminal counts, `contadas` and `units` agree with their number."""
    one, many, site, sites = UNITS[summary.unit]
    single = summary.counted == 1
    return {
        "n": str(summary.in_force),
        "m": str(summary.counted),
        "unidad": summary.unit,
        "contadas": one if single else many,
        "units": site if single else sites,
    }


def _certified_lists(registry: Registry, company: Company, day: date) -> dict[str, str]:
    """Whether the lists of certificates of its agreements are complete; else how far they go."""
    ids = {
        adhesion.agreement_id
        for element in company.elements
        for adhesion in element.adhesions
        if adhesion.adhered_on <= day
    }
    reach = rolls.joint_reach([registry.agreement(id) for id in ids], "certified", day)
    return {"nomina_certificados": "incompleta" if reach else "completa", "nomina": reach}


def _company_state(
    registry: Registry, company: Company, summary: status.CompanySummary, day: date
) -> str:
    if summary.in_force:
        return "todas" if summary.in_force == summary.counted else "algunas"
    agreements = _agreements_of(registry, company)
    states = {
        _element_state(found)
        for element in company.elements
        if (found := status.element_statuses(element, agreements, day))
        and (status.element_counts(element, day) or not summary.counted)
    }
    if not states:
        return "sin_adhesiones"
    return states.pop() if len(states) == 1 else "ninguna"


def _agreements_of(registry: Registry, company: Company) -> dict[str, Agreement]:
    ids = {one.agreement_id for element in company.elements for one in element.adhesions}
    return {id: found for id in ids if (found := registry.agreement(id))}


def _element_state(found: Sequence[status.ElementStatus]) -> str:
    """The state that speaks for an element with several agreements."""
    return COMPANY_STATES[speaking(found).state]


def speaking(found: Sequence[status.ElementStatus]) -> status.ElementStatus:
    """Of an element's agreements the one that speaks for it; a certificate in force comes first."""
    order = ("certificado", *COMPANY_STATES)
    return min(found, key=lambda one: order.index(one.state))


def unadhered_facts(company: Company, element: Element) -> dict[str, str]:
    """What the table asks about an element that had adhered to nothing by the day asked."""
    return {
        "estado": "sin_adhesion",
        "cual": element_name(element),
        "empresa": said_company(company),
        "ejemplo": yes(company.example),
    }


def _company_seal(registry: Registry, entry: Entry[Company], day: date) -> dict[str, str]:
    seals = known_seals(registry.seals_by_company.get(entry.id, ()), day)
    holding = [seal for seal in seals if seal_status(registry, seal, day).in_force]
    company_wide = next((seal for seal in holding if seal.holder.element_id is None), None)
    if company_wide:
        return {**seal_fact("empresa", company_wide), "sello_de": ""}
    if holding:
        elements = {one.id: one for one in entry.record.elements}
        held = [elements[s.holder.element_id] for s in holding if s.holder.element_id in elements]
        names = joined(sorted({element_name(one) for one in held}))
        return {**seal_fact("elemento", holding[0]), "sello_de": names}
    return {**ended_seal(registry, seals, day), "sello_de": ""}
