"""Turns where a thing is and what it does into the facets by which search filters it."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from generator import sectors, territory
from generator.model.record import Territory
from generator.search.rows import Row
from generator.views.territory_words import region_codes

Facets = Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=1024)
def place_facets(code: str | None) -> Facets:
    """The comuna and its region, by their parts of addresses."""
    comuna = territory.comuna(code) if code else None
    region = territory.region(comuna.region) if comuna else None
    if comuna is None or region is None:
        return {}
    return {"comuna": (comuna.slug,), "region": (region.slug,)}


@lru_cache(maxsize=4096)
def trade_facets(rubro: str | None, ciiu: str | None) -> Facets:
    """The trade, and the section of the economic classification."""
    section = sectors.section_of(ciiu) if ciiu else None
    return {
        **({"rubro": (rubro,)} if rubro else {}),
        **({"sector": (section.slug,)} if section else {}),
    }


def territory_facets(where: Territory | None) -> Facets:
    """The regions and comunas that a territory names; none for the whole country."""
    comunas = (territory.comuna(code) for code in (where.comunas if where else ()))
    regions = (territory.region(code) for code in region_codes(where))
    return {
        "region": tuple(one.slug for one in regions if one),
        "comuna": tuple(one.slug for one in comunas if one),
    }


def plain_row(
    kind: str, path: str, title: str, detail: str, words: tuple[str, ...], facets: Facets
) -> Row:
    """A row of something that has neither codes nor a status."""
    return Row(kind, path, title, detail, words, (), None, "", facets, "", "", example=False)


def iso(day: date | None) -> str:
    """The day in ISO form, "" for none."""
    return day.isoformat() if day else ""
