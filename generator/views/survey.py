"""Turns the registry and a day into what every list counts from, each worked out once."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from generator import territory
from generator.decision.facts import seal_status
from generator.folding import sort_key
from generator.load import Entry
from generator.model.agreement import Agreement
from generator.model.company import Company
from generator.model.seal import Seal
from generator.registry import Registry
from generator.status import SealStatus
from generator.views.page import Site
from generator.views.record_parts import public_name
from generator.views.standing import Standing, Tally, sector_slugs, standings, tally
from generator.views.territory_words import region_codes


@dataclass(frozen=True)
class Survey:
    """The registry as it stands on the site's day; each index is made when first asked for."""

    registry: Registry
    site: Site

    @property
    def day(self) -> date:
        """The day of the data."""
        return self.site.day

    @property
    def expiring_days(self) -> int:
        """From how many days before its end a certificate is said to expire soon."""
        return self.registry.settings.expiring_days

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """Every element that had adhered by the day."""
        return standings(self.registry, self.day)

    @cached_property
    def by_region(self) -> Mapping[str, tuple[Standing, ...]]:
        """Elements by the code of their region."""
        return _grouped(self.standings, lambda one: (one.region,))

    @cached_property
    def by_comuna(self) -> Mapping[str, tuple[Standing, ...]]:
        """Elements by the code of their comuna."""
        return _grouped(self.standings, lambda one: (one.element.comuna,))

    @cached_property
    def by_rubro(self) -> Mapping[str, tuple[Standing, ...]]:
        """Elements by their trade."""
        return _grouped(self.standings, lambda one: (one.rubro,))

    @cached_property
    def by_sector(self) -> Mapping[str, tuple[Standing, ...]]:
        """Elements by the slugs of their division and section."""
        return _grouped(self.standings, lambda one: one.sectors)

    @cached_property
    def by_company(self) -> Mapping[str, tuple[Standing, ...]]:
        """Elements by the id of their company."""
        return _grouped(self.standings, lambda one: (one.company.id,))

    @cached_property
    def companies(self) -> tuple[tuple[Entry[Company], tuple[Standing, ...]], ...]:
        """Every published company with its elements, by name; some have none by the day."""
        entries = self.registry.companies.values()
        ordered = sorted(entries, key=lambda one: sort_key(public_name(one.record)))
        return tuple((entry, self.by_company.get(entry.id, ())) for entry in ordered)

    @cached_property
    def head_offices(self) -> Mapping[str, tuple[Entry[Company], ...]]:
        """Companies by the comuna of their head office, where they have no element there."""
        found: defaultdict[str, list[Entry[Company]]] = defaultdict(list)
        for entry, _ in self.companies:
            comuna = entry.record.comuna
            if comuna and all(one.comuna != comuna for one in entry.record.elements):
                found[comuna].append(entry)
        return {code: tuple(found[code]) for code in sorted(found)}

    @cached_property
    def remembered(self) -> dict[tuple[str, str], Any]:
        """What lists show of an element, by company and element: many lists show the same."""
        return {}

    @cached_property
    def by_agreement(self) -> Mapping[str, tuple[Standing, ...]]:
        """Elements by the id, today, of each agreement they adhered to."""
        return _grouped(self.standings, self._agreements_of)

    def _agreements_of(self, one: Standing) -> tuple[str, ...]:
        found = (self.agreement_id(status.agreement_id) for status in one.statuses)
        return tuple(dict.fromkeys(found))

    def place_name(self, comuna: str | None) -> str:
        """A comuna's name, "" for none."""
        found = territory.comuna(comuna) if comuna else None
        return found.name if found else ""

    def agreement_id(self, id: str) -> str:
        """The id that an agreement has today, given one that it had."""
        living = self.registry.living("acuerdos", id)
        return living.id if living else id

    @cached_property
    def agreements(self) -> tuple[Entry[Agreement], ...]:
        """The published agreements, the latest signed first, undated ones last, then by name."""
        return tuple(sorted(self.registry.agreements.values(), key=_latest_first))

    @cached_property
    def agreements_by_region(self) -> Mapping[str, tuple[Entry[Agreement], ...]]:
        """Agreements by each region that they name, those of their comunas included."""
        return _listed(self.agreements, lambda one: region_codes(one.territory))

    @cached_property
    def agreements_by_comuna(self) -> Mapping[str, tuple[Entry[Agreement], ...]]:
        """Agreements by each comuna that they name."""
        return _listed(self.agreements, lambda one: one.territory.comunas)

    @cached_property
    def agreements_by_rubro(self) -> Mapping[str, tuple[Entry[Agreement], ...]]:
        """Agreements by their trade."""
        return _listed(self.agreements, lambda one: (one.rubro,) if one.rubro else ())

    @cached_property
    def agreements_by_sector(self) -> Mapping[str, tuple[Entry[Agreement], ...]]:
        """Agreements by the slugs of their division and section."""
        return _listed(self.agreements, lambda one: sector_slugs(one.ciiu))

    @cached_property
    def named_rubros(self) -> frozenset[str]:
        """The trades that any published record names: those with a page."""
        return frozenset({*self.agreements_by_rubro, *_rubros_of(self.registry)})

    @cached_property
    def named_sectors(self) -> frozenset[str]:
        """The slugs of the sections and divisions that any published record names."""
        return frozenset({*self.agreements_by_sector, *_sectors_of(self.registry)})

    @cached_property
    def named_comunas(self) -> frozenset[str]:
        """The codes of the comunas that any published record names: those with a page."""
        return frozenset(_comunas_of(self.registry))

    @cached_property
    def seals(self) -> tuple[tuple[Entry[Seal], SealStatus], ...]:
        """Every published seal with where it stands, in the order of the codes."""
        return tuple(
            (entry, seal_status(self.registry, entry.record, self.day))
            for entry in self.registry.seals_by_code.values()
        )

    @cached_property
    def tally(self) -> Tally:
        """The sum over everything."""
        return tally(self.standings)


