"""Turns emission rows and published results into what is counted, published and missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator import emissions, impacts
from generator.emissions import NAMA, Announced, Reduction, YearSum
from generator.impacts import REASONS
from generator.load import Entry
from generator.model.agreement import Agreement
from generator.views.counted import Counted, counted, counted_entries
from generator.views.page import Slot
from generator.views.record_parts import Linked
from generator.views.survey import Survey
from generator.vocabulary import LABELS


@dataclass(frozen=True, slots=True)
class Beside:
    """A published amount, and what real agreements have measured of the same years.

    `years` counts those of the period that have any row; for a yearly amount `counted` is the most
    that any one of them has.
    """

    announced: Announced
    counted: Decimal
    years: int
    span: int

    @property
    def share(self) -> Decimal:
        """What is counted of what was announced, in per cent."""
        return round(100 * self.counted / self.announced.amount, 2)


@dataclass(frozen=True, slots=True)
class Missing:
    """What the rows lack; `years` are those of the projection without any real row."""

    without_rows: Counted
    method: int
    verifier: int
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SumShown:
    """A sum of results with the agreements that it is made of."""

    total: Decimal
    unit: str
    period: str
    agreements: tuple[Linked, ...]
    example: bool


@dataclass(frozen=True, slots=True)
class ApartShown:
    """A result that is not added up, as its agreement tells it."""

    agreement: Linked
    value: Decimal | None
    unit: str
    period: str
    text: str
    reason: str
    example: bool


@dataclass(frozen=True, slots=True)
class IndicatorShown:
    """What was published on one subject: sums, and what stands by itself."""

    id: str
    name: str
    sums: tuple[SumShown, ...]
    apart: tuple[ApartShown, ...]


def slot(survey: Survey) -> Slot:
    """Reductions of greenhouse gases, beside what was projected and published."""
    rows = emissions.reductions(survey.agreements)
    table = survey.registry.living("estadisticas", NAMA)
    beside = tuple(_beside(one, rows) for one in emissions.announced(table))
    tables = survey.registry.statistics.values()
    context = {
        "years": emissions.by_year(rows),
        "size": counted(one.is_example for one in rows),
        "beside": beside,
        "said": tuple(emissions.totals(tables)),
        "table": Linked(table.record.name, f"estadisticas/{table.id}/") if table else None,
        "missing": _missing(survey.agreements, rows, beside),
        "day": survey.day,
    }
    return Slot("fragments/emissions.html", context)


def _beside(one: Announced, rows: Iterable[Reduction]) -> Beside:
    """A yearly amount is set beside the best year up to its own, a whole one beside the sum."""
    first = 0 if one.yearly else one.first
    years = emissions.by_year(emissions.between(rows, first, one.last))
    found = max(_totals(years), default=Decimal(0)) if one.yearly else sum(_totals(years))
    return Beside(one, Decimal(found), len(years), one.last - one.first + 1)


def _totals(years: Iterable[YearSum]) -> list[Decimal]:
    return [one.total for one in years]


def _missing(
    agreements: Iterable[Entry[Agreement]],
    rows: tuple[Reduction, ...],
    beside: Iterable[Beside],
) -> Missing:
    real = {one.row.year for one in rows if not one.is_example}
    expected = {
        year
        for one in beside
        if not one.announced.yearly
        for year in range(one.announced.first, one.announced.last + 1)
    }
    return Missing(
        counted_entries(one for one in agreements if not one.record.emissions),
        sum(one.row.methodology is None for one in rows),
        sum(one.row.verifier is None for one in rows),
        tuple(sorted(expected - real)),
    )


def impacts_slot(survey: Survey) -> Slot:
    """Water, energy, waste, money and the rest: added up where that means anything."""
    found = impacts.summed(impacts.results(survey.agreements))
    shown = tuple(_indicator(id, name, found) for id, name in LABELS["indicator"].items())
    context = {
        "indicators": tuple(one for one in shown if one.sums or one.apart),
        "size": counted(
            entry.record.example for entry in survey.agreements if entry.record.impacts
        ),
        "total": len(survey.agreements),
        "day": survey.day,
    }
    return Slot("fragments/impacts.html", context)


def _indicator(id: str, name: str, found: impacts.Summed) -> IndicatorShown:
    sums = (_sum(one) for one in found.sums if one.kind.indicator == id)
    apart = (_apart(one) for one in found.apart if one.result.impact.indicator == id)
    return IndicatorShown(id, name, tuple(sums), tuple(apart))


def _sum(one: impacts.Sum) -> SumShown:
    first, last = one.kind.first, one.kind.last
    period = str(first) if first == last else f"{first} a {last}"
    links = tuple(_link(result.agreement) for result in one.results)
    return SumShown(one.total, one.kind.unit, period, links, one.kind.is_example)


def _apart(one: impacts.Apart) -> ApartShown:
    agreement, impact = one.result
    return ApartShown(
        _link(agreement),
        impact.value,
        impact.unit or "",
        impact.period or "",
        impact.text or "",
        REASONS[one.reason],
        agreement.record.example,
    )


def _link(entry: Entry[Agreement]) -> Linked:
    return Linked(entry.record.name, f"acuerdos/{entry.id}/")
