"""Companies: what a legal person needs, and what an element needs."""

from collections.abc import Iterator

from generator import rut
from generator.problem import Finding
from generator.rules.here import Here, each
from generator.rules.index import Index


def legal_person_has_name_and_rut(index: Index) -> Iterator[Finding]:
    """A `persona_juridica` has a legal name and a RUT, unless its record was withdrawn."""
    for entry in index.companies:
        company = entry.record
        if company.kind == "persona_juridica" and company.withdrawal is None:
            if company.legal_name is None:
                yield Finding(Here(entry.path).spot(), "APL340")
            if company.rut is None:
                yield Finding(Here(entry.path).spot(), "APL341")


def legal_person_has_a_legal_persons_rut(index: Index) -> Iterator[Finding]:
    """A RUT below 50.000.000 is usually a natural person's."""
    for entry in index.companies:
        company, here = entry.record, Here(entry.path)
        ruts = [(company.rut, here)]
        for name, there in each(company.former_names, here, "nombres_anteriores"):
            ruts.append((name.rut, there))
        for written, where in ruts if company.kind == "persona_juridica" else ():
            if written and rut.is_natural(written):
                yield Finding(where.spot("rut"), "APL344", {"value": written})


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


RULES = (
    legal_person_has_name_and_rut,
    legal_person_has_a_legal_persons_rut,
    former_name_says_something,
    establishment_is_in_a_comuna,
)
