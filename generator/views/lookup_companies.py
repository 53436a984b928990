"""Turns companies, their elements, certificates and seals into the rows that search finds."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.code import compact
from generator.decision.facts import seal_status
from generator.load import Entry
from generator.model.company import Company
from generator.model.seal import Seal
from generator.registry import Granted
from generator.runs import portions_of_runs
from generator.search.families import families
from generator.search.marks import Knower
from generator.search.rows import Row
from generator.search.shelf import Bunch
from generator.status import SealStatus, certificate_status
from generator.views.lookup_facets import Facets, iso, place_facets, trade_facets
from generator.views.record_parts import joined, public_name
from generator.views.standing import Standing
from generator.views.states import code_path, ordered
from generator.views.survey import Survey
from generator.views.titles import titles

MOST_NAMES = 3


def company_families(survey: Survey, knower: Knower) -> list[Bunch]:
    """Each company with its elements, certificates and seals."""
    # A title depends on namesakes: rows are those of a company under one title.
    keys = (f"{id}{_BETWEEN}{title}" for id, title in titles(survey).items())

    def families_of(run: Iterable[str]) -> Bunch:
        return families([row for key in run for row in _rows_of(survey, key)], knower)

    return portions_of_runs(survey.portions, "buscar", keys, families_of)


_BETWEEN = "\n"


def _rows_of(survey: Survey, key: str) -> list[Row]:
    id, _, title = key.partition(_BETWEEN)
    registry, standings = survey.registry, survey.by_company.get(id, ())
    entry, held = registry.companies[id], registry.seals_by_company.get(id, ())
    seals = {one.record.code: seal_status(registry, one.record, survey.day) for one in held}
    placed = [(one, _element_facets(survey, one)) for one in standings]
    shared = {"tamano": (entry.record.size,), "sello": (_seal_facet(held, seals),)}
    own = _united([facets for _, facets in placed])
    return [
        _company_row(entry, title, _place_names(standings), {**own, **shared}),
        *(_element_row(survey, one, {**facets, **shared}) for one, facets in placed),
        *(
            row
            for one, facets in placed
            for row in _certificate_rows(survey, one, {**facets, **shared})
        ),
        *(_seal_row(entry, one, seals[one.record.code], {**own, **shared}) for one in held),
    ]


def _company_row(entry: Entry[Company], title: str, places: str, facets: Facets) -> Row:
    record = entry.record
    names = (record.legal_name, record.trade_name, *record.brands)
    former = [one.legal_name for one in record.former_names]
    ruts = (record.rut, *(one.rut for one in record.former_names))
    return Row(
        kind="empresa",
        path=f"empresas/{entry.id}/",
        title=title,
        detail=places,
        words=tuple(dict.fromkeys(one for one in (*names, *former) if one and one != title)),
        codes=tuple(dict.fromkeys(filter(None, ruts))),
        parent=None,
        estado="",
        facets=facets,
        desde="",
        hasta="",
        example=record.example,
    )


def _place_names(standings: Iterable[Standing]) -> str:
    """`Talca y Curicó`, or how many comunas where there are many."""
    names = list(dict.fromkeys(one.comuna.name for one in standings if one.comuna))
    if not names:
        return ""
    return joined(names) if len(names) <= MOST_NAMES else f"{len(names)} comunas"


def _united(facets: Sequence[Facets]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for one in facets:
        for name, values in one.items():
            found.setdefault(name, {}).update(dict.fromkeys(values))
    return {name: tuple(values) for name, values in found.items()}


def _element_row(survey: Survey, one: Standing, facets: Facets) -> Row:
    status = ordered(one)[0]
    certificate = status.certificate
    element = one.element
    return Row(
        kind="elemento",
        path=one.path,
        title=element.name,
        detail=survey.place_name(element.comuna),
        words=(element.identifier,) if element.identifier else (),
        codes=(),
        parent=one.company_path,
        estado=status.state,
        facets=facets,
        desde=iso(certificate.certified_on if certificate else None),
        hasta=iso(certificate.valid_until if certificate else None),
        example=one.example,
    )


def _element_facets(survey: Survey, one: Standing) -> dict[str, tuple[str, ...]]:
    agreements = (survey.agreement_id(status.agreement_id) for status in one.statuses)
    known = (id for id in agreements if id in survey.registry.agreements)
    years = (
        str(certificate.certified_on.year)
        for adhesion in one.element.adhesions
        for certificate in adhesion.certificates
        if certificate.certified_on <= survey.day
    )
    return {
        **place_facets(one.element.comuna),
        **trade_facets(one.rubro, one.ciiu),
        "acuerdo": tuple(dict.fromkeys(known)),
        "anio": tuple(sorted(set(years))),
    }


def _certificate_rows(survey: Survey, one: Standing, facets: Facets) -> Iterator[Row]:
    for adhesion in one.element.adhesions:
        for certificate in adhesion.certificates:
            found = survey.registry.certificates.get(certificate.code)
            if found is not None and adhesion.adhered_on <= survey.day:
                yield _certificate_row(survey, one, found, facets)


def _certificate_row(survey: Survey, one: Standing, found: Granted, own: Facets) -> Row:
    held = found.certificate
    id = survey.agreement_id(found.adhesion.agreement_id)
    agreement = (id,) if id in survey.registry.agreements else ()
    facets = {**own, "anio": (str(held.certified_on.year),), "acuerdo": agreement}
    number = (held.official_number,) if held.official_number else ()
    return Row(
        kind="certificado",
        path=code_path(held.code),
        title=f"Certificado {held.code}",
        detail=one.element.name,
        words=(one.element.name,),
        codes=(compact(held.code), *number),
        parent=one.company_path,
        estado=certificate_status(held, survey.day).state,
        facets=facets,
        desde=iso(held.certified_on),
        hasta=iso(held.valid_until),
        example=one.example,
    )


def _seal_facet(seals: Iterable[Entry[Seal]], statuses: Mapping[str, SealStatus]) -> str:
    states = {statuses[one.record.code].state for one in seals}
    if "vigente" in states:
        return "vigente"
    return "no_vigente" if states else "sin_sello"


def _seal_row(entry: Entry[Company], seal: Entry[Seal], status: SealStatus, facets: Facets) -> Row:
    record = seal.record
    return Row(
        kind="sello",
        path=code_path(record.code),
        title=f"Sello {record.code}",
        detail=_holder(entry.record, record),
        words=(),
        codes=(compact(record.code),),
        parent=f"empresas/{entry.id}/",
        estado=status.state,
        facets={**facets, "sello": (status.state,)},
        desde=iso(status.since),
        hasta=iso(status.until),
        example=record.example,
    )


def _holder(company: Company, seal: Seal) -> str:
    elements = {one.id: one for one in company.elements}
    element = elements.get(seal.holder.element_id or "")
    return element.name if element else public_name(company)
