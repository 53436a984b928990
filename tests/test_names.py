"""Expectations of finding companies by name."""

import pytest

from generator.names import companies_named, holds_words, name_key
from tests.sample import company, published


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Viña Ñuñoa S.A.", "vina nunoa"),
        ("Pan y Cía. Ltda.", "pan"),
        ("SpA", "spa"),
        ("Termas y Spa", "termas y spa"),
    ],
)
def test_a_key_is_what_two_writings_share(name, key):
    """Accents, case and legal form do not tell names apart."""
    assert name_key(name) == key


@pytest.mark.parametrize(
    ("wanted", "holds"),
    [
        ("maule", True),
        ("maule vina", True),
        ("vina del mau", True),
        ("vi", False),
        ("vin maule", False),
        ("maule sur", False),
    ],
)
def test_the_last_word_may_be_the_beginning_of_one(wanted, holds):
    """All words must stand in the name, the last one at least in part and from three letters on."""
    assert holds_words("vina del maule", wanted) is holds


def test_an_exact_name_hides_those_that_only_hold_it():
    """Who types a whole name gets that company, not all whose names hold its words."""
    whole = published(
        {
            "a": company(razon_social="Viña Maule SpA"),
            "b": company(razon_social="Viña Maule Sur SpA", rut="99900002-9"),
        }
    )

    assert [one.company.id for one in companies_named(whole, "viña maule ltda")] == ["a"]
    assert [one.company.id for one in companies_named(whole, "maule")] == ["a", "b"]


def test_the_name_of_today_speaks_before_a_former_one():
    """A company whose old name is its name again is found by the one of today."""
    former = [{"razon_social": "Viña Maule Ltda."}]
    whole = published(company(razon_social="Viña Maule SpA", nombres_anteriores=former))

    (found,) = companies_named(whole, "Viña Maule")

    assert not found.former
