"""Expectations of the funnel from adhesion to certification."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.funnel import Steps, funnel, funnel_of_table, percent
from generator.model.statistic import Statistic
from generator.views.funnel import own_funnel
from tests import sample
from tests.sample import DAY, adhesion, certificate, company, element, published
from tests.view_bodies import survey

DECK = {
    "nombre": "Adhesión y certificación por tamaño",
    "unidad": "empresas",
    "al": "2012",
    "columnas": [
        {"id": "tamano", "titulo": "Empresas", "tipo": "texto"},
        {"id": "adhieren", "titulo": "Adhieren", "tipo": "entero"},
        {"id": "certifican", "titulo": "Certifican", "tipo": "entero"},
    ],
    "filas": [
        ["Micro", 519, 80],
        ["Pequeña", 505, 178],
        ["Mediana", 207, 139],
        ["Grande", 270, 189],
        ["MiPyme", 1231, 397],
    ],
}


def test_the_table_of_the_deck_is_reproduced_exactly():
    """80 of 519, 178 of 505, 139 of 207, 189 of 270; MiPyme 32 %, Pyme 45 %."""
    found = funnel_of_table(sample.model(Statistic, DECK))

    assert found is not None
    assert [(one.label, one.certified, one.adhered, one.percent) for one in found.steps] == [
        ("Micro", 80, 519, 15),
        ("Pequeña", 178, 505, 35),
        ("Mediana", 139, 207, 67),
        ("Grande", 189, 270, 70),
    ]
    assert [(one.label, one.percent) for one in found.aggregates] == [("MiPyme", 32), ("Pyme", 45)]
    assert (found.total.adhered, found.total.certified) == (1501, 586)
    assert str(found.as_of) == "2012"


def test_a_table_of_something_else_is_no_funnel():
    """A table without those columns gives none."""
    table = {
        **DECK,
        "columnas": [{"id": "anio", "titulo": "Año", "tipo": "entero"}],
        "filas": [[2015]],
    }

    assert funnel_of_table(sample.model(Statistic, table)) is None


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [(1, 2, 50), (1, 8, 13), (3, 8, 38), (317, 712, 45), (0, 0, None)],
)
def test_halves_round_up(part, whole, expected):
    """12,5 is 13; nobody out of nobody has no percentage."""
    assert percent(part, whole) == expected


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_percentage_is_never_further_than_half_away(part, whole):
    """Rounding moves a percentage by a half at most."""
    found = percent(part, whole)

    assert found is not None and abs(found - 100 * part / whole) <= 0.5


def test_a_company_counts_once_by_its_size_when_it_first_adhered():
    """Several elements are one company; today's size stands in where none was recorded then."""
    whole = published(
        {
            "a": company(
                element(adhesion(certificate(), tamano="micro"), id="x"),
                element(adhesion(fecha="2024-01-01", tamano="grande"), id="y"),
                tamano="mediana",
            ),
            "b": company(element(adhesion()), rut="99900002-9", ejemplo=True),
            "c": company(rut="99900003-7"),
        }
    )

    found = own_funnel(survey(whole))

    assert {one.id: (one.adhered, one.certified) for one in found.steps} == {
        "micro": (1, 1),
        "pequena": (1, 0),
        "mediana": (0, 0),
        "grande": (0, 0),
    }
    assert (found.unit, found.as_of, found.examples) == ("empresas", DAY, 1)


def test_only_what_had_happened_by_the_day_counts():
    """An annulled or later certificate does not count, an expired one does."""
    expired = certificate(fecha="2023-06-01", vigente_hasta="2024-06-01")
    annulled = certificate("2345-6789", anulacion={"fecha": "2026-01-01"})
    later = certificate("0000-001Y", fecha="2027-01-01")
    whole = published(
        {
            "a": company(element(adhesion(expired))),
            "b": company(element(adhesion(annulled)), rut="99900002-9"),
            "c": company(element(adhesion(later)), rut="99900003-7"),
        }
    )

    found = own_funnel(survey(whole)).total

    assert (found.adhered, found.certified) == (3, 1)


def test_an_unknown_size_is_shown_but_belongs_to_no_sum():
    """Those of unknown size stand apart."""
    found = funnel({"micro": Steps(2, 1), "sin_informacion": Steps(3, 3)})

    assert [one.id for one in found.steps] == ["micro", "sin_informacion"]
    assert found.aggregates[0].adhered == 2
    assert found.total.adhered == 5
