"""Rows of plain cells → CSV: exact for programs (RFC 4180), and a second one for Excel."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from generator.exports.cells import Flat, texts
from generator.exports.columns import Column

BYTE_ORDER_MARK = b"\xef\xbb\xbf"

_FORMULA = re.compile(r"[=+\-@\t\r\n|]")
"""What a spreadsheet takes for the start of a formula, or of a command."""


def exact(columns: Sequence[Column], rows: Sequence[Flat]) -> bytes:
    """UTF-8 without a mark, commas, CRLF, quotes where they are needed."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([column.name for column in columns])
    writer.writerows(texts(columns, rows))
    return out.getvalue().encode()


def for_excel(columns: Sequence[Column], rows: Sequence[Flat]) -> bytes:
    """UTF-8 with a mark, semicolons, decimal commas; no cell that Excel would run as a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerow([column.name for column in columns])
    writer.writerows(_harmless(columns, texts(columns, rows)))
    return BYTE_ORDER_MARK + out.getvalue().encode()


def _harmless(columns: Sequence[Column], rows: Iterable[Flat]) -> Iterator[list[object]]:
    numbers = [at for at, one in enumerate(columns) if one.kind == "number"]
    risky = [at for at, one in enumerate(columns) if one.kind in ("text", "list", "blocks")]
    may_start = _FORMULA.match
    for row in rows:
        cells: list[object] = list(row)
        for at in numbers:
            if cells[at] is not None:
                cells[at] = str(cells[at]).replace(".", ",")
        for at in risky:
            cell = row[at]
            if cell is not None and may_start(cell):  # type: ignore[arg-type]
                cells[at] = f"'{cell}"
        yield cells
