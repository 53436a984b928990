"""Records → the blocks in them that are of some kind, with their places."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from generator.load import LOST, Entry
from generator.model.record import Block
from generator.problem import Key
from generator.rules.here import Here

Trail = tuple["Trail", tuple[Key, ...]] | None
"""How a block was come to: from where, and by which keys. A place is made of it when needed."""


Wanted = Callable[[type[BaseModel]], bool]


def blocks(entry: Entry[Any], is_wanted: Wanted) -> Iterator[tuple[Any, Trail]]:
    """The readable blocks of a record, itself among them, that are of a wanted kind."""
    waiting: list[tuple[Block, Trail]] = [(entry.record, None)]
    while waiting:
        block, trail = waiting.pop()
        is_one, leading = _ways(type(block), is_wanted)
        if is_one:
            yield block, trail
        for name, key in leading:
            value = getattr(block, name)
            if isinstance(value, tuple):
                for number, item in enumerate(value):
                    if item is not LOST:
                        waiting.append((item, (trail, (key, number))))
            elif value:
                waiting.append((value, (trail, (key,))))


def place(entry: Entry[Any], trail: Trail) -> Here:
    """Where a block stands."""
    keys: tuple[Key, ...] = ()
    while trail is not None:
        trail, last = trail
        keys = (*last, *keys)
    return Here(entry.path, keys)


@cache
def _ways(model: type[BaseModel], is_wanted: Wanted) -> tuple[bool, tuple[tuple[str, str], ...]]:
    """Whether a kind of block is wanted, and its fields (with their keys) that lead to one."""
    leading = tuple(
        (name, info.alias or name)
        for name, info in model.model_fields.items()
        if any(any(_ways(kind, is_wanted)) for kind in _block_kinds(info.annotation))
    )
    return is_wanted(model), leading


def _block_kinds(annotation: Any) -> Iterator[type[BaseModel]]:
    for kind in _kinds(annotation):
        if isinstance(kind, type) and issubclass(kind, Block):
            yield kind


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
