"""Rows of plain cells → a workbook with a sheet for each table.

XlsxWriter makes the book with its headings, and the rows are poured into its sheets: that takes a
fifth of the time. The same rows give the same bytes.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from xml.sax.saxutils import escape

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from generator.exports.cells import Flat
from generator.exports.columns import Column

LONGEST_CELL = 32_767
"""Characters that a cell may have."""

CUT = "… [cortado: el texto entero está en el CSV]"

_LEVEL = 4
"""Of compression: a seventh larger than the best, in half the time."""

_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
_END = b"</sheetData>"
_DIMENSION = re.compile(rb'<dimension ref="[^"]*"/>')
_SPECIAL = re.compile(r"[&<>]|_x[0-9A-Fa-f]{4}_")
_LIKE_AN_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_NARROWEST, _WIDEST = 10, 46
_SAMPLE = 200


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as a sheet."""

    name: str
    columns: Sequence[Column]
    rows: Sequence[Flat]
    keys: int


def workbook(sheets: Sequence[Sheet], notes: Mapping[str, str], day: date) -> bytes:
    """The book; `notes` stand on a sheet of their own, the last one."""
    parts = {f"xl/worksheets/sheet{n}.xml": sheet for n, sheet in enumerate(sheets, start=1)}
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(_headings(sheets, notes, day))) as bare,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as book,
    ):
        for name in bare.namelist():
            content = bare.read(name)
            entry = zipfile.ZipInfo(name, _ZIP_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            if name in parts:
                content = _poured(content, parts[name])
            book.writestr(entry, content, compresslevel=_LEVEL)
    return out.getvalue()


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
    for at, column in enumerate(sheet.columns):
        longest = max((len(str(row[at] or "")) for row in sheet.rows[:_SAMPLE]), default=0)
        width = min(_WIDEST, max(_NARROWEST, len(column.name) + 3, longest + 1))
        made.set_column(at, at, width)
        made.write_string(0, at, column.name, head)
    made.freeze_panes(1, min(sheet.keys, 2))
    made.autofilter(0, 0, max(1, len(sheet.rows)), len(sheet.columns) - 1)


# The rows, as the sheet's own file has them.


def _poured(content: bytes, sheet: Sheet) -> bytes:
    names = [xl_col_to_name(at) for at in range(len(sheet.columns))]
    rows = "".join(_rows(names, sheet.rows)).encode()
    reach = f'<dimension ref="A1:{names[-1]}{len(sheet.rows) + 1}"/>'.encode()
    before, end, after = _DIMENSION.sub(reach, content).partition(_END)
    if not end:
        raise ValueError("XlsxWriter makes its sheets in another way now")
    return b"".join((before, rows, end, after))


def _rows(names: Sequence[str], rows: Iterable[Flat]) -> Iterator[str]:
    """All in one loop: this is where the time goes."""
    is_special = _SPECIAL.search
    for number, row in enumerate(rows, start=2):
        cells = [f'<row r="{number}">']
        for name, cell in zip(names, row, strict=True):
            if type(cell) is str:
                if len(cell) > LONGEST_CELL or is_special(cell):
                    cell = _text(cell)
                cells.append(
                    f'<c r="{name}{number}" t="inlineStr">'
                    f'<is><t xml:space="preserve">{cell}</t></is></c>'
                )
            elif type(cell) is bool:
                cells.append(f'<c r="{name}{number}" t="b"><v>{cell:d}</v></c>')
            elif cell is not None:
                cells.append(f'<c r="{name}{number}"><v>{cell}</v></c>')
        cells.append("</row>")
        yield "".join(cells)


def _text(text: str) -> str:
    """Escaped, also what the format would read as an escape of its own (`_x0041_`)."""
    if len(text) > LONGEST_CELL:
        text = text[: LONGEST_CELL - len(CUT)] + CUT
    return escape(_LIKE_AN_ESCAPE.sub("_x005F_", text))
