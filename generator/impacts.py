"""Turns the results that agreements published into sums, where units and periods allow it.

Two values are added up only if they speak of the same thing, in units that convert exactly into one
another, of the same years, with the same sign, and come from different agreements. All others are
listed, each with the reason.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from generator.folding import fold
from generator.load import Entry
from generator.model.agreement import Agreement, Impact

Reason = Literal["sin_valor", "porcentaje", "sin_unidad", "sin_periodo", "varios", "signos"]

REASONS: dict[Reason, str] = {
    "sin_valor": "la fuente no da un número que se pueda anotar",
    "porcentaje": "un porcentaje no se suma con otros",
    "sin_unidad": "no dice en qué unidad",
    "sin_periodo": "no dice de qué años",
    "varios": "el mismo acuerdo da varias cifras así, y una puede incluir a la otra",
    "signos": "unas cifras dicen cuánto bajó y otras cuánto se ahorró",
}

_UNITS: dict[str, dict[str, str]] = {
    "m3": {"m3": "1", "metros cubicos": "1", "miles de m3": "1000"},
    "MWh": {"kwh": "0.001", "mwh": "1", "gwh": "1000"},
    "t": {"kg": "0.001", "t": "1", "ton": "1", "toneladas": "1"},
    "tCO2e": {"kgco2e": "0.001", "tco2e": "1"},
    "millones de pesos": {
        **dict.fromkeys(("clp", "pesos"), "0.000001"),
        **dict.fromkeys(("millones de clp", "millones de pesos"), "1"),
    },
    "millones de US$": {
        **dict.fromkeys(("usd", "us", "dolares"), "0.000001"),
        **dict.fromkeys(("millones de usd", "millones de us"), "1"),
    },
}
_CONVERSIONS = {
    word: (shown, Decimal(factor))
    for shown, words in _UNITS.items()
    for word, factor in words.items()
}
_PERIOD = re.compile(r"(?:de |entre )?([0-9]{4})(?: ?(?:a|al|y|hasta)? ?([0-9]{4}))?")


class Result(NamedTuple):
    """A result that an agreement published."""

    agreement: Entry[Agreement]
    impact: Impact


class Kind(NamedTuple):
    """What two results must share to be added up."""

    indicator: str
    unit: str
    first: int
    last: int
    is_example: bool


@dataclass(frozen=True, slots=True)
class Sum:
    """Results of several agreements, or the only one, added up in one unit."""

    kind: Kind
    total: Decimal
    results: tuple[Result, ...]


class Apart(NamedTuple):
    """A result that is not added to any other, and why."""

    result: Result
    reason: Reason


@dataclass(frozen=True, slots=True)
class Summed:
    """Every result once: in a sum, or apart."""

    sums: tuple[Sum, ...]
    apart: tuple[Apart, ...]


def results(agreements: Iterable[Entry[Agreement]]) -> tuple[Result, ...]:
    """Every published result, in the order of the agreements."""
    return tuple(Result(entry, one) for entry in agreements for one in entry.record.impacts)


def summed(found: Iterable[Result]) -> Summed:
    """Results added up where they may be."""
    groups: defaultdict[Kind, list[Result]] = defaultdict(list)
    apart = []
    for one in found:
        kind = _kind(one)
        if isinstance(kind, Kind):
            groups[kind].append(one)
        else:
            apart.append(Apart(one, kind))
    sums = []
    for kind in sorted(groups):
        if reason := _forbids(groups[kind]):
            apart += [Apart(one, reason) for one in groups[kind]]
        else:
            total = sum((converted(one.impact)[0] for one in groups[kind]), Decimal(0))
            sums.append(Sum(kind, total, tuple(groups[kind])))
    return Summed(tuple(sums), tuple(apart))


def _kind(one: Result) -> Kind | Reason:
    impact = one.impact
    if impact.value is None:
        return "sin_valor"
    if impact.unit is None:
        return "sin_unidad"
    if "%" in impact.unit or fold(impact.unit).startswith("por ciento"):
        return "porcentaje"
    years = _years(impact.period)
    if years is None:
        return "sin_periodo"
    return Kind(impact.indicator, converted(impact)[1], *years, bool(one.agreement.record.example))


def _forbids(group: list[Result]) -> Reason | None:
    if len({one.agreement.id for one in group}) < len(group):
        return "varios"
    values = [one.impact.value or Decimal(0) for one in group]
    return "signos" if min(values) < 0 < max(values) else None


def converted(impact: Impact) -> tuple[Decimal, str]:
    """A value in the unit in which its like are added up, and that unit."""
    shown, factor = _CONVERSIONS.get(fold(impact.unit or ""), (impact.unit or "", Decimal(1)))
    return (impact.value or Decimal(0)) * factor, shown


def _years(period: str | None) -> tuple[int, int] | None:
    """`2021-2025`, `2021 a 2025`, `2020` → first and last year; None for any other text."""
    match = _PERIOD.fullmatch(fold(period or ""))
    if match is None:
        return None
    first, last = int(match[1]), int(match[2] or match[1])
    return (first, last) if first <= last else None
