"""A record type → the same type for a record with `baja`, which may have been emptied."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import create_model
from pydantic.fields import FieldInfo

from generator.model.record import Record
from generator.model.seal import Seal

_KEPT: Mapping[type[Record], frozenset[str]] = {Seal: frozenset({"code"})}
"""What the address of a withdrawn record is made of, besides its id."""


@cache
def emptied(model: type[Record]) -> type[Record]:
    """`model` without its required keys: nothing but the withdrawal of such a record is published.

    For privacy an editor deletes the rest. What is left is still checked.
    """
    fields: dict[str, Any] = {
        name: (info.annotation | None, _optional(info))  # type: ignore[operator]
        for name, info in model.model_fields.items()
        if info.is_required() and name not in _KEPT.get(model, ())
    }
    made: type[Record] = create_model(model.__name__, __base__=model, **fields)
    made.__reduce__ = _reduced  # type: ignore[method-assign, assignment]
    return made


def _reduced(record: Record) -> tuple[object, ...]:
    """How to pickle a record of a type that no module holds: by the type that it was made of."""
    return _restored, (type(record).__base__, record.__getstate__())


def _restored(model: type[Record], state: dict[str, Any]) -> Record:
    kind = emptied(model)
    record = kind.__new__(kind)
    record.__setstate__(state)
    return record


def _optional(info: FieldInfo) -> FieldInfo:
    """The field with no value as its default, and no least length."""
    lists = info.annotation is not None and getattr(info.annotation, "__origin__", None) is tuple
    marks = [mark for mark in info.metadata if not hasattr(mark, "min_length")]
    made = FieldInfo.merge_field_infos(info, default=() if lists else None)
    made.metadata = marks
    return made


def lacking(record: Record, model: type[Record]) -> tuple[str, ...]:
    """The fields that a withdrawn record of a type was emptied of, though they are required."""
    if record.withdrawal is None:
        return ()
    required = (name for name, info in model.model_fields.items() if info.is_required())
    return tuple(name for name in required if name not in record.model_fields_set)
