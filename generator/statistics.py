"""Turns the registry and a day into counts: each with its unit, its day and its examples."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from generator import sectors, territory
from generator.decision.facts import seal_status
from generator.load import Entry
from generator.model.company import Company, Element
from generator.registry import Granted, Registry
from generator.status import certificate_status, element_counts, element_in_force
from generator.vocabulary import RUBROS

Dimension = Literal["region", "rubro", "seccion", "acuerdo", "anio"]


@dataclass(frozen=True, slots=True)
class Count:
    """How many elements of one group count, how many of them have a certificate in force.

    `key` is a code or id, "" for those of which the record does not say it; `examples` are
    among `elements`. By year, the elements are those certified in it.
    """

    key: str
    label: str
    elements: int
    in_force: int
    examples: int


@dataclass(frozen=True, slots=True)
class Figure:
    """One of the register's big numbers, on a day; `examples` of it are fictional."""

    id: Literal["instalaciones", "sellos", "acuerdos", "empresas"]
    value: int
    unit: str
    day: date
    examples: int


@dataclass(frozen=True, slots=True)
class Expiry:
    """A certificate in force and how many days it has left."""

    granted: Granted
    until: date
    days_left: int


def figures(registry: Registry, day: date) -> tuple[Figure, ...]:
    """Elements with a certificate in force, seals in force, agreements, companies that adhere."""
    pairs = list(_elements(registry))
    certified = [entry.record for entry, one in pairs if element_in_force(one, day)]
    plants = all(one.scope == "establecimiento" for _, one in pairs if element_in_force(one, day))
    seals = [
        entry.record
        for entry in registry.seals.values()
        if seal_status(registry, entry.record, day).in_force
    ]
    companies = {entry.id: entry.record for entry, one in pairs if element_counts(one, day)}
    unit = "instalaciones" if plants else "elementos"
    return (
        _figure("instalaciones", f"{unit} con certificado vigente", certified, day),
        _figure("sellos", "sellos vigentes", seals, day),
        _figure("acuerdos", "acuerdos", [e.record for e in registry.agreements.values()], day),
        _figure("empresas", "empresas en acuerdos", companies.values(), day),
    )


def _figure(
    id: Literal["instalaciones", "sellos", "acuerdos", "empresas"],
    unit: str,
    records: Iterable[object],
    day: date,
) -> Figure:
    flags = [bool(getattr(record, "example", False)) for record in records]
    return Figure(id, len(flags), unit, day, sum(flags))


def _elements(registry: Registry) -> Iterator[tuple[Entry[Company], Element]]:
    for entry in registry.companies.values():
        for element in entry.record.elements:
            yield entry, element


def counts(registry: Registry, dimension: Dimension, day: date) -> tuple[Count, ...]:
    """The elements that count on `day`, by region, trade, section or agreement, or by year.

    Regions come north to south, years and sections in order, the rest by size; what is not
    recorded comes last. An element counts once in each of its agreements and years.
    """
    judged = (
        Judged(entry, element, element_counts(element, day), element_in_force(element, day))
        for entry, element in _elements(registry)
    )
    return counts_of(registry, dimension, [sums(judged, day)])


class Judged(NamedTuple):
    """An element, whether it counts on a day, and whether it has a certificate in force."""

    company: Entry[Company]
    element: Element
    counts: bool
    in_force: bool


Sum = tuple[int, int, int]
"""So many elements, of which so many have a certificate in force, and so many are examples."""

Sums = Mapping[Dimension, Mapping[str, Sum]]
"""By what elements are counted by, and by its key."""


def sums(judged: Iterable[Judged], day: date) -> Sums:
    """All that is counted of some elements."""
    found: dict[Dimension, dict[str, Sum]] = {dimension: {} for dimension in _DIMENSIONS}
    for entry, element, counted, in_force in judged:
        one = (1, int(in_force), int(entry.record.example))
        for dimension, (keys, _) in _DIMENSIONS.items():
            if dimension == "anio" or counted:
                for key in keys(entry, element, day):
                    _add(found[dimension], key, one)
    return found


