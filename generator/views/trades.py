"""Turns the registry into the lists and pages of trades and of the economic classification."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from generator import sectors, territory
from generator.load import Entry
from generator.model.agreement import Agreement
from generator.views.agreement_rows import agreement_rows
from generator.views.counted import Counted, counted, counted_entries
from generator.views.coverage import coverage
from generator.views.figure_slots import shown_figures
from generator.views.page import Crumb, Page, Planned, Slot
from generator.views.paging import ROWS
from generator.views.record_parts import Linked, description, region_link
from generator.views.scope_figures import scope_figures
from generator.views.seal_directory import shelf_block
from generator.views.standing import Standing, Tally, tally
from generator.views.states import element_rows
from generator.views.survey import Survey
from generator.vocabulary import RUBROS

_RUBROS = Crumb("Rubros", "rubros/")
_SECTORS = Crumb("Sectores", "sectores/")


@dataclass(frozen=True, slots=True)
class TradeRow:
    """A trade, section or division in a list; `path` is "" where nothing is recorded of it."""

    name: str
    path: str
    code: str
    tally: Tally
    agreements: Counted
    parts: "tuple[TradeRow, ...]" = ()


def pages(survey: Survey) -> Iterator[Planned]:
    """A page for each trade, section and division that a record names."""
    for rubro, label in RUBROS.items():
        if rubro in survey.named_rubros:
            yield Planned(f"rubros/{rubro}/", partial(_rubro_page, survey, rubro, label.es))
    for section in sectors.sections().values():
        if section.slug in survey.named_sectors:
            yield _planned_sector(survey, section.slug, section.code, section.title)
    for division in sectors.divisions().values():
        if division.slug in survey.named_sectors:
            yield _planned_sector(survey, division.slug, division.code, division.title)


def _planned_sector(survey: Survey, slug: str, code: str, title: str) -> Planned:
    return Planned(f"sectores/{slug}/", partial(_sector_page, survey, slug, code, title))


def rubros_slot(survey: Survey) -> Slot:
    """The trades in the order of the vocabulary."""
    rows = tuple(
        TradeRow(
            label.es,
            f"rubros/{rubro}/" if rubro in survey.named_rubros else "",
            "",
            tally(survey.by_rubro.get(rubro, ())),
            counted_entries(survey.agreements_by_rubro.get(rubro, ())),
        )
        for rubro, label in RUBROS.items()
    )
    context = {"rows": rows, "day": survey.day, "tally": survey.tally}
    return Slot("fragments/rubros.html", context)


def sectors_slot(survey: Survey) -> Slot:
    """The sections of the classification with those of their divisions that are in use."""
    rows = tuple(
        _sector_row(survey, section.slug, section.code, section.title)
        for section in sectors.sections().values()
    )
    context = {"rows": rows, "day": survey.day, "tally": survey.tally}
    return Slot("fragments/sectors.html", context)


def _sector_row(survey: Survey, slug: str, code: str, title: str) -> TradeRow:
    return TradeRow(
        title,
        f"sectores/{slug}/" if slug in survey.named_sectors else "",
        code,
        tally(survey.by_sector.get(slug, ())),
        counted_entries(survey.agreements_by_sector.get(slug, ())),
        tuple(
            _sector_row(survey, one.slug, one.code, one.title)
            for one in sectors.divisions().values()
            if one.section == code and one.slug in survey.named_sectors
        ),
    )


def _rubro_page(survey: Survey, rubro: str, name: str) -> Page:
    rows = survey.by_rubro.get(rubro, ())
    return Page(
        path=f"rubros/{rubro}/",
        mould="rubros",
        template="pages/rubro.html",
        title=f"Rubro {name}: acuerdos e instalaciones",
        description=description(
            f"{name}: acuerdos de producción limpia de este rubro e instalaciones que adhirieron,"
            " con su estado."
        ),
        context={
            "name": name,
            **_lists(survey, rows, survey.agreements_by_rubro.get(rubro, ())),
            **_figures(survey, f"rubros/{rubro}"),
            **shelf_block(survey, f"rubros/{rubro}"),
        },
        crumbs=(_RUBROS,),
        source="",
    )


def _sector_page(survey: Survey, slug: str, code: str, title: str) -> Page:
    rows = survey.by_sector.get(slug, ())
    section = sectors.section_of(code)
    above = section if section and section.code != code else None
    row = _sector_row(survey, slug, code, title)
    return Page(
        path=f"sectores/{slug}/",
        mould="sectores",
        template="pages/sector.html",
        title=f"{title} (CIIU {code}): acuerdos e instalaciones",
        description=description(
            f"CIIU4.CL {code}, {title}: sus acuerdos de producción limpia.",
            "Instalaciones que adhirieron, con su estado.",
        ),
        context={
            "code": code,
            "name": title,
            "above": Linked(above.title, f"sectores/{above.slug}/") if above else None,
            "parts": row.parts,
            **_lists(survey, rows, survey.agreements_by_sector.get(slug, ())),
            **_figures(survey, f"sectores/{slug}"),
        },
        crumbs=(_SECTORS, *([Crumb(above.title, f"sectores/{above.slug}/")] if above else [])),
        source="",
    )


def _lists(
    survey: Survey, rows: tuple[Standing, ...], agreements: Iterable[Entry[Agreement]]
) -> dict[str, object]:
    """What pages of trades and sectors share; too many elements are counted, not listed."""
    return {
        "tally": tally(rows),
        "elements": element_rows(survey, rows) if len(rows) <= ROWS else (),
        "regions": _by_region(rows),
        "agreements": agreement_rows(survey, agreements),
        "coverage": coverage(survey, "certified"),
    }


def _figures(survey: Survey, scope: str) -> dict[str, object]:
    return shown_figures(survey, scope_figures(survey, scope, f"{scope}/"))


def _by_region(rows: Iterable[Standing]) -> tuple[tuple[Linked, Counted], ...]:
    """How many elements that count each region has, from north to south."""
    found: defaultdict[str | None, list[bool]] = defaultdict(list)
    for one in rows:
        if one.counts:
            found[one.region].append(one.example)
    return tuple(
        (region_link(region.code), counted(found[region.code]))
        for region in territory.regions()
        if region.code in found
    )
