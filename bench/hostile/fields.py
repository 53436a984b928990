"""The record models → every field that holds a single value, and whether it is text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel

from generator.load import types
from generator.model import COLLECTIONS, SINGLE_FILES
from generator.model.fields import ActionCode, Cell, Text
from generator.problem import KeyPath

_READS_TEXT = {get_args(kind)[1].func for kind in (Text, ActionCode, Cell)}

KINDS: Mapping[str, type[BaseModel]] = {**COLLECTIONS, **SINGLE_FILES}
"""The record types, by the folder or the file that holds them."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A field; every list on its path stands for its first item."""

    path: KeyPath
    is_text: bool


def leaves(kind: str) -> list[Leaf]:
    """All fields of a record type, in blocks however deep."""
    return list(_below(types.root_type(KINDS[kind]), (), ()))


def _below(annotation: Any, marked: tuple[Any, ...], at: KeyPath) -> Iterator[Leaf]:
    kind, marks = types.bare(annotation, marked)
    if types.is_list(kind):
        yield from _below(types.item_type(kind), (), (*at, 0))
    elif types.is_block(kind):
        for name, info in kind.model_fields.items():
            key = info.alias or name
            yield from _below(info.annotation, tuple(info.metadata), (*at, key))
    else:
        reads = {getattr(mark, "func", None) for mark in marks}
        yield Leaf(at, not reads.isdisjoint(_READS_TEXT))
