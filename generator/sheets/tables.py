"""Record models → flat tables: one a list of blocks, nested keys joined by `_`, parents first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel, PlainValidator, TypeAdapter
from pydantic.fields import FieldInfo

from generator.load import types
from generator.model import Agreement, Company, Seal, fields

SINGULAR = {
    "acuerdos": "acuerdo",
    "empresas": "empresa",
    "sellos": "sello",
    "elementos": "elemento",
    "adhesiones": "adhesion",
    "auditorias": "auditoria",
    "certificados": "certificado",
    "suspensiones": "suspension",
    "metas": "meta",
}
"""The column by which other tables name a row of this one; elsewhere `n` counts the rows."""

FIRST = "empresas elementos adhesiones auditorias certificados suspensiones sellos acuerdos".split()
"""What a reader wants first; the lists that few records have follow."""

NUMBER = "n"

_KINDS = {
    "Id": "id",
    "ElementRef": "reference",
    "Day": "day",
    "PartialDay": "partial_day",
    "Flag": "flag",
    "Integer": "integer",
    "Count": "integer",
    "Positive": "integer",
    "Year": "integer",
    "Number": "decimal",
    "Quantity": "decimal",
    "Percentage": "decimal",
    "Latitude": "decimal",
    "Longitude": "decimal",
    "RegionCode": "region",
    "ComunaCode": "comuna",
    "CiiuCode": "ciiu",
    "RutCode": "rut",
    "CertificateCode": "code",
    "HttpsUrl": "address",
    "SourceUrl": "address",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A key of a block, or of a block inside it; `is_list` where a cell holds several values."""

    name: str
    path: tuple[str, ...]
    kind: str
    title: str = ""
    description: str = ""
    annotation: Any = str
    choices: tuple[str, ...] = ()
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The rows that one list of blocks makes, over all records of a collection.

    `path` leads from the record to the list; `parents` name the row's place, `own` the row in it.
    """

    name: str
    collection: str
    path: tuple[str, ...]
    parents: tuple[str, ...]
    own: str
    columns: tuple[Column, ...]
    model: type[BaseModel]

    @property
    def headers(self) -> tuple[str, ...]:
        """Every column's name, those that name the row first."""
        keys = (*self.parents, self.own)
        return (*keys, *(c.name for c in self.columns if c.name not in keys))

    def column(self, name: str) -> Column | None:
        """The column of this name; None for those that only name a place."""
        return next((c for c in self.columns if c.name == name), None)


@cache
def tables() -> Mapping[str, Table]:
    """Every table by its name, in the order of the sheets."""
    made = [
        table
        for model in (Company, Seal, Agreement)
        for table in _tables(model, model.collection, model.collection, (), ())
    ]
    keys = [table.name.rpartition(".")[2] for table in made]
    named = [_named(table, keys) for table in made]
    ranks = {name: rank for rank, name in enumerate(FIRST)}
    ordered = sorted(named, key=lambda table: ranks.get(table.name, len(FIRST)))
    return {table.name: table for table in ordered}


def _named(table: Table, keys: list[str]) -> Table:
    """`metas` where no other table is called so, else `empresas_fuentes`."""
    parent, _, key = table.name.rpartition(".")
    name = key if keys.count(key) == 1 or key in FIRST else f"{parent}_{key}"
    return replace(table, name=name, own=table.own or SINGULAR.get(name, NUMBER))


def _tables(
    model: type[BaseModel],
    collection: str,
    name: str,
    path: tuple[str, ...],
    parents: tuple[str, ...],
) -> Iterator[Table]:
    key = name.rpartition(".")[2]
    columns = tuple(_columns(model, ()))
    places, own = _places(key, parents), _own(key, path)
    yield Table(name, collection, path, places, own, columns, model)
    below = _below(key, parents)
    for field, block in _lists(model):
        yield from _tables(block, collection, f"{key}.{field}", (*path, field), below)


def _places(key: str, parents: tuple[str, ...]) -> tuple[str, ...]:
    """An adhesion is known by its number, and a reader wants to see to what agreement."""
    if key in ("auditorias", "certificados"):
        return ("empresa", "elemento", "acuerdo", "adhesion")
    return parents


def _own(key: str, path: tuple[str, ...]) -> str:
    if not path or key == "elementos":
        return "id"
    return "codigo" if key == "certificados" else ""


def _below(key: str, parents: tuple[str, ...]) -> tuple[str, ...]:
    """How the tables below name their place; a certificate is known by its code."""
    if key == "certificados":
        return ("empresa", "certificado")
    return (*parents, SINGULAR.get(key, key))


def _lists(model: type[BaseModel]) -> Iterator[tuple[str, type[BaseModel]]]:
    for info in _ordered(model):
        kind, _ = types.bare(info.annotation)
        if types.is_list(kind):
            inner, _ = types.bare(types.item_type(kind))
            if types.is_block(inner):
                yield str(info.alias), inner


def _ordered(model: type[BaseModel]) -> list[FieldInfo]:
    """The fields in the canonical order of their keys."""
    by_key = {info.alias or name: info for name, info in model.model_fields.items()}
    return [by_key[key] for key in types.keys_of(model)]


def _columns(model: type[BaseModel], above: tuple[str, ...]) -> Iterator[Column]:
    for info in _ordered(model):
        path = (*above, str(info.alias))
        kind, marks = types.bare(info.annotation, tuple(info.metadata))
        if types.is_block(kind):
            yield from _columns(kind, path)
            continue
        is_list = types.is_list(kind)
        if is_list:
            kind, marks = types.bare(types.item_type(kind))
        if not (types.is_block(kind) or types.is_list(kind)):
            yield _column(path, info, kind, marks, is_list)


def _column(
    path: tuple[str, ...], info: FieldInfo, kind: Any, marks: tuple[Any, ...], is_list: bool
) -> Column:
    choices = get_args(kind) if get_origin(kind) is Literal else ()
    annotation = kind
    for mark in marks:
        annotation = Annotated[annotation, mark]
    return Column(
        name="_".join(path),
        path=path,
        kind="choice" if choices else _kind(marks),
        title=info.title or "",
        description=info.description or "",
        annotation=annotation,
        choices=choices,
        is_list=is_list,
    )


def _kind(marks: tuple[Any, ...]) -> str:
    validator = next((m.func for m in marks if isinstance(m, PlainValidator)), None)
    return _by_validator().get(validator, "text")


@cache
def _by_validator() -> Mapping[Any, str]:
    found: dict[Any, str] = {}
    for name, kind in _KINDS.items():
        marks = getattr(fields, name).__metadata__
        found[next(m.func for m in marks if isinstance(m, PlainValidator))] = kind
    return found


@cache
def adapter(annotation: Any) -> TypeAdapter[Any]:
    """What checks one value of a column, as the models do."""
    return TypeAdapter(annotation)
