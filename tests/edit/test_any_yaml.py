"""Reading and writing again, of whatever pieces of YAML stand side by side."""

import random
import re
from typing import Any

import pytest

from generator.edit.parts import comments
from generator.edit.reading import read
from generator.edit.writing import write
from generator.load.text import decode
from generator.load.tree import Tree, parse

PIECES = (
    *("a", "b: ", ": ", "a: ", "a:\n", "- ", "- ", "- a: b\n", "  - ", "? ", "ñ", '"x"', "'y'"),
    *("|\n", "> \n", ">-\n", "{", "}", "[", "]", ",", "~", "null", "12", "---\n", "..."),
    *("\n", "\n", "\n\n", "\n  ", "\n    ", "  ", " ", " # c1\n", " # c2\n", "#c3\n"),
)


def sound(text: str) -> Tree | None:
    """What a text holds, if it is YAML of which a record could be made."""
    decoded = decode("x", text.encode())
    tree = parse("x", text)
    faults = [one for one in tree.problems if one.code != "APL051"]
    if decoded.problems or not tree.readable or faults or not isinstance(tree.data, dict | list):
        return None
    is_named = all(map(_is_key, (path[-1] for path in tree.absent))) and _is_named(tree.data)
    return tree if is_named else None


def _is_named(value: Any) -> bool:
    if isinstance(value, dict):
        return all(map(_is_key, value)) and all(map(_is_named, value.values()))
    return not isinstance(value, list) or all(map(_is_named, value))


def _is_key(key: object) -> bool:
    return isinstance(key, int) or re.fullmatch("[a-zñ]+", str(key)) is not None


@pytest.mark.parametrize("seed", range(4))
def test_data_and_comments_are_the_same(seed: int) -> None:
    """In a thousand strange documents, and writing them twice is writing them once."""
    dice, tried = random.Random(seed), 0
    while tried < 250:
        text = "".join(dice.choices(PIECES, k=dice.randint(1, 22)))
        if not (tree := sound(text)):
            continue
        document = read(text)
        said = comments(document)
        written = write(document, None)

        assert parse("x", written).data == tree.data, text
        assert comments(read(written)) == said, text
        assert write(read(written), None) == written, text
        tried += 1
