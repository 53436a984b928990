"""Labels: one for every listed value of the records, none for values that do not exist."""

from typing import get_args

import pytest

from generator import vocabulary
from generator.model import lists

LISTS = {
    "agreement_kind": lists.AGREEMENT_KIND,
    "agreement_state": lists.AGREEMENT_STATE,
    "figure_unit": lists.FIGURE_UNIT,
    "figure_unit_singular": lists.FIGURE_UNIT,
    "indicator": lists.INDICATOR,
    "programme_stage": lists.PROGRAMME_STAGE,
    "scope": lists.SCOPE,
    "size": lists.SIZE,
}


@pytest.mark.parametrize("name", sorted(LISTS))
def test_every_listed_value_has_its_words(name: str) -> None:
    """A list's labels are those of the model's values, in the model's order."""
    assert tuple(vocabulary.LABELS[name]) == get_args(LISTS[name])


def test_themes_and_rubros_are_the_models() -> None:
    """The ids of themes and rubros are exactly those that a record may hold."""
    assert tuple(vocabulary.THEMES) == get_args(lists.THEME)
    assert tuple(vocabulary.RUBROS) == get_args(lists.RUBRO)


def test_no_two_values_of_a_list_read_alike() -> None:
    """A reader can tell any two values of one list apart."""
    for values in vocabulary.LABELS.values():
        assert all(text and text == text.strip() for text in values.values())
        assert len(set(values.values())) == len(values)
    for labels in (vocabulary.THEMES, vocabulary.RUBROS):
        assert len({label.es for label in labels.values()}) == len(labels)
        assert len({label.en for label in labels.values()}) == len(labels)


def test_words_are_chilean_spanish() -> None:
    """Accents, genders and Chilean terms are right where the ids have none."""
    assert vocabulary.label("scope", "organizacion") == "Organización"
    assert vocabulary.label("size", "pequena") == "Pequeña"
    assert vocabulary.label("audit_kind", "mantencion") == "Auditoría de mantención"
    assert (
        vocabulary.label("agreement_state", "manifestacion_interes") == "Manifestación de interés"
    )


def test_unknown_values_stand_as_they_are() -> None:
    """A value outside its list is shown, a list that does not exist is our mistake."""
    assert vocabulary.label("size", "gigante") == "gigante"
    with pytest.raises(KeyError):
        vocabulary.label("no_list", "micro")


@pytest.mark.parametrize(
    ("quantity", "expected"), [(0, "instalaciones"), (1, "instalación"), (2, "instalaciones")]
)
def test_units_agree_in_number(quantity: int, expected: str) -> None:
    """One is singular, none and many are plural."""
    assert vocabulary.unit("instalaciones", quantity) == expected
