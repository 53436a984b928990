"""The XML in an .xlsx → what its reader does not tell: errors, the calendar from 1904."""

import posixpath
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape

from generator.sheets.sheet import Unreadable

BROKEN = (zipfile.BadZipFile, zlib.error, RuntimeError, OSError, EOFError, ValueError)
"""What a zip with wrong bytes makes its reader raise."""

MOST_CELLS = 5_000_000
"""A sheet is read as a rectangle: two cells in far corners would fill the machine's memory."""

_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(rb"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_1904 = re.compile(rb"""<(?:\w+:)?workbookPr\b[^>]*\bdate1904\s*=\s*["'](?:1|true|on)["']""")
_CELL = re.compile(
    rb"<(?:\w+:)?c\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)",
    re.DOTALL,
)
_REFERENCE = re.compile(rb"([A-Z]{1,3})([0-9]{1,7})")
_VALUE = re.compile(rb"<(?:\w+:)?v\b[^>]*>([^<]*)</")
_FORMULA = re.compile(rb"<(?:\w+:)?f\b")


@dataclass(frozen=True, slots=True)
class Remarks:
    """Cells (row and column from 0) whose value is an error, as it is shown; the calendar."""

    errors: Mapping[tuple[int, int], str] = field(default_factory=dict)
    from_1904: bool = False


def remarks(archive: zipfile.ZipFile) -> Mapping[str, Remarks]:
    """What each sheet's XML says, by its name; nothing for other kinds of book.

    `Unreadable` for a sheet whose cells lie too far apart.
    """
    names = set(archive.namelist())
    if "xl/workbook.xml" not in names:
        return {}
    try:
        book = archive.read("xl/workbook.xml")
        targets = _targets(archive, names)
        found = {}
        for name, relation in _named(book):
            path = targets.get(relation, "")
            if path in names:
                errors = _errors(archive.read(path))
                found[name] = Remarks(errors, _1904.search(book) is not None)
    except BROKEN:
        raise Unreadable("damaged") from None
    return found


def _named(book: bytes) -> list[tuple[str, str]]:
    found = []
    for match in _SHEET.finditer(book):
        attributes = _attributes(match[0])
        relation = next((v for k, v in attributes.items() if k.endswith(":id")), "")
        found.append((attributes.get("name", ""), relation))
    return found


def _targets(archive: zipfile.ZipFile, names: set[str]) -> dict[str, str]:
    path = "xl/_rels/workbook.xml.rels"
    if path not in names:
        return {}
    found = (_attributes(match[0]) for match in _RELATION.finditer(archive.read(path)))
    return {one.get("Id", ""): _inside(one.get("Target", "")) for one in found}


def _inside(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")


def _attributes(tag: bytes) -> dict[str, str]:
    return {
        m[1].decode("ascii", "replace"): unescape((m[2] or m[3] or b"").decode("utf-8", "replace"))
        for m in _ATTRIBUTE.finditer(tag)
    }


def _errors(sheet: bytes) -> dict[tuple[int, int], str]:
    errors, rows, columns = {}, 0, 0
    for match in _CELL.finditer(sheet):
        at = _at(match[1])
        if at is None:
            continue
        rows, columns = max(rows, at[0] + 1), max(columns, at[1] + 1)
        if shown := _error(match[1], match[2] or b""):
            errors[at] = shown
    if rows * columns > MOST_CELLS:
        raise Unreadable("too-wide", most=MOST_CELLS)
    return errors


def _at(tag: bytes) -> tuple[int, int] | None:
    reference = _ATTRIBUTE.search(tag)
    while reference and reference[1] != b"r":
        reference = _ATTRIBUTE.search(tag, reference.end())
    match = _REFERENCE.fullmatch((reference[2] or reference[3] or b"") if reference else b"")
    if not match:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + letter - ord("A") + 1
    return int(match[2]) - 1, column - 1


def _error(tag: bytes, inside: bytes) -> str:
    value = _VALUE.search(inside)
    if re.search(rb"""\bt\s*=\s*["']e["']""", tag):
        return value[1].decode("ascii", "replace") if value else "#N/A"
    return "=…" if value is None and _FORMULA.search(inside) else ""
