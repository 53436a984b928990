"""Turns the stages of a pre-investment agreement into how long each took, beside the model's."""

from dataclasses import dataclass
from datetime import date, timedelta

from generator.days import PartialDate
from generator.model.preinvestment import Preinvestment, Stage
from generator.rules.preinvestment import MONTHS

MODEL = sum(MONTHS)
"""How many months the whole process is meant to take."""

_DAYS_A_MONTH = 365.2425 / 12


@dataclass(frozen=True, slots=True)
class StageShown:
    """A stage on the line.

    `length` is its part of the line in months and `model` what an agreement of this kind gives it,
    None where the record does not have the usual three stages. `lasted` are the months that it took
    or has taken so far, rounded; None where its dates do not tell.
    """

    name: str
    months: int | None
    model: int | None
    begins: PartialDate | None
    ends: PartialDate | None
    state: str
    lasted: int | None

    @property
    def length(self) -> int:
        """Months on the line, from 1 to 24."""
        return min(self.months or self.model or 1, 24)

    @property
    def measure(self) -> int | None:
        """The months that it is measured against: the model's, or the record's own."""
        return self.model or self.months

    @property
    def over(self) -> int:
        """By how many months it is longer than it should be; 0 where that is not known."""
        if self.lasted is None or self.measure is None:
            return 0
        return max(self.lasted - self.measure, 0)


def stages(record: Preinvestment, day: date) -> tuple[StageShown, ...]:
    """The stages in order, as they stand on `day`."""
    usual = MONTHS if len(record.stages) == len(MONTHS) else (None,) * len(record.stages)
    return tuple(_stage(one, model, day) for one, model in zip(record.stages, usual, strict=True))


def _stage(one: Stage, model: int | None, day: date) -> StageShown:
    state = _state(one, day)
    end = one.ends if state == "terminada" else day
    lasted = months(one.begins, end) if state in ("terminada", "en curso") else None
    return StageShown(one.name, one.months, model, one.begins, one.ends, state, lasted)


def _state(one: Stage, day: date) -> str:
    """`terminada`, `en curso` or `por empezar`, as far as its dates tell."""
    if one.ends and one.ends.surely_before(day):
        return "terminada"
    if one.begins and one.begins.surely_after(day):
        return "por empezar"
    return "en curso" if one.begins else ""


def total(found: tuple[StageShown, ...], day: date) -> int | None:
    """Months from the first day of the process to its last, or to `day`; None without a begin."""
    begins = next((one.begins for one in found if one.begins), None)
    is_over = bool(found) and found[-1].state == "terminada"
    if begins is None or begins.surely_after(day):
        return None
    return months(begins, found[-1].ends if is_over else day)


def months(begins: PartialDate | None, ends: PartialDate | date | None) -> int | None:
    """Months of a closed interval, rounded; None where one end is known by its year only."""
    if begins is None or ends is None or begins.month is None:
        return None
    if isinstance(ends, PartialDate):
        if ends.month is None:
            return None
        ends = ends.last()
    return round((ends + timedelta(days=1) - begins.first()).days / _DAYS_A_MONTH)
