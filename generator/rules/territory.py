"""Territories of agreements and projects: what is named fits how far they reach."""

from collections.abc import Iterator

from generator import territory
from generator.load import is_lost
from generator.model.record import Territory
from generator.problem import Finding
from generator.rules.here import Here
from generator.rules.index import Index

NEEDS = {"regional": ("regiones", "APL300"), "comunal": ("comunas", "APL301")}
TAKES_NONE = ("nacional", "sin_informacion")


def _territories(index: Index) -> Iterator[tuple[Territory, Here]]:
    found = [(entry.path, entry.record.territory) for entry in index.agreements]
    found += [
        (one.path, one.record.territory) for one in index.preinvestments if one.record.territory
    ]
    for path, one in found:
        if not is_lost(one, one.reach):
            yield one, Here(path, ("territorio",))


def reach_names_its_places(index: Index) -> Iterator[Finding]:
    """`regional` needs regions, `comunal` needs comunas."""
    for one, here in _territories(index):
        key, code = NEEDS.get(one.reach, ("", ""))
        named = {"regiones": one.regions, "comunas": one.comunas}.get(key)
        if named == ():
            name = "regions" if key == "regiones" else "comunas"
            is_there = name in one.model_fields_set
            yield Finding(here.spot(*([key] if is_there else [])), code)


def wide_reach_names_no_places(index: Index) -> Iterator[Finding]:
    """`nacional` and `sin_informacion` take neither regions nor comunas."""
    for one, here in _territories(index):
        if one.reach in TAKES_NONE:
            for key, named in (("regiones", one.regions), ("comunas", one.comunas)):
                if named:
                    params = {"key": key, "reach": one.reach}
                    yield Finding(here.spot(key, on="key"), "APL302", params)


def comuna_is_in_a_named_region(index: Index) -> Iterator[Finding]:
    """A comuna outside the named regions may be meant, as in one real agreement, but may not."""
    for one, here in _territories(index):
        if one.reach in TAKES_NONE or not one.regions or is_lost(*one.regions):
            continue
        for number, code in enumerate(one.comunas):
            comuna = None if is_lost(code) else territory.comuna(code)
            if comuna and comuna.region not in one.regions:
                region = territory.region(comuna.region)
                params = {
                    "comuna": f"{code} ({comuna.name})",
                    "region": f"{comuna.region} ({region.name if region else ''})",
                }
                yield Finding(here.spot("comunas", number), "APL303", params)


RULES = (reach_names_its_places, wide_reach_names_no_places, comuna_is_in_a_named_region)
