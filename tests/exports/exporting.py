"""A registry's folder → all files of its open data, and the rows of each format as one thing."""

import csv
import io
import json
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook

from generator import pipeline
from generator.exports.downloads import DataFile, Made, listed
from generator.exports.files import groups
from generator.exports.index import index
from generator.exports.tables import TABLES
from generator.registry import registry
from generator.views.page import Site
from generator.views.survey import Survey
from tests.scratch import SOUND
from tests.site import hostile_registry

DAY = date(2026, 11, 23)
URL = "https://registro.example/"
COMMIT = "0123456789abcdef0123456789abcdef01234567"

Cells = tuple[str, ...]


def survey(folder: Path, day: date = DAY, url: str = URL) -> Survey:
    """What a registry publishes on a day."""
    return Survey(registry(pipeline.check(folder, day).loaded), Site(url, day, commit=COMMIT))


def files(of: Survey) -> dict[str, bytes]:
    """Every file of the open data and the API."""
    made = [held(one) for group in groups(of) for one in group.files()]
    told = tuple(sorted(downloads(made)))
    return {one.path: whole(one) for one in (*made, *index(of, told))}


def held(made: Made) -> Made:
    """With all its bytes, where they came in strands."""
    return made._replace(content=whole(made))


def whole(made: Made) -> bytes:
    """The bytes of a file that is made for the first time."""
    if isinstance(made.content, bytes):
        return made.content
    return b"".join(one for one in made.content if isinstance(one, bytes))


def downloads(made: Iterable[Made]) -> Iterable[DataFile]:
    """What is said of those that are for download."""
    return (told for one in made if (told := listed(held(one))))


@cache
def sound() -> Mapping[str, bytes]:
    """The files of the small sound registry."""
    return files(survey(SOUND))


@cache
def hostile(folder: Path) -> Mapping[str, bytes]:
    """The files of the registry that means ill."""
    hostile_registry.write(folder)
    return files(survey(folder))


# Rows of each format, with every cell as the exact CSV has it.


def text(cell: object) -> str:
    """A cell of any format as text."""
    if cell is None or cell == []:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, list) and isinstance(cell[0], str):
        return "; ".join(_quoted(one) for one in cell)
    if isinstance(cell, list):
        return json.dumps(cell, ensure_ascii=False, separators=(",", ":"))
    return str(cell)


def _quoted(value: str) -> str:
    if value == value.strip() and not any(sign in value for sign in ';"\r\n'):
        return value
    return '"' + value.replace('"', '""') + '"'


def delimited_rows(text: str, delimiter: str = ",", **more: Any) -> list[Cells]:
    """The rows of a delimited text."""
    found = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True, **more)
    return [tuple(row) for row in found]


def of_csv(content: bytes) -> list[Cells]:
    """With its header."""
    return delimited_rows(content.decode("utf-8"))


def of_excel_csv(content: bytes, name: str) -> list[Cells]:
    """With its header, decimal points, and without the guards against formulas."""
    rows = delimited_rows(content.decode("utf-8-sig"), ";")
    kinds = [column.kind for column in TABLES[name].columns]
    return [tuple(map(_unguarded, row, kinds)) for row in rows]


def _unguarded(cell: str, kind: str) -> str:
    if kind == "number":
        return cell.replace(",", ".")
    return cell[1:] if cell[:1] == "'" and cell[1:2] in tuple("=+-@\t\r\n|") else cell


def of_objects(found: Iterable[Mapping[str, object]], name: str) -> list[Cells]:
    """With a header; all objects have the same keys, in the same order."""
    header = TABLES[name].header
    rows = []
    for one in found:
        assert tuple(one) == header
        rows.append(tuple(map(text, one.values())))
    return [header, *rows]


def of_ndjson(content: bytes, name: str) -> list[Cells]:
    """A line an object."""
    return of_objects(map(json.loads, content.decode().splitlines()), name)


def book(content: bytes) -> CalamineWorkbook:
    """A workbook, as a reader of others sees it."""
    return CalamineWorkbook.from_filelike(io.BytesIO(content))


def of_sheet(content: bytes, name: str) -> list[Cells]:
    """Of the workbook."""
    sheet = book(content).get_sheet_by_name(name)
    width = len(TABLES[name].columns)
    rows = [(*row, *[""] * (width - len(row))) for row in sheet.to_python()]
    return [tuple(map(text, row)) for row in rows]


def base(content: bytes) -> sqlite3.Connection:
    """The database, in memory."""
    opened = sqlite3.connect(":memory:")
    opened.deserialize(content)
    return opened


def of_table(opened: sqlite3.Connection, name: str) -> list[Cells]:
    """Of the database, where true and false are 1 and 0."""
    found = opened.execute(f'SELECT * FROM "{name}" ORDER BY rowid')
    header = tuple(one[0] for one in found.description)
    flags = [column.kind == "boolean" for column in TABLES[name].columns]
    rows = [
        tuple(text(bool(cell) if flag and cell is not None else cell) for cell, flag in pairs)
        for pairs in (zip(row, flags, strict=True) for row in found)
    ]
    return [header, *rows]
