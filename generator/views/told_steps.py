"""Turns what lists a register holds into how many steps of a funnel its figures may tell.

A count of nothing is told only where the list that it is counted from is here, or a part of it:
otherwise a 0 would read as a no.
"""

from collections.abc import Iterator
from dataclasses import replace

from generator.decision import rolls
from generator.funnel import Steps
from generator.model.agreement import Agreement
from generator.views.charts import Bars, Chart, Lines
from generator.views.coverage import RollName, coverage
from generator.views.figure import Figure
from generator.views.survey import Survey

EVERY, CERTIFIED, ADHERED = 4, 3, 1
"""Told: all four steps, all but the seal, none but adhesion."""

_UNTOLD = {
    EVERY: frozenset[str](),
    CERTIFIED: frozenset(("con_sello",)),
    ADHERED: frozenset(("certifican", "porcentaje", "vigentes", "con_sello")),
}


def depth(survey: Survey, found: Steps, agreement: Agreement | None = None) -> int:
    """How many steps are told of whoever `found` counts, in one agreement or in all."""
    if not found.certified and not _is_held(survey, "certified", agreement):
        return ADHERED
    return EVERY if found.sealed or _is_held(survey, "seals", agreement) else CERTIFIED


def _is_held(survey: Survey, name: RollName, agreement: Agreement | None) -> bool:
    if agreement is None:
        return coverage(survey, name).is_held
    return rolls.coverage(rolls.roll(agreement, name), survey.day) != "sin_nomina"


def as_far_as(figure: Figure, depth: int) -> Figure:
    """The same, without the steps that no list here tells of."""
    untold = _UNTOLD[depth]
    if not untold:
        return figure
    rows = tuple(
        tuple(
            None if column.id in untold else value
            for column, value in zip(figure.columns, row, strict=True)
        )
        for row in figure.rows
    )
    charts = tuple(one for chart in figure.charts for one in _shorter(chart, depth))
    return replace(figure, rows=rows, charts=charts)


def _shorter(chart: Chart, depth: int) -> Iterator[Chart]:
    """The picture of fewer steps; none where there is nothing left to compare."""
    if isinstance(chart, Bars):
        rows = tuple(one._replace(values=one.values[:depth]) for one in chart.rows)
        yield replace(chart, rows=rows, stages=chart.stages[:depth])
    elif depth > ADHERED:
        yield chart
    elif isinstance(chart, Lines) and not chart.percent:
        yield replace(chart, series=chart.series[:1])
