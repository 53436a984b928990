"""A raw cell → the text that a record holds for it, or why it holds none.

Spreadsheets change what people type: codes into numbers, days into serial numbers, decimal points
into commas. What can only have meant one thing is mended; whatever else is refused.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Any

from pydantic import ValidationError

from generator import code, rut, sectors, territory
from generator.load.text import FORBIDDEN
from generator.model import mending
from generator.model.addresses import is_address
from generator.sheets import choices, delimited
from generator.sheets.sheet import Cell, ErrorCell
from generator.sheets.tables import Column, adapter

Value = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refused(Exception):
    """A cell that no record can hold: the code of its words, and their params."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict)


EMPTY = frozenset(("", "-", "–", "—", "s/i", "S/I", "n/a", "N/A"))
_ERRORS = re.compile(
    r"#(?:N/A|N/D|¡?REF!|¡?VALOR!|VALUE!|¡?DIV/0!|¡?NUM!|NUM!|¿?NOMBRE\?|NAME\?|NULL!|¡?NULO!)"
)
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?[eE]\+\d{1,3}")
_KEPT_AS_TEXT = re.compile(r"""="([^"]*)"|'(.*)""")
"""How people keep a spreadsheet from making a number of a code."""

_LARGEST_NUMBER = 1e15
"""A spreadsheet keeps fifteen digits of a number; what is longer has lost some."""

_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_FIRST_SERIAL, _LAST_SERIAL = 10_000, 75_000
"""1927 to 2105 as serial numbers: no year, and no amount, is taken for a day."""

_WEEKDAY = re.compile(r"^(?:lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo),?\s+", re.I)
_SHORT_YEAR = re.compile(r"\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2}")
_BY_NUMBERS = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}(?:\s.*)?")

PATTERNS = {
    "error": _ERRORS,
    "scientific": _SCIENTIFIC,
    "kept": _KEPT_AS_TEXT,
    "weekday": _WEEKDAY,
    "shortYear": _SHORT_YEAR,
    "byNumbers": _BY_NUMBERS,
    "forbidden": FORBIDDEN,
}
"""What cells are read by; the browser's copy reads by the same."""


def value(
    cell: Cell, column: Column, *, from_1904: bool = False, dashes: bool = False
) -> Value | None:
    """What the cell says for its column; None where it says nothing. Raises `Refused`.

    With `dashes`, a dash or "s/i" says nothing either.
    """
    if isinstance(cell, ErrorCell):
        raise Refused("error-cell", {"value": cell.shown})
    if cell is None or (isinstance(cell, str) and _tidy(cell) in (EMPTY if dashes else ("",))):
        return None
    if column.is_list:
        parts = delimited.split(_tidy(cell)) if isinstance(cell, str) else [cell]
        return tuple(_checked(one, column, from_1904) for one in parts)
    return _checked(cell, column, from_1904)


def _checked(cell: Any, column: Column, from_1904: bool) -> str:
    text = _READERS.get(column.kind, _text)(cell, column, from_1904)
    try:
        adapter(column.annotation).validate_python(text)
    except ValidationError as error:
        raise _refused(error, column) from None
    return text


def _refused(error: ValidationError, column: Column) -> Refused:
    first = error.errors(include_url=False)[0]
    if first["type"] == "literal_error":
        return Refused("no-choice", {"value": first["input"], "choices": ", ".join(column.choices)})
    params = dict(first.get("ctx", {}))
    params.pop("found", None)
    if tip := mending.suggestion(first["type"], str(first["input"])):
        params["suggestion"] = tip
    return Refused(first["type"], params)


