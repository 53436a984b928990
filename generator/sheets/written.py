"""The rows of tables → the bytes of a file: CSV, a zip of CSV files, or JSON."""

import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from generator.sheets.delimited import written
from generator.sheets.flat import Rows, Value, as_text
from generator.sheets.tables import Table, tables

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The same records make the same bytes, whenever they are written."""


def as_csv(table: Table, rows: list[dict[str, Value]]) -> bytes:
    """One table as RFC 4180 has it, in UTF-8 without a mark."""
    return as_csv_with(table.headers, rows)


def as_csv_with(headers: Sequence[str], rows: Iterable[Mapping[str, Value]]) -> bytes:
    """Rows under these headers, in the same form."""
    cells = ([as_text(row.get(name)) for name in headers] for row in rows)
    return written([headers, *cells]).encode("utf-8")


def as_zip(found: Rows) -> bytes:
    """A file `<table>.csv` for each table."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, rows in found.items():
            about = zipfile.ZipInfo(f"{name}.csv", _LONG_AGO)
            about.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(about, as_csv(tables()[name], rows))
    return out.getvalue()


def as_json(found: Rows) -> bytes:
    """An object of tables, each a list of rows; a cell that says nothing is left out."""
    plain = {name: [_json_row(row) for row in rows] for name, rows in found.items()}
    return (json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _json_row(row: Mapping[str, Value]) -> dict[str, object]:
    return {name: _json_value(value) for name, value in row.items()}


def _json_value(value: Value) -> object:
    if isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Decimal):
        return float(value) if is_exact(value) else str(value)
    return value.isoformat()


def is_exact(number: Decimal) -> bool:
    """Whether a program that reckons in binary numbers shows it as it is."""
    return Decimal(repr(float(number))) == number
