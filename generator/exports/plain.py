"""Blocks of records → plain values under their Spanish keys, as JSON has them."""

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any, get_type_hints

from pydantic import BaseModel

from generator.exports.kinds import DECIMALS
from generator.model import fields
from generator.views import field_types

Convert = Callable[[Any], Any]

UNPUBLISHED = frozenset({"draft"})
"""A draft is published nowhere, so no published record has anything to say of it."""


def number(value: Decimal) -> int | float:
    """A decimal as JSON has numbers."""
    return int(value) if value == value.to_integral_value() else float(value)


def plain(block: BaseModel) -> dict[str, Any]:
    """The block under its keys: every key is there, null where the record says nothing."""
    found = {}
    for name, key, convert in _plan(type(block)):
        value = getattr(block, name)
        found[key] = convert(value) if convert is not None and value is not None else value
    return found


@cache
def _plan(model: type[BaseModel]) -> tuple[tuple[str, str, Convert | None], ...]:
    hints = get_type_hints(model, include_extras=True)
    return tuple(
        (name, info.alias or name, converter(hints[name]))
        for name, info in model.model_fields.items()
        if name not in UNPUBLISHED
    )


def converter(hint: Any) -> Convert | None:
    """What makes a value of this type plain; None where it is so already."""
    inside = field_types.item(hint)
    if inside is not None:
        each = converter(inside)
        return list if each is None else lambda values: [_each(each, one) for one in values]
    bare = field_types.without_none(hint)
    if field_types.block(bare):
        return plain
    return next((convert for known, convert in _CONVERTERS if bare == known), None)


def _each(convert: Convert, value: Any) -> Any:
    return None if value is None else convert(value)


_CONVERTERS: tuple[tuple[Any, Convert], ...] = (
    (fields.Day, lambda day: day.isoformat()),
    (fields.PartialDay, str),
    *((kind, number) for kind in DECIMALS),
)


def empty(model: type[BaseModel]) -> dict[str, Any]:
    """The keys of a record of which nothing is published."""
    hints = get_type_hints(model, include_extras=True)
    return {key: [] if field_types.item(hints[name]) else None for name, key, _ in _plan(model)}
