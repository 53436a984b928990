"""Record models → the type, default and key at each path of a tree."""

import types
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, RootModel

from generator.model.fields import Coded
from generator.model.record import Record
from generator.problem import KeyPath


def bare(annotation: Any, marked: tuple[Any, ...] = ()) -> tuple[Any, tuple[Any, ...]]:
    """A type without `Annotated` and `| None`, and what its annotations carry."""
    if get_origin(annotation) in (Union, types.UnionType):
        options = [a for a in get_args(annotation) if a is not type(None)]
        return bare(options[0], marked)
    if hasattr(annotation, "__metadata__"):
        return bare(get_args(annotation)[0], (*marked, *annotation.__metadata__))
    return annotation, marked


def is_block(kind: Any) -> bool:
    """Whether a bare type is a mapping of keys."""
    is_model = isinstance(kind, type) and issubclass(kind, BaseModel)
    return is_model and not issubclass(kind, RootModel)


def is_list(kind: Any) -> bool:
    """Whether a bare type is a list of items of one type."""
    return get_origin(kind) is tuple


def item_type(kind: Any) -> Any:
    """The type of the items of a list."""
    return get_args(kind)[0]


@cache
def keys_of(model: type[BaseModel]) -> tuple[str, ...]:
    """The Spanish keys of a block, in their canonical order: what every record has comes last."""
    shared = Record.model_fields if issubclass(model, Record) else {}
    fields = sorted(model.model_fields.items(), key=lambda field: field[0] in shared)
    return tuple(field.alias or name for name, field in fields)


def block_at(model: type[BaseModel], path: KeyPath) -> type[BaseModel] | None:
    """The type of the block at `path`, or None where there is none."""
    kind, _ = type_at(model, path)
    return kind if is_block(kind) else None


def is_code(model: type[BaseModel], path: KeyPath) -> bool:
    """Whether the value at `path` is a code, to be quoted."""
    return _is_code(model, tuple(0 if isinstance(step, int) else step for step in path))


@cache
def _is_code(model: type[BaseModel], path: KeyPath) -> bool:
    return any(isinstance(mark, Coded) for mark in type_at(model, path)[1])


@cache
def code_keys(model: type[BaseModel]) -> frozenset[str]:
    """The keys of its blocks that hold a code, or a list of them."""
    return frozenset(
        info.alias or name
        for block in _blocks(model)
        for name, info in block.model_fields.items()
        if _holds_codes(bare(info.annotation, tuple(info.metadata)))
    )


def _holds_codes(typed: tuple[Any, tuple[Any, ...]]) -> bool:
    kind, marked = typed
    if is_list(kind):
        return _holds_codes(bare(item_type(kind)))
    return any(isinstance(mark, Coded) for mark in marked)


def type_at(model: type[BaseModel], path: KeyPath) -> tuple[Any, tuple[Any, ...]]:
    """The bare type at `path`, and what its annotations carry; None where there is no such key."""
    kind, marked = bare(root_type(model))
    for step in path:
        kind, marked = below(kind, step)
        if kind is None:
            return None, ()
    return kind, marked


def root_type(model: type[BaseModel]) -> Any:
    """The model itself, or the list that a file of one list holds."""
    return model.model_fields["root"].annotation if issubclass(model, RootModel) else model


def below(kind: Any, step: object) -> tuple[Any, tuple[Any, ...]]:
    """The bare type one step below a bare type, and what its annotations carry."""
    if isinstance(step, int) and is_list(kind):
        return bare(item_type(kind))
    if is_block(kind):
        for info in kind.model_fields.values():
            if info.alias == step:
                return bare(info.annotation, tuple(info.metadata))
    return None, ()


@dataclass(frozen=True, slots=True)
class Home:
    """The block that a key belongs to, by its title, and the values listed for it there."""

    title: str
    choices: tuple[object, ...]


@cache
def homes(model: type[BaseModel]) -> dict[str, Home]:
    """For each key in the model, the first block that has it."""
    found: dict[str, Home] = {}
    for block in _blocks(model):
        for info in block.model_fields.values():
            kind, _ = bare(info.annotation)
            choices = get_args(kind) if get_origin(kind) is Literal else ()
            home = Home(str(block.model_config.get("title", "")), choices)
            found.setdefault(info.alias or "", home)
    return found


def _blocks(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    kind = bare(root_type(model))[0]
    kind = bare(item_type(kind))[0] if is_list(kind) else kind
    yield kind
    for info in kind.model_fields.values():
        below = bare(info.annotation)[0]
        while is_list(below):
            below = bare(item_type(below))[0]
        if is_block(below):
            yield from _blocks(below)
