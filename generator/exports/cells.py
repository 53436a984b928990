"""Rows of a table → the same rows with only plain cells: what holds several values is one text."""

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from generator.exports.columns import Cell, Column
from generator.exports.kinds import Kind

Flat = tuple[str | int | float | bool | None, ...]
Change = Callable[[Any], object]
Plainly = Callable[[Iterable[Any]], list[Flat]]
"""Makes plain rows of others with the columns that it was made for."""

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def flat(columns: Sequence[Column]) -> Plainly:
    """Lists as `a; b`, mappings as JSON, a list that is empty as nothing."""
    return _changed(columns, {"list": _joined, "blocks": _as_json})


def texts(columns: Sequence[Column]) -> Plainly:
    """The same with `true` and `false` for what is so or not."""
    return _changed(columns, {"boolean": _flag})


def _changed(columns: Sequence[Column], changes: dict[Kind, Change]) -> Plainly:
    at = [(n, changes[one.kind]) for n, one in enumerate(columns) if one.kind in changes]

    def change_all(rows: Iterable[Any]) -> list[Flat]:
        return [_with(at, row) for row in rows] if at else list(rows)

    return change_all


def _with(changes: Sequence[tuple[int, Change]], row: Any) -> Any:
    cells = list(row)
    for number, change in changes:
        if cells[number] is not None:
            cells[number] = change(cells[number])
    return tuple(cells)


def encoded(value: object) -> str:
    """A value as JSON has it, without a space too many."""
    return _JSON.encode(value)


def _as_json(blocks: list[Cell]) -> str | None:
    return encoded(blocks) if blocks else None


def _joined(values: Sequence[str]) -> str | None:
    """A value that holds a semicolon, a quote or a line break is quoted, as in CSV."""
    return "; ".join(map(_quoted, values)) if values else None


def _quoted(value: str) -> str:
    plain = value == value.strip() and not any(sign in value for sign in ';"\r\n')
    return value if plain else '"' + value.replace('"', '""') + '"'


def _flag(value: bool) -> str:
    return "true" if value else "false"
