"""The rows of tables → a workbook: codes as text, days as days, lists to pick from."""

import io
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import xlsxwriter

from generator.sheets.flat import Rows, Value, as_text
from generator.sheets.tables import Column, Table, tables
from generator.sheets.written import is_exact

LONGEST_CELL = 32_767
"""Characters that a cell of a workbook may have."""

_LONGEST_LIST = 255
_SPARE_ROWS = 2_000
_NARROWEST, _WIDEST = 9, 48
_LARGEST_INTEGER = 10**15


class TooLong(Exception):
    """A text that no cell of a workbook can hold; where it stands."""


def as_xlsx(found: Rows) -> bytes:
    """A sheet for each table, its header frozen; the same rows give the same bytes."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "yyyy-mm-dd"})
    book.set_properties({"created": datetime(2000, 1, 1)})
    formats = {
        "head": book.add_format({"bold": True, "bg_color": "#DCE6F1", "bottom": 1}),
        "text": book.add_format({"num_format": "@"}),
        "day": book.add_format({"num_format": "yyyy-mm-dd"}),
        "number": book.add_format({"num_format": "General"}),
    }
    for name, rows in found.items():
        _Sheet(book, tables()[name], formats, len(found.get("acuerdos", ()))).fill(rows)
    book.close()
    return out.getvalue()


class _Sheet:
    """One table on its sheet."""

    def __init__(self, book: Any, table: Table, formats: dict[str, Any], agreements: int) -> None:
        self._sheet = book.add_worksheet(table.name)
        self._table = table
        self._formats = formats
        self._agreements = agreements

    def fill(self, rows: list[dict[str, Value]]) -> None:
        keys = len({*self._table.parents, self._table.own})
        self._sheet.freeze_panes(1, min(keys, 2))
        for at, name in enumerate(self._table.headers):
            column = self._table.column(name)
            shown = [as_text(row.get(name)) for row in rows]
            widest = max((len(text) for text in (name, *shown)), default=0)
            width = max(_NARROWEST, min(_WIDEST, widest + 2))
            self._sheet.set_column(at, at, width, self._formats[_format(name, column)])
            self._sheet.write_string(0, at, name, self._formats["head"])
            if column and column.description:
                self._sheet.write_comment(0, at, f"{column.title}. {column.description}")
            self._offer(at, name, column, len(rows) + _SPARE_ROWS)
        for number, row in enumerate(rows, start=1):
            for at, name in enumerate(self._table.headers):
                if name in row:
                    self._write(number, at, row[name])
        self._sheet.autofilter(0, 0, max(1, len(rows)), len(self._table.headers) - 1)

    def _write(self, row: int, at: int, value: Value) -> None:
        if isinstance(value, date):
            self._sheet.write_datetime(row, at, value, self._formats["day"])
        elif isinstance(value, int) and not isinstance(value, bool) and _fits(value):
            self._sheet.write_number(row, at, value)
        elif isinstance(value, Decimal) and is_exact(value):
            self._sheet.write_number(row, at, float(value))
        else:
            text = as_text(value)
            if len(text) > LONGEST_CELL:
                raise TooLong(f"{self._table.name}, {row + 1}, {self._table.headers[at]}")
            self._sheet.write_string(row, at, text, self._formats["text"])

    def _offer(self, at: int, name: str, column: Column | None, last: int) -> None:
        """A list to pick from, where a cell holds one of few values."""
        choices: Any = list(column.choices) if column and not column.is_list else []
        if column and column.kind == "flag":
            choices = ["true", "false"]
        if name == "acuerdo" and self._table.collection == "empresas" and self._agreements:
            choices = f"=acuerdos!$A$2:$A${self._agreements + 1}"
        if choices and (isinstance(choices, str) or len(",".join(choices)) <= _LONGEST_LIST):
            self._sheet.data_validation(1, at, last, at, {"validate": "list", "source": choices})


def _fits(number: int) -> bool:
    return abs(number) < _LARGEST_INTEGER


def _format(name: str, column: Column | None) -> str:
    if column is None:
        return "number" if name in ("n", "adhesion", "auditoria", "suspension", "meta") else "text"
    if column.is_list:
        return "text"
    return {"day": "day", "integer": "number", "decimal": "number"}.get(column.kind, "text")
