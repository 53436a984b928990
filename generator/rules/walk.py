"""Records → all the blocks in them, with their places."""

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from generator.load import Entry
from generator.model.record import Block
from generator.problem import Key
from generator.rules.here import Here

Trail = tuple["Trail", tuple[Key, ...]] | None
"""How a block was come to: from where, and by which keys. A place is made of it when needed."""


def blocks(entry: Entry[Any]) -> Iterator[tuple[Block, Trail]]:
    """The record itself and every readable block in it."""
    waiting: list[tuple[Block, Trail]] = [(entry.record, None)]
    while waiting:
        block, trail = waiting.pop()
        yield block, trail
        for name, key in _holders(type(block)):
            value = getattr(block, name)
            if isinstance(value, tuple):
                for number, item in enumerate(value):
                    if isinstance(item, Block):
                        waiting.append((item, (trail, (key, number))))
            elif isinstance(value, Block):
                waiting.append((value, (trail, (key,))))


def place(entry: Entry[Any], trail: Trail) -> Here:
    """Where a block stands."""
    keys: tuple[Key, ...] = ()
    while trail is not None:
        trail, last = trail
        keys = (*last, *keys)
    return Here(entry.path, keys)


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
