"""Expectations of templates and what fills them."""

import pytest

from generator.decision.text import fill, one_stop, outline


@pytest.mark.parametrize(
    ("template", "facts", "text"),
    [
        ("vence en {n|dias}", {"n": "1"}, "vence en 1 día"),
        ("vence en {n|dias}", {"n": "58"}, "vence en 58 días"),
        ("vence en {n|dias}", {"n": "0"}, "vence en 0 días"),
        ("el {d|fecha}", {"d": "2016-09-09"}, "el 9 de septiembre de 2016"),
        ("on {d|date}", {"d": "2016-09-09"}, "on 9 September 2016"),
        ("de {n|acuerdos}", {"n": "1"}, "de 1 acuerdo"),
        ("{x|mayuscula}.", {"x": "la planta"}, "La planta."),
        ("Certificado {x|del}.", {"x": "la planta"}, "Certificado de la planta."),
        ("Certificado {x|del}.", {"x": "el producto"}, "Certificado del producto."),
        ("al {x|acuerdo}", {"x": "Envases II"}, "al acuerdo Envases II"),
        ("al {x|acuerdo}", {"x": "Segundo Acuerdo de Huevos"}, "al Segundo Acuerdo de Huevos"),
        ("al {x|acuerdo}", {"x": "APL de Envases"}, "al APL de Envases"),
        ("{x|sujeto} tiene", {"x": "Productor(a), Talca"}, "Productor(a), Talca, tiene"),
        ("{x|sujeto} tiene", {"x": "Viña X"}, "Viña X tiene"),
        ("{x|sujeto} tiene", {"x": "la planta, de Viña X,"}, "La planta, de Viña X, tiene"),
        ("{x|sujeto} tiene", {"x": "iVerde SpA"}, "iVerde SpA tiene"),
        ("la de {n|suyos}", {"n": "1"}, "la de uno de sus acuerdos"),
        ("la de {n|suyos}", {"n": "2"}, "la de 2 de sus acuerdos"),
        ("Motivo: {m|frase}", {"m": "falta de agua "}, "Motivo: falta de agua."),
        ("Motivo: {m|frase}", {"m": "¿Cuál?"}, "Motivo: ¿Cuál?"),
    ],
)
def test_filters_word_their_facts(template, facts, text):
    """Each filter says a fact the way people here write it."""
    assert fill(template, facts) == text


def test_an_empty_fact_takes_its_section_with_it():
    """What stands in brackets vanishes where nothing can fill it."""
    template = "Anulado.[[ Motivo: {motivo|frase}]]"

    assert fill(template, {"motivo": ""}) == "Anulado."
    assert fill(template, {"motivo": "error"}) == "Anulado. Motivo: error."


def test_a_fact_is_never_read_as_a_template():
    """What editors or readers wrote stands as it is, braces and all."""
    assert fill("«{q}»[[ {q}]]", {"q": "{motivo} [[x]]"}) == "«{motivo} [[x]]» {motivo} [[x]]"


def test_a_name_that_ends_in_a_stop_ends_the_sentence():
    """No sentence ends in two stops because a company is an S.A.; an ellipsis stays."""
    assert fill("De {e}.", {"e": "Viña S.A."}) == "De Viña S.A."
    assert fill("{e}", {"e": "espere..."}) == "espere..."


def test_a_fact_that_the_case_lacks_is_our_own_mistake():
    """A template never silently speaks of nothing."""
    with pytest.raises(KeyError):
        fill("{motivo}", {})


def test_an_outline_shows_what_will_stand_there():
    """The published table names its facts in words."""
    assert outline("vence en {dias|dias}[[: {m}]]", {"dias": "N días", "m": "motivo"}) == (
        "vence en ‹N días›: ‹motivo›"
    )
    assert outline("{t|del}, {c|del}", {"t": "el titular", "c": "la planta"}) == (
        "del ‹titular›, de ‹la planta›"
    )


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Vence Uvas S.A..", "Vence Uvas S.A."),
        ("Es de Uvas S.A.. Rige.", "Es de Uvas S.A. Rige."),
        ("Decía «Uvas S.A..»", "Decía «Uvas S.A.»"),
        ("Decía ../../actas", "Decía ../../actas"),
        ("Sigue...", "Sigue..."),
    ],
)
def test_only_the_end_of_a_sentence_loses_a_stop(said: str, shown: str) -> None:
    """A name that ends in a stop ends its sentence; stops within a name are its own."""
    assert one_stop(said) == shown
