"""The field guide: every key of every record type, from the models."""

import pytest

from generator.model import COLLECTIONS
from generator.views import field_guide
from generator.views.field_guide import GUIDES, own, shared, slots
from generator.vocabulary import RUBROS
from tests.view_bodies import fragment, told


def keys(name):
    return {one.anchor: one for one in (*own(name), *shared(name))}


@pytest.mark.parametrize("name", sorted(GUIDES))
def test_every_key_of_a_type_is_in_its_guide(name):
    """No field of a model, nor of a block in it, is left out or told twice."""
    found = [*own(name), *shared(name)]

    top = {one.key for one in found if one.depth == 0}
    assert top == {info.alias for info in GUIDES[name].model_fields.values()}
    assert len({one.anchor for one in found}) == len(found)
    assert all(one.title and one.description and one.kind for one in found)


def test_there_is_a_guide_for_each_slot():
    """The record types, the register and the two lists of the vocabulary."""
    assert set(slots()) == {
        f"campos:{name}" for name in (*COLLECTIONS, "registro", "organismos", "auditores")
    }


def test_types_are_told_in_words():
    """What an editor writes, not what a program calls it."""
    fields = keys("empresas")

    assert fields["empresas-razon_social"].kind == "texto"
    assert fields["empresas-marcas"].kind == "lista de textos"
    assert fields["empresas-elementos"].kind == "lista de bloques"
    assert fields["empresas-comuna"].kind == "código de comuna"
    assert fields["empresas-tamano"].kind == "uno de estos valores"
    certificate = "empresas-elementos-adhesiones-certificados"
    assert fields[f"{certificate}-fecha"].kind == "fecha"
    assert fields[f"{certificate}-fecha"].depth == 3
    assert keys("acuerdos")["acuerdos-fechas-firma"].kind == "fecha parcial"
    assert keys("estadisticas")["estadisticas-filas"].kind == "lista de listas de valores"


def test_listed_values_have_their_labels():
    """Each with the word that readers see."""
    choices = {one.value: one.label for one in keys("acuerdos")["acuerdos-rubro"].choices}

    assert choices == {id: label.es for id, label in RUBROS.items()}


def test_examples_are_as_they_would_stand_in_the_file():
    """Codes between quotes, lists in brackets, booleans in English."""
    fields = keys("acuerdos")

    assert fields["acuerdos-ciiu"].example == '"01"'
    assert fields["acuerdos-territorio-comunas"].example == '["07101"]'
    assert fields["acuerdos-requiere_validacion"].example == "true"


def test_the_register_tells_its_defaults():
    """What holds where the key is missing."""
    assert keys("registro")["registro-dias_por_vencer"].default == "90"
    assert keys("registro")["registro-operador"].default == ""


def test_the_table_marks_what_is_required_and_what_lies_within():
    """Required keys say so; keys of blocks are moved by their depth."""
    html = fragment(field_guide.slots()["campos:acuerdos"])

    assert 'id="campo-acuerdos-territorio-alcance"' in html
    assert 'data-nivel="1"' in html and 'data-nivel="2"' in html
    assert "alcance obligatorio dentro del bloque" in told(html)
    assert "nombre obligatorio Nombre." in told(html)
