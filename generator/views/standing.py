"""Turns the published companies into a row for each element: whose it is and where it stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from generator import sectors, territory
from generator.folding import sort_key
from generator.load import Entry
from generator.model.company import Company, Element
from generator.registry import Registry
from generator.status import ElementStatus, element_counts, element_statuses
from generator.views.record_parts import public_name

Unit = Literal["instalaciones", "elementos"]


@dataclass(frozen=True, slots=True)
class Standing:
    """An element with its company, and where it stands in each agreement on the day.

    `counts` and `in_force` are those of the company's own sum ("3 de 5 instalaciones"). Its
    place, trade and sector are its own, the last two its company's where it records none.
    """

    company: Entry[Company]
    element: Element
    statuses: tuple[ElementStatus, ...]
    counts: bool
    in_force: bool

    @property
    def company_name(self) -> str:
        """What the company is called in lists."""
        return public_name(self.company.record)

    @property
    def company_path(self) -> str:
        """The address of the company's page."""
        return f"empresas/{self.company.id}/"

    @property
    def path(self) -> str:
        """The address of the element, on its company's page."""
        return f"empresas/{self.company.id}/#{self.element.id}"

    @property
    def example(self) -> bool:
        """Whether it is fictional."""
        return self.company.record.example

    @property
    def comuna(self) -> territory.Comuna | None:
        """Where it is; never the head office's, nor the agreement's."""
        return territory.comuna(self.element.comuna) if self.element.comuna else None

    @property
    def region(self) -> str | None:
        """The code of its comuna's region."""
        return self.comuna.region if self.comuna else None

    @property
    def rubro(self) -> str | None:
        """Its everyday trade."""
        return self.element.rubro or self.company.record.rubro

    @property
    def ciiu(self) -> str | None:
        """Its code in the economic classification."""
        return self.element.ciiu or self.company.record.ciiu

    @property
    def sectors(self) -> tuple[str, ...]:
        """The parts of addresses under `sectores/` that list it: its division's, its section's."""
        return sector_slugs(self.ciiu)


@lru_cache(maxsize=1024)
def sector_slugs(ciiu: str | None) -> tuple[str, ...]:
    """A code's division and section as parts of addresses, as far as the code goes."""
    if not ciiu:
        return ()
    division, section = sectors.division_of(ciiu), sectors.section_of(ciiu)
    return tuple(one.slug for one in (division, section) if one)


def by_name(companies: Iterable[Entry[Company]]) -> list[Entry[Company]]:
    """Companies in the order of their names, as a Spanish dictionary has them."""
    return sorted(companies, key=lambda one: sort_key(public_name(one.record)))


def standings(
    registry: Registry, companies: Iterable[Entry[Company]], day: date
) -> tuple[Standing, ...]:
    """Every element that had adhered to an agreement by `day`, in the order of the companies."""
    return tuple(one for entry in companies for one in _of_company(registry, entry, day))


def _of_company(registry: Registry, entry: Entry[Company], day: date) -> Iterator[Standing]:
    for element in entry.record.elements:
        known = {
            adhesion.agreement_id: found
            for adhesion in element.adhesions
            if (found := registry.agreement(adhesion.agreement_id))
        }
        if statuses := element_statuses(element, known, day):
            in_force = any(one.in_force for one in statuses)
            counts = in_force or element_counts(element, day)
            yield Standing(entry, element, statuses, counts, in_force)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many elements have a certificate in force, of those that count; how many are fictional.

    `examples` counts within `counted`, `examples_in_force` within `in_force`.
    """

    in_force: int = 0
    counted: int = 0
    examples: int = 0
    unit: Unit = "instalaciones"
    examples_in_force: int = 0

    @property
    def singular(self) -> str:
        """The unit's singular."""
        return "instalación" if self.unit == "instalaciones" else "elemento"


def tally(rows: Iterable[Standing]) -> Tally:
    """The sum over `rows`; "elementos" where not all that count are establishments."""
    counted = [one for one in rows if one.counts]
    plants = all(one.element.scope == "establecimiento" for one in counted)
    return Tally(
        in_force=sum(one.in_force for one in counted),
        counted=len(counted),
        examples=sum(one.example for one in counted),
        unit="instalaciones" if plants else "elementos",
        examples_in_force=sum(one.example and one.in_force for one in counted),
    )
