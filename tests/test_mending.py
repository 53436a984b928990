"""Suggestions: a close one or none, and why a date in the right form does not exist."""

import pytest

from generator.model.calendar import why_not
from generator.model.mending import suggestion


@pytest.mark.parametrize(
    ("code", "written", "meant"),
    [
        ("APL035", "1.231", "1231"),
        ("APL035", "24 meses", "24"),
        ("APL035", "5 tCO2e", "5"),
        ("APL037", "18,4 %", "18.4"),
        ("APL037", "1.231,5 tCO2e/año", "1231.5"),
        ("APL033", "9/9/2016", "2016-09-09"),
        ("APL039", "Sí", "true"),
        ("APL040", "VII", '"07" (Maule)'),
        ("APL041", "7101", '"07101" (Talca)'),
        ("APL031", "Viña Azul", "vina-azul"),
    ],
)
def test_what_is_close_is_suggested(code: str, written: str, meant: str) -> None:
    """A person's way of writing a value is turned into the record's."""
    assert suggestion(code, written) == meant


@pytest.mark.parametrize(
    "written", ["1_000", "1e3", "0x10", "1e999", "2 mil", "3 millones", "10 MM$", "1 de 3", "5k"]
)
def test_what_is_not_close_is_not(written: str) -> None:
    """A suggestion that changes how much a number is would be worse than none."""
    assert suggestion("APL035", written) is None
    assert suggestion("APL037", written) is None


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("2015-02-29", "febrero de 2015 tiene 28 días"),
        ("2016-04-31", "abril de 2016 tiene 30 días"),
        ("2016-13", "los meses van de 01 a 12"),
        ("2016-00-10", "los meses van de 01 a 12"),
        ("2150", "se espera un año de 1900 a 2100"),
    ],
)
def test_a_day_that_does_not_exist_is_explained(written: str, reason: str) -> None:
    """The form is right, so the message says what the calendar lacks."""
    assert (why_not(written) or ("",))[0] == reason


@pytest.mark.parametrize("written", ["2016", "2016-02", "2016-02-29", "9/9/2016", "2016-9-9", ""])
def test_other_writings_are_not(written: str) -> None:
    """A date that exists, or one in another form, is none of the calendar's affair."""
    assert why_not(written) is None
