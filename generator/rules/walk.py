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


class Ways(dict[type[BaseModel], tuple[bool, "Fields"]]):
    """For each kind of block: whether it is wanted, and its fields that lead to one that is."""

    def __init__(self, is_wanted: Callable[[type[BaseModel]], bool]) -> None:
        self._is_wanted = is_wanted

    def __missing__(self, kind: type[BaseModel]) -> tuple[bool, "Fields"]:
        leading = tuple(
            (name, info.alias or name)
            for name, info in kind.model_fields.items()
            if any(any(self[inner]) for inner in _block_kinds(info.annotation))
        )
        self[kind] = self._is_wanted(kind), leading
        return self[kind]


Fields = tuple[tuple[str, str], ...]
"""Fields of a kind of block, each with its key."""


def blocks(entry: Entry[Any], ways: Ways) -> Iterator[tuple[Any, Trail]]:
    """The readable blocks of a record, itself among them, that are of a wanted kind."""
    waiting: list[tuple[Block, Trail]] = [(entry.record, None)]
    while waiting:
        block, trail = waiting.pop()
        is_wanted, leading = ways[type(block)]
        if is_wanted:
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
