"""Turns the decision table into what its page shows: every answer, by what it is about."""

from dataclasses import dataclass
from itertools import groupby

from generator.decision import PublishedRow, rows
from generator.views.page import Slot
from generator.views.page_answers import TONES


@dataclass(frozen=True, slots=True)
class Subject:
    """What some answers are about, and those answers."""

    id: str
    title: str
    rows: tuple[PublishedRow, ...]


def slot() -> Slot:
    """Every row of the table, in order."""
    return Slot("fragments/decisions.html", {"subjects": subjects(), "tones": TONES})


def subjects() -> tuple[Subject, ...]:
    """The rows by subject, in the table's order."""
    grouped = groupby(rows(), key=lambda row: (row.subject, row.title))
    return tuple(Subject(id, title, tuple(found)) for (id, title), found in grouped)
