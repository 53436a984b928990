"""Turns adhesions and certifications, published or counted, into the funnel by company size.

The same code works out the percentages of the deck's table and those of this register.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from generator.days import PartialDate
from generator.folding import fold
from generator.model.company import Adhesion, Company
from generator.model.statistic import Statistic
from generator.registry import Registry
from generator.vocabulary import label

SIZES = ("micro", "pequena", "mediana", "grande")
UNKNOWN_SIZE = "sin_informacion"
AGGREGATES: Mapping[str, tuple[str, ...]] = {
    "MiPyme": ("micro", "pequena", "mediana"),
    "Pyme": ("pequena", "mediana"),
}
"""Sums of sizes that the sector speaks of; they are not added to the sizes again."""

UNIT = "empresas"
INCLUDES = (
    "Empresas con al menos una adhesión aceptada hasta ese día, según su tamaño al adherir por "
    "primera vez, y cuántas de ellas obtuvieron alguna vez un certificado que no se anuló."
)
"""What the funnel of this register counts."""


@dataclass(frozen=True, slots=True)
class Step:
    """A size, or a sum of sizes: how many adhered and how many of them were certified."""

    id: str
    label: str
    adhered: int
    certified: int

    @property
    def percent(self) -> int | None:
        """Whole per cent, halves rounded up; None where nobody adhered."""
        return percent(self.certified, self.adhered)


@dataclass(frozen=True, slots=True)
class Funnel:
    """Adhesion to certification by size; `examples` of those that adhered are fictional."""

    steps: tuple[Step, ...]
    aggregates: tuple[Step, ...]
    total: Step
    unit: str
    as_of: date | PartialDate | None
    examples: int = 0


def percent(part: int, whole: int) -> int | None:
    """Whole per cent, halves rounded up, worked out without fractions."""
    return (200 * part + whole) // (2 * whole) if whole else None


def funnel(
    pairs: Mapping[str, tuple[int, int]],
    unit: str = UNIT,
    as_of: date | PartialDate | None = None,
    examples: int = 0,
) -> Funnel:
    """The funnel of (adhered, certified) by size; sizes of which nothing is known are left out."""
    steps = tuple(
        Step(size, label("size", size), *pairs[size])
        for size in (*SIZES, UNKNOWN_SIZE)
        if size in pairs
    )
    sums = tuple(
        _sum(name, (one for one in steps if one.id in sizes)) for name, sizes in AGGREGATES.items()
    )
    return Funnel(steps, sums, _sum("Total", steps), unit, as_of, examples)


def _sum(name: str, steps: Iterable[Step]) -> Step:
    chosen = list(steps)
    adhered, certified = sum(one.adhered for one in chosen), sum(one.certified for one in chosen)
    return Step(fold(name), name, adhered, certified)


def funnel_of_table(table: Statistic) -> Funnel | None:
    """The funnel of a published table with columns `tamano`, `adhieren` and `certifican`.

    Its own sums and percentages are worked out anew; None for a table of anything else.
    """
    at = {column.id: place for place, column in enumerate(table.columns)}
    if not {"tamano", "adhieren", "certifican"} <= at.keys():
        return None
    sizes = {fold(label("size", size)): size for size in SIZES}
    pairs = {
        sizes[name]: (int(row[at["adhieren"]] or 0), int(row[at["certifican"]] or 0))
        for row in table.rows
        if (name := fold(row[at["tamano"]] or "")) in sizes
    }
    return funnel(pairs, table.unit or UNIT, table.as_of) if pairs else None


def funnel_of_records(registry: Registry, day: date) -> Funnel:
    """The funnel of this register's companies, as `INCLUDES` says."""
    pairs: dict[str, tuple[int, int]] = dict.fromkeys(SIZES, (0, 0))
    examples = 0
    for entry in registry.companies.values():
        adhesions = _adhesions(entry.record, day)
        if adhesions:
            size = adhesions[0].size or entry.record.size
            adhered, certified = pairs.get(size, (0, 0))
            pairs[size] = (adhered + 1, certified + _was_certified(adhesions, day))
            examples += entry.record.example
    return funnel(pairs, UNIT, day, examples)


def _adhesions(company: Company, day: date) -> list[Adhesion]:
    """Its accepted adhesions by `day`, the first one first."""
    found = [
        adhesion
        for element in company.elements
        for adhesion in element.adhesions
        if adhesion.state == "aceptada" and adhesion.adhered_on <= day
    ]
    return sorted(found, key=lambda one: one.adhered_on)


def _was_certified(adhesions: Iterable[Adhesion], day: date) -> bool:
    return any(
        one.certified_on <= day and not (one.annulment and one.annulment.annulled_on <= day)
        for adhesion in adhesions
        for one in adhesion.certificates
    )
