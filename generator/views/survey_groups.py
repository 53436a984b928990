"""Turns records into the groups from which indexes of the survey are made."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from generator.load import Entry
from generator.model.agreement import Agreement
from generator.registry import Granted, Registry
from generator.views.standing import Standing, sector_slugs


def signing_order(entry: Entry[Agreement]) -> tuple[int, str]:
    """The latest signed first, undated ones last, then by name."""
    signed = entry.record.dates.signed if entry.record.dates else None
    return (-signed.first().toordinal() if signed else 0, entry.record.name)


def listed(
    entries: Iterable[Entry[Agreement]], keys: Callable[[Agreement], Iterable[str]]
) -> Mapping[str, tuple[Entry[Agreement], ...]]:
    """Agreements by each of their keys, in the order of the keys."""
    found: defaultdict[str, list[Entry[Agreement]]] = defaultdict(list)
    for entry in entries:
        for key in dict.fromkeys(keys(entry.record)):
            found[key].append(entry)
    return {key: tuple(found[key]) for key in sorted(found)}


def comunas_of(registry: Registry) -> Iterator[str]:
    """The code of every comuna that a record names, head offices and projects included."""
    for entry in registry.companies.values():
        record = entry.record
        yield from filter(None, (record.comuna, *(one.comuna for one in record.elements)))
    for agreement in registry.agreements.values():
        yield from agreement.record.territory.comunas
    for project in registry.preinvestments.values():
        yield from project.record.territory.comunas if project.record.territory else ()


def rubros_of(registry: Registry) -> Iterator[str]:
    """Every trade that a company or project names."""
    for entry in registry.companies.values():
        record = entry.record
        yield from filter(None, (record.rubro, *(one.rubro for one in record.elements)))
    for project in registry.preinvestments.values():
        if project.record.rubro:
            yield project.record.rubro


def sectors_of(registry: Registry) -> Iterator[str]:
    """The slugs of every sector that a company names."""
    for entry in registry.companies.values():
        for code in (entry.record.ciiu, *(one.ciiu for one in entry.record.elements)):
            yield from sector_slugs(code)


def grouped(
    rows: Iterable[Standing], keys: Callable[[Standing], Iterable[str | None]]
) -> Mapping[str, tuple[Standing, ...]]:
    """Elements by each of their keys, in the order of the keys; no key is None."""
    found: defaultdict[str, list[Standing]] = defaultdict(list)
    for one in rows:
        for key in keys(one):
            if key is not None:
                found[key].append(one)
    return {key: tuple(found[key]) for key in sorted(found)}


def by_year(
    found: Iterable[Granted], year: Callable[[Granted], int]
) -> Mapping[int, tuple[Granted, ...]]:
    """Certificates by a year, in the order of the years."""
    years: defaultdict[int, list[Granted]] = defaultdict(list)
    for one in found:
        years[year(one)].append(one)
    return {key: tuple(years[key]) for key in sorted(years)}
