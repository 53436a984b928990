"""Expectations of what a missing name means."""

from datetime import date

import pytest

from generator.decision.rolls import company_lists
from generator.lookup import answer
from tests.sample import DAY, agreement, published, rolls

NO_LISTS_YET = agreement(estado="diagnostico")


@pytest.mark.parametrize(
    ("agreements", "expected"),
    [
        ({"a": agreement()}, (0, 1)),
        ({"a": agreement(nominas=rolls("completa"))}, (1, 1)),
        ({"a": agreement(nominas=rolls("completa", al="2026-11-22"))}, (0, 1)),
        ({"a": agreement(nominas=rolls("parcial"))}, (0, 1)),
        ({"a": agreement(nominas={"adheridos": {"cobertura": "completa"}})}, (0, 1)),
        ({"a": agreement(nominas=rolls("completa")), "b": agreement()}, (1, 2)),
        ({"a": agreement(nominas=rolls("completa")), "b": NO_LISTS_YET}, (1, 1)),
        (
            {"a": agreement(nominas=rolls("completa")), "b": agreement(fechas={"firma": "2027"})},
            (1, 1),
        ),
        ({"a": NO_LISTS_YET}, (0, 0)),
    ],
)
def test_lists_count_where_both_are_complete_for_the_day(agreements, expected):
    """An absent company means something only if adherents and certificates are both complete."""
    assert company_lists(published(agreements=agreements), DAY) == expected


def test_fictional_agreements_are_counted_apart():
    """Of one real and one fictional complete list, the sentence says that one is an example."""
    held = {"a": agreement(nominas=rolls("completa")), "b": agreement(), "c": agreement()}
    held["e"] = agreement(nominas=rolls("completa"), ejemplo=True)
    registry = published(agreements=held)

    assert company_lists(registry, DAY, examples=True) == (1, 1)
    assert "las nóminas de 2 (1 de ejemplo) de 4 acuerdos (1 de ejemplo); de los demás" in (
        answer(registry, "99900001-0", DAY).sentence
    )


def test_a_list_that_goes_to_a_day_counts_up_to_it():
    """A list complete to a day answers for that day, not for the next."""
    whole = published(agreements={"a": agreement(nominas=rolls("completa", al="2026-05-01"))})

    assert company_lists(whole, date(2026, 5, 1)) == (1, 1)
    assert company_lists(whole, date(2026, 5, 2)) == (0, 1)
