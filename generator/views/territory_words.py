"""Turns the territory of an agreement or project into words and links."""

from generator import territory
from generator.model.record import Territory
from generator.views.record_parts import Linked, joined

MOST_COMUNAS = 4


def territory_words(where: Territory | None) -> str:
    """`Todo el país`, `Maule y Ñuble`, `Puchuncaví y Quintero`, or as the source says it."""
    if where is None:
        return ""
    if where.reach == "nacional":
        return "Todo el país"
    if where.reach == "comunal":
        return _listed([_comuna_name(code) for code in where.comunas])
    if where.reach == "regional":
        return joined(one.text for one in region_links(where))
    return where.text or ""


def _comuna_name(code: str) -> str:
    found = territory.comuna(code)
    return found.name if found else code


def _listed(names: list[str]) -> str:
    more = len(names) - MOST_COMUNAS
    if more > 1:
        names = [*names[:MOST_COMUNAS], f"{more} comunas más"]
    return joined(names)


def region_codes(where: Territory | None) -> tuple[str, ...]:
    """The regions that a territory names, those of its comunas included, from north to south."""
    if where is None:
        return ()
    of_comunas = (found.region for code in where.comunas if (found := territory.comuna(code)))
    named = {*where.regions, *of_comunas}
    return tuple(region.code for region in territory.regions() if region.code in named)


def region_links(where: Territory | None) -> tuple[Linked, ...]:
    """The regions that a territory names, with their pages."""
    found = (territory.region(code) for code in region_codes(where))
    return tuple(Linked(one.name, f"regiones/{one.slug}/") for one in found if one)