def _add(found: dict[str, Sum], key: str, one: Sum) -> None:
    elements, in_force, examples = found.get(key, (0, 0, 0))
    found[key] = (elements + one[0], in_force + one[1], examples + one[2])


def counts_of(
    registry: Registry, dimension: Dimension, summed: Iterable[Sums]
) -> tuple[Count, ...]:
    """The same, for who has summed up some elements after others."""
    _, name = _DIMENSIONS[dimension]
    found: dict[str, Sum] = {}
    for part in summed:
        for key, one in part[dimension].items():
            _add(found, key, one)
    told = [Count(key, name(registry, key), *one) for key, one in found.items()]
    return tuple(sorted(told, key=lambda one: _order(dimension, one)))


def _order(dimension: Dimension, count: Count) -> tuple[bool, int, str]:
    if dimension == "region":
        region = territory.region(count.key)
        return (not count.key, region.order if region else 0, count.key)
    by_size = dimension in ("rubro", "acuerdo")
    return (not count.key, -count.elements if by_size else 0, count.key)


Keys = Callable[[Entry[Company], Element, date], Iterable[str]]
Name = Callable[[Registry, str], str]

NOT_RECORDED = "Sin información"


def _region(entry: Entry[Company], element: Element, day: date) -> Iterable[str]:  # noqa: ARG001
    """Of the element itself: neither the head office's nor the agreement's."""
    comuna = territory.comuna(element.comuna) if element.comuna else None
    return (comuna.region if comuna else "",)


def _rubro(entry: Entry[Company], element: Element, day: date) -> Iterable[str]:  # noqa: ARG001
    return (element.rubro or entry.record.rubro or "",)


def _section(entry: Entry[Company], element: Element, day: date) -> Iterable[str]:  # noqa: ARG001
    code = element.ciiu or entry.record.ciiu
    section = sectors.section_of(code) if code else None
    return (section.code if section else "",)


def _agreements(entry: Entry[Company], element: Element, day: date) -> Iterable[str]:  # noqa: ARG001
    return {
        one.agreement_id
        for one in element.adhesions
        if one.adhered_on <= day and (one.withdrawal is None or one.withdrawal.withdrawn_on > day)
    }


def _years(entry: Entry[Company], element: Element, day: date) -> Iterable[str]:  # noqa: ARG001
    return {
        str(certificate.certified_on.year)
        for one in element.adhesions
        for certificate in one.certificates
        if certificate.certified_on <= day
    }


def _region_name(registry: Registry, key: str) -> str:  # noqa: ARG001
    region = territory.region(key)
    return region.name if region else NOT_RECORDED


def _rubro_name(registry: Registry, key: str) -> str:  # noqa: ARG001
    return RUBROS[key].es if key in RUBROS else NOT_RECORDED


def _section_name(registry: Registry, key: str) -> str:  # noqa: ARG001
    return sectors.label(key) if key else NOT_RECORDED


def _agreement_name(registry: Registry, key: str) -> str:
    agreement = registry.agreement(key)
    return agreement.name if agreement else key


def _year_name(registry: Registry, key: str) -> str:  # noqa: ARG001
    return key


_DIMENSIONS: Mapping[Dimension, tuple[Keys, Name]] = {
    "region": (_region, _region_name),
    "rubro": (_rubro, _rubro_name),
    "seccion": (_section, _section_name),
    "acuerdo": (_agreements, _agreement_name),
    "anio": (_years, _year_name),
}


def next_expiries(registry: Registry, day: date, most: int) -> tuple[Expiry, ...]:
    """The `most` certificates in force that end first."""
    found = [
        Expiry(granted, status.until, status.days_left)
        for granted in registry.certificates.values()
        if (status := certificate_status(granted.certificate, day)).days_left is not None
    ]
    found.sort(key=lambda one: (one.until, one.granted.certificate.code))
    return tuple(found[:most])
