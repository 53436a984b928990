"""Turns the counts of a page's elements through time, and of their certificates, into figures."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from generator.funnel import Steps
from generator.views import certificate_figures, time_figures
from generator.views.counting import years
from generator.views.counting.ahead import ahead
from generator.views.counting.groups import Block
from generator.views.counting.terms import terms
from generator.views.figure import Figure
from generator.views.survey import Survey


def figures(survey: Survey, found: Block, page: str) -> Iterator[Figure]:
    """Year by year, months from adhesion to certificate, certificates by state and by month.

    Only those that have something to tell: elsewhere the funnel says already that there is none.
    """
    for one in _every(survey, found):
        if one.rows:
            yield replace(one, page=page, csv=f"estadisticas/{page}{one.anchor}.csv")


def _every(survey: Survey, found: Block) -> Iterator[Figure]:
    told: tuple[date, ...] = survey.counted("dias")
    own = _since_the_first(years.by_day(dict(found.courses), len(told)))
    if own:
        yield time_figures.courses(survey, told[-len(own) :], own, found.elements.examples)
    if found.elements.certified:
        yield time_figures.months(survey, terms(dict(found.spans)))
    held = ahead(dict(found.facts), survey.day)
    yield certificate_figures.states(survey, held)
    yield certificate_figures.months(survey, held)


def _since_the_first(found: tuple[Steps, ...]) -> tuple[Steps, ...]:
    """Without the years before anything adhered."""
    empty = next((at for at, one in enumerate(found) if one.adhered), len(found))
    return found[empty:]
