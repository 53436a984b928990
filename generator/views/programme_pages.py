"""Turns regional programmes into their pages: eight steps, goals, progress and who takes part."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.days import PartialDate
from generator.load import Entry
from generator.model.programme import Participant, Programme
from generator.views.page import Page, Planned, Slot
from generator.views.programme_goals import GoalShown, goals, money, reports
from generator.views.record_parts import (
    SECTIONS,
    Linked,
    corrections,
    description,
    public_name,
    region_link,
)
from generator.views.survey import Survey
from generator.vocabulary import LABELS

_STEPS = (
    ("ingreso", "entered"),
    ("auditoria_inicial", "first_audit"),
    ("plan", "plan"),
    ("implementacion", "implementation"),
    ("auditoria_final", "final_audit"),
    ("distincion", "distinction"),
    ("productividad", "productivity"),
)


@dataclass(frozen=True, slots=True)
class Step:
    """One of the eight steps: the figure last reported, and how many of those listed reached it.

    `listed` is None for the first step, which no participant's record dates. `goals` are those of
    this step.
    """

    number: int
    name: str
    reported: int | None
    as_of: PartialDate | None
    listed: int | None
    goals: tuple[GoalShown, ...] = ()


@dataclass(frozen=True, slots=True)
class Taker:
    """A company in the programme: the last step it reached, and when."""

    company: Linked
    number: int
    step: str
    on: PartialDate | None
    example: bool


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """A programme in the list."""

    name: str
    path: str
    region: Linked
    since: PartialDate | None
    until: PartialDate | None
    participants: int
    goals: tuple[GoalShown, ...]
    example: bool


def pages(survey: Survey) -> Iterator[Planned]:
    """A page for each programme."""
    for entry in survey.registry.programmes.values():
        yield Planned(f"programas/{entry.id}/", partial(_page, survey, entry))


def list_slot(survey: Survey) -> Slot:
    """All programmes, by name."""
    rows = tuple(_row(survey, entry) for entry in survey.registry.programmes.values())
    return Slot("fragments/programmes.html", {"rows": rows})


def _row(survey: Survey, entry: Entry[Programme]) -> ProgrammeRow:
    record = entry.record
    return ProgrammeRow(
        record.name,
        f"programas/{entry.id}/",
        region_link(record.region),
        record.since,
        record.until,
        len(record.participants),
        goals(record, survey.day),
        record.example,
    )


def _page(survey: Survey, entry: Entry[Programme]) -> Page:
    record = entry.record
    region = region_link(record.region)
    return Page(
        path=f"programas/{entry.id}/",
        mould="programas",
        template="pages/programa.html",
        title=record.name,
        description=description(
            f"{record.name}: sus ocho pasos, metas, avances y empresas.",
            "Su distinción no es un certificado de APL ni el sello.",
        ),
        context={
            "programme": record,
            "region": region,
            "steps": steps(survey, record),
            "goals": goals(record, survey.day),
            "money": money(record.funding),
            "takers": _takers(survey, record),
            "corrections": corrections(record, survey.day),
        },
        crumbs=(SECTIONS["programas"],),
        example=record.example,
        source=entry.path,
    )


def steps(survey: Survey, record: Programme) -> tuple[Step, ...]:
    """The eight boxes of the model, each with what is known of it by the site's day."""
    fields = dict(_STEPS)
    aims = goals(record, survey.day)
    found = []
    for number, (id, name) in enumerate(LABELS["programme_stage"].items(), 1):
        reported, as_of = _latest(survey, record, id)
        listed = _reached(survey, record, fields[id]) if id in fields else None
        of_step = tuple(one for one in aims if one.stage == id)
        listed = listed if record.participants else None
        found.append(Step(number, name, reported, as_of, listed, of_step))
    return tuple(found)


def _latest(survey: Survey, record: Programme, stage: str) -> tuple[int | None, PartialDate | None]:
    known = reports(record, stage, survey.day)
    return (known[-1].quantity, known[-1].as_of) if known else (None, None)


def _reached(survey: Survey, record: Programme, field: str) -> int:
    return sum(_by_day(survey, one, field) is not None for one in record.participants)


def _by_day(survey: Survey, one: Participant, field: str) -> PartialDate | None:
    on: PartialDate | None = getattr(one, field)
    return None if on is None or on.surely_after(survey.day) else on


def _takers(survey: Survey, record: Programme) -> tuple[Taker, ...]:
    found = [taker for one in record.participants if (taker := _taker(survey, one))]
    return tuple(sorted(found, key=lambda one: (-one.number, one.company.text)))


def _taker(survey: Survey, one: Participant) -> Taker | None:
    entry = survey.registry.living("empresas", one.company_id)
    if entry is None:
        return None
    reached = [(place, _by_day(survey, one, field)) for place, (_, field) in enumerate(_STEPS, 2)]
    number, on = next(((n, on) for n, on in reversed(reached) if on), (1, None))
    name = list(LABELS["programme_stage"].values())[number - 1]
    company = Linked(public_name(entry.record), f"empresas/{entry.id}/")
    return Taker(company, number, name, on, entry.record.example)
