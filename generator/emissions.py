"""Turns measured reductions of agreements into sums by year, and published figures to set beside.

What is counted are the rows of the agreements (monitoring, reporting, verification); what is
published stands in tables of the registry. The two are never added up.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from generator.folding import fold
from generator.load import Entry
from generator.model.agreement import Agreement, EmissionRow
from generator.model.statistic import Statistic

NAMA = "nama-reducciones"
"""The table of what the NAMA projected and what was registered under it."""

_MILLION = Decimal(1_000_000)
_YEARS = re.compile(r"[0-9]{4}")
_UNIT = "tco2e"


class Reduction(NamedTuple):
    """One row of an agreement: what it reduced in a year."""

    agreement: Entry[Agreement]
    row: EmissionRow

    @property
    def is_example(self) -> bool:
        """Whether it is fictional."""
        return bool(self.agreement.record.example)


@dataclass(frozen=True, slots=True)
class YearSum:
    """The rows of a year, what they add up to, and the sum since the first year, in tCO2e.

    `examples` of `total`, and `accumulated_examples` of `accumulated`, are fictional.
    """

    year: int
    rows: tuple[Reduction, ...]
    total: Decimal
    examples: Decimal
    accumulated: Decimal
    accumulated_examples: Decimal


@dataclass(frozen=True, slots=True)
class Announced:
    """A published amount in tCO2e: of the years `first` to `last`, or for each year if `yearly`."""

    name: str
    period: str
    amount: Decimal
    yearly: bool
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Said:
    """A published total as its source says it, with what it is the total of."""

    when: str
    text: str
    unit: str
    source: str
    table: Entry[Statistic]


def reductions(agreements: Iterable[Entry[Agreement]]) -> tuple[Reduction, ...]:
    """Every row, by year and then by agreement."""
    found = [Reduction(entry, row) for entry in agreements for row in entry.record.emissions]
    return tuple(sorted(found, key=lambda one: (one.row.year, one.agreement.record.name)))


def by_year(rows: Iterable[Reduction]) -> tuple[YearSum, ...]:
    """Rows in the order of their years → a sum for each year that has any."""
    found: list[YearSum] = []
    before = before_examples = Decimal(0)
    for year, group in groupby(rows, key=lambda one: one.row.year):
        of_year = tuple(group)
        total = amount(of_year)
        examples = amount(one for one in of_year if one.is_example)
        before, before_examples = before + total, before_examples + examples
        found.append(YearSum(year, of_year, total, examples, before, before_examples))
    return tuple(found)


def amount(rows: Iterable[Reduction]) -> Decimal:
    """The sum of rows, in tCO2e."""
    return sum((one.row.reduction_tco2e for one in rows), Decimal(0))


def between(rows: Iterable[Reduction], first: int, last: int) -> tuple[Reduction, ...]:
    """The real rows of the years `first` to `last`: fiction is not set beside what is official."""
    return tuple(one for one in rows if first <= one.row.year <= last and not one.is_example)


def announced(table: Entry[Statistic] | None) -> Iterator[Announced]:
    """The rows of the NAMA's table that can be read as an amount of tCO2e with its years."""
    columns = [one.id for one in table.record.columns] if table else []
    if table is None or not {"concepto", "periodo", "cantidad", "unidad"} <= set(columns):
        return
    for values in table.record.rows:
        row = dict(zip(columns, values, strict=False))
        if found := _announced({key: value or "" for key, value in row.items()}):
            yield found


def _announced(row: dict[str, str]) -> Announced | None:
    unit, years = fold(row["unidad"]), [int(year) for year in _YEARS.findall(row["periodo"])]
    if _UNIT not in unit or not years or not re.fullmatch(r"[0-9]+(\.[0-9]+)?", row["cantidad"]):
        return None
    scale = _MILLION if unit.startswith("millon") else Decimal(1)
    yearly = unit.endswith(("por ano", "al ano", "tco2e ano"))
    value = Decimal(row["cantidad"]) * scale
    return Announced(row["concepto"], row["periodo"], value, yearly, years[0], years[-1])


def totals(tables: Iterable[Entry[Statistic]]) -> Iterator[Said]:
    """What published tables say in a column of tCO2e; it is a text, and is shown as such."""
    for table in tables:
        record = table.record
        ids = [one.id for one in record.columns]
        for place, column in enumerate(record.columns):
            if column.unit is None or fold(column.unit) != _UNIT:
                continue
            for values in record.rows:
                if text := values[place]:
                    source = values[ids.index("fuente")] if "fuente" in ids else ""
                    yield Said(values[0] or "", text, column.unit, source or "", table)
