"""Turns the registry and a day into what every list counts from, each worked out once."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from generator import collector, territory
from generator.decision.facts import seal_status
from generator.load import Entry
from generator.load.lines import Lines
from generator.model.agreement import Agreement
from generator.model.company import Company
from generator.model.seal import Seal
from generator.portions import Portions
from generator.quality import Gap
from generator.quality.contradictions import contradictions
from generator.reads import ANYTHING, WHOLE, Reads, Watched
from generator.registry import WATCHED, Granted, Registry, watched
from generator.statistics import Figure
from generator.status import SealStatus
from generator.timeline import Event
from generator.views.counting.whole import Counted
from generator.views.happenings import Happenings
from generator.views.page import Site
from generator.views.seal_shelves import shelves
from generator.views.standing import Standing, Tally, by_name, sector_slugs, standings
from generator.views.sums import Summed, Sums
from generator.views.survey_groups import (
    by_year,
    grouped,
    listed,
    signing_order,
)
from generator.views.territory_words import region_codes

K = TypeVar("K")
V = TypeVar("V")

SUMS = "sums"
"""Under this name, small sums over everything: they are compared by what they are."""


class Survey:
    """The registry as it stands on the site's day; each index is made when first asked for.

    What is asked of it is noted in `reads`: whatever follows from companies and seals, by name.
    `lines` tells where fields stand in the files of the registry, if these are at hand.
    """

    def __init__(self, registry: Registry, site: Site, lines: Lines | None = None) -> None:
        self.site = site
        self.lines = lines
        self.reads = Reads()
        self.portions = Portions(self.reads)
        self.registry = watched(registry, self.reads)
        self._whole = registry

    @property
    def day(self) -> date:
        """The day of the data."""
        return self.site.day

    @property
    def expiring_days(self) -> int:
        """From how many days before its end a certificate is said to expire soon."""
        return self.registry.settings.expiring_days

    def _watch(self, name: str, held: Mapping[K, V]) -> Watched[K, V]:
        return Watched(held, name, self.reads)

    # Elements, and their companies.

    @property
    def standings(self) -> tuple[Standing, ...]:
        """Every element that had adhered by the day."""
        self.reads.note(f"standings:{WHOLE}")
        return self._standings

    @cached_property
    def _standings(self) -> tuple[Standing, ...]:
        with collector.at_rest():
            return standings(self._whole, self._ordered, self.day)

    @cached_property
    def _ordered(self) -> list[Entry[Company]]:
        return by_name(self._whole.companies.values())

    @cached_property
    def by_region(self) -> Watched[str, tuple[Standing, ...]]:
        """Elements by the code of their region."""
        return self._watch("by_region", grouped(self._standings, lambda one: (one.region,)))

    @cached_property
    def by_comuna(self) -> Watched[str, tuple[Standing, ...]]:
        """Elements by the code of their comuna."""
        found = grouped(self._standings, lambda one: (one.element.comuna,))
        return self._watch("by_comuna", found)

    @cached_property
    def by_rubro(self) -> Watched[str, tuple[Standing, ...]]:
        """Elements by their trade."""
        return self._watch("by_rubro", grouped(self._standings, lambda one: (one.rubro,)))

    @cached_property
    def by_sector(self) -> Watched[str, tuple[Standing, ...]]:
        """Elements by the slugs of their division and section."""
        return self._watch("by_sector", grouped(self._standings, lambda one: one.sectors))

    @cached_property
    def by_company(self) -> Watched[str, tuple[Standing, ...]]:
        """Elements by the id of their company."""
        return self._watch("by_company", grouped(self._standings, lambda one: (one.company.id,)))

    @property
    def companies(self) -> tuple[tuple[Entry[Company], tuple[Standing, ...]], ...]:
        """Every published company with its elements, by name; some have none by the day."""
        self.reads.note(f"companies:{WHOLE}")
        return self._companies

    @cached_property
    def _companies(self) -> tuple[tuple[Entry[Company], tuple[Standing, ...]], ...]:
        with self.reads.unnoted():
            return tuple((entry, self.by_company.get(entry.id, ())) for entry in self._ordered)

    @cached_property
    def head_offices(self) -> Watched[str, tuple[Entry[Company], ...]]:
        """Companies by the comuna of their head office, where they have no element there."""
        found: defaultdict[str, list[Entry[Company]]] = defaultdict(list)
        for entry, _ in self._companies:
            comuna = entry.record.comuna
            if comuna and all(one.comuna != comuna for one in entry.record.elements):
                found[comuna].append(entry)
        return self._watch("head_offices", {code: tuple(found[code]) for code in sorted(found)})

    @cached_property
    def remembered(self) -> dict[tuple[str, ...], Any]:
        """What many pages show alike, under a name of its own; it is worked out once."""
        return {}

    @cached_property
    def by_agreement(self) -> Watched[str, tuple[Standing, ...]]:
        """Elements by the id, today, of each agreement they adhered to."""
        with self.reads.unnoted():
            return self._watch("by_agreement", grouped(self._standings, self._agreements_of))

    def _agreements_of(self, one: Standing) -> tuple[str, ...]:
        found = (self.agreement_id(status.agreement_id) for status in one.statuses)
        return tuple(dict.fromkeys(found))

    # Certificates and seals.

    @cached_property
    def granted_by_year(self) -> Watched[int, tuple[Granted, ...]]:
        """Certificates by the year they were granted in, those of the day's future left out."""
        found = by_year(self._granted, lambda one: one.certificate.certified_on.year)
        return self._watch("granted_by_year", found)

    @cached_property
    def ending_by_year(self) -> Watched[int, tuple[Granted, ...]]:
        """The same certificates by the year of their last day, which may lie ahead."""
        found = by_year(self._granted, lambda one: one.certificate.valid_until.year)
        return self._watch("ending_by_year", found)

    @cached_property
    def _granted(self) -> tuple[Granted, ...]:
        every = self._whole.certificates.values()
        return tuple(one for one in every if one.certificate.certified_on <= self.day)

    @property
    def seals(self) -> tuple[tuple[Entry[Seal], SealStatus], ...]:
        """Every published seal with where it stands, in the order of the codes."""
        self.reads.note(f"seals:{WHOLE}")
        return self._seals

    @cached_property
    def _seals(self) -> tuple[tuple[Entry[Seal], SealStatus], ...]:
        return tuple(
            (entry, seal_status(self._whole, entry.record, self.day))
            for entry in self._whole.seals_by_code.values()
        )

    @property
    def happened(self) -> Iterator[Event]:
        """All that had happened by the day, latest first, worked out as far as it is gone through.

        Whoever asks depends on anything.
        """
        self.reads.note(ANYTHING)
        return self._happenings.latest_first(self._eventful)

    @cached_property
    def _happenings(self) -> Happenings:
        return Happenings(self.registry, self.day)

    @cached_property
    def _eventful(self) -> Mapping[int, Sequence[str]]:
        return self._happenings.by_day(tuple(self._whole.companies), self.portions)

    def prepare(self) -> None:
        """Work out what many files need, before processes part that would each do it."""
        with self.reads.unnoted():
            self.standings, self._eventful  # noqa: B018

    def counting_aside(self) -> AbstractContextManager[None]:
        """Let another process count meanwhile; whoever asks for a count waits for all of them."""
        return self._sums.counted_aside()

    @cached_property
    def seals_by(self) -> Watched[str, tuple[Entry[Seal], ...]]:
        """Seals by each shelf of their directory (`regiones/maule`, `rubros/vino`, `marcas/a`)."""
        return self._watch("seals_by", shelves(self._whole))

    # Agreements.

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
        return tuple(sorted(self.registry.agreements.values(), key=signing_order))

    @cached_property
    def agreements_by_region(self) -> Mapping[str, tuple[Entry[Agreement], ...]]:
        """Agreements by each region that they name, those of their comunas included."""
        return listed(self.agreements, lambda one: region_codes(one.territory))

    @cached_property
    def agreements_by_comuna(self) -> Mapping[str, tuple[Entry[Agreement], ...]]:
        """Agreements by each comuna that they name."""
        return listed(self.agreements, lambda one: one.territory.comunas)

    @cached_property
    def agreements_by_rubro(self) -> Mapping[str, tuple[Entry[Agreement], ...]]:
        """Agreements by their trade."""
        return listed(self.agreements, lambda one: (one.rubro,) if one.rubro else ())

    @cached_property
    def agreements_by_sector(self) -> Mapping[str, tuple[Entry[Agreement], ...]]:
        """Agreements by the slugs of their division and section."""
        return listed(self.agreements, lambda one: sector_slugs(one.ciiu))

    @cached_property
    def contradictions(self) -> Mapping[str, tuple[Gap, ...]]:
        """What the rules say of records other than companies and seals, by the path of the file."""
        return contradictions(self._whole, self.day)

    # Small sums over everything: many pages show them, and few edits change them.

    named_rubros = Summed[frozenset[str]]("named_rubros")
    """The trades that any published record names: those with a page."""
    named_sectors = Summed[frozenset[str]]("named_sectors")
    """The slugs of the sections and divisions that any published record names."""
    named_comunas = Summed[frozenset[str]]("named_comunas")
    """The codes of the comunas that any published record names: those with a page."""
    tally = Summed[Tally]("tally")
    """The sum over everything."""
    big_figures = Summed[tuple[Figure, ...]]("titulares")
    """The register's big numbers."""
    region_tallies = Summed[Mapping[str, Tally]]("regiones")
    """The sum over the elements of each region, "" for those whose comuna is not recorded."""

    def agreement_tally(self, id: str) -> Tally | None:
        """The sum over an agreement's elements; None where it has none here."""
        found: Tally | None = self.summed(f"acuerdo:{id}")
        return found

    def counted(self, name: str) -> Any:
        """One of the counts behind the figures, by its name in `views/counting/whole.py`."""
        return self.summed(f"figura:{name}")

    def summed(self, name: str) -> Any:
        """One of these sums; whoever asks depends on what it is."""
        self.reads.note(f"{SUMS}:{name}")
        return self._sums[name]

    @property
    def sums(self) -> Mapping[str, Any]:
        """These sums by name."""
        return self._sums.all

    @cached_property
    def _sums(self) -> Sums:
        rubros, sectors = self.agreements_by_rubro, self.agreements_by_sector
        return Sums(self._whole, frozenset(rubros), frozenset(sectors), self._of_all)

    def _of_all(self) -> tuple[Counted, Mapping[str, Sequence[Standing]]]:
        seals = [one for _, one in self._seals]
        with self.reads.unnoted():
            members = {id: self.by_agreement.get(id, ()) for id in self.registry.agreements}
        return Counted(self._whole, self._standings, seals, self.day), members

    def tokens(self) -> frozenset[str]:
        """The names under which anything of what it holds may have been asked for."""
        held = (
            *(getattr(self.registry, name) for name in WATCHED),
            *(self.by_region, self.by_comuna, self.by_rubro, self.by_sector, self.by_company),
            *(self.by_agreement, self.head_offices, self.granted_by_year, self.ending_by_year),
            self.seals_by,
        )
        whole = (f"{name}:{WHOLE}" for name in ("standings", "companies", "seals"))
        return frozenset().union(*(one.tokens() for one in held), whole)
