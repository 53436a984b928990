"""Mends: all that is sure, and nothing that is a guess."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.edit.mends import mended
from generator.load.tree import parse
from generator.model import COLLECTIONS, SINGLE_FILES

TESTS = Path(__file__).parents[1]
COMPANY, AGREEMENT = COLLECTIONS["empresas"], COLLECTIONS["acuerdos"]
BROKEN = sorted((TESTS / "broken").rglob("empresas/*.yaml"))


def after(text: str, model: type = COMPANY) -> str:
    found = mended(text.encode(), model)
    assert found is not None
    return found[0]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("comuna: 7101", 'comuna: "07101"'),
        ("comuna: chillan viejo", 'comuna: "16103"'),
        ("comuna: 07101", 'comuna: "07101"'),
        ("rut: 999000010", 'rut: "99900001-0"'),
        ("tamano: Pequeña", "tamano: pequena"),
        ("Tamaño: micro", "tamano: micro"),
        ("marcas: [Leche\u200b, 'Man\u0303ana']", "marcas: [Leche, 'Mañana']"),
        ("nombre_fantasia: Uno  ", "nombre_fantasia: Uno"),
        ("ciiu: 10.30", 'ciiu: "1030"'),
        ("ejemplo: No", "ejemplo: false"),
    ],
)
def test_what_is_sure_is_mended(wrong: str, right: str) -> None:
    """A writing that stands for one value alone becomes the right one."""
    assert after(f"{wrong}\n") == f"{right}\n"


@pytest.mark.parametrize(
    "line",
    [
        "comuna: Tlca",  # a near miss
        "comuna: '99999'",
        'rut: "99900001-3"',  # a wrong check digit
        "tamano: median",
        "nombre_fantacia: Uno",
        "sitio_web: www.uno.example",  # https is a guess
        "elementos: [{id: a, ubicacion: {lat: '33.5', lon: '-71,123'}}]",  # a thousand or a comma
        "elementos: [{adhesiones: [{acuerdo: x, fecha: 3/4/2020}]}]",  # April or March
        "elementos: [{adhesiones: [{certificados: [{codigo: ABCD-EFGH}]}]}]",
        'notas: "acaba en espacios  "',
        "notas: |\n  con espacios  \n  al final",
        "razon_social: &a Uno",
        "tamano: &a Pequeña",
    ],
)
def test_what_is_not_sure_stays(line: str) -> None:
    """Near misses, dates of two readings, wrong check symbols and texts are for people."""
    assert after(f"{line}\n") == f"{line}\n"


def test_a_region_of_before_is_not_guessed() -> None:
    """The eighth region was two of today's; a name or a lost zero is clear."""
    text = "territorio:\n  regiones: [VIII, 7, Ñuble]\n"

    assert after(text, AGREEMENT) == 'territorio:\n  regiones: [VIII, "07", "16"]\n'


def test_a_key_that_is_there_is_not_doubled() -> None:
    """A second writing of the same key is a contradiction, not a slip."""
    text = "Tamaño: micro\ntamano: grande\n"

    assert after(text) == text


@pytest.mark.parametrize("file", BROKEN, ids=lambda file: file.parts[-4])
def test_mending_twice_is_mending_once(file: Path) -> None:
    """On every faulty record: no mend makes another one needed, and the YAML stays readable."""
    found = mended(file.read_bytes(), COMPANY)
    if found is None:
        return
    text, _ = found

    assert mended(text.encode(), COMPANY) == (text, [])
    if parse("", file.read_text("utf-8", errors="replace")).readable:
        assert parse("", text).readable


@settings(max_examples=60)
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_anything_may_be_mended(raw: bytes) -> None:
    """Whatever a file holds, mending it does not fail."""
    for model in (COMPANY, SINGLE_FILES["vocabulario/organismos.yaml"]):
        found = mended(raw, model)
        assert found is None or mended(found[0].encode(), model) is not None
