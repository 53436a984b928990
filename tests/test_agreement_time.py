"""Expectations of an agreement's milestones and lists."""

from datetime import date

import pytest

from generator.agreement_time import adhesion_is_open, agreement_ended, ended_from, roll_is_complete
from generator.model.agreement import Agreement, Roll
from tests import sample


def an_agreement(**keys: object) -> Agreement:
    made: Agreement = sample.model(Agreement, sample.agreement(**keys))
    return made


def test_an_agreement_without_milestones_runs_on():
    """Where no end is recorded, none is made up."""
    assert ended_from(an_agreement()) is None
    assert not agreement_ended(an_agreement(), date(2090, 1, 1))


def test_the_earliest_end_counts():
    """Of an evaluation and a year after the implementation, the first to pass ends it."""
    both = an_agreement(fechas={"fin_implementacion": "2024-01-31", "fin_evaluacion": "2024-09-30"})

    assert ended_from(both) == date(2024, 10, 1)


def test_an_end_known_only_later_does_not_reach_back():
    """A state is not known before the day on which it was."""
    ended = an_agreement(estado="terminado", estado_al="2025-08")

    assert not agreement_ended(ended, date(2025, 7, 31))
    assert agreement_ended(ended, date(2025, 8, 1))


def test_an_ended_agreement_without_a_day_has_always_ended():
    """Nobody is told that an agreement runs which the record calls ended."""
    assert agreement_ended(an_agreement(estado="terminado"), date(2000, 1, 1))


@pytest.mark.parametrize(
    ("keys", "day", "is_open"),
    [
        ({"fechas": {"fin_adhesion": "2026-06"}}, date(2026, 6, 30), True),
        ({"fechas": {"fin_adhesion": "2026-06"}}, date(2026, 7, 1), False),
        ({"estado": "adhesion", "estado_al": "2026-07"}, date(2026, 7, 1), True),
        ({"estado": "adhesion", "estado_al": "2026-06"}, date(2026, 7, 1), None),
        ({"estado": "adhesion"}, date(2026, 7, 1), None),
        ({}, date(2026, 7, 1), None),
        ({"estado": "terminado"}, date(2026, 7, 1), False),
    ],
)
def test_adhesion_is_open_to_its_last_day(keys, day, is_open):
    """Whether one can still adhere is yes, no, or not recorded."""
    assert adhesion_is_open(an_agreement(**keys), day) is is_open


@pytest.mark.parametrize(
    ("keys", "is_complete"),
    [
        ({"cobertura": "completa"}, True),
        ({"cobertura": "completa", "al": "2026-11-23"}, True),
        ({"cobertura": "completa", "al": "2026-11-22"}, False),
        ({"cobertura": "parcial", "al": "2030-01-01"}, False),
        ({"cobertura": "sin_nomina"}, False),
    ],
)
def test_a_list_is_complete_up_to_the_day_it_says(keys, is_complete):
    """A complete list says nothing of days after its own."""
    assert roll_is_complete(sample.model(Roll, keys), sample.DAY) is is_complete
