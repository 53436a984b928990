"""Plain data → the parts of a document that is yet to be written."""

from collections.abc import Mapping, Sequence
from typing import Any

from generator.edit.parts import Block, Part, Scalar
from generator.load import types


def block_of(data: Mapping[str, Any]) -> Block:
    """A mapping of keys; those without a value are left out."""
    parts = [Part(key, _value(value)) for key, value in data.items() if value is not None]
    return Block(is_list=False, parts=parts)


def list_of(items: Sequence[Any]) -> Block:
    """A list of values, blocks or lists."""
    return Block(is_list=True, parts=[Part(None, _value(one)) for one in items])


def part_of(key: str | None, value: Any, kind: Any) -> Part:
    """A part with this value; the keys of a block are put in the order of its type."""
    if isinstance(value, Mapping) and types.is_block(kind):
        value = {name: value[name] for name in types.keys_of(kind) if name in value}
    return Part(key, _value(value))


def _value(value: Any) -> Scalar | Block:
    if isinstance(value, str):
        return Scalar(value, quoted=value in ("null", "~"))  # a name, where it was given as one
    if isinstance(value, Mapping):
        return block_of(value)
    if isinstance(value, Sequence):
        return list_of(value)
    raise TypeError(value)
