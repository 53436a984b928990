"""Record types → the columns of their tables, and readers of the cells of one row."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from operator import attrgetter
from typing import Any, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.exports import wording
from generator.exports.kinds import MANY, Kind, kind
from generator.exports.plain import UNPUBLISHED, converter
from generator.model.record import Record
from generator.views import field_types

Cell = str | int | float | bool | None | list[Any]
Row = tuple[Cell, ...]
Read = Callable[[Any], list[Cell]]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key, what its cells are, and what they mean, in Spanish and in English.

    Cells of a `list` are texts or codes, those of `blocks` whole mappings, both perhaps none.
    Other cells that are `required` are never empty. `derived` columns are worked out for the day of
    the data; no record holds them.
    """

    name: str
    kind: Kind
    title: str
    description: str
    title_en: str
    description_en: str
    choices: tuple[str, ...] = ()
    required: bool = False
    derived: bool = False


def derived(
    name: str,
    kind: Kind,
    es: tuple[str, str],
    en: tuple[str, str],
    *,
    choices: Iterable[str] = (),
    required: bool = False,
) -> Column:
    """A column that no record holds; `es` and `en` are its title and description."""
    return Column(name, kind, *es, *en, tuple(choices), required, derived=True)


def parent(name: str, es: str, en: str, *, required: bool = True, day: bool = False) -> Column:
    """A column that names what a row belongs to, or what its table counts as its id."""
    what: Kind = "day" if day else "text"
    title, title_en = wording.PARENTS[name]
    return Column(name, what, title, es, title_en, en, required=required)


@cache
def columns(model: type[BaseModel], leave: tuple[str, ...] = ()) -> tuple[Column, ...]:
    """The columns of a record type, its own first, then those that every record has.

    Nested keys are joined by `_`; `leave` names fields that have a table or column elsewhere.
    """
    return tuple(column for _, found in _parts(model, frozenset(leave)) for column in found)


@cache
def reader(model: type[BaseModel], leave: tuple[str, ...] = ()) -> Read:
    """What gives the cells of `columns` for one record."""
    return _reader(model, frozenset(leave))


Part = tuple[str, tuple[Column, ...]]


def _parts(model: type[BaseModel], leave: frozenset[str]) -> list[Part]:
    hints = get_type_hints(model, include_extras=True)
    return [
        (name, tuple(_columns(model, name, hints[name], model.model_fields[name])))
        for name in _names(model, leave)
    ]


def _names(model: type[BaseModel], leave: frozenset[str]) -> list[str]:
    """A record's own fields before those that all records share."""
    shared = Record.model_fields if issubclass(model, Record) else {}
    names = (*(n for n in model.model_fields if n not in shared), *shared)
    return [name for name in names if name not in leave | UNPUBLISHED]


def _columns(model: type[BaseModel], name: str, hint: Any, info: FieldInfo) -> Iterable[Column]:
    inside = field_types.block(hint)
    if inside is None or field_types.item(hint) is not None:
        yield _column(model, name, hint, info)
        return
    title, title_en = info.title or name, wording.title_en(model, name)
    for column in columns(inside):
        yield replace(
            column,
            name=f"{info.alias}_{column.name}",
            title=f"{title}: {column.title}",
            title_en=f"{title_en}: {column.title_en.lower()}",
            required=column.required and info.is_required(),
        )


def _column(model: type[BaseModel], name: str, hint: Any, info: FieldInfo) -> Column:
    found = kind(hint)
    return Column(
        info.alias or name,
        found,
        info.title or name,
        wording.description_es(model, name, info),
        wording.title_en(model, name),
        wording.description_en(model, name),
        field_types.choices(hint) if field_types.item(hint) is None else (),
        found not in MANY and (info.is_required() or info.default is not None),
    )


def _reader(model: type[BaseModel], leave: frozenset[str]) -> Read:
    """Plain fields that follow each other are fetched at once, blocks by a reader of their own."""
    hints = get_type_hints(model, include_extras=True)
    steps: list[Read] = []
    run: list[str] = []
    for name in _names(model, leave):
        inside = field_types.block(hints[name])
        if inside is None or field_types.item(hints[name]) is not None:
            run.append(name)
            continue
        steps += [_fields(run, hints)] if run else []
        steps.append(_nested(name, inside))
        run = []
    steps += [_fields(run, hints)] if run else []

    def read(record: Any) -> list[Cell]:
        cells: list[Cell] = []
        for step in steps:
            cells += step(record)
        return cells

    return read


def _fields(names: Sequence[str], hints: dict[str, Any]) -> Read:
    fetch = attrgetter(*names) if len(names) > 1 else _alone(attrgetter(names[0]))
    converts = [(at, converter(hints[name])) for at, name in enumerate(names)]
    changed = [(at, convert) for at, convert in converts if convert is not None]

    def read(record: Any) -> list[Cell]:
        cells = [*fetch(record)]
        for at, convert in changed:
            value = cells[at]
            if value is not None:
                cells[at] = convert(value)
        return cells

    return read


def _alone(fetch: Callable[[Any], Any]) -> Callable[[Any], tuple[Any, ...]]:
    return lambda record: (fetch(record),)


def _nested(name: str, inside: type[BaseModel]) -> Read:
    read_block = _reader(inside, frozenset())
    absent: list[Cell] = [[] if column.kind in MANY else None for column in columns(inside)]

    def read(record: Any) -> list[Cell]:
        block = getattr(record, name)
        return [*absent] if block is None else read_block(block)

    return read
