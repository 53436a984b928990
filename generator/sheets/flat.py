"""Records → the rows of every table, each cell as the typed value of its key."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from generator import code
from generator.days import PartialDate
from generator.sheets.delimited import joined
from generator.sheets.shelf import Record
from generator.sheets.tables import SINGULAR, Column, Table, adapter, tables

Value = str | int | bool | date | Decimal | tuple[str, ...]
Rows = Mapping[str, list[dict[str, Value]]]


def flat(records: Iterable[Record]) -> Rows:
    """For each table its rows, by the names of their columns; empty cells are left out.

    Sorted by record; inside a record as its file has them.
    """
    found: dict[str, list[dict[str, Value]]] = {name: [] for name in tables()}
    for record in sorted(records, key=lambda one: (one.collection, one.id)):
        for table in tables().values():
            if table.collection == record.collection:
                found[table.name] += _rows(table, record)
    return found


LISTED = ("empresas", "elementos", "adhesiones", "certificados")
"""What the one list of all installations tells, from the outside in."""


def list_headers() -> tuple[str, ...]:
    """The columns of the one list: `empresa_rut`, `elemento_nombre` …"""
    return tuple(
        f"{SINGULAR[name]}_{column}"
        for name in LISTED
        for column in ("id", *(c.name for c in tables()[name].columns if c.name != "id"))
        if column != "id" or name in ("empresas", "elementos")
    )


def listed(records: Iterable[Record]) -> Iterator[dict[str, Value]]:
    """One row a certificate, and one for what has none: its adhesion, element or company."""
    for record in sorted(records, key=lambda one: one.id):
        if record.collection == "empresas":
            yield from _nested(LISTED, record.data, {"empresa_id": record.id})


def _nested(
    names: Sequence[str], block: Mapping[str, Any], above: Mapping[str, Value]
) -> Iterator[dict[str, Value]]:
    row = dict(above)
    for column in tables()[names[0]].columns:
        value = _within(block, column.path)
        if value is not None:
            row[f"{SINGULAR[names[0]]}_{column.name}"] = _typed(value, column)
    inner = block.get(names[1], ()) if len(names) > 1 else ()
    if not inner:
        yield row
    for one in inner:
        yield from _nested(names[1:], one, row)


def _rows(table: Table, record: Record) -> Iterator[dict[str, Value]]:
    for places, block in _blocks(table, record):
        row = {name: places[name] for name in (*table.parents, table.own) if name in places}
        for column in table.columns:
            value = _within(block, column.path)
            if value is not None:
                row[column.name] = _typed(value, column)
        yield row


def _blocks(table: Table, record: Record) -> Iterator[tuple[dict[str, Value], Mapping[str, Any]]]:
    """Every block of a table in a record, with the columns that say where it stands."""
    places: dict[str, Value] = {SINGULAR[record.collection]: record.id, "id": record.id}
    found: list[tuple[dict[str, Value], Mapping[str, Any]]] = [(places, record.data)]
    for key in table.path:
        found = [
            ({**places, **_place(key, table.own, number, item)}, item)
            for places, block in found
            for number, item in enumerate(block.get(key, ()), start=1)
        ]
    yield from found


def _place(key: str, own: str, number: int, item: Mapping[str, Any]) -> dict[str, Value]:
    match key:
        case "elementos":
            return {"elemento": item["id"], "id": item["id"]}
        case "adhesiones":
            return {"adhesion": number, "acuerdo": item["acuerdo"]}
        case "certificados":
            return {"certificado": code.display(item["codigo"])}
    return {SINGULAR.get(key, own): number}


def _within(block: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        block = block.get(key) if isinstance(block, Mapping) else None
    return block


def _typed(value: Any, column: Column) -> Value:
    if column.is_list:
        return tuple(str(_one(one, column)) for one in value)
    return _one(value, column)


def _one(text: str, column: Column) -> str | int | bool | date | Decimal:
    typed: object = adapter(column.annotation).validate_python(text)
    if isinstance(typed, PartialDate):
        return str(typed)
    assert isinstance(typed, (str, bool, int, date, Decimal)), typed
    return typed


def as_text(value: Value | None) -> str:
    """A cell as delimited text has it: ISO days, `true` and `false`, lists between semicolons."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case tuple():
            return joined(value)
    return str(value)
