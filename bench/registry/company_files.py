"""Companies and the outcomes of their adhesions → files as an editor writes them."""

from collections.abc import Iterator, Mapping, Sequence

from bench.registry.certificates import Certificate, Key, Outcome, key
from bench.registry.companies import Adhesion, Company, Element
from generator.folding import slug
from generator.territory import region


def files(made: Sequence[Company], outcomes: Mapping[Key, Outcome]) -> Iterator[tuple[str, str]]:
    """The companies' files, in a folder for each region: (path in the registry, text)."""
    for company in made:
        found = region(company.comuna.region)
        folder = found.slug if found else "otras"
        lines = [*_head(company), "elementos:"]
        for element in company.elements:
            lines += _element(company, element, outcomes)
        if company.former_id:
            lines += ["ids_anteriores:", f"  - {company.former_id}"]
        lines += ["fuentes:", "  - documento: Nómina sintética"]
        yield f"empresas/{folder}/{company.id}.yaml", "\n".join(lines) + "\n"


def _head(company: Company) -> Iterator[str]:
    if company.legal_name:
        yield f"razon_social: {company.legal_name}"
    if company.trade_name:
        yield f"nombre_fantasia: {company.trade_name}"
    if company.brand:
        yield f"marcas:\n  - {company.brand}"
    yield f"tipo: {'persona_natural' if company.is_natural else 'persona_juridica'}"
    if company.rut:
        yield f'rut: "{company.rut}"'
    if company.consents:
        yield "consentimiento:\n  fecha: 2025-06-12\n  documento: Formulario firmado"
        yield "  campos:\n    - nombre"
    yield f"tamano: {company.size}"
    yield f'ciiu: "{company.trade.ciiu}"'
    yield f"rubro: {company.trade.rubro}"
    yield f'comuna: "{company.comuna.code}"'
    if company.brand:
        yield f"sitio_web: https://www.{slug(company.brand)}.example/"


def _element(company: Company, element: Element, outcomes: Mapping[Key, Outcome]) -> Iterator[str]:
    yield f"  - id: {element.id}"
    yield f"    alcance: {element.scope}"
    yield f"    nombre: {element.name}"
    yield f'    comuna: "{element.comuna.code}"'
    if element.address:
        yield f"    direccion: {element.address}"
    if element.location:
        yield "    ubicacion:"
        yield f"      lat: {element.location[0]}\n      lon: {element.location[1]}"
    if element.adhesions:
        yield "    adhesiones:"
    for adhesion in element.adhesions:
        yield from _adhesion(adhesion, outcomes.get(key(company, element, adhesion)))


def _adhesion(adhesion: Adhesion, outcome: Outcome | None) -> Iterator[str]:
    yield f"      - acuerdo: {adhesion.agreement.id}"
    yield f"        fecha: {adhesion.adhered_on}"
    yield f"        estado: {adhesion.state}"
    if adhesion.withdrawn_on:
        yield f"        retiro:\n          fecha: {adhesion.withdrawn_on}"
    if outcome:
        yield from _audit(adhesion, outcome)
        yield "        certificados:"
        for certificate in outcome.certificates:
            yield from _certificate(certificate)


def _audit(adhesion: Adhesion, outcome: Outcome) -> Iterator[str]:
    yield "        auditorias:\n          - tipo: final"
    yield f"            fecha: {outcome.audited_on}"
    yield f"            aplican: {outcome.applicable}\n            cumplen: {outcome.applicable}"
    level = outcome.certificates[0].level
    if level:
        yield f"            nivel: {level}"
    yield f"            auditor: {outcome.auditor}"
    if adhesion.agreement.is_validated:
        yield "            validada: true"


def _certificate(one: Certificate) -> Iterator[str]:
    yield f'          - codigo: "{one.code}"'
    yield f"            fecha: {one.certified_on}"
    yield f"            vigente_hasta: {one.valid_until}"
    if one.level:
        yield f"            nivel: {one.level}"
    if one.renews:
        yield f'            renueva: "{one.renews}"'
    yield from (f"            {line}" for line in one.mishap)
