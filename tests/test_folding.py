"""Names made comparable: accents, punctuation, legal suffixes, Spanish order, slips."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import folding
from generator.folding import fold, slug, sort_key, without_legal_suffix


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ñuñoa", "nunoa"),
        ("N\u0303un\u0303oa", "nunoa"),
        ("VIÑA  «Los Álamos» (ex-Pérez)", "vina los alamos ex perez"),
        ("O'Higgins", "ohiggins"),
        ("O\u2019Higgins", "ohiggins"),
        ("O\u00b4Higgins", "ohiggins"),
        ("Llay-Llay", "llay llay"),
        ("S.A.", "s a"),
        ("a_b", "a b"),
        (" ¿? ", ""),
    ],
)
def test_folding_keeps_letters_and_digits_only(text: str, expected: str) -> None:
    """Case, accents and punctuation vanish; ñ is n; an apostrophe does not split a word."""
    assert fold(text) == expected


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    """A folded text is its own folding, for any characters at all."""
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ñuñoa", "nunoa"),
        ("O'Higgins", "ohiggins"),
        ("Viña Los Álamos SpA", "vina-los-alamos-spa"),
        ("Panadería Núñez E.I.R.L.", "panaderia-nunez-eirl"),
        ("Λ", ""),
    ],
)
def test_slugs_are_ids(text: str, expected: str) -> None:
    """A slug has Latin letters and digits joined by dashes."""
    assert slug(text) == expected


@given(st.text())
def test_slugs_always_have_the_form_of_an_id(text: str) -> None:
    """Whatever the text, its slug is empty or an id of at most 80 characters."""
    made = slug(text)

    assert made == "" or (len(made) <= 80 and re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", made))


def test_long_slugs_end_with_a_whole_word() -> None:
    """A slug is cut between words where it can be, and never holds more than 80 characters."""
    assert slug("palabra " * 20) == "-".join(["palabra"] * 10)
    assert slug("a" * 200) == "a" * 80


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Viña Los Álamos SpA", "vina los alamos"),
        ("Viña Los Álamos S.p.A.", "vina los alamos"),
        ("Pan Sur Ltda.", "pan sur"),
        ("Pan Sur Limitada", "pan sur"),
        ("Pan Sur S.A.", "pan sur"),
        ("Pan Sur SA", "pan sur"),
        ("Pan Sur Sociedad Anónima", "pan sur"),
        ("Pan Sur Sociedad Anónima Cerrada", "pan sur"),
        ("Pérez E.I.R.L.", "perez"),
        ("Pérez EIRL", "perez"),
        ("Pérez y Cía. Ltda.", "perez"),
        ("Pérez & Cía", "perez"),
        ("Pérez y Compañía Limitada", "perez"),
        ("Pan Sur Sociedad por Acciones", "pan sur"),
        ("SpA", "spa"),
        ("S.A. de Cultivos", "s a de cultivos"),
        ("Termas y Spa", "termas y spa"),
        ("Casa", "casa"),
        ("Comercial Caspa", "comercial caspa"),
    ],
)
def test_legal_suffixes_go_and_names_stay(name: str, bare: str) -> None:
    """Every legal form goes from the end, the name itself never does."""
    assert without_legal_suffix(fold(name)) == bare


def test_spanish_order_has_n_tilde_after_n() -> None:
    """Accents count only between equals, and ñ stands between n and o."""
    names = ["oca", "ñandú", "nz", "Ñuble", "árbol", "arbol", "Núñez", "nuez"]

    assert sorted(names, key=sort_key) == [
        "arbol",
        "árbol",
        "nuez",
        "Núñez",
        "nz",
        "ñandú",
        "Ñuble",
        "oca",
    ]
    assert sort_key("N\u0303uble") == sort_key("Ñuble")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("nombre_fantacia", "nombre_fantasia"),
        ("razon-social", "razon_social"),
        ("Tamaño", "tamano"),
        ("vigente_asta", "vigente_hasta"),
        ("telefono", None),
        ("", None),
        ("x", None),
        ("nombre_fantasia" * 70_000, None),
    ],
)
def test_the_closest_word_is_meant(word: str, expected: str | None) -> None:
    """A slip finds its word; a word of its own, or a huge one, finds none."""
    keys = ["tipo", "rut", "razon_social", "nombre_fantasia", "tamano", "vigente_hasta"]

    assert folding.closest(word, keys) == expected


def test_the_first_of_equals_wins() -> None:
    """Suggestions do not depend on anything but the order of the choices."""
    assert folding.closest("acuerdo-x", ["acuerdo-b", "acuerdo-a"]) == "acuerdo-b"
    assert folding.close_matches("acuerdo-x", ["acuerdo-b", "acuerdo-xy", "acuerdo-a"], 2) == [
        "acuerdo-xy",
        "acuerdo-b",
    ]
