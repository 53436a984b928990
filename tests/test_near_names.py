"""Expectations of the names that come close to one that nobody bears."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.near_names import MOST_NEAR, near_names, slips
from generator.registry import Registry
from tests.sample import company, person, published


@pytest.fixture(scope="module")
def register() -> Registry:
    names = [
        "Viñedos del Maule Sumergido SpA",
        "Lácteos Vega del Huemul Ltda.",
        "Pan de Ñuñoa S.A.",
        *(f"Conservas Estrella {n} SpA" for n in range(9)),
    ]
    legal = {f"empresa-{n}": company(razon_social=name) for n, name in enumerate(names)}
    for id in legal:
        legal[id] = {key: value for key, value in legal[id].items() if key != "rut"}
    return published({**legal, "productor-x1": person()})


def found(register: Registry, text: str) -> list[str]:
    return [one.name for one in near_names(register, text)]


@pytest.mark.parametrize(
    "typed",
    [
        "vinedo del maule sumerjido",
        "Viñedos Maule Sumregido Limitada",
        "Lacteos Vega Huemul",
        "VIÑEDOS DEL MAULE SUMERGIDO CHILE",
    ],
)
def test_a_slip_in_a_word_is_seen_through(register, typed):
    """A letter wrong, left out, added or swapped, a short word missing, one long word too many."""
    assert len(found(register, typed)) == 1


@pytest.mark.parametrize("typed", ["Maule Andes", "del la", "", "viñedos", "Panes Nunca"])
def test_what_is_not_near_is_not_offered(register, typed):
    """Half a name, short words and other names bring none but what holds all of them."""
    assert len(found(register, typed)) <= (typed == "viñedos")


def test_few_are_offered_the_nearest_first(register):
    """A word that many share does not bring them all."""
    names = found(register, "conserva estrela")

    assert len(names) == MOST_NEAR
    assert all(name.startswith("Conservas Estrella") for name in names)


def test_a_withheld_name_is_near_to_nothing(register):
    """A person without consent is not found by something like their name."""
    assert found(register, "Juana Andrea Penafiel Sotto") == []


@given(st.text("abcdeñ", min_size=4, max_size=12), st.integers(0, 10))
def test_a_swap_of_neighbours_is_one_slip(word, at):
    """The commonest slip of the hand counts once, unless it moves the first letter."""
    at = 1 + at % (len(word) - 2)
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]

    assert slips(swapped, word) == (0 if swapped == word else 1)


def test_the_first_letter_must_be_right():
    """The browser has names by first letters, and finds what the terminal finds."""
    assert slips("binedos", "vinedos") == 2
