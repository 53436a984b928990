"""Expectations of the ordered tests that give a state."""

from datetime import date

import pytest

from generator.state_tests import CERTIFICATE_TESTS, StateTest, first_state

FACTS = {
    "dia": date(2026, 5, 1),
    "fecha": date(2026, 5, 1),
    "vigente_hasta": date(2026, 5, 1),
    "anulacion": None,
    "suspensiones": [],
}


def test_an_absent_day_compares_with_nothing():
    """A certificate that was never annulled is not tested against a day it lacks."""
    assert first_state(CERTIFICATE_TESTS, FACTS) == "vigente"


def test_the_first_test_that_holds_decides():
    """Annulled outranks suspended, whatever else holds."""
    both = {**FACTS, "anulacion": date(2026, 4, 1), "suspensiones": [(date(2026, 1, 1), None)]}

    assert first_state(CERTIFICATE_TESTS, both) == "anulado"


def test_a_table_without_an_answer_is_our_own_mistake():
    """A case that no test covers is never passed over in silence."""
    with pytest.raises(LookupError):
        first_state([StateTest("vencido", "dia", ">", "vigente_hasta")], FACTS)


def test_the_order_is_that_of_the_data_model():
    """The states of a certificate are tested in the order that the data model prescribes."""
    order = [test.state for test in CERTIFICATE_TESTS]

    assert order == ["futuro", "anulado", "vencido", "suspendido", "vigente"]
