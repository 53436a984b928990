"""Turns the home page's first question into its answer: how many installations hold today.

Where sources have published more than this register holds, both numbers stand side by side.
"""

from dataclasses import dataclass
from decimal import Decimal

from generator.load import Entry
from generator.model.statistic import Statistic
from generator.views.coverage import coverage
from generator.views.figures import Figure, summary
from generator.views.page import Slot
from generator.views.survey import Survey

TOTALS = "totales-nacionales"
"""The published table of national totals, and the ids of its columns that are read here."""

_WHEN, _COUNT, _UNIT, _SOURCE = "al", "certificados", "unidad-certificados", "fuente"
_COUNTED = "instalaciones"


@dataclass(frozen=True, slots=True)
class Published:
    """The most certified installations that a source has told of: `when` is in its own words."""

    count: int
    when: str
    source: str
    path: str


def slot(survey: Survey) -> Slot:
    """Elements with a certificate in force here, and what was published, where that is more."""
    here = summary(survey)[0]
    entry = survey.registry.statistics.get(TOTALS)
    told = published(entry) if entry else None
    held = coverage(survey, "certified")
    context = {
        "here": here,
        "told": told if _is_more(told, here) else None,
        "complete": held.complete.count - held.complete.examples,
        "every": held.agreements.count - held.agreements.examples,
        "day": survey.day,
    }
    return Slot("fragments/headline.html", context)


def _is_more(told: Published | None, here: Figure) -> bool:
    return told is not None and told.count > here.count - here.examples


def published(entry: Entry[Statistic]) -> Published | None:
    """The largest of the table's counts of installations; None where it has no such column."""
    ids = [one.id for one in entry.record.columns]
    if not {_WHEN, _COUNT, _UNIT, _SOURCE} <= set(ids):
        return None
    rows = [dict(zip(ids, row, strict=False)) for row in entry.record.rows]
    found = [
        Published(int(count), str(row[_WHEN] or ""), str(row[_SOURCE] or ""), _path(entry))
        for row in rows
        if row.get(_UNIT) == _COUNTED and (count := _number(row.get(_COUNT))) is not None
    ]
    return max(found, key=lambda one: one.count, default=None)


def _number(cell: object) -> int | None:
    text = str(cell or "")
    return int(Decimal(text)) if text.isascii() and text.isdigit() else None


def _path(entry: Entry[Statistic]) -> str:
    return f"estadisticas/{entry.id}/"
