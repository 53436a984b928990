"""A value in another writing → the one that it surely stands for, or None: nothing is guessed.

`generator.model.mending` suggests what comes close, for a person to decide; this decides, so it
knows less: a date that might be read in two ways, a near miss or a wrong check digit stay.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any, Literal, get_args, get_origin

from pydantic import PlainValidator
from pydantic_core import PydanticCustomError

from generator import folding, rut, sectors, territory
from generator.model import fields, mending

_TWO_WAYS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ]\d{4}")
_ROMAN = re.compile(r"[IVX]+( Región)?", re.IGNORECASE)
_DECIMAL_COMMA = re.compile(r"([-+]?\d{1,15}),(\d{1,2}|\d{4,9})")
_BOOLEANS = {
    **dict.fromkeys(("si", "yes", "verdadero", "true"), "true"),
    **dict.fromkeys(("no", "falso", "false"), "false"),
}


def meant(text: str, kind: Any, marks: Sequence[Any]) -> str | None:
    """The right writing of a value of a type (`load.types.bare`); None where there is none to add.

    A value that a record may hold as it stands comes in its canonical form, if that differs.
    """
    found = _meant(text, kind, marks)
    return found if found != text else None


def _meant(text: str, kind: Any, marks: Sequence[Any]) -> str | None:
    if get_origin(kind) is Literal:
        return text if text in get_args(kind) else _listed(text, get_args(kind))
    validator = next((mark for mark in marks if isinstance(mark, PlainValidator)), None)
    if validator is None or validator.func in (_TEXT, _CELL):
        return None
    accepted = _accepted(validator, text, marks)
    if accepted is not None:
        return accepted
    mend = _MENDERS.get(validator.func)
    tried = [text.strip(), *filter(None, [mend(text.strip()) if mend else None])]
    return next(filter(None, (_accepted(validator, one, marks) for one in tried)), None)


def _accepted(validator: PlainValidator, text: str, marks: Sequence[Any]) -> str | None:
    """The text, as it is or in its canonical form if it is a code; None where it is refused."""
    try:
        found = validator.func(text)  # type: ignore[call-arg]
    except PydanticCustomError:
        return None
    return str(found) if any(isinstance(mark, fields.Coded) for mark in marks) else text


def named(key: str, keys: Sequence[str]) -> str | None:
    """The key that `Razón Social` stands for: the same letters, but for case and accents."""
    return _listed(key, keys)


def _listed(text: str, choices: Sequence[str]) -> str | None:
    wanted = folding.fold(text)
    found = [choice for choice in choices if folding.fold(choice) == wanted]
    return found[0] if len(found) == 1 else None


def _day(text: str) -> str | None:
    return _dated("APL033", text)


def _partial_day(text: str) -> str | None:
    return _dated("APL034", text)


def _dated(code: str, text: str) -> str | None:
    """Not `4/5/2020`: there are those who write the month first."""
    both = _TWO_WAYS.fullmatch(text)
    if both and both[1] != both[2] and max(int(both[1]), int(both[2])) <= 12:
        return None
    found = mending.suggestion(code, text)
    return found.strip('"') if found else None


def _boolean(text: str) -> str | None:
    return _BOOLEANS.get(folding.fold(text))


def _region(text: str) -> str | None:
    """Not by a Roman number: the eighth region of before 2018 was two of today's."""
    found = territory.region(text.zfill(2)) if text.isdigit() else None
    if not found and not _ROMAN.fullmatch(text):
        found = territory.find_region(text)
    return found.code if found else None


def _comuna(text: str) -> str | None:
    found = territory.find_comuna(text)
    return found.code if found else None


def _ciiu(text: str) -> str | None:
    compact = re.sub(r"[.\s-]", "", text).upper()
    return compact if sectors.is_valid(compact) else None


def _rut(text: str) -> str | None:
    try:
        return rut.parse(text)
    except rut.RutError:
        return None


def _decimal(text: str) -> str | None:
    """Not `1,231`: whether that is a thousand or one and a bit, only its writer knows."""
    comma = _DECIMAL_COMMA.fullmatch(text)
    return f"{comma[1]}.{comma[2]}" if comma else None


def _validator(kind: Any) -> Any:
    return next(mark.func for mark in kind.__metadata__ if isinstance(mark, PlainValidator))


_TEXT, _CELL = _validator(fields.Text), _validator(fields.Cell)
_MENDERS: dict[Any, Callable[[str], str | None]] = {
    _validator(fields.Day): _day,
    _validator(fields.PartialDay): _partial_day,
    _validator(fields.Flag): _boolean,
    _validator(fields.RegionCode): _region,
    _validator(fields.ComunaCode): _comuna,
    _validator(fields.CiiuCode): _ciiu,
    _validator(fields.RutCode): _rut,
    **{
        _validator(kind): _decimal
        for kind in (
            fields.Number,
            fields.Quantity,
            fields.Percentage,
            fields.Latitude,
            fields.Longitude,
        )
    },
}
