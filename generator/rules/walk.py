"""Records → all the blocks in them, with their places."""

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from generator.load import Entry
from generator.model.record import Block
from generator.rules.here import Here


def blocks(entry: Entry[Any]) -> Iterator[tuple[Block, Here]]:
    """The record itself and every readable block in it."""
    yield from _below(entry.record, Here(entry.path))


def _below(block: Block, here: Here) -> Iterator[tuple[Block, Here]]:
    yield block, here
    for name, key in _holders(type(block)):
        value = getattr(block, name)
        if isinstance(value, Block):
            yield from _below(value, here.below(key))
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                if isinstance(item, Block):
                    yield from _below(item, here.below(key, number))


@cache
def _holders(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields that may hold blocks, with their keys."""
    return tuple(
        (name, info.alias or name)
        for name, info in model.model_fields.items()
        if any(
            isinstance(kind, type) and issubclass(kind, Block) for kind in _kinds(info.annotation)
        )
    )


@cache
def lists_of_values(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields that are lists of single values, with their keys."""
    return tuple(
        (name, info.alias or name)
        for name, info in model.model_fields.items()
        if get_origin(info.annotation) is tuple
        and not any(
            get_origin(kind) is tuple or (isinstance(kind, type) and issubclass(kind, Block))
            for kind in get_args(info.annotation)
        )
    )


def _kinds(annotation: Any) -> Iterator[Any]:
    yield annotation
    for inner in get_args(annotation):
        yield from _kinds(inner)
