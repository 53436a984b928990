"""Turns a regional programme's goals and reports into what is reached, what is left, and by when.

Reports tell how many companies had reached a step on a day, so the latest one counts, and one after
the goal's year tells whether the goal was met in it. A goal without step or quantity is compared
with nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from generator.days import PartialDate
from generator.folding import fold
from generator.model.programme import Funding, Goal, Programme, Progress
from generator.vocabulary import label

State = Literal[
    "sin_paso", "sin_cantidad", "sin_avance", "cumplida", "tarde", "no_cumplida", "vencida", "curso"
]

WORDS: dict[State, str] = {
    "sin_paso": "no dice de qué paso es: no se puede comparar",
    "sin_cantidad": "no dice cuántas: no se puede comparar",
    "sin_avance": "sin avance informado",
    "cumplida": "cumplida",
    "tarde": "informada como cumplida después de su año",
    "no_cumplida": "no se cumplió en su año",
    "vencida": "su año pasó sin un informe de cierre",
    "curso": "en curso",
}
"""How a goal stands, in words."""


@dataclass(frozen=True, slots=True)
class GoalShown:
    """A goal beside what was reported of its step by the day.

    `left` is what is missing to the quantity and `share` what is reached of it in per cent, None
    where there is nothing to compare.
    """

    name: str
    stage: str
    step: str
    quantity: int | None
    year: int | None
    reached: int | None
    as_of: PartialDate | None
    state: State
    left: int | None
    share: Decimal | None

    @property
    def word(self) -> str:
        """How it stands."""
        return WORDS[self.state]


@dataclass(frozen=True, slots=True)
class Money:
    """What several funders bring, in one unit."""

    unit: str
    total: Decimal
    funders: int


def goals(record: Programme, day: date) -> tuple[GoalShown, ...]:
    """All goals, in the order of the record."""
    return tuple(_goal(record, one, day) for one in record.goals)


def reports(record: Programme, stage: str | None, day: date) -> list[Progress]:
    """What was reported of a step by `day`, the latest last."""
    known = [
        one for one in record.progress if one.stage == stage and not one.as_of.surely_after(day)
    ]
    return sorted(known, key=lambda one: one.as_of.last())


def _goal(record: Programme, goal: Goal, day: date) -> GoalShown:
    found = reports(record, goal.stage, day) if goal.stage else []
    last = found[-1] if found else None
    left = share = None
    if last is not None and goal.quantity is not None:
        left = max(goal.quantity - last.quantity, 0)
        share = Decimal(100 * last.quantity) / goal.quantity if goal.quantity else Decimal(100)
    return GoalShown(
        goal.name,
        goal.stage or "",
        label("programme_stage", goal.stage) if goal.stage else "",
        goal.quantity,
        goal.year,
        last.quantity if last else None,
        last.as_of if last else None,
        _state(goal, found, day),
        left,
        None if share is None else round(share, 1),
    )


def _state(goal: Goal, found: list[Progress], day: date) -> State:
    wanted = goal.quantity
    if wanted is None:
        return "sin_cantidad"
    if goal.stage is None:
        return "sin_paso"
    if not found:
        return "sin_avance"
    met = next((one for one in found if one.quantity >= wanted), None)
    if goal.year is None:
        return "cumplida" if met else "curso"
    end = date(goal.year, 12, 31)
    closing = [one for one in found if one.as_of.last() >= end]
    if met:
        return "tarde" if met.as_of.first() > end else "cumplida"
    if day <= end:
        return "curso"
    return "no_cumplida" if closing else "vencida"


def money(funding: Iterable[Funding]) -> tuple[Money, ...]:
    """Amounts of one unit added up, where several funders give one."""
    return tuple(one for one in _by_unit(funding) if one.funders > 1)


def _by_unit(funding: Iterable[Funding]) -> Iterator[Money]:
    units: defaultdict[str, list[Funding]] = defaultdict(list)
    for one in funding:
        if one.amount is not None and one.unit:
            units[fold(one.unit)].append(one)
    for same in units.values():
        total = sum((one.amount or Decimal(0) for one in same), Decimal(0))
        yield Money(same[0].unit or "", total, len(same))
