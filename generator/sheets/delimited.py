"""Delimited text in any usual encoding and with any usual separator ↔ a sheet; lists in a cell."""

import csv
import io
from collections.abc import Iterable, Sequence

from generator.sheets import headers
from generator.sheets.sheet import Cell, Sheet, Unreadable

SEPARATORS = (";", ",", "\t", "|")
_LONGEST_CELL = 2 * 1024 * 1024
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def sheet(file: str, name: str, data: bytes) -> Sheet:
    """The rows of a CSV file; `Unreadable` where its quotes do not close, or it is no text."""
    text = decoded(data)
    text, told = _told_separator(text)
    best: list[list[str]] | None = None
    for separator in told or SEPARATORS:
        try:
            rows = _rows(text, separator)
        except csv.Error:
            continue
        if best is None or _likelier(rows, best):
            best = rows
    if best is None:
        raise Unreadable("bad-quotes")
    lead = ((),) if told else ()  # a spreadsheet counts the line `sep=;` too
    return Sheet(file, name, (*lead, *(tuple[Cell, ...](row) for row in best)))


def decoded(data: bytes) -> str:
    """The text: UTF-8 or UTF-16, else Windows-1252, which old spreadsheets write."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding)
    if data[:512].count(0) > len(data[:512]) // 8:
        little = data[1:512:2].count(0) >= data[0:512:2].count(0)
        return _strictly(data, "utf-16-le" if little else "utf-16-be")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable("no-text") from None


def _told_separator(text: str) -> tuple[str, str]:
    """Excel's own first line `sep=;`, which is no row of the table."""
    first, newline, rest = text.partition("\n")
    first = first.strip('\r"').lower()
    if newline and len(first) == 5 and first.startswith("sep="):
        return rest, first[4]
    return text, ""


def _rows(text: str, separator: str) -> list[list[str]]:
    csv.field_size_limit(_LONGEST_CELL)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))


def _likelier(rows: list[list[str]], best: list[list[str]]) -> bool:
    """Whether this separator shows more headers that we know, or else more columns."""
    return _score(rows) > _score(best)


def _score(rows: list[list[str]]) -> tuple[int, int]:
    head = rows[: headers.DEEPEST]
    known = max((headers.known(row) for row in head), default=0)
    return known, max((len(row) for row in head), default=0)


def written(rows: Iterable[Sequence[str]]) -> str:
    """Rows as RFC 4180 has them: commas, CRLF, quotes where they are needed."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def joined(values: Sequence[str]) -> str:
    """Several values in one cell, `a; b`; one that holds a semicolon is quoted as in CSV."""
    return "; ".join(map(_quoted, values))


def _quoted(value: str) -> str:
    plain = value == value.strip() and value and not any(sign in value for sign in ';"\n\r')
    return value if plain else '"' + value.replace('"', '""') + '"'


def split(text: str) -> list[str]:
    """The values of a cell that holds several, one a line or between semicolons."""
    values, rest = [], text.lstrip()
    while rest:
        value, rest = _first(rest)
        rest = rest.lstrip()
        if value:
            values.append(value)
    return values


def _first(text: str) -> tuple[str, str]:
    if text.startswith('"'):
        end = 1
        while (end := text.find('"', end)) >= 0 and text[end : end + 2] == '""':
            end += 2
        after = text[end + 1 :].lstrip(" ") if end > 0 else ""
        if end > 0 and (not after or after[0] in ";\n\r"):
            return text[1:end].replace('""', '"'), after[1:]
    ends = [end for sign in ";\n\r" if (end := text.find(sign)) >= 0]
    end = min(ends, default=len(text))
    return text[:end].strip(), text[end + 1 :]
