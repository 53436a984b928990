"""Bytes of a file → text that YAML may be read from, and the faults of the bytes themselves."""

import re
from dataclasses import dataclass

from generator.problem import Place, Problem

LARGEST = 1024 * 1024
MOST_OF_A_KIND = 50
"""Faults of one kind shown for a file's bytes; a file of rubbish needs no million lines."""

_CONTROL = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
_BIDI = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = (
    r"\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200d\u2028\u2029\u2060-\u2065"
    r"\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
FORBIDDEN = re.compile(f"[{_CONTROL}{_BIDI}{_INVISIBLE}]")
UNREADABLE = "\N{REPLACEMENT CHARACTER}"
"""Stands for a character that no YAML reader takes, so that the rest can still be read."""

_UNPARSABLE = re.compile(f"[{_CONTROL}\ufeff\u2028\u2029]")
_LEADING_TAB = re.compile(r"^ *(\t)[ \t]*(?=[^\s#])", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, or None where nothing more can be read; whether characters are to blame."""

    text: str | None
    problems: tuple[Problem, ...] = ()
    has_forbidden: bool = False


def decode(path: str, raw: bytes) -> Decoded:
    """The text of `raw`; lines and columns stay as they are in the file."""
    if len(raw) > LARGEST:
        return Decoded(None, (Problem(Place(path), "APL003", {"bytes": len(raw)}),))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return Decoded(None, (_not_utf8(path, raw, error.start),))
    problems = []
    if text.startswith("\ufeff"):
        problems.append(Problem(Place(path), "APL005"))
        text = text[1:]
    forbidden = _forbidden(path, text)
    tabs = _tabs(path, text)
    problems += [*forbidden, *tabs]
    readable = _UNPARSABLE.sub(UNREADABLE, text) if forbidden else text
    return Decoded(None if tabs else readable, tuple(problems), bool(forbidden))


def line_and_column(text: str, index: int) -> tuple[int, int]:
    """Where the character at `index` stands, both from 1, as an editor shows it."""
    before = text[:index].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def _not_utf8(path: str, raw: bytes, start: int) -> Problem:
    line, column = line_and_column(raw[:start].decode("utf-8"), start)
    return Problem(Place(path, line, column), "APL004", {"byte": f"0x{raw[start]:02X}"})


def _forbidden(path: str, text: str) -> list[Problem]:
    found = []
    for match in FORBIDDEN.finditer(text):
        place = Place(path, *line_and_column(text, match.start()))
        found.append(Problem(place, forbidden_code(match[0]), {"point": point(match[0])}))
        if len(found) == MOST_OF_A_KIND:
            break
    return found


def forbidden_code(character: str) -> str:
    """The diagnostic for a character that may not stand in a record."""
    return "APL006" if re.match(f"[{_CONTROL}]", character) else "APL007"


def point(character: str) -> str:
    """`U+200B`."""
    return f"U+{ord(character):04X}"


def _tabs(path: str, text: str) -> list[Problem]:
    found = []
    for match in _LEADING_TAB.finditer(text):
        place = Place(path, *line_and_column(text, match.start(1)))
        found.append(Problem(place, "APL008"))
        if len(found) == MOST_OF_A_KIND:
            break
    return found
