"""Turns the rolls of the agreements into how much of a real list this register holds."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.decision import rolls
from generator.registry import Registry
from generator.views.counted import Counted, counted
from generator.views.survey import Survey

RollName = Literal["adhered", "certified", "seals"]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of how many agreements the list is complete for the day, only for an earlier one, or partial.

    Of the rest of the `agreements` it is not here at all.
    """

    complete: Counted
    past: Counted
    partial: Counted
    agreements: Counted

    @property
    def is_held(self) -> bool:
        """Whether the register holds any such list, or a part of one."""
        return any(one.count for one in (self.complete, self.past, self.partial))

    @property
    def is_whole(self) -> bool:
        """Whether silence is a no: every agreement's list is here whole."""
        return self.agreements.count > 0 and self.complete == self.agreements


def coverage(survey: Survey, name: RollName) -> Coverage:
    """How far this register's lists of one kind go on its day, over agreements that can have one.

    Agreements and the day tell it, and most pages show it: it is worked out once.
    """
    key = ("cobertura", name)
    if key not in survey.remembered:
        survey.remembered[key] = _coverage(survey.registry, name, survey.day)
    found: Coverage = survey.remembered[key]
    return found


def _coverage(registry: Registry, name: RollName, day: date) -> Coverage:
    found: defaultdict[str, list[bool]] = defaultdict(list)
    for entry in registry.agreements.values():
        if rolls.can_have_lists(entry.record, day):
            reach = rolls.coverage(rolls.roll(entry.record, name), day)
            found[reach].append(entry.record.example)
    return Coverage(
        counted(found["completa"]),
        counted(found["pasada"]),
        counted(found["parcial"]),
        counted(flag for flags in found.values() for flag in flags),
    )
