"""Turns the gaps of all records into the public page of the register's quality and its parts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator import territory
from generator.folding import sort_key
from generator.load import Entry
from generator.model.agreement import Agreement
from generator.quality import KINDS, Gap, Kind, agreements, instruments
from generator.territory import Comuna, Region
from generator.views import quality_differences
from generator.views.counted import Counted
from generator.views.page import Crumb, Page, Planned, Slot
from generator.views.quality_counts import (
    Found,
    all_marks,
    by_agreement,
    by_comuna,
    everything,
    marks,
    tallied,
    terms,
)
from generator.views.quality_items import Subject, companies, subject
from generator.views.record_parts import Linked, description
from generator.views.standing import Standing
from generator.views.survey import Survey

FOLDER = "calidad/"
NO_COMUNA = "sin-comuna"
"""Where elements without comuna are listed."""

NONE = Counted()

_CRUMB = Crumb("Calidad del registro", FOLDER)


@dataclass(frozen=True, slots=True)
class Row:
    """A group of records with how many gaps of each kind it has; `path` is "" without a page.

    `below` counts, for an agreement, those of adhesions and certificates in companies' records.
    """

    name: str
    path: str
    counts: Mapping[Kind, Counted]
    example: bool = False
    below: Counted = NONE

    @property
    def total(self) -> Counted:
        """All kinds."""
        return _total(self.counts.values())

    @property
    def cells(self) -> tuple[Counted, ...]:
        """The counts in the order of the kinds."""
        return tuple(self.counts.get(kind, NONE) for kind in KINDS)


def pages(survey: Survey) -> Iterator[Planned]:
    """A page for each region, each comuna where an element stands, and each agreement."""
    for region in territory.regions():
        path = f"{FOLDER}regiones/{region.slug}/"
        yield Planned(path, partial(_region_page, survey, region))
    for comuna in territory.comunas().values():
        if comuna.code in survey.by_comuna:
            yield Planned(_comuna_path(comuna), partial(_comuna_page, survey, comuna))
    yield Planned(f"{FOLDER}comunas/{NO_COMUNA}/", partial(_comuna_page, survey, None))
    for entry in survey.registry.agreements.values():
        yield Planned(f"{FOLDER}acuerdos/{entry.id}/", partial(_agreement_page, survey, entry))


def slot(survey: Survey) -> Slot:
    """The whole: by region, by agreement, and the other instruments one by one."""
    marks = all_marks(survey)
    counts, below = by_comuna(marks), by_agreement(survey, marks)
    rows = tuple(_region_rows(counts))
    own = tuple(_agreement_row(survey, one, below.get(one.id, NONE)) for one in survey.agreements)
    context = {
        "kinds": tuple(KINDS.values()),
        "regions": rows,
        "agreements": own,
        "others": tuple(_others(survey)),
        "elements": _sum("Todo el país", rows),
        "own": _sum("Todos los acuerdos", own),
        "total": survey.tally.counted,
        "day": survey.day,
    }
    return Slot("fragments/quality.html", context)


def _sum(name: str, rows: Sequence[Row]) -> Row:
    counts = tallied(pair for row in rows for pair in row.counts.items())
    return Row(name, "", counts, below=_total(row.below for row in rows))


def _total(found: Iterable[Counted]) -> Counted:
    every = tuple(found)
    return Counted(sum(one.count for one in every), sum(one.examples for one in every))


# Regions and comunas.


def _comuna_path(comuna: Comuna) -> str:
    return f"{FOLDER}comunas/{comuna.slug}/"


def _region_rows(counts: Mapping[str, Mapping[Kind, Counted]]) -> Iterator[Row]:
    """The regions from north to south, and what stands in none."""
    for region in territory.regions():
        rows = _comuna_rows(counts, region)
        yield Row(region.name, f"{FOLDER}regiones/{region.slug}/", _sum("", rows).counts)
    yield Row("Sin comuna", f"{FOLDER}comunas/{NO_COMUNA}/", counts.get("", {}))


def _comuna_rows(
    counts: Mapping[str, Mapping[Kind, Counted]], region: Region, codes: Iterable[str] = ()
) -> tuple[Row, ...]:
    """The comunas of a region that have any gap, and those of `codes`, by name."""
    found = (territory.comuna(code) for code in {*counts, *codes})
    rows = (
        Row(one.name, _comuna_path(one), counts.get(one.code, {}))
        for one in found
        if one and one.region == region.code
    )
    return tuple(sorted(rows, key=lambda one: sort_key(one.name)))


def _region_page(survey: Survey, region: Region) -> Page:
    elements, term_of = survey.by_region.get(region.code, ()), terms(survey.registry.agreement)
    codes = (one.element.comuna or "" for one in elements)
    rows = _comuna_rows(by_comuna(marks(survey, elements, term_of)), region, codes)
    named = survey.agreements_by_region.get(region.code, ())
    own = tuple(_agreement_row(survey, entry) for entry in named)
    return Page(
        path=f"{FOLDER}regiones/{region.slug}/",
        mould="calidad",
        template="pages/calidad_region.html",
        title=f"Calidad del registro: {region.official_name}",
        description=description(
            f"Qué falta, qué es antiguo y qué no calza en los datos de {region.name}."
        ),
        context={
            "name": region.official_name,
            "kinds": tuple(KINDS.values()),
            "rows": rows,
            "sum": _sum("Toda la región", rows),
            "agreements": own,
            "place": Linked(region.name, f"regiones/{region.slug}/"),
        },
        crumbs=(_CRUMB,),
        source="",
        indexable=False,
    )


def _comuna_page(survey: Survey, comuna: Comuna | None) -> Page:
    """The companies of a comuna, or those of the elements without one."""
    path = _comuna_path(comuna) if comuna else f"{FOLDER}comunas/{NO_COMUNA}/"
    name = f"comuna de {comuna.name}" if comuna else "instalaciones sin comuna"
    whose = f"de {comuna.name}" if comuna else "sin comuna"
    rows = survey.by_comuna.get(comuna.code, ()) if comuna else _without_comuna(survey)
    shown = tuple(companies(survey, _with_gaps(survey, rows)))
    region = territory.region(comuna.region) if comuna else None
    crumb = (Crumb(region.name, f"{FOLDER}regiones/{region.slug}/"),) if region else ()
    return Page(
        path=path,
        mould="calidad",
        template="pages/calidad_fichas.html",
        title=f"Calidad del registro: {name}",
        description=description(f"Qué falta y qué no calza en las fichas {whose}, una por una."),
        context={
            "name": name,
            "subjects": shown,
            "place": Linked(comuna.name, f"comunas/{comuna.slug}/") if comuna else None,
            "own": None,
        },
        crumbs=(_CRUMB, *crumb),
        source="empresas/",
        indexable=False,
    )


def _without_comuna(survey: Survey) -> tuple[Standing, ...]:
    return tuple(one for one in survey.standings if not one.element.comuna)


def _with_gaps(
    survey: Survey, rows: Iterable[Standing]
) -> Iterator[tuple[Standing, tuple[Found, ...]]]:
    """Elements with their gaps; those of a company stand with the first of its elements."""
    term_of = terms(survey.registry.agreement)
    for one in rows:
        yield one, tuple(everything(survey, one, term_of))


# Agreements, and the other instruments.


def _own(survey: Survey, entry: Entry[Agreement]) -> list[Gap]:
    return [
        *agreements.gaps(entry, survey.day),
        *quality_differences.gaps(survey, entry),
        *survey.contradictions.get(entry.path, ()),
    ]


def _agreement_row(survey: Survey, entry: Entry[Agreement], below: Counted = NONE) -> Row:
    example = entry.record.example
    counts = tallied(_counted(gap, example) for gap in _own(survey, entry))
    return Row(entry.record.name, f"{FOLDER}acuerdos/{entry.id}/", counts, example, below)


def _counted(gap: Gap, example: bool) -> tuple[Kind, Counted]:
    return gap.kind, Counted(1, int(example))


def _agreement_page(survey: Survey, entry: Entry[Agreement]) -> Page:
    name, address = entry.record.name, f"acuerdos/{entry.id}/"
    rows = survey.by_agreement.get(entry.id, ())
    held = (
        (one, tuple(each for each in gaps if survey.agreement_id(each.agreement_id) == entry.id))
        for one, gaps in _with_gaps(survey, rows)
    )
    return Page(
        path=f"{FOLDER}acuerdos/{entry.id}/",
        mould="calidad",
        template="pages/calidad_fichas.html",
        title=f"Calidad del registro: {name}",
        description=description(f"Qué falta y qué no calza en los datos de {name}."),
        context={
            "name": name,
            "own": subject(survey, entry, name, address, _own(survey, entry)),
            "subjects": tuple(companies(survey, held)),
            "place": Linked(name, address),
        },
        crumbs=(_CRUMB,),
        example=entry.record.example,
        source=entry.path,
        indexable=False,
    )


def _others(survey: Survey) -> Iterator[Subject]:
    registry, day = survey.registry, survey.day
    for programme in registry.programmes.values():
        path, gaps = f"programas/{programme.id}/", instruments.of_programme(programme, day)
        yield _other(survey, programme, programme.record.name, path, gaps)
    for project in registry.preinvestments.values():
        path, gaps = f"preinversion/{project.id}/", instruments.of_preinvestment(project, day)
        yield _other(survey, project, project.record.project, path, gaps)
    for table in registry.statistics.values():
        path, gaps = f"estadisticas/{table.id}/", instruments.of_statistic(table, day)
        yield _other(survey, table, table.record.name, path, gaps)


def _other(survey: Survey, entry: Entry[Any], name: str, path: str, gaps: Iterable[Gap]) -> Subject:
    every = (*gaps, *survey.contradictions.get(entry.path, ()))
    return subject(survey, entry, name, path, every)
