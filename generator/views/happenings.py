"""Turns the events of all records into one run of them, each worked out when it is come to."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from generator.portions import Portions
from generator.registry import Registry
from generator.runs import portions_of_runs
from generator.timeline import Event, company_events, latest_first, other_events

ByDay = Mapping[int, Sequence[str]]
"""The ids of the companies concerned, "" for all other records, by the ordinal of the day."""


@dataclass(frozen=True, slots=True)
class Happenings:
    """What had happened by a day."""

    registry: Registry
    day: date

    def by_day(self, companies: Sequence[str], portions: Portions) -> ByDay:
        """The days by which anything had happened, and to whom."""
        runs = portions_of_runs(portions, "dias", companies, self._days_of_run)
        days = zip(companies, chain.from_iterable(runs), strict=True)
        found: defaultdict[int, list[str]] = defaultdict(list)
        for id, each in (("", self._days_of("")), *days):
            for day in each:
                found[day].append(id)
        return found

    def latest_first(self, by_day: ByDay) -> Iterator[Event]:
        """All of it, worked out as far as somebody goes through it."""
        for day in sorted(by_day, reverse=True):
            found = (self._events_of(id) for id in by_day[day])
            today = (one for events in found for one in events if one.day.toordinal() == day)
            yield from latest_first(today, self.day)

    def _events_of(self, id: str) -> Iterable[Event]:
        if not id:
            return other_events(self.registry)
        return company_events(self.registry, self.registry.companies[id])

    def _days_of_run(self, ids: Iterable[str]) -> list[tuple[int, ...]]:
        return [self._days_of(id) for id in ids]

    def _days_of(self, id: str) -> tuple[int, ...]:
        days = {one.day for one in self._events_of(id) if one.day <= self.day}
        return tuple(day.toordinal() for day in days)