def _tidy(text: str) -> str:
    """Without the spaces, hard spaces and invisible signs that come with copy and paste."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    visible = FORBIDDEN.sub("", lines.replace("\u00a0", " ").replace("\u202f", " "))
    return visible.strip()


def plain(cell: Cell) -> str:
    """The cell as text: a number without the `.0` that a spreadsheet gives it."""
    if isinstance(cell, str):
        text = _tidy(cell)
        if "\ufffd" in text:
            raise Refused("lost-letters", {"value": text})
        if _ERRORS.fullmatch(text.upper()):
            raise Refused("error-cell", {"value": text})
        if _SCIENTIFIC.fullmatch(text):
            raise Refused("lost-digits", {"value": text})
        return text
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, (int, float)):
        return _of_number(cell)
    if isinstance(cell, (date, time, timedelta)):
        raise Refused("day-for-text", {"value": cell})
    return ""


def _of_number(number: float) -> str:
    if not abs(number) < _LARGEST_NUMBER:
        raise Refused("lost-digits", {"value": number})
    return str(int(number)) if float(number).is_integer() else repr(number)


def _whole(cell: Cell) -> str:
    """A code without the `.0` that programs give to numbers."""
    text = plain(cell)
    if match := _KEPT_AS_TEXT.fullmatch(text):
        text = match[1] or match[2]
    return text.split(".")[0] if re.fullmatch(r"\d+\.0{1,2}", text) else text


def is_blank(cell: Cell) -> bool:
    """Whether a cell shows nothing."""
    return cell is None or (isinstance(cell, str) and not _tidy(cell))


def _text(cell: Cell, _: Column, __: bool) -> str:
    return plain(cell)


def _day(cell: Cell, _: Column, from_1904: bool) -> str:
    if isinstance(cell, (time, timedelta)):
        raise Refused("no-day", {"value": cell})
    if isinstance(cell, date):  # a datetime is one too
        return cell.strftime("%Y-%m-%d")
    text = plain(cell)
    if re.fullmatch(r"\d{5}(?:\.\d+)?", text):
        return _of_serial(float(text), from_1904) or text
    if _SHORT_YEAR.fullmatch(text):
        raise Refused("short-year", {"value": text})
    text = _WEEKDAY.sub("", text)
    return mending.suggestion("APL033", text) or text


def _of_serial(serial: float, from_1904: bool) -> str | None:
    if not _FIRST_SERIAL <= serial <= _LAST_SERIAL:
        return None
    return ((_EPOCH_1904 if from_1904 else _EPOCH) + timedelta(days=int(serial))).isoformat()


def _partial_day(cell: Cell, column: Column, from_1904: bool) -> str:
    if isinstance(cell, (date, time, timedelta)):
        return _day(cell, column, from_1904)
    text = plain(cell)
    if re.fullmatch(r"\d{4}(-\d{2}){0,2}", text):
        return text
    if re.fullmatch(r"\d{5}(?:\.\d+)?", text) or _SHORT_YEAR.fullmatch(text):
        return _day(cell, column, from_1904)
    mended = mending.suggestion("APL034", _WEEKDAY.sub("", text)) or text
    return mended.strip('"')


def month_and_day(cell: Cell) -> tuple[int, int] | None:
    """The first two numbers of a day written with numbers alone, as they stand."""
    match = _BY_NUMBERS.fullmatch(_tidy(cell)) if isinstance(cell, str) else None
    return (int(match[1]), int(match[2])) if match else None


def _comuna(cell: Cell, _: Column, __: bool) -> str:
    text = _whole(cell)
    found = territory.find_comuna(text) or territory.find_comuna(
        re.sub(r"^\d+\s*[-–:]\s*", "", text)
    )
    return found.code if found else text


def _region(cell: Cell, _: Column, __: bool) -> str:
    text = _whole(cell)
    found = territory.find_region(text.zfill(2) if text.isdigit() else text)
    return found.code if found else text


def _ciiu(cell: Cell, _: Column, __: bool) -> str:
    """The code alone, also out of "110200 - Elaboración de vinos"."""
    text = _whole(cell)
    match = re.match(r"([A-Ua-u]|[\d.]{1,8})(?=\s*(?:$|[-–:|]|\s))", text)
    bare = re.sub(r"\D", "", match[1]) or match[1].upper() if match else text
    if isinstance(cell, (int, float)) and len(bare) in (3, 5) and sectors.is_valid(f"0{bare}"):
        return f"0{bare}"  # classes have four digits, and a number has no zero in front
    return sectors.mend(bare) or bare


def _rut(cell: Cell, _: Column, __: bool) -> str:
    text = _whole(cell)
    if not re.search(r"[-\u2010-\u2015\u2212]", text):
        _refuse_without_digit(text)
    try:
        return rut.parse(text)
    except rut.RutError:
        return text


def _refuse_without_digit(text: str) -> None:
    """76123456 may be a RUT that lost its check digit, or one of a person: nobody can tell."""
    digits = re.sub(r"[.\s]", "", text)
    if re.fullmatch(r"\d{8}", digits) and int(digits) >= rut.NATURAL_BELOW:
        params = {"value": text, "suggestion": f"{digits}-{rut.check_digit(int(digits))}"}
        raise Refused("rut-without-digit", params)


def with_digit(cell: Cell, digit: Cell) -> Cell:
    """A RUT and the check digit beside it, as one; a RUT that has its own stays as it is."""
    body = re.sub(r"[.\s]", "", _whole(cell))
    return f"{body}-{_whole(digit)}" if body.isdigit() and len(body) < 9 else cell


def _code(cell: Cell, _: Column, __: bool) -> str:
    text = _whole(cell)
    return code.display(text) if code.is_valid(text) else text


def _flag(cell: Cell, _: Column, __: bool) -> str:
    text = plain(cell)
    return mending.suggestion("APL039", text) or text


def _integer(cell: Cell, _: Column, __: bool) -> str:
    text = plain(cell)
    if re.fullmatch(r"[-+]?[0-9]{1,18}", text):
        return text
    return mending.suggestion("APL035", text) or text


def _decimal(cell: Cell, _: Column, __: bool) -> str:
    text = plain(cell)
    if re.fullmatch(r"[-+]?[0-9]{1,18}(\.[0-9]{1,9})?", text):
        return text
    return mending.suggestion("APL037", text) or text


def _address(cell: Cell, _: Column, __: bool) -> str:
    text = plain(cell)
    if is_address(text, ("http", "https")):
        return text
    return mending.suggestion("APL047", text) or text


def _choice(cell: Cell, column: Column, _: bool) -> str:
    return choices.meant(plain(cell), column) or plain(cell)


def _id(cell: Cell, _: Column, __: bool) -> str:
    return plain(cell)


_READERS: Mapping[str, Callable[[Any, Column, bool], str]] = {
    "day": _day,
    "partial_day": _partial_day,
    "comuna": _comuna,
    "region": _region,
    "ciiu": _ciiu,
    "rut": _rut,
    "code": _code,
    "flag": _flag,
    "integer": _integer,
    "decimal": _decimal,
    "address": _address,
    "choice": _choice,
    "id": _id,
}


def same(one: Value | None, other: Value | None, column: Column) -> bool:
    """Whether two values of a column say the same, however they are written."""
    return _meaning(one, column) == _meaning(other, column)


def _meaning(found: Value | None, column: Column) -> object:
    if isinstance(found, tuple):
        return tuple(_one(item, column) for item in found)
    return None if found is None else _one(found, column)


def _one(text: str, column: Column) -> object:
    try:
        typed: object = adapter(column.annotation).validate_python(text)
    except ValidationError:
        return text
    return _tidy(typed) if isinstance(typed, str) else typed
