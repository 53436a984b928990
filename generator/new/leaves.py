"""A record type → its leaves: every key that has a value of its own, with the flag that gives it.

A key inside a block is joined to the block's by a dash: `--territorio-alcance`. So a new field is
a new flag, without a word here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.load import types

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A key with a value: where it stands, of which type, and its field's own words.

    `lists` are the places in `path` of keys that hold lists of blocks; `many` says that the leaf is
    itself a list, `row` that its items are lists too.
    """

    path: Path
    lists: tuple[int, ...]
    kind: Any
    marks: tuple[Any, ...]
    info: FieldInfo
    many: bool = False
    row: bool = False

    @property
    def flag(self) -> str:
        """`--territorio-alcance`."""
        return flag(self.path)

    @property
    def choices(self) -> tuple[str, ...]:
        """The listed values, where there is a list."""
        if self.kind is bool:
            return ("true", "false")
        return get_args(self.kind) if get_origin(self.kind) is Literal else ()

    @property
    def example(self) -> str:
        """An example as one would type it, or an empty text."""
        found = (self.info.examples or [""])[0]
        found = found[0] if isinstance(found, list) and found else found
        return str(found).lower() if isinstance(found, bool) else str(found)


def flag(path: Path) -> str:
    """The flag of the value at a path of keys."""
    return "--" + "-".join(path).replace("_", "-")


@cache
def leaves(model: type[BaseModel]) -> tuple[Leaf, ...]:
    """Every leaf of a block, in its canonical order."""
    return tuple(_leaves(model, (), ()))


def _leaves(model: type[BaseModel], path: Path, lists: tuple[int, ...]) -> Iterator[Leaf]:
    fields = {info.alias: info for info in model.model_fields.values()}
    for key in types.keys_of(model):
        info = fields[key]
        kind, marks = types.bare(info.annotation, tuple(info.metadata))
        at, many = (*path, key), types.is_list(kind)
        if many:
            kind, marks = types.bare(types.item_type(kind))
        if types.is_block(kind):
            yield from _leaves(kind, at, (*lists, len(path)) if many else lists)
        elif types.is_list(kind):
            kind, marks = types.bare(types.item_type(kind))
            yield Leaf(at, lists, kind, marks, info, many=True, row=True)
        else:
            yield Leaf(at, lists, kind, marks, info, many)


def leaf(model: type[BaseModel], path: Path) -> Leaf:
    """The leaf at a path of keys; KeyError where there is none."""
    for one in leaves(model):
        if one.path == path:
            return one
    raise KeyError(path)
