"""Turns adhesions and certifications, published or counted, into the funnel by company size.

The same code works out the percentages of the deck's table and those of this register.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generator.days import PartialDate
from generator.folding import fold
from generator.model.statistic import Statistic
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


class Steps(NamedTuple):
    """How many adhered, were ever certified, are certified today, and hold the seal.

    Each step is part of the one before. The last two are None where a source does not tell them.
    `examples` of those that adhered are fictional.
    """

    adhered: int = 0
    certified: int = 0
    valid: int | None = None
    sealed: int | None = None
    examples: int = 0

    @property
    def percent(self) -> int | None:
        """Whole per cent certified, halves rounded up; None where nobody adhered."""
        return percent(self.certified, self.adhered)

    def __add__(self, other: "Steps") -> "Steps":  # type: ignore[override]
        """Both together; what one of them does not tell, the sum does not."""
        return Steps(
            self.adhered + other.adhered,
            self.certified + other.certified,
            _sum(self.valid, other.valid),
            _sum(self.sealed, other.sealed),
            self.examples + other.examples,
        )


NOBODY = Steps(0, 0, 0, 0)


def _sum(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other


class Step(NamedTuple):
    """A size, or a sum of sizes: how many adhered and how far they got."""

    id: str
    label: str
    steps: Steps

    @property
    def adhered(self) -> int:
        """How many adhered."""
        return self.steps.adhered

    @property
    def certified(self) -> int:
        """How many of them were ever certified."""
        return self.steps.certified

    @property
    def percent(self) -> int | None:
        """Whole per cent, halves rounded up; None where nobody adhered."""
        return self.steps.percent


@dataclass(frozen=True, slots=True)
class Funnel:
    """Adhesion to certification by size; `examples` of those that adhered are fictional."""

    steps: tuple[Step, ...]
    aggregates: tuple[Step, ...]
    total: Step
    unit: str
    as_of: date | PartialDate | None

    @property
    def examples(self) -> int:
        """How many of those that adhered are fictional."""
        return self.total.steps.examples


def percent(part: int, whole: int) -> int | None:
    """Whole per cent, halves rounded up, worked out without fractions."""
    return (200 * part + whole) // (2 * whole) if whole else None


def funnel(
    found: Mapping[str, Steps], unit: str = UNIT, as_of: date | PartialDate | None = None
) -> Funnel:
    """The funnel of steps by size; sizes of which nothing is known are left out."""
    steps = tuple(
        Step(size, label("size", size), found[size])
        for size in (*SIZES, UNKNOWN_SIZE)
        if size in found
    )
    sums = tuple(
        _total(name, (one for one in steps if one.id in sizes))
        for name, sizes in AGGREGATES.items()
    )
    return Funnel(steps, sums, _total("Total", steps), unit, as_of)


def _total(name: str, steps: Iterable[Step]) -> Step:
    chosen = [one.steps for one in steps]
    total = chosen[0] if chosen else NOBODY
    for one in chosen[1:]:
        total += one
    return Step(fold(name), name, total)


def funnel_of_table(table: Statistic) -> Funnel | None:
    """The funnel of a published table with columns `tamano`, `adhieren` and `certifican`.

    Its own sums and percentages are worked out anew; None for a table of anything else.
    """
    at = {column.id: place for place, column in enumerate(table.columns)}
    if not {"tamano", "adhieren", "certifican"} <= at.keys():
        return None
    sizes = {fold(label("size", size)): size for size in SIZES}
    found = {
        sizes[name]: Steps(int(row[at["adhieren"]] or 0), int(row[at["certifican"]] or 0))
        for row in table.rows
        if (name := fold(row[at["tamano"]] or "")) in sizes
    }
    return funnel(found, table.unit or UNIT, table.as_of) if found else None
