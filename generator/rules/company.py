"""Companies: what a legal person needs, and what an element needs."""

from collections.abc import Iterator

from generator import rut
from generator.load import is_lost
from generator.problem import Finding
from generator.rules.here import Here, each
from generator.rules.index import Index


def legal_person_has_name_and_rut(index: Index) -> Iterator[Finding]:
    """A `persona_juridica` has a legal name and a RUT."""
    for entry in index.companies:
        company = entry.record
        if company.kind == "persona_juridica":
            if company.legal_name is None:
                yield Finding(Here(entry.path).spot(), "APL340")
            if company.rut is None:
                yield Finding(Here(entry.path).spot(), "APL341")


def legal_person_has_a_legal_persons_rut(index: Index) -> Iterator[Finding]:
    """A RUT below 50.000.000 is usually a natural person's."""
    for entry in index.companies:
        company, here = entry.record, Here(entry.path)
        if company.kind != "persona_juridica":
            continue
        if company.rut and rut.is_natural(company.rut):
            yield Finding(here.spot("rut"), "APL344", {"value": company.rut})
        for name, there in each(company.former_names, here, "nombres_anteriores"):
            if name.rut and rut.is_natural(name.rut):
                yield Finding(there.spot("rut"), "APL344", {"value": name.rut})


def former_name_says_something(index: Index) -> Iterator[Finding]:
    """A former name is a legal name, a RUT or both."""
    for entry in index.companies:
        for name, here in each(entry.record.former_names, Here(entry.path), "nombres_anteriores"):
            if name.legal_name is None and name.rut is None:
                yield Finding(here.spot(), "APL345")


def establishment_is_in_a_comuna(index: Index) -> Iterator[Finding]:
    """An `establecimiento` says where it is."""
    for one in index.elements:
        if one.element.scope == "establecimiento" and one.element.comuna is None:
            yield Finding(one.here.spot(), "APL346", {"id": one.element.id})


def company_of_an_element_exists(index: Index) -> Iterator[Finding]:
    """A seal that names an element names one of its holder."""
    for seal in index.seals:
        holder = seal.record.holder
        company = index.resolve("empresas", holder.company_id)
        if not holder.element_id or company is None or company.id in index.damaged_companies:
            continue
        ids = [one.id for one in company.record.elements]
        if holder.element_id not in ids and not is_lost(holder.element_id):
            params: dict[str, object] = {"id": holder.element_id, "company": company.id}
            if close := index.closest_of(holder.element_id, ids):
                params["suggestion"] = close
            spot = Here(seal.path).spot("titular", "elemento")
            yield Finding(spot, "APL222", params)


RULES = (
    legal_person_has_name_and_rut,
    legal_person_has_a_legal_persons_rut,
    former_name_says_something,
    establishment_is_in_a_comuna,
    company_of_an_element_exists,
)
