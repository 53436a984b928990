"""A record's text and its new data → its text in canonical form, comments kept."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from generator.edit import fresh
from generator.edit.building import part_of
from generator.edit.parts import Block, Part, Scalar
from generator.edit.reading import read
from generator.edit.writing import write
from generator.load import types
from generator.model.record import Record
from generator.new.planning import modeline


def rewritten(text: str, data: Mapping[str, Any], model: type[BaseModel]) -> str:
    """The text with this data; what stays the same keeps its comments.

    Lists only grow: an item is found by its number.
    """
    document = read(text)
    kind = types.root_type(model)
    _block(document.root, data, kind)
    return write(document, kind)


def created(path: str, data: Mapping[str, Any], model: type[Record]) -> str:
    """The text of a new record, which tells editors its schema as those of `apl new` do."""
    return fresh(data, model, [modeline(path, model.collection)])


def _block(block: Block, data: Mapping[str, Any], kind: Any) -> None:
    for key, value in data.items():
        below = types.below(kind, key)[0]
        if part := block.member(key):
            _value(part, value, below)
        else:
            block.parts.append(part_of(key, value, below))


def _value(part: Part, value: Any, kind: Any) -> None:
    if isinstance(value, Mapping) and isinstance(part.value, Block):
        _block(part.value, value, kind)
    elif isinstance(value, list) and isinstance(part.value, Block) and part.value.is_list:
        _list(part.value, value, kind)
    elif not (isinstance(part.value, Scalar) and part.value.text == value):
        part.value = part_of(part.key, value, kind).value


def _list(block: Block, values: list[Any], kind: Any) -> None:
    for number, value in enumerate(values):
        inner = types.below(kind, number)[0]
        if number < len(block.parts):
            _value(block.parts[number], value, inner)
        else:
            block.parts.append(part_of(None, value, inner))
            block.flow = False
    del block.parts[len(values) :]
