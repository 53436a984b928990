"""Turns the standing of every element into all counts that figures show, each under its name.

Pages ask for them by name, and are made again only where their own numbers have changed. The
names are the same whatever is counted: each agreement, region, trade and sector has its own.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Any

from generator.funnel import Steps
from generator.registry import Registry
from generator.status import SealStatus
from generator.views.counting import years
from generator.views.counting.ahead import ahead, fact
from generator.views.counting.groups import grouped, total
from generator.views.counting.members import EXAMPLE, Member, companies, elements, members
from generator.views.counting.scopes import Certified, by_scope
from generator.views.counting.terms import span, terms
from generator.views.standing import Standing


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
    told, today = years.days(whole.standings, whole.day), _today(whole.registry)
    found = members(whole.standings, carrying, told, today)
    own, whose = elements(found), companies(found)
    spans = [span(one) for one in found]
    held = list(_certificates(whole, own, today))
    return {
        "dias": told,
        **dict(_everywhere(whole, found, own, whose)),
        **by_scope(whole.registry, found, own, spans, held),
        "tiempo": _through_time(told, own, whose),
        "plazo": terms(Counter(spans)),
        "certificados": ahead(Counter(one.fact for one in held), whole.day),
    }


def _certificates(whole: Counted, own: Members, today: Callable[[str], str]) -> Iterator[Certified]:
    """Every certificate as it stands, with what it is of; None before its element adheres."""
    of = {(one.company, one.element): one for one in own}
    soon_days = whole.registry.settings.expiring_days
    for one in whole.registry.certificates.values():
        member = of.get((one.company.id, one.element.id))
        stands = fact(one, whole.day, soon_days)
        yield Certified(stands, today(one.adhesion.agreement_id), member)


class _Today(dict[str, str]):
    """The id that an agreement has today; each is looked up once."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def __missing__(self, id: str) -> str:
        living = self._registry.living("acuerdos", id)
        found = self[id] = living.id if living else id
        return found


def _today(registry: Registry) -> Callable[[str], str]:
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


def _cell(one: Member) -> tuple[str, str, str, str, str, str]:
    return one.agreement, one.region, section(one), one.rubro, one.size, one.year


def _through_time(told: tuple[date, ...], own: Members, whose: Members) -> tuple[Any, ...]:
    """The days told, then elements and companies on each, and companies of each size."""

    def by_day(found: Members) -> tuple[Steps, ...]:
        return years.by_day(Counter(one.course for one in found), len(told))

    by_size: dict[str, list[Member]] = {}
    for one in whose:
        by_size.setdefault(one.size, []).append(one)
    sizes = {size: by_day(by_size[size]) for size in sorted(by_size)}
    return told, by_day(own), by_day(whose), sizes
