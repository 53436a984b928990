"""Turns the registry into the page of each region, the list of all 16 and the map."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from generator import territory
from generator.load import Entry
from generator.model.agreement import Agreement
from generator.territory import Region
from generator.views.agreement_rows import agreement_rows
from generator.views.comunas import ComunaRow, comuna_rows
from generator.views.counted import Counted, counted_entries
from generator.views.coverage import coverage
from generator.views.figure_slots import shown_figures
from generator.views.follow import feed_path, follow
from generator.views.map_view import region_map
from generator.views.page import Crumb, Page, Planned, Slot, redirect
from generator.views.paging import ROWS
from generator.views.record_parts import Linked, description
from generator.views.scope_figures import scope_figures
from generator.views.seal_directory import shelf_block
from generator.views.standing import Standing, Tally, tally
from generator.views.states import ElementRow, element_rows
from generator.views.survey import Survey

_CRUMB = Crumb("Regiones", "regiones/")


@dataclass(frozen=True, slots=True)
class RegionRow:
    """A region in a list: its elements, and how many agreements name it."""

    name: str
    path: str
    tally: Tally
    agreements: Counted


@dataclass(frozen=True, slots=True)
class ComunaGroup:
    """A comuna with its elements; none are listed where the region has too many."""

    comuna: ComunaRow
    elements: tuple[ElementRow, ...]


def pages(survey: Survey) -> Iterator[Planned]:
    """A page for each region; its code leads there too."""
    for region in territory.regions():
        path = f"regiones/{region.slug}/"
        yield Planned(path, partial(_page, survey, region))
        yield redirect(f"regiones/{region.code}/", path, region.name)


def list_slot(survey: Survey) -> Slot:
    """The regions from north to south."""
    rows = tuple(
        RegionRow(
            region.name,
            f"regiones/{region.slug}/",
            tally(survey.by_region.get(region.code, ())),
            counted_entries(agreements_of(survey, region)),
        )
        for region in territory.regions()
    )
    nationwide = counted_entries(_reaching(survey.agreements, "nacional"))
    context = {"rows": rows, "nationwide": nationwide, "day": survey.day, "tally": survey.tally}
    return Slot("fragments/regions.html", context)


def map_slot(survey: Survey) -> Slot:
    """The map by region, with the ordered list that says the same."""
    tallies = {code: found for code, found in survey.region_tallies.items() if code}
    return Slot(
        "fragments/map_slot.html",
        {
            "map": region_map(tallies),
            "tally": survey.tally,
            "placeless": survey.region_tallies.get("", Tally()),
            "day": survey.day,
            "coverage": coverage(survey, "certified"),
        },
    )


def agreements_of(survey: Survey, region: Region) -> tuple[Entry[Agreement], ...]:
    """The agreements whose territory names the region, or a comuna of it."""
    return survey.agreements_by_region.get(region.code, ())


def _page(survey: Survey, region: Region) -> Page:
    rows = survey.by_region.get(region.code, ())
    named = agreements_of(survey, region)
    nationwide = _reaching(survey.agreements, "nacional")
    comunas = comuna_rows(survey, region)
    return Page(
        path=f"regiones/{region.slug}/",
        mould="regiones",
        template="pages/region.html",
        title=f"{region.official_name}: acuerdos e instalaciones",
        description=description(
            f"{region.official_name}: acuerdos de producción limpia e instalaciones que"
            " adhirieron, comuna por comuna."
        ),
        context={
            "region": region,
            "tally": tally(rows),
            "coverage": coverage(survey, "certified"),
            "comunas": _groups(survey, rows, comunas),
            "others": tuple(one for one in comunas if not one.tally.counted),
            "regional": agreement_rows(survey, _reaching(named, "regional")),
            "comunal": agreement_rows(survey, _reaching(named, "comunal")),
            "elsewhere": agreement_rows(survey, _elsewhere(survey, rows, named)),
            "national": agreement_rows(survey, nationwide),
            "own": counted_entries(one for one in named if _has_place(one)),
            "nationwide": counted_entries(nationwide),
            "neighbours": _neighbours(region),
            "programmes": _programmes(survey, region.code),
            **shelf_block(survey, f"regiones/{region.slug}"),
            **shown_figures(
                survey, scope_figures(survey, f"regiones/{region.code}", f"regiones/{region.slug}/")
            ),
            "follow": follow(survey.site, f"regiones/{region.slug}", f"regiones/{region.slug}"),
        },
        crumbs=(_CRUMB,),
        source="",
        feed=feed_path(f"regiones/{region.slug}"),
    )


def _has_place(entry: Entry[Agreement]) -> bool:
    return entry.record.territory.reach in ("regional", "comunal")


def _reaching(entries: Iterable[Entry[Agreement]], reach: str) -> tuple[Entry[Agreement], ...]:
    return tuple(one for one in entries if one.record.territory.reach == reach)


def _elsewhere(
    survey: Survey, rows: Iterable[Standing], named: Iterable[Entry[Agreement]]
) -> tuple[Entry[Agreement], ...]:
    """Agreements that name neither the region nor the whole country, but have elements in it."""
    ids = {survey.agreement_id(status.agreement_id) for one in rows for status in one.statuses}
    ids -= {one.id for one in named}
    return tuple(
        one
        for one in survey.agreements
        if one.id in ids and one.record.territory.reach != "nacional"
    )


def _groups(
    survey: Survey, rows: tuple[Standing, ...], comunas: Iterable[ComunaRow]
) -> tuple[ComunaGroup, ...]:
    """The comunas with elements; these too, where the region's page can hold them all."""
    inline = len(rows) <= ROWS
    here: dict[str, list[Standing]] = {}
    for one in rows:
        if one.comuna:
            here.setdefault(f"comunas/{one.comuna.slug}/", []).append(one)
    return tuple(
        ComunaGroup(comuna, element_rows(survey, here[comuna.path]) if inline else ())
        for comuna in comunas
        if comuna.path in here
    )


def _neighbours(region: Region) -> tuple[Linked, ...]:
    """The region to the north and the one to the south."""
    beside = (one for one in territory.regions() if abs(one.order - region.order) == 1)
    return tuple(Linked(one.name, f"regiones/{one.slug}/") for one in beside)


def _programmes(survey: Survey, code: str) -> tuple[Linked, ...]:
    return tuple(
        Linked(one.record.name, f"programas/{one.id}/")
        for one in survey.registry.programmes.values()
        if one.record.region == code
    )