def _latest_first(entry: Entry[Agreement]) -> tuple[int, str]:
    signed = entry.record.dates.signed if entry.record.dates else None
    return (-signed.first().toordinal() if signed else 0, entry.record.name)


def _listed(
    entries: Iterable[Entry[Agreement]], keys: Callable[[Agreement], Iterable[str]]
) -> Mapping[str, tuple[Entry[Agreement], ...]]:
    found: defaultdict[str, list[Entry[Agreement]]] = defaultdict(list)
    for entry in entries:
        for key in dict.fromkeys(keys(entry.record)):
            found[key].append(entry)
    return {key: tuple(found[key]) for key in sorted(found)}


def _comunas_of(registry: Registry) -> Iterator[str]:
    for entry in registry.companies.values():
        record = entry.record
        yield from filter(None, (record.comuna, *(one.comuna for one in record.elements)))
    for agreement in registry.agreements.values():
        yield from agreement.record.territory.comunas
    for project in registry.preinvestments.values():
        yield from project.record.territory.comunas if project.record.territory else ()


def _rubros_of(registry: Registry) -> Iterator[str]:
    for entry in registry.companies.values():
        record = entry.record
        yield from filter(None, (record.rubro, *(one.rubro for one in record.elements)))
    for project in registry.preinvestments.values():
        if project.record.rubro:
            yield project.record.rubro


def _sectors_of(registry: Registry) -> Iterator[str]:
    for entry in registry.companies.values():
        for code in (entry.record.ciiu, *(one.ciiu for one in entry.record.elements)):
            yield from sector_slugs(code)


def _grouped(
    rows: Iterable[Standing], keys: Callable[[Standing], Iterable[str | None]]
) -> Mapping[str, tuple[Standing, ...]]:
    found: defaultdict[str, list[Standing]] = defaultdict(list)
    for one in rows:
        for key in keys(one):
            if key is not None:
                found[key].append(one)
    return {key: tuple(found[key]) for key in sorted(found)}
