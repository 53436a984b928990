"""Turns published totals that are not what is counted here into gaps of their agreement."""

from collections.abc import Iterator
from datetime import date

from generator.days import PartialDate
from generator.load import Entry
from generator.model.agreement import Agreement
from generator.quality import Gap, Kind
from generator.views.survey import Survey
from generator.views.told_counts import Pair, pairs

_VERBS = {"adheridos": "adhirieron", "certificados": "se certificaron"}


def gaps(survey: Survey, entry: Entry[Agreement]) -> Iterator[Gap]:
    """Each with what the source said, what is counted, and why; its age is that of the source."""
    for one in pairs(survey, entry):
        if one.counted is None:
            yield _gap(survey, one, f"aquí no hay ninguna. {one.why}")
        elif one.missing:
            yield _gap(survey, one, f"aquí se cuentan {one.counted}. {one.why}")


def _gap(survey: Survey, one: Pair, told: str) -> Gap:
    text = f"se publicó que {_VERBS[one.what]} {one.published} {one.unit} y {told.rstrip('.')}"
    return Gap(_kind(one), ("cifras", one.place), text, _since(one.on, survey.day))


def _kind(one: Pair) -> Kind:
    """Without the whole list something is missing; with it, one of both numbers is wrong."""
    if one.reach != "completa":
        return "falta"
    return "contradice"


def _since(on: PartialDate | None, day: date) -> date | None:
    if on is None:
        return None
    return on.last() if on.last() <= day else on.first()
