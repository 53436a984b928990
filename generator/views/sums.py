"""Turns the whole registry into the small sums that many pages show, each under its name."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator import collector
from generator.registry import Registry
from generator.views.counting.whole import Counted, counts
from generator.views.standing import sector_slugs, tally


def sums(whole: Counted, rubros: frozenset[str], sectors: frozenset[str]) -> Mapping[str, Any]:
    """Every sum by its name; `rubros` and `sectors` are those that agreements name."""
    registry = whole.registry
    with collector.at_rest():
        return {
            "named_rubros": rubros.union(_rubros_of(registry)),
            "named_sectors": sectors.union(_sectors_of(registry)),
            "named_comunas": frozenset(_comunas_of(registry)),
            "tally": tally(whole.standings),
            **{f"figura:{name}": held for name, held in counts(whole).items()},
        }


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
