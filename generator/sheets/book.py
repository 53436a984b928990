"""A file's bytes → its sheets, whatever program wrote it; or why it cannot be read."""

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from generator.sheets import delimited, workbook_xml
from generator.sheets.sheet import Cell, ErrorCell, Sheet, Unreadable
from generator.sheets.workbook_xml import BROKEN, Remarks

LARGEST = 50 * 1024 * 1024
MOST_UNPACKED = 500 * 1024 * 1024
BOOKS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
TEXTS = (".csv", ".tsv", ".txt")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read(path: Path, shown: str = "") -> tuple[Sheet, ...]:
    """Every sheet of the file, called `shown` in messages; `Unreadable` for what is no book."""
    if path.stat().st_size > LARGEST:
        raise Unreadable("too-large", most=LARGEST // 1024 // 1024)
    data = path.read_bytes()
    if not data.strip():
        raise Unreadable("empty-file")
    return _reader(path, data)(shown or path.name, data)


def _reader(path: Path, data: bytes) -> Callable[[str, bytes], tuple[Sheet, ...]]:
    """By what the bytes are, for names lie; a folder of CSV files is a zip as well as a book is."""
    suffix = path.suffix.lower()
    if data.startswith(_ZIP):
        return _zipped_texts if suffix == ".zip" else _workbook
    if data.startswith(_OLE):
        return _workbook
    if suffix == ".json":
        return _json
    if suffix in TEXTS:
        return _text
    raise Unreadable("no-book" if suffix in BOOKS else "unknown-kind", endings=_endings())


def _endings() -> str:
    return ", ".join((*BOOKS, *TEXTS, ".json", ".zip"))


def _text(name: str, data: bytes) -> tuple[Sheet, ...]:
    return (delimited.sheet(name, PurePosixPath(name).stem, data),)


def _zipped_texts(name: str, data: bytes) -> tuple[Sheet, ...]:
    with _opened(data) as archive:
        members = [m for m in archive.infolist() if _is_table(PurePosixPath(m.filename))]
        if not members:
            raise Unreadable("empty-zip")
        return tuple(
            delimited.sheet(name, PurePosixPath(member.filename).stem, _member(archive, member))
            for member in members
        )


def _is_table(path: PurePosixPath) -> bool:
    """Whether it is one of the tables; a Mac adds files of its own, such as `._x.csv`."""
    return path.suffix.lower() in TEXTS and not path.name.startswith(".")


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    try:
        return archive.read(member)
    except BROKEN as error:
        locked = isinstance(error, RuntimeError) and bool(member.flag_bits & 1)
        raise Unreadable("password" if locked else "damaged") from None


def _opened(data: bytes) -> zipfile.ZipFile:
    """The archive, unless it is broken or would fill the machine's memory."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN:
        raise Unreadable("damaged") from None
    if sum(member.file_size for member in archive.infolist()) > MOST_UNPACKED:
        raise Unreadable("too-large", most=MOST_UNPACKED // 1024 // 1024)
    return archive


def _json(name: str, data: bytes) -> tuple[Sheet, ...]:
    """What `apl export --format json` writes: rows as objects, by the name of their table."""
    try:
        found = json.loads(data, parse_float=str, parse_int=str)
    except (ValueError, RecursionError):
        raise Unreadable("no-json") from None
    if isinstance(found, list):
        found = {PurePosixPath(name).stem: found}
    if not isinstance(found, dict) or not all(map(_are_rows, found.values())):
        raise Unreadable("other-json")
    return tuple(_of_objects(name, table, rows) for table, rows in found.items())


def _are_rows(rows: object) -> bool:
    return isinstance(rows, list) and all(isinstance(row, dict) for row in rows)


def _of_objects(name: str, table: str, rows: list[dict[str, object]]) -> Sheet:
    headers = list(dict.fromkeys(key for row in rows for key in row))
    cells = [tuple(_json_cell(row.get(key)) for key in headers) for row in rows]
    return Sheet(name, table, (tuple(headers), *cells))


def _json_cell(value: object) -> Cell:
    if isinstance(value, list):
        return delimited.joined([str(one) for one in value])
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    return ErrorCell("{…}")


def _workbook(name: str, data: bytes) -> tuple[Sheet, ...]:
    if data.startswith(_OLE) and _ENCRYPTED in data:
        raise Unreadable("password")
    remarks: Mapping[str, Remarks] = {}
    if data.startswith(_ZIP):
        with _opened(data) as archive:
            remarks = workbook_xml.remarks(archive)
    return _survived(lambda: _sheets(name, data, remarks))


def _survived(work: Callable[[], tuple[Sheet, ...]]) -> tuple[Sheet, ...]:
    try:
        return work()
    except PasswordError:
        raise Unreadable("password") from None
    except (CalamineError, OSError, ValueError, OverflowError, MemoryError):
        raise Unreadable("damaged") from None
    except BaseException as error:
        # A panic of the reader, which is written in Rust, is no Exception of Python's.
        if type(error).__name__ == "PanicException":
            raise Unreadable("damaged") from None
        raise


def _sheets(name: str, data: bytes, remarks: Mapping[str, Remarks]) -> tuple[Sheet, ...]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return tuple(
        _sheet(name, book.get_sheet_by_name(about.name), remarks.get(about.name, Remarks()))
        if about.visible == SheetVisibleEnum.Visible
        else Sheet(name, about.name, (), hidden=True)
        for about in book.sheets_metadata
        if about.typ == SheetTypeEnum.WorkSheet
    )


def _sheet(name: str, found: CalamineSheet, remarks: Remarks) -> Sheet:
    rows: list[tuple[Cell, ...]] = [tuple(row) for row in found.to_python(skip_empty_area=False)]
    for (row, column), shown in remarks.errors.items():
        rows = _with_error(rows, row, column, shown)
    merged = tuple((a, b, c, d) for (a, b), (c, d) in found.merged_cell_ranges or ())
    return Sheet(name, found.name, tuple(rows), False, remarks.from_1904, merged)


def _with_error(
    rows: list[tuple[Cell, ...]], row: int, column: int, shown: str
) -> list[tuple[Cell, ...]]:
    """Calamine gives an empty text for `#N/A`: what could not be worked out would look absent."""
    if row < len(rows) and column < len(rows[row]) and rows[row][column] in ("", None):
        cells = list(rows[row])
        cells[column] = ErrorCell(shown)
        rows[row] = tuple(cells)
    return rows
