"""Turns published tables into their pages, the list of them, and tables inside other pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import NamedTuple

from generator.load import Entry
from generator.model.statistic import Column, Statistic
from generator.views.page import Page, Planned, Slot
from generator.views.record_parts import SECTIONS, corrections, description
from generator.views.survey import Survey

_NUMBERS = ("entero", "decimal", "porcentaje")


@dataclass(frozen=True, slots=True)
class Cell:
    """A value of a table: its text, or its number; `share` is a bar's length in per cent."""

    text: str
    number: Decimal | None
    is_percentage: bool
    share: Decimal | None


class Heading(NamedTuple):
    """What a column is called, in which unit if it has one of its own, and how it stands.

    Per cents are drawn as bars, which begin at the left.
    """

    title: str
    detail: str
    is_number: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A published table as pages show it."""

    id: str
    name: str
    path: str
    record: Statistic
    rows: tuple[tuple[Cell, ...], ...]
    headings: tuple[Heading, ...]


def pages(survey: Survey) -> Iterator[Planned]:
    """A page for each published table."""
    for entry in survey.registry.statistics.values():
        yield Planned(f"estadisticas/{entry.id}/", partial(_page, survey, entry))


def _page(survey: Survey, entry: Entry[Statistic]) -> Page:
    record = entry.record
    return Page(
        path=f"estadisticas/{entry.id}/",
        mould="estadisticas",
        template="pages/estadistica.html",
        title=record.name,
        description=description(
            f"{record.name}: la tabla publicada, con su unidad, su fecha y su fuente."
        ),
        context={"table": table(entry), "corrections": corrections(record, survey.day)},
        crumbs=(SECTIONS["estadisticas"],),
        example=record.example,
        source=entry.path,
    )


def list_slot(survey: Survey) -> Slot:
    """All published tables."""
    tables = tuple(table(entry) for entry in survey.registry.statistics.values())
    return Slot("fragments/statistics.html", {"tables": tables})


def table_slot(survey: Survey, id: str) -> Slot:
    """One published table; a registry that lacks it shows nothing in its place."""
    entry = survey.registry.living("estadisticas", id)
    return Slot("fragments/table.html", {"table": table(entry) if entry else None})


def table(entry: Entry[Statistic]) -> Table:
    """A table with its values read by the types of their columns."""
    record = entry.record
    return Table(
        entry.id,
        record.name,
        f"estadisticas/{entry.id}/",
        record,
        tuple(_row(record, row) for row in record.rows),
        tuple(_heading(record, column) for column in record.columns),
    )


def _heading(record: Statistic, column: Column) -> Heading:
    unit = "" if column.unit in (record.unit, "%") else column.unit or ""
    is_number = column.kind in _NUMBERS and column.kind != "porcentaje"
    return Heading(column.title, unit, is_number)


def _row(record: Statistic, row: tuple[str | None, ...]) -> tuple[Cell, ...]:
    return tuple(_cell(column, value) for column, value in zip(record.columns, row, strict=False))


def _cell(column: Column, value: str | None) -> Cell:
    number = _number(value) if column.kind in _NUMBERS else None
    is_percentage = column.kind == "porcentaje" and number is not None
    bounded = is_percentage and number is not None and 0 <= number <= 100
    return Cell(value or "", number, is_percentage, number if bounded else None)


def _number(value: str | None) -> Decimal | None:
    try:
        found = Decimal(value) if value else None
    except InvalidOperation:
        return None
    return found if found is not None and found.is_finite() else None
