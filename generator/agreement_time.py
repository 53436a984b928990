"""Turns the milestones and rolls of an agreement into what they mean on a day."""

from datetime import date
from functools import lru_cache

from generator.days import PartialDate, day_after, years_later
from generator.model.agreement import Agreement, Roll


def agreement_ended(agreement: Agreement, day: date) -> bool:
    """Whether nobody can be certified in it any more, as far as the record tells."""
    first = ended_from(agreement)
    return first is not None and first <= day


def ended_from(agreement: Agreement) -> date | None:
    """The first day on which the agreement counts as ended; None while none is recorded.

    It is the day its state `terminado` was known (always, where that day is not recorded), the
    day after `fin_evaluacion`, or that after `fin_implementacion` plus a year: the first of them.
    """
    dates = agreement.dates
    evaluated = dates.evaluation_ends if dates else None
    implemented = dates.implementation_ends if dates else None
    return _first_end(agreement.state, agreement.state_as_of, evaluated, implemented)


@lru_cache(maxsize=1024)
def _first_end(
    state: str,
    as_of: PartialDate | None,
    evaluated: PartialDate | None,
    implemented: PartialDate | None,
) -> date | None:
    """Asked for every element of every agreement, several times."""
    found: list[date] = []
    if state == "terminado":
        found.append(as_of.first() if as_of else date.min)
    if evaluated:
        found.append(day_after(evaluated.last()))
    if implemented:
        found.append(day_after(years_later(implemented.last(), 1)))
    return min(found, default=None)


def adhesion_is_open(agreement: Agreement, day: date) -> bool | None:
    """Whether companies can still adhere; None where the record does not tell.

    The state `adhesion` says so for the time at which it was known, not for any later day.
    """
    if agreement_ended(agreement, day):
        return False
    if agreement.dates and agreement.dates.adhesion_ends:
        return not agreement.dates.adhesion_ends.surely_before(day)
    if agreement.state != "adhesion" or agreement.state_as_of is None:
        return None
    return None if agreement.state_as_of.surely_before(day) else True


def roll_is_complete(roll: Roll | None, day: date) -> bool:
    """Whether the register holds the whole of a list for `day`.

    A complete list that says how far it goes says nothing of later days.
    """
    if roll is None or roll.coverage != "completa":
        return False
    return roll.as_of is None or day <= roll.as_of
