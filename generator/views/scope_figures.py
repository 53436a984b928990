"""Turns the counts of an agreement, a region, a trade or a sector into the figures of its page."""

from collections.abc import Iterator
from dataclasses import replace

from generator import sectors, territory
from generator.funnel import NOBODY, SIZES, Steps, funnel
from generator.load import Entry
from generator.model.agreement import Agreement
from generator.views import scope_times, told_counts
from generator.views.agreement_parts import coverages
from generator.views.charts import Bars
from generator.views.counting.groups import Block
from generator.views.figure import (
    KEY,
    STAGES,
    Column,
    Figure,
    Value,
    name_column,
    reaching,
    step_bar,
    step_values,
)
from generator.views.figure import STEPS as STEP_COLUMNS
from generator.views.funnel_figures import ADHERING, UNKNOWN, size_figure, sizes
from generator.views.survey import Survey
from generator.views.told_steps import as_far_as, depth
from generator.vocabulary import RUBROS

ALL = "total"
"""The key of the row that all others add up to."""


def scope_figures(survey: Survey, scope: str, page: str) -> tuple[Figure, ...]:
    """The figures of one page: none where nothing adhered, nor anything was published of it.

    `scope` names the counts (`regiones/07`), `page` the address (`regiones/maule/`). Those of an
    agreement say how far its own lists go.
    """
    kind, _, id = scope.partition("/")
    if kind == "acuerdos":
        return tuple(_of_agreement(survey, survey.registry.agreements[id], page))
    return tuple(_of_place(survey, scope, page))


def _of_agreement(survey: Survey, entry: Entry[Agreement], page: str) -> Iterator[Figure]:
    found: Block = survey.counted(f"acuerdos/{entry.id}")
    if found.elements.adhered:
        where, told = entry.record.name, depth(survey, found.elements, entry.record)
        lists = tuple(one.text for one in coverages(entry.record, survey.day))
        both = (_by_group(survey, found, page), _by_company_size(survey, found, page))
        for one in (*both, *scope_times.figures(survey, found, page)):
            yield as_far_as(replace(one, where=where, lists=lists), told)
    yield from told_counts.own_figure(survey, entry, page)


def _of_place(survey: Survey, scope: str, page: str) -> Iterator[Figure]:
    found: Block = survey.counted(scope)
    where = _where(scope)
    if found.elements.adhered:
        told = depth(survey, found.elements)
        made = replace(_by_group(survey, found, page), where=where)
        yield reaching(survey, as_far_as(made, told), "adhered")
        for one in scope_times.figures(survey, found, page):
            yield reaching(survey, as_far_as(replace(one, where=where), told), "certified")
    csv = f"estadisticas/{page}publicado.csv"
    both = told_counts.figure(survey, _agreements(survey, scope), page, csv, every=False)
    if both.rows:
        yield replace(both, where=where)


def _agreements(survey: Survey, scope: str) -> tuple[Entry[Agreement], ...]:
    """Those that name the region, are of the trade or of the sector: whose page lists them."""
    kind, _, key = scope.partition("/")
    held = {
        "regiones": survey.agreements_by_region,
        "rubros": survey.agreements_by_rubro,
        "sectores": survey.agreements_by_sector,
    }
    return held[kind].get(key, ())


def _where(scope: str) -> str:
    """What a page is about, in the words that its title has."""
    kind, _, key = scope.partition("/")
    if kind == "regiones":
        region = territory.region(key)
        return region.official_name if region else key
    if kind == "rubros":
        return f"Rubro {RUBROS[key].es}"
    return sectors.label(key.upper())


def _by_group(survey: Survey, found: Block, page: str) -> Figure:
    """In all, and by size, region and year: one table whose parts each add up to the first row."""
    bars = Bars(tuple(step_bar(name, steps) for _, _, name, steps in _drawn(found)), STAGES)
    unit = survey.counted("unidad")
    return Figure(
        anchor="embudo",
        title=f"{unit.capitalize()} que adhieren y se certifican",
        unit=unit,
        day=survey.day,
        includes=f"{ADHERING} El tamaño es el de la empresa al adherir.",
        columns=(KEY, Column("grupo", "Por", "texto"), name_column("Cuáles"), *STEP_COLUMNS),
        rows=tuple(_row(*one) for one in _rows(found)),
        charts=(bars,),
        examples=found.elements.examples,
        page=page,
        csv=f"estadisticas/{page.rstrip('/')}.csv",
    )


Grouped = tuple[str, str, str, Steps]


def _row(group: str, key: str, name: str, steps: Steps) -> tuple[Value, ...]:
    return (key, group, name, *step_values(steps))


def _drawn(found: Block) -> Iterator[Grouped]:
    """What the picture shows: all, and the sizes that there are."""
    return (one for one in _rows(found) if one[0] in (ALL, "tamaño") and one[3].adhered)


def _rows(found: Block) -> Iterator[Grouped]:
    yield ALL, ALL, "Todas", found.elements
    for key, name, steps in sizes(found.by_size):
        yield "tamaño", key, name, steps
    if len(found.by_region) > 1:
        for region in territory.regions():
            if region.code in found.by_region:
                yield "región", region.code, region.name, found.by_region[region.code]
        if "" in found.by_region:
            yield "región", "", UNKNOWN, found.by_region[""]
    for year in sorted(found.by_year):
        yield "año de adhesión", year, year, found.by_year[year]


def _by_company_size(survey: Survey, found: Block, page: str) -> Figure:
    """The deck's table, of one agreement."""
    known = {**dict.fromkeys(SIZES, NOBODY), **found.companies_by_size}
    made = size_figure(
        funnel(known, "empresas", survey.day), "cumplimiento", "Cumplimiento según el tamaño"
    )
    return replace(
        made,
        includes=(
            "Empresas con al menos una adhesión aceptada a este acuerdo, según su tamaño al"
            " adherir, y cuántas de ellas obtuvieron alguna vez en él un certificado que no se"
            " anuló."
        ),
        page=page,
        csv=f"estadisticas/{page}tamano.csv",
    )
