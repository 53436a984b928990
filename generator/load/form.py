"""Pydantic's errors → findings of ours: which diagnostic, at which key or value, with which words."""

import re
import types
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, RootModel
from pydantic_core import ErrorDetails

from generator import folding
from generator.load.tree import Tree
from generator.model.fields import Coded
from generator.problem import KeyPath


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of form at a path of the tree, before it has a file and a line."""

    code: str
    keys: KeyPath
    on: Literal["value", "key"] = "value"
    params: Mapping[str, object] = field(default_factory=dict)


_BLOCK_TYPES = ("model_type", "model_attributes_type", "dict_type")
_LIST_TYPES = ("tuple_type", "list_type")


def faults(model: type[BaseModel], errors: Iterable[ErrorDetails], tree: Tree) -> list[Fault]:
    """One fault a cause: nothing under a broken value, no missing key beside its misspelling."""
    found = [_fault(model, error) for error in errors if not _under(error["loc"], tree.broken)]
    misspelt = {
        (*fault.keys[:-1], fault.params["suggestion"])
        for fault in found
        if fault.code == "APL021" and "suggestion" in fault.params
    }
    return [
        fault
        for fault in found
        if not (fault.code == "APL020" and (*fault.keys, fault.params["key"]) in misspelt)
    ]


def _under(path: KeyPath, broken: set[KeyPath]) -> bool:
    return bool(broken) and any(path[: len(b)] == b for b in broken)


def _fault(model: type[BaseModel], error: ErrorDetails) -> Fault:
    at, kind, value = tuple(error["loc"]), error["type"], error["input"]
    if kind == "missing":
        return Fault("APL020", at[:-1], params={"key": at[-1]})
    if kind == "extra_forbidden":
        return Fault("APL021", at, "key", _unknown_key(model, at))
    if kind == "literal_error":
        return Fault("APL025", at, params=_choices(error, value))
    if kind in _BLOCK_TYPES:
        return Fault("APL023", at)
    if kind in _LIST_TYPES:
        return Fault("APL024", at)
    if kind == "too_short":
        return Fault("APL026", at)
    return Fault(kind, at, params=dict(error.get("ctx") or {}))


def _unknown_key(model: type[BaseModel], at: KeyPath) -> dict[str, object]:
    block = model_at(model, at[:-1])
    names = keys_of(block) if block else []
    close = folding.closest(str(at[-1]), names)
    params: dict[str, object] = {"key": at[-1], "known": ", ".join(names)}
    return {**params, "suggestion": close} if close else params


def _choices(error: ErrorDetails, value: object) -> dict[str, object]:
    choices = re.findall(r"'([^']*)'", str((error.get("ctx") or {}).get("expected", "")))
    shown = value if isinstance(value, str) else "…"
    params: dict[str, object] = {"value": shown, "choices": ", ".join(choices)}
    close = folding.closest(shown, choices)
    return {**params, "suggestion": close} if close else params


def unknown_without_value(model: type[BaseModel], tree: Tree) -> Iterator[Fault]:
    """Keys that are not in the model and have no value: absent, but still misspelt."""
    for path in tree.absent:
        block = model_at(model, path[:-1])
        if isinstance(path[-1], str) and block and path[-1] not in keys_of(block):
            yield Fault("APL021", path, "key", _unknown_key(model, path))


def unquoted_codes(model: type[BaseModel], tree: Tree) -> Iterator[Fault]:
    """Codes written so that other YAML readers take them for numbers."""
    for path in tree.numbers:
        if is_code(model, path):
            value: Any = tree.data
            for step in path:
                value = value[step]
            yield Fault("APL050", path, params={"value": value})


def keys_of(model: type[BaseModel]) -> list[str]:
    """The Spanish keys of a block, in their canonical order."""
    return [field.alias or name for name, field in model.model_fields.items()]


def model_at(model: type[BaseModel], path: KeyPath) -> type[BaseModel] | None:
    """The type of the block at `path`, or None where there is none."""
    kind, _ = _type_at(model, path)
    return kind if isinstance(kind, type) and issubclass(kind, BaseModel) else None


def is_code(model: type[BaseModel], path: KeyPath) -> bool:
    """Whether the value at `path` is a code, to be quoted."""
    _, marked = _type_at(model, path)
    return any(isinstance(mark, Coded) for mark in marked)


def _type_at(model: type[BaseModel], path: KeyPath) -> tuple[Any, tuple[Any, ...]]:
    """The bare type at `path`, and what its annotations carry."""
    kind, marked = _bare(model, ())
    for step in path:
        if isinstance(kind, type) and issubclass(kind, RootModel):
            kind, marked = _bare(kind.model_fields["root"].annotation, ())
        if isinstance(step, int) and get_origin(kind) is tuple:
            kind, marked = _bare(get_args(kind)[0], ())
        elif isinstance(kind, type) and issubclass(kind, BaseModel):
            info = next((f for f in kind.model_fields.values() if f.alias == step), None)
            if info is None:
                return None, ()
            kind, marked = _bare(info.annotation, tuple(info.metadata))
        else:
            return None, ()
    return kind, marked


def _bare(annotation: Any, marked: tuple[Any, ...]) -> tuple[Any, tuple[Any, ...]]:
    """Take `Annotated` and `| None` off a type, keeping what they carry."""
    if get_origin(annotation) in (Union, types.UnionType):
        options = [a for a in get_args(annotation) if a is not type(None)]
        return _bare(options[0], marked)
    if hasattr(annotation, "__metadata__"):
        return _bare(get_args(annotation)[0], (*marked, *annotation.__metadata__))
    return annotation, marked
