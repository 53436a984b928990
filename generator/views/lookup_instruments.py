"""Turns agreements, regional programmes and pre-investment agreements into rows of the search."""

from collections.abc import Iterator

from generator import territory
from generator.load import Entry
from generator.model.agreement import Agreement
from generator.model.preinvestment import Preinvestment
from generator.model.programme import Programme
from generator.search.rows import Row
from generator.views.lookup_facets import plain_row, territory_facets, trade_facets
from generator.views.record_parts import agreement_titles
from generator.views.survey import Survey
from generator.views.territory_words import territory_words


def instrument_rows(survey: Survey) -> Iterator[Row]:
    """The agreements, then the programmes, then the pre-investment agreements."""
    titles = agreement_titles(survey.registry)
    for agreement in survey.registry.agreements.values():
        yield _agreement(survey, agreement, titles[agreement.id])
    for programme in survey.registry.programmes.values():
        yield _programme(programme)
    for project in survey.registry.preinvestments.values():
        yield _preinvestment(project)


def _agreement(survey: Survey, entry: Entry[Agreement], title: str) -> Row:
    record = entry.record
    signed = record.dates.signed if record.dates else None
    details = (record.sponsor, territory_words(record.territory))
    words = (record.name, record.sector, record.sponsor, *record.signatories)
    facets = {
        **territory_facets(record.territory),
        **trade_facets(record.rubro, record.ciiu),
        "acuerdo": (entry.id,),
        "anio": (str(signed.year),) if signed and signed.year <= survey.day.year else (),
    }
    row = plain_row(
        "acuerdo",
        f"acuerdos/{entry.id}/",
        title,
        " · ".join(one for one in details if one),
        tuple(one for one in words if one and one != title),
        facets,
    )
    return row._replace(example=record.example)


def _programme(entry: Entry[Programme]) -> Row:
    record = entry.record
    region = territory.region(record.region)
    facets = {"region": (region.slug,)} if region else {}
    detail = region.name if region else ""
    row = plain_row("programa", f"programas/{entry.id}/", record.name, detail, (), facets)
    return row._replace(example=record.example)


def _preinvestment(entry: Entry[Preinvestment]) -> Row:
    record = entry.record
    facets = {**territory_facets(record.territory), **trade_facets(record.rubro, None)}
    details = (record.holder, territory_words(record.territory))
    detail = " · ".join(one for one in details if one)
    path = f"preinversion/{entry.id}/"
    row = plain_row("preinversion", path, record.project, detail, (), facets)
    return row._replace(example=record.example)
