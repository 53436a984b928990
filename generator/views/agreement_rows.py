"""Turns agreements into the lines that lists show of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.days import PartialDate
from generator.load import Entry
from generator.model.agreement import Agreement, Figure
from generator.views.agreement_parts import level_name
from generator.views.standing import Tally
from generator.views.survey import Survey
from generator.views.territory_words import territory_words
from generator.vocabulary import label

_CERTIFIED_MASCULINE = frozenset({"productores", "productos"})


@dataclass(frozen=True, slots=True)
class Published:
    """A figure that a source published, with its unit, level, day and limits."""

    quantity: int
    singular: str
    plural: str
    level: str
    as_of: PartialDate | None
    note: str


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """An agreement in a list: who leads it, where, since when, and how many are certified.

    `stage` is "" where none is known; `tally` counts this register's own elements, None where it
    has none of the agreement; `published` are the figures of sources.
    """

    name: str
    path: str
    sponsor: str
    territory: str
    signed: PartialDate | None
    stage: str
    halted: bool
    tally: Tally | None
    published: tuple[Published, ...]
    example: bool


def agreement_rows(survey: Survey, entries: Iterable[Entry[Agreement]]) -> tuple[AgreementRow, ...]:
    """Agreements as lists show them, in the order given."""
    return tuple(_row(entry, survey.agreement_tally(entry.id)) for entry in entries)


def _row(entry: Entry[Agreement], counted: Tally | None) -> AgreementRow:
    record = entry.record
    state = "" if record.state == "sin_informacion" else label("agreement_state", record.state)
    return AgreementRow(
        name=record.name,
        path=f"acuerdos/{entry.id}/",
        sponsor=record.sponsor or "",
        territory=territory_words(record.territory),
        signed=record.dates.signed if record.dates else None,
        stage=state,
        halted=record.halted is not None,
        tally=counted,
        published=published(record),
        example=record.example,
    )


def published(record: Agreement) -> tuple[Published, ...]:
    """For adhered and certified, the figure of the latest day that a source gives."""
    found = (_latest(record, what) for what in ("adheridos", "certificados"))
    return tuple(one for one in found if one)


def _latest(record: Agreement, what: str) -> Published | None:
    figures = [one for one in record.figures if one.what == what and one.quantity is not None]
    if not figures:
        return None
    figure = max(figures, key=lambda one: one.as_of.first().toordinal() if one.as_of else 0)
    return _published(record, figure)


def _published(record: Agreement, figure: Figure) -> Published:
    stem = "adherid" if figure.what == "adheridos" else "certificad"
    vowel = "o" if figure.unit in _CERTIFIED_MASCULINE else "a"
    return Published(
        figure.quantity or 0,
        f"{label('figure_unit_singular', figure.unit)} {stem}{vowel}",
        f"{label('figure_unit', figure.unit)} {stem}{vowel}s",
        _level(record, figure),
        figure.as_of,
        (figure.note or "").rstrip("."),
    )


def _level(record: Agreement, figure: Figure) -> str:
    """The level's name, where the figure gives but its number."""
    level = figure.level or ""
    if level.isascii() and level.isdigit():
        return level_name(record.levels, int(level))
    return level
