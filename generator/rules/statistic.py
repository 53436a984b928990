"""Published tables: every row fits the columns, every cell its column's type."""

import re
from collections.abc import Iterator

from generator.load import Entry, is_lost
from generator.model import mending
from generator.model.statistic import Column, Statistic
from generator.problem import Finding
from generator.rules.here import Here, each
from generator.rules.index import Index
from generator.rules.repeats import repeated

_WHOLE = re.compile(r"[-+]?[0-9]{1,18}")
_DECIMAL = re.compile(r"[-+]?[0-9]{1,18}(\.[0-9]{1,9})?")
_TYPES = {
    "entero": (_WHOLE, "APL521", "APL035"),
    "decimal": (_DECIMAL, "APL522", "APL037"),
    "porcentaje": (_DECIMAL, "APL523", "APL037"),
}
"""What a cell of a type looks like, the fault of one that does not, and whose mending it takes."""

Row = tuple[str | None, ...]


def column_ids_differ(index: Index) -> Iterator[Finding]:
    """No two columns share an id."""
    for entry in index.statistics:
        columns = each(entry.record.columns, Here(entry.path), "columnas")
        yield from repeated(((column.id, here) for column, here in columns), "id", "APL524")


def row_fits_the_columns(index: Index) -> Iterator[Finding]:
    """A row has a value for each column, empty ones included."""
    for entry in index.statistics:
        wanted = len(entry.record.columns)
        for row, here in _rows(entry):
            if len(row) != wanted:
                yield Finding(here.spot(), "APL520", {"value": len(row), "expected": wanted})


def cell_is_of_its_columns_type(index: Index) -> Iterator[Finding]:
    """`entero`, `decimal` and `porcentaje` are numbers, without unit or thousands separator."""
    for entry in index.statistics:
        for row, here in _rows(entry):
            if len(row) != len(entry.record.columns):
                continue
            for number, (cell, column) in enumerate(zip(row, entry.record.columns, strict=True)):
                if finding := _misfit(cell, column, here.below(number)):
                    yield finding


def _rows(entry: Entry[Statistic]) -> list[tuple[Row, Here]]:
    if is_lost(entry.record.columns):
        return []
    return list(each(entry.record.rows, Here(entry.path), "filas"))


def _misfit(cell: str | None, column: Column, here: Here) -> Finding | None:
    if cell is None or is_lost(cell, column, column.kind) or column.kind == "texto":
        return None
    pattern, code, mended_as = _TYPES[column.kind]
    if pattern.fullmatch(cell):
        return None
    params: dict[str, object] = {"value": cell, "column": column.id}
    if mended := mending.suggestion(mended_as, cell):
        params["suggestion"] = mended
    return Finding(here.spot(), code, params)


RULES = (column_ids_differ, row_fits_the_columns, cell_is_of_its_columns_type)
