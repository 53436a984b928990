"""The fast reader of ordinary YAML."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.load import plain, types
from generator.load.text import decode
from generator.load.tree import parse
from generator.model.agreement import Agreement
from generator.model.company import Company
from generator.problem import Key, KeyPath

REGISTRY = Path(__file__).parents[1] / "registry"
RECORDS = sorted(REGISTRY.rglob("*.yaml"))
BROKEN = sorted((Path(__file__).parent / "broken").rglob("*.yaml"))

CODES = types.code_keys(Company) | types.code_keys(Agreement)

PIECES = (
    *("comuna: ", "a", "b:", ": ", "- ", "\n", "\n  ", "\n    ", "ñ", '"', "'", "|", ">"),
    *("{", "}", "[", "]", ",", "?", "~", "null", "12345678", "1234e567", "-37.8617", "---", "..."),
    *("<<", "%YAML 1.1", "#", "&x", "*x", "!t", "\\", "\t", "\u2028", "\x07"),
)


LINES = st.tuples(
    st.sampled_from(("", "", "  ", "  ", "    ", " ", "      ")),
    st.sampled_from(("", "", "- ", "- - ", "-  ")),
    st.sampled_from(("", "a: ", "b: ", "a:", "b:", "comuna: ", '"a": ')),
    st.sampled_from(
        ("", "x", "-1", "1", '"q"', '"q: r"', '"', '"a" b', ">-", "|", "a b", "a: b", "- b", "a:",
         "null", '""', "a, b", "[a]", "--", "---", ".5", "a ", "¿a", "http://x", "a - b", "é\u00a0")
    ),
).map("".join)  # fmt: skip
"""Lines as careless hands indent them."""


def agrees(text: str) -> None:
    """Where the fast reader answers, the careful one says the same and has nothing to add."""
    data = plain.read(text, CODES)
    if data is None:
        return
    tree = parse("x.yaml", text)
    assert tree.data == data
    assert tree.readable and not (tree.problems or tree.broken or tree.absent)
    assert not any(_last_key(at) in CODES for at in tree.numbers)


def _last_key(path: KeyPath) -> Key | None:
    return next((key for key in reversed(path) if isinstance(key, str)), None)


@pytest.mark.parametrize("file", [*RECORDS, *BROKEN], ids=lambda file: "/".join(file.parts[-3:]))
def test_it_agrees_on_every_record(file: Path) -> None:
    """Sound records and broken ones read the same, fast or with care."""
    decoded = decode(file.name, file.read_bytes())
    if decoded.text is not None and decoded.is_whole and not decoded.has_forbidden:
        agrees(decoded.text)


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@example("a: 1\na: 2\n")
@example("a: [1, 2, {b: c}]\n")
@example("- " * 30 + "a\n")
@example("a: b\n---\nc: d\n")
def test_it_agrees_on_anything(text: str) -> None:
    """Whatever pieces of YAML stand side by side."""
    decoded = decode("x.yaml", text.encode())
    if decoded.text is not None and decoded.is_whole and not decoded.has_forbidden:
        agrees(decoded.text)


@given(st.lists(LINES, min_size=1, max_size=9).map("\n".join))
@settings(max_examples=400)
@example("a: >-\n  b: c\n   d\n")
@example("a: >-\n  b \n  c\n\n  d\n")
@example("a:\n- b\nc: d\n- e\n")
@example("- a:\n  - b\n  c: d\n")
@example("a:\n    - b\n  c: d\n")
def test_it_agrees_on_lines_in_any_column(text: str) -> None:
    """Whatever lines of keys, items and texts follow one another."""
    agrees(text)


def test_ordinary_records_are_read_fast() -> None:
    """An ordinary company, with accents, lists and quotes, needs no closer look."""
    text = (
        'razon_social: Viña Ñielol SpA\nrut: "99500001-2"\nmarcas:\n  - Uno\n  - Dos\n'
        "elementos:\n  - id: uno\n    ubicacion:\n      lat: -37.8617\n"
        "notas: >-\n  Una frase: larga,\n  en dos líneas.\n"
    )
    assert plain.read(text, CODES) == {
        "razon_social": "Viña Ñielol SpA",
        "rut": "99500001-2",
        "marcas": ["Uno", "Dos"],
        "elementos": [{"id": "uno", "ubicacion": {"lat": "-37.8617"}}],
        "notas": "Una frase: larga, en dos líneas.",
    }


@pytest.mark.parametrize(
    "text",
    ["a: b # c\n", "a: &x b\n", "a: !!str b\n", 'a: "\\u200b"\n', "a:\n", "a: ~\n", "a: 1\na: 2\n",
     "codigo: 12345678\n", "comunas: [07101]\n", "a: b\n---\nc: d\n", "", "a: [b\n",
     "? [a]\n: b\n", "a\tb: c\n"],
)  # fmt: skip
def test_whatever_is_unusual_gets_a_closer_look(text: str) -> None:
    """Comments, anchors, tags, escapes, empty values, repeated keys, bare codes, broken YAML."""
    assert plain.read(text, CODES) is None
