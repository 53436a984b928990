"""The canonical form of records: the same data, every comment, and one way to write them."""

import random
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from generator.edit import added, canonical, fresh
from generator.edit.canonical import typed
from generator.model import COLLECTIONS, SINGLE_FILES

TESTS = Path(__file__).parents[1]
REGISTRY = TESTS.parent / "registry"
RECORDS = sorted(
    (path.relative_to(root).as_posix(), path)
    for root in (REGISTRY, TESTS / "sound")
    for path in root.rglob("*.yaml")
)
COMPANY = COLLECTIONS["empresas"]


def model_of(path: str) -> type[BaseModel]:
    return SINGLE_FILES.get(path) or COLLECTIONS[path.split("/")[0]]


def company(lines: str) -> str:
    """The canonical form of a company with these lines, without the ones it has by need."""
    rest = "tipo: persona_juridica\ntamano: micro\nelementos: []\n".replace(
        "elementos: []", "elementos:\n  - id: a\n    alcance: producto\n    nombre: A"
    )
    return canonical(lines + rest, COMPANY)


@pytest.mark.parametrize(("path", "file"), RECORDS, ids=lambda one: str(one)[-40:])
def test_formatting_twice_is_formatting_once(path: str, file: Path) -> None:
    """What is canonical comes back as it is."""
    once = canonical(file.read_text(encoding="utf-8"), model_of(path))

    assert canonical(once, model_of(path)) == once


@settings(max_examples=60)
@given(st.sampled_from(RECORDS), st.randoms(use_true_random=False))
def test_comments_anywhere_survive(record: tuple[str, Path], random: random.Random) -> None:
    """Comments put at any line and behind any value are all there, and change no datum."""
    model = model_of(record[0])
    text = record[1].read_text(encoding="utf-8")
    remarked, count = with_comments(text, random)
    if typed(remarked, model) != typed(text, model):
        return  # a comment fell into a folded text, and is part of it

    found = canonical(remarked, model)

    assert sorted(re.findall(r"# c[0-9]+é", found)) == sorted(f"# c{n}é" for n in range(count))
    assert typed(found, model) == typed(text, model)
    assert canonical(found, model) == found


def with_comments(text: str, random: random.Random) -> tuple[str, int]:
    """The text with comments and blank lines strewn over it, and how many there are."""
    lines: list[str] = []
    count = 0
    for line in text.splitlines():
        indent = len(line) - len(line.lstrip())
        is_prose = ": " not in line and not line.endswith(":") and not line.lstrip().startswith("-")
        if not is_prose and random.random() < 0.3:
            shift = random.choice([0, 0, 2, -2, 4, -indent])
            lines += [""] * random.randint(0, 2) + [" " * max(0, indent + shift) + f"# c{count}é"]
            count += 1
        if not is_prose and random.random() < 0.2:
            line = f"{line}  # c{count}é"
            count += 1
        lines.append(line)
    end = random.choice(["\n", "\r\n"])
    return end.join(lines) + end, count


@pytest.mark.parametrize(
    ("path", "file"),
    [(path, file) for path, file in RECORDS if file.is_relative_to(REGISTRY)],
    ids=lambda one: str(one)[-40:],
)
def test_another_reader_reads_the_same(path: str, file: Path) -> None:
    """PyYAML, which takes no part in the writing, finds the same texts before and after."""
    text = file.read_text(encoding="utf-8")

    written = canonical(text, model_of(path))

    assert yaml.load(written, yaml.BaseLoader) == yaml.load(text, yaml.BaseLoader)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.just(" ")))
def test_any_text_is_quoted_as_it_needs(text: str) -> None:
    """Whatever signs a text is made of, it is read as it was, and as a text by every YAML."""
    if not text.strip():
        return
    written = fresh({"notas": text, "marcas": [text]}, COMPANY)

    assert yaml.safe_load(written) == {"marcas": [text], "notas": text}


