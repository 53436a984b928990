"""Turns the standing of every element into all counts that figures show, each under its name.

Pages ask for them by name, and are made again only where their own numbers have changed. The
names are the same whatever is counted: each agreement, region, trade and sector has its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Any

from generator import sectors, territory
from generator.registry import Registry
from generator.status import SealStatus
from generator.views.counting import years
from generator.views.counting.ahead import ahead
from generator.views.counting.groups import blocks, grouped, total
from generator.views.counting.members import EXAMPLE, Member, companies, elements, members
from generator.views.counting.terms import terms
from generator.views.standing import Standing
from generator.vocabulary import RUBROS


@dataclass(frozen=True, slots=True)
class Counted:
    """All that is counted from: the published whole, where elements and seals stand, the day."""

    registry: Registry
    standings: Sequence[Standing]
    seals: Sequence[SealStatus]
    day: date


Members = Sequence[Member]


def counts(whole: Counted) -> Mapping[str, Any]:
    """Every count by its name."""
    carrying = {code for one in whole.seals if one.in_force for code in one.supported_by}
    found = members(whole.standings, carrying, whole.day, _today(whole.registry))
    own, whose = elements(found), companies(found)
    return {
        **dict(_everywhere(whole, found, own, whose)),
        **dict(_by_scope(whole.registry, found, own)),
        "tiempo": _through_time(whole, whose),
        "certificados": ahead(
            whole.registry.certificates.values(), whole.day, whole.registry.settings.expiring_days
        ),
    }


class _Today(dict[str, str]):
    """The id that an agreement has today; each is looked up once."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def __missing__(self, id: str) -> str:
        living = self._registry.living("acuerdos", id)
        found = self[id] = living.id if living else id
        return found


def _today(registry: Registry) -> Any:
    return _Today(registry).__getitem__


def section(one: Member) -> str:
    """The part of an address of its section; "" where its sector is not recorded."""
    return one.sectors[-1] if one.sectors else ""


def _everywhere(
    whole: Counted, found: Members, own: Members, whose: Members
) -> Iterator[tuple[str, Any]]:
    plants = all(one.element.scope == "establecimiento" for one in whole.standings)
    yield "unidad", "instalaciones" if plants else "elementos"
    yield "total", (total(own), total(whose))
    yield (
        "reales",
        tuple(total([one for one in held if not one.mark & EXAMPLE]) for held in (own, whose)),
    )
    yield "empresas-tamano", grouped(whose, attrgetter("size"))
    yield "tamano", grouped(own, attrgetter("size"))
    yield "region", grouped(own, attrgetter("region"))
    yield "seccion", grouped(own, section)
    yield "rubro", grouped(own, attrgetter("rubro"))
    yield "anio", grouped(own, attrgetter("year"))
    yield "acuerdo", grouped(found, attrgetter("agreement"))
    yield "region-tamano", grouped(own, attrgetter("region", "size"))
    yield "rubro-tamano", grouped(own, attrgetter("rubro", "size"))
    yield "anio-tamano", grouped(own, attrgetter("year", "size"))
    yield "cruces", grouped(found, _cell)
    yield "plazo", terms(found)


def _cell(one: Member) -> tuple[str, str, str, str, str, str]:
    return one.agreement, one.region, section(one), one.rubro, one.size, one.year


def _by_scope(registry: Registry, found: Members, own: Members) -> Iterator[tuple[str, Any]]:
    """A block for each page of an agreement, a region, a trade and a sector."""
    regions = [one.code for one in territory.regions()]
    slugs = [*(one.slug for one in sectors.sections().values()), *sectors.divisions()]
    scopes = {
        "acuerdos": blocks(
            found, lambda one: (one.agreement,), registry.agreements, with_companies=True
        ),
        "regiones": blocks(own, lambda one: (one.region,), regions),
        "rubros": blocks(own, lambda one: (one.rubro,), RUBROS),
        "sectores": blocks(own, lambda one: one.sectors, slugs),
    }
    for name, made in scopes.items():
        for key, block in made.items():
            yield f"{name}/{key}", block


def _through_time(whole: Counted, companies: Members) -> tuple[Any, ...]:
    """The days told, then elements and companies on each, and companies of each size."""
    told = years.days(companies, whole.day)
    own = years.courses(whole.standings, told)
    sizes = {one.company: one.size for one in companies}
    pairs = zip((one.company.id for one in whole.standings), own, strict=True)
    whose = [
        (id, years.joined(course for _, course in held))
        for id, held in groupby(pairs, key=lambda pair: pair[0])
    ]
    by_size: dict[str, list[years.Course]] = {}
    for id, course in whose:
        by_size.setdefault(sizes[id], []).append(course)
    return (
        told,
        years.by_day(own, len(told)),
        years.by_day((course for _, course in whose), len(told)),
        {size: years.by_day(by_size[size], len(told)) for size in sorted(by_size)},
    )
