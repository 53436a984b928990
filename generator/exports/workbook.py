"""Rows of plain cells → a workbook with a sheet for each table.

XlsxWriter makes the book with its headings, and the rows are poured into its sheets: that takes a
tenth of the time, and far less where rows are the same as before. The same rows give the same
bytes.
"""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from generator.exports import sheet_rows
from generator.exports.columns import Column
from generator.exports.packed import Packed, count, unpacked
from generator.exports.pieces import Piece, archive, piece
from generator.exports.sheet_rows import LEVEL, Keep

_END = b"</sheetData>"
_DIMENSION = re.compile(rb'<dimension ref="[^"]*"/>')
_NARROWEST, _WIDEST = 10, 46
_SAMPLE = 200


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as a sheet."""

    name: str
    columns: Sequence[Column]
    rows: Sequence[Packed]
    keys: int

    @property
    def size(self) -> int:
        """How many rows it has."""
        return count(self.rows)


def workbook(sheets: Sequence[Sheet], notes: Mapping[str, str], day: date, keep: Keep) -> bytes:
    """The book; `notes` stand on a sheet of their own, the last one."""
    rows = sheet_rows.pieces([sheet.rows for sheet in sheets], keep)
    poured = {
        f"xl/worksheets/sheet{n}.xml": each
        for n, each in enumerate(zip(sheets, rows, strict=True), start=1)
    }
    files = {}
    with zipfile.ZipFile(io.BytesIO(_headings(sheets, notes, day))) as bare:
        for name in bare.namelist():
            content = bare.read(name)
            whose = poured.get(name)
            files[name] = _poured(content, *whose) if whose else [piece(content, LEVEL)]
    return archive(files)


def _headings(sheets: Sequence[Sheet], notes: Mapping[str, str], day: date) -> bytes:
    """The book with nothing but the first row of each sheet."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False})
    book.set_properties({"created": datetime(day.year, day.month, day.day)})
    head = book.add_format({"bold": True, "bottom": 1, "bg_color": "#E3ECF4"})
    for sheet in sheets:
        _heading(book.add_worksheet(sheet.name), sheet, head)
    last = book.add_worksheet("acerca_de")
    last.set_column(0, 0, 22)
    last.set_column(1, 1, 100, book.add_format({"text_wrap": True, "valign": "top"}))
    for row, (what, text) in enumerate(notes.items()):
        last.write_string(row, 0, what, head)
        last.write_string(row, 1, text)
    book.close()
    return out.getvalue()


def _heading(made: xlsxwriter.worksheet.Worksheet, sheet: Sheet, head: object) -> None:
    sample = list(islice(unpacked(sheet.rows), _SAMPLE))
    for at, column in enumerate(sheet.columns):
        longest = max((len(str(row[at] or "")) for row in sample), default=0)
        width = min(_WIDEST, max(_NARROWEST, len(column.name) + 3, longest + 1))
        made.set_column(at, at, width)
        made.write_string(0, at, column.name, head)
    made.freeze_panes(1, min(sheet.keys, 2))
    made.autofilter(0, 0, max(1, sheet.size), len(sheet.columns) - 1)


def _poured(content: bytes, sheet: Sheet, rows: Sequence[Piece]) -> list[Piece]:
    last = xl_col_to_name(len(sheet.columns) - 1)
    reach = f'<dimension ref="A1:{last}{sheet.size + 1}"/>'.encode()
    before, end, after = _DIMENSION.sub(reach, content).partition(_END)
    if not end:
        raise ValueError("XlsxWriter makes its sheets in another way now")
    return [piece(before, LEVEL), *rows, piece(end + after, LEVEL)]