@given(st.text(st.sampled_from("a1: #-[]{},&*!|>'\"%@`?\n~ñ\u00a0") | st.characters(codec="ascii")))
def test_a_wrong_value_is_written_as_it_was_given(text: str) -> None:
    """What is no date, number or code stands there as text, for the check to tell."""
    text = "".join(c for c in text if c.isprintable() or c in "\n\u00a0").strip() or "x"
    data = {
        "tipo": text,
        "comuna": text,
        "consentimiento": {"fecha": text, "campos": [text]},
        "ejemplo": text,
        "nombres_anteriores": [{"hasta": text}],
        "elementos": [{"ubicacion": {"lat": text}}],
    }

    assert yaml.load(fresh(data, COMPANY), yaml.BaseLoader) == data


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("rut: 99.949.362-9", 'rut: "99949362-9"'),
        ("comuna: 07101", 'comuna: "07101"'),
        ("ciiu: F", 'ciiu: "F"'),
        ("razon_social: 'Uno SpA'", "razon_social: Uno SpA"),
        ("nombre_fantasia: no", 'nombre_fantasia: "no"'),
        ("nombre_fantasia: 2016", 'nombre_fantasia: "2016"'),
        ("nombre_fantasia: 12:30", 'nombre_fantasia: "12:30"'),
        ('nombre_fantasia: "a: b"', 'nombre_fantasia: "a: b"'),
        ('nombre_fantasia: "dos \\"Mitos\\": uno"', "nombre_fantasia: 'dos \"Mitos\": uno'"),
        ("marcas: [a, 'b, c']", "marcas:\n  - a\n  - b, c"),
        ("nombre_fantasia: ~", "nombre_fantasia:"),
        ("ejemplo: 'true'", "ejemplo: true"),
    ],
)
def test_values_have_one_writing(written: str, shown: str) -> None:
    """Codes in quotes and in their own form; texts in quotes only where some reader needs them."""
    assert f"{shown}\n" in company(f"{written}\n")


def test_keys_come_in_the_order_of_the_model() -> None:
    """A key that moves takes its own comments along, and only those."""
    text = (
        "# del tamaño\ntamano: micro\nnotas: fin # de las notas\n\n# del tipo\n"
        "tipo: persona_juridica\nelementos:\n"
        "  - nombre: A\n    # del id\n    id: a\n    alcance: producto\n"
    )

    assert canonical(text, COMPANY) == (
        "# del tipo\ntipo: persona_juridica\n# del tamaño\ntamano: micro\nelementos:\n"
        "  # del id\n  - id: a\n    alcance: producto\n    nombre: A\nnotas: fin # de las notas\n"
    )


def test_the_head_of_the_file_stays() -> None:
    """The line for the editor comes first, and what a blank line parts from the rest stays on top.

    One blank line between groups is kept, and only one.
    """
    text = "# de todo\n\n# yaml-language-server: $schema=x\n# de la marca\nmarcas: [a]\n\n\n"

    assert company(text).startswith(
        "# yaml-language-server: $schema=x\n# de todo\n\n# de la marca\nmarcas:\n  - a\n\ntipo: "
    )


def test_a_comment_at_the_end_of_a_block_stays_in_it() -> None:
    """Indentation tells whether a comment ends a block or begins what follows."""
    text = (
        "tipo: persona_juridica\ntamano: micro\nelementos:\n  - id: a\n    alcance: producto\n"
        "    nombre: A\n    # falta la dirección\n# hasta aquí\nnotas: x\n# fin\n"
    )

    assert canonical(text, COMPANY) == text


def test_long_texts_are_folded() -> None:
    """No line passes 100 columns where a text can be broken; a writer's own breaks are kept."""
    long = "palabra " * 20 + "fin"
    kept = "notas: >-\n  una línea\n  y otra\n"

    found = company(f"razon_social: {long}\n{kept}")

    assert max(map(len, found.splitlines())) <= 100
    assert found.startswith("razon_social: >-\n  palabra ") and kept in found


def test_an_item_is_added_where_it_belongs() -> None:
    """The rest keeps its order and comments; a missing list comes in the model's place."""
    text = (
        "tamano: micro # hoy\ntipo: persona_juridica\nelementos:\n  # la única\n"
        "  - nombre: A\n    id: a\n    alcance: producto\n# fin\n"
    )
    adhesion = {"estado": "aceptada", "acuerdo": "x", "fecha": "2024-01-02"}

    once = added(text, COMPANY, ("elementos", 0, "adhesiones"), adhesion)
    code = {"codigo": "ABCD-EFGG", "fecha": "2025-01-02", "vigente_hasta": "2027-01-02"}
    twice = added(once, COMPANY, ("elementos", 0, "adhesiones", 0, "certificados"), code)

    assert twice == text.replace(
        "# fin",
        "    adhesiones:\n      - acuerdo: x\n        fecha: 2024-01-02\n        estado: aceptada\n"
        '        certificados:\n          - codigo: "ABCD-EFGG"\n            fecha: 2025-01-02\n'
        "            vigente_hasta: 2027-01-02\n# fin",
    )
