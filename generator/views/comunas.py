"""Turns the registry into the page of each comuna that a record names, and the list of all 346."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from generator import territory
from generator.folding import slug, sort_key
from generator.load import Entry
from generator.model.agreement import Agreement
from generator.territory import Comuna, Region
from generator.views.agreement_rows import agreement_rows
from generator.views.coverage import coverage
from generator.views.page import Crumb, Page, Planned, Slot, redirect
from generator.views.paging import ROWS, Part, parts
from generator.views.record_parts import Linked, description, public_name, region_link
from generator.views.standing import Standing, Tally, tally
from generator.views.states import element_rows
from generator.views.survey import Survey
from generator.views.territory_words import region_codes

_CRUMB = Crumb("Comunas", "comunas/")
_FORMER_NUBLE = tuple(f"{number:05}" for number in range(8401, 8422))


@dataclass(frozen=True, slots=True)
class ComunaRow:
    """A comuna in a list; `path` is "" where no record names it, so that it has no page."""

    name: str
    path: str
    tally: Tally
    agreements: int


@dataclass(frozen=True, slots=True)
class RegionOfComunas:
    """A region with all its comunas, by name."""

    region: Linked
    comunas: tuple[ComunaRow, ...]


def pages(survey: Survey) -> Iterator[Planned]:
    """The comunas' pages (several where one has many elements) and their other addresses."""
    named = [one for one in territory.comunas().values() if one.code in named_codes(survey)]
    for comuna in named:
        for part in _parts(survey, comuna):
            yield Planned(part.path, partial(_page, survey, comuna, part.number), part.of)
    yield from _other_addresses(named)


def list_slot(survey: Survey) -> Slot:
    """All comunas by region, from north to south."""
    regions = tuple(
        RegionOfComunas(region_link(region.code), comuna_rows(survey, region))
        for region in territory.regions()
    )
    return Slot(
        "fragments/comunas.html",
        {"regions": regions, "tally": survey.tally, "day": survey.day},
    )


def comuna_rows(survey: Survey, region: Region) -> tuple[ComunaRow, ...]:
    """All comunas of a region, by name."""
    linked = named_codes(survey)
    found = (one for one in territory.comunas().values() if one.region == region.code)
    return tuple(
        ComunaRow(
            one.name,
            f"comunas/{one.slug}/" if one.code in linked else "",
            tally(survey.by_comuna.get(one.code, ())),
            len(survey.agreements_by_comuna.get(one.code, ())),
        )
        for one in sorted(found, key=lambda one: sort_key(one.name))
    )


def named_codes(survey: Survey) -> frozenset[str]:
    """The codes of the comunas that any published record names."""
    return survey.named_comunas


def _parts(survey: Survey, comuna: Comuna) -> tuple[Part[Standing], ...]:
    rows = survey.by_comuna.get(comuna.code, ())
    return tuple(parts(rows, f"comunas/{comuna.slug}/"))


def _page(survey: Survey, comuna: Comuna, number: int) -> Page:
    rows, part = survey.by_comuna.get(comuna.code, ()), _parts(survey, comuna)[number - 1]
    region = region_link(comuna.region)
    more = f", página {part.number}" if part.number > 1 else ""
    return Page(
        path=part.path,
        mould="comunas",
        template="pages/comuna.html",
        title=f"Comuna de {comuna.name}: acuerdos e instalaciones{more}",
        description=description(
            f"Instalaciones de la comuna de {comuna.name}, {region.text}, que adhirieron a un"
            f" acuerdo de producción limpia, con su estado{more}.",
        ),
        context={
            "comuna": comuna,
            "region": region,
            "part": part,
            "tally": tally(rows),
            "elements": element_rows(survey, part.rows),
            "head_offices": _head_offices(survey, comuna) if part.number == 1 else (),
            "comunal": agreement_rows(survey, survey.agreements_by_comuna.get(comuna.code, ())),
            "regional": agreement_rows(survey, _of_region(survey, comuna)),
            "nationwide": any(
                one.record.territory.reach == "nacional" for one in survey.agreements
            ),
            "coverage": coverage(survey, "certified"),
        },
        crumbs=(Crumb("Regiones", "regiones/"), Crumb(region.text, region.path)),
        source="",
    )


def _of_region(survey: Survey, comuna: Comuna) -> tuple[Entry[Agreement], ...]:
    """Agreements of the whole region, in which companies of the comuna may take part."""
    return tuple(
        one
        for one in survey.agreements
        if one.record.territory.reach == "regional"
        and comuna.region in region_codes(one.record.territory)
        and comuna.code not in one.record.territory.comunas
    )


def _head_offices(survey: Survey, comuna: Comuna) -> tuple[Linked, ...]:
    """Companies with their head office here, and no element: they count where their plants are."""
    found = survey.head_offices.get(comuna.code, ())
    return tuple(Linked(public_name(one.record), f"empresas/{one.id}/") for one in found)[:ROWS]


def _other_addresses(named: Iterable[Comuna]) -> Iterator[Planned]:
    """Codes, old codes of Ñuble and other spellings, as far as no page has that address."""
    taken = {one.slug for one in territory.comunas().values()}
    for comuna in named:
        for other in dict.fromkeys(_other_slugs(comuna)):
            if other and other not in taken:
                taken.add(other)
                yield redirect(f"comunas/{other}/", f"comunas/{comuna.slug}/", comuna.name)


def _other_slugs(comuna: Comuna) -> Iterator[str]:
    yield comuna.code
    yield from (old for old in _FORMER_NUBLE if territory.mend_comuna_code(old) == comuna.code)
    yield from (slug(name) for name in (comuna.name, *comuna.aliases))
