"""Expectations of counts, each with what it includes."""

from datetime import date

import pytest

from generator.registry import Registry
from generator.statistics import counts, figures, next_expiries
from tests.sample import DAY, adhesion, agreement, certificate, company, element, published, seal


@pytest.fixture(scope="module")
def register() -> Registry:
    """Three companies in three regions, one of them an example with a seal."""
    return published(
        {
            "a": company(
                element(adhesion(certificate()), id="x", rubro="vino", ciiu="1102"),
                element(adhesion(), id="y", comuna="13101"),
                rubro="fruta",
            ),
            "b": company(
                element(
                    adhesion(certificate("0000-001Y", vigente_hasta="2026-12-01")), comuna="15101"
                ),
                rut="99900002-9",
                ejemplo=True,
            ),
            "c": company(element(), rut="99900003-7"),
        },
        agreements={"acuerdo": agreement(nombre="El Acuerdo")},
        seals={"s": seal("0000-001Y", titular={"empresa": "b"}, hasta="2026-12-01", ejemplo=True)},
    )


def test_the_big_figures_say_what_they_count(register):
    """Plants in force, seals in force, agreements, companies; each with its examples."""
    found = {one.id: (one.value, one.examples) for one in figures(register, DAY)}

    assert found == {
        "instalaciones": (2, 1),
        "sellos": (1, 1),
        "acuerdos": (1, 0),
        "empresas": (2, 1),
    }
    assert all(one.day == DAY and one.unit for one in figures(register, DAY))


def test_figures_are_those_of_their_day(register):
    """After its last day neither certificate nor seal counts."""
    found = {one.id: one.value for one in figures(register, date(2026, 12, 2))}

    assert (found["instalaciones"], found["sellos"]) == (1, 0)


def test_regions_are_those_of_the_plants_from_north_to_south(register):
    """The region comes from the element's comuna."""
    found = [
        (one.key, one.label, one.elements, one.in_force) for one in counts(register, "region", DAY)
    ]

    assert found == [
        ("15", "Arica y Parinacota", 1, 1),
        ("13", "Metropolitana", 1, 0),
        ("07", "Maule", 1, 1),
    ]


def test_trades_fall_back_on_the_company_and_the_unknown_comes_last(register):
    """An element without a trade has its company's; without either it is counted as unknown."""
    found = [(one.key, one.elements, one.examples) for one in counts(register, "rubro", DAY)]

    assert found == [("fruta", 1, 0), ("vino", 1, 0), ("", 1, 1)]


def test_sections_agreements_and_years_are_counted(register):
    """Sections come from the codes, years from the certificates."""
    sections = [(one.key, one.elements) for one in counts(register, "seccion", DAY)]
    agreements = [
        (one.label, one.elements, one.in_force) for one in counts(register, "acuerdo", DAY)
    ]
    years = [(one.key, one.elements) for one in counts(register, "anio", DAY)]

    assert sections == [("C", 1), ("", 2)]
    assert agreements == [("El Acuerdo", 3, 2)]
    assert years == [("2025", 2)]


def test_the_next_to_expire_come_first(register):
    """Certificates in force, by their last day; those that have ended are not listed."""
    found = [
        (one.granted.certificate.code, one.days_left) for one in next_expiries(register, DAY, 5)
    ]

    assert found == [("0000-001Y", 8), ("ABCD-EFGG", 413)]
    assert len(next_expiries(register, DAY, 1)) == 1
    assert len(next_expiries(register, date(2026, 12, 2), 5)) == 1
