"""Turns the record types into the field guide: every key, its meaning and what may stand there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from generator.model import COLLECTIONS, Register
from generator.model.record import Record
from generator.model.vocabulary import AuditFirm, PublicBody
from generator.views import field_types
from generator.views.page import Slot
from generator.vocabulary import LABELS, RUBROS, THEMES

GUIDES: Mapping[str, type[BaseModel]] = {
    "registro": Register,
    **COLLECTIONS,
    "organismos": PublicBody,
    "auditores": AuditFirm,
}
"""The record types by the name of their slot, `campos:<name>`."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that may stand in a field, and what it is called."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Field:
    """A key: `depth` tells how deep it lies in blocks, `anchor` is its id on the page."""

    key: str
    anchor: str
    depth: int
    title: str
    description: str
    kind: str
    required: bool
    example: str
    default: str
    choices: tuple[Choice, ...]


def slots() -> Mapping[str, Slot]:
    """The slots `campos:…`, the same for every registry."""
    return {
        f"campos:{name}": Slot(
            "fragments/fields.html", {"name": name, "own": own(name), "shared": shared(name)}
        )
        for name in GUIDES
    }


@cache
def own(name: str) -> tuple[Field, ...]:
    """The fields of a record type, those of its blocks after each, without the shared ones."""
    model = GUIDES[name]
    return tuple(_fields(model, name, 0, leave=_shared_names(model)))


@cache
def shared(name: str) -> tuple[Field, ...]:
    """The fields that every record may carry; none for what is no record of a collection."""
    model = GUIDES[name]
    return tuple(_fields(Record, name, 0)) if issubclass(model, Record) else ()


def _shared_names(model: type[BaseModel]) -> frozenset[str]:
    return frozenset(Record.model_fields) if issubclass(model, Record) else frozenset()


def _fields(
    model: type[BaseModel], above: str, depth: int, leave: frozenset[str] = frozenset()
) -> Iterator[Field]:
    hints = get_type_hints(model, include_extras=True)
    for name, info in model.model_fields.items():
        if name not in leave:
            key = info.alias or name
            anchor = f"{above}-{key}"
            yield _field(info, hints[name], key, anchor, depth)
            if inside := field_types.block(hints[name]):
                yield from _fields(inside, anchor, depth + 1)


def _field(info: FieldInfo, hint: Any, key: str, anchor: str, depth: int) -> Field:
    return Field(
        key,
        anchor,
        depth,
        info.title or key,
        info.description or "",
        field_types.words(hint),
        info.is_required(),
        _example(info, hint),
        "" if info.default in _NO_DEFAULT else _scalar(info.default, quoted=False),
        _choices(field_types.choices(hint)),
    )


def _example(info: FieldInfo, hint: Any) -> str:
    """The first example as it would stand in the file."""
    if not info.examples:
        return ""
    quoted = field_types.is_coded(hint)
    first = info.examples[0]
    if isinstance(first, list):
        return f"[{', '.join(_scalar(one, quoted) for one in first)}]"
    return _scalar(first, quoted)


_NO_DEFAULT = (None, (), False, PydanticUndefined)


def _scalar(value: object, quoted: bool) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f'"{value}"' if quoted else str(value)


def _choices(values: tuple[str, ...]) -> tuple[Choice, ...]:
    labels = labels_of(frozenset(values)) if values else {}
    return tuple(Choice(value, labels.get(value, "")) for value in values)


def labels_of(values: frozenset[str]) -> Mapping[str, str]:
    """The words of the vocabulary's list with exactly these values; empty where there is none."""
    known = [dict(one) for one in LABELS.values()]
    known += [{id: label.es for id, label in one.items()} for one in (THEMES, RUBROS)]
    return next((one for one in known if values == one.keys()), {})
