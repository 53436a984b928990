"""Bytes of a file → text that YAML may be read from, and the faults of the bytes themselves."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from generator.problem import Place, Problem

LARGEST = 1024 * 1024
MOST_OF_A_KIND = 200
"""Faults of one kind shown for a file; one more counts the rest. A file of rubbish has no end."""

_CONTROL = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
_BIDI = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = (
    r"\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2028\u2029\u2060-\u2065"
    r"\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    r"\U00013430-\U0001343f\U0001bca0-\U0001bca3"
)
FORBIDDEN = re.compile(f"[{_CONTROL}{_BIDI}{_INVISIBLE}]")
UNREADABLE = "\N{REPLACEMENT CHARACTER}"
"""Stands for a character that no YAML reader takes, so that the rest can still be read."""

_RUNS = re.compile(f"[{_CONTROL}]+|[{_BIDI}{_INVISIBLE}]+")
_UNPARSABLE = re.compile(f"[{_CONTROL}\ufeff\u2028\u2029]")
_LINE_END = re.compile(r"\r\n|\r|\n")
_LEADING_TAB = re.compile(r"(?<![^\r\n]) *(\t)[ \t]*(?=[^\s#])")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, or None where nothing can be read.

    `is_whole` is false where only what stands before a fault is left; `has_forbidden` says that
    characters were reported, so that the values they stand in are not to be judged again.
    """

    text: str | None
    problems: tuple[Problem, ...] = ()
    has_forbidden: bool = False
    is_whole: bool = True


def decode(path: str, raw: bytes) -> Decoded:
    """The text of `raw`; lines and columns stay as they are in the file."""
    if len(raw) > LARGEST:
        return Decoded(None, (Problem(Place(path), "APL003", {"bytes": len(raw)}),))
    try:
        text, problems = raw.decode("utf-8"), []
    except UnicodeDecodeError as error:
        problems = [_not_utf8(path, raw, error.start)]
        if _is_no_text(raw):
            return Decoded(None, tuple(problems))
        text = raw.decode("utf-8", errors="replace")
    if _is_no_text(raw):
        return Decoded(None, (_not_utf8(path, raw, raw.index(0)),))
    if text.startswith("\ufeff"):
        problems.append(Problem(Place(path), "APL005"))
        text = text[1:]
    return _readable(path, text, problems)


def _readable(path: str, text: str, problems: list[Problem]) -> Decoded:
    if not problems and _is_western(text):
        return Decoded(text)
    forbidden = list(first_few(path, text, _forbidden(text)))
    tabs = list(first_few(path, text, _tabs(text)))
    is_suspicious = bool(problems or forbidden)
    problems = [*problems, *forbidden, *tabs]
    if forbidden:
        text = _UNPARSABLE.sub(UNREADABLE, text)
    if tabs and (first := _LEADING_TAB.search(text)):
        return Decoded(text[: first.start()], tuple(problems), is_suspicious, is_whole=False)
    return Decoded(text, tuple(problems), is_suspicious)


def _is_western(text: str) -> bool:
    """Whether it is made of printable Latin-1 and line ends alone, as nearly every record is."""
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        return False
    return text.replace("\n", "").isprintable()


class Lines:
    """Where the characters of a text stand, as an editor shows it."""

    def __init__(self, path: str, text: str) -> None:
        self._path = path
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def place(self, index: int) -> Place:
        """The line and column of the character at `index`, both from 1."""
        line = bisect_right(self._starts, index)
        return Place(self._path, line, index - self._starts[line - 1] + 1)


def _not_utf8(path: str, raw: bytes, start: int) -> Problem:
    before = raw[:start].decode("utf-8")
    place = Lines(path, before).place(len(before))
    return Problem(place, "APL004", {"byte": f"0x{raw[start]:02X}"})


def _is_no_text(raw: bytes) -> bool:
    """Whether the bytes are UTF-16, UTF-32 or no text at all: every eighth one is a null."""
    head = raw[:1024]
    return head.startswith((b"\xff\xfe", b"\xfe\xff")) or head.count(0) > len(head) // 8


Found = tuple[str, int, dict[str, object]]
"""A fault's code, the index of its character, and its params."""


def _forbidden(text: str) -> Iterator[Found]:
    for match in _RUNS.finditer(text):
        yield forbidden_code(match[0]), match.start(), {"point": point(match[0][0])}


def _tabs(text: str) -> Iterator[Found]:
    for match in _LEADING_TAB.finditer(text):
        yield "APL008", match.start(1), {}


def first_few(path: str, text: str, found: Iterator[Found]) -> Iterator[Problem]:
    """The first of these faults, all of one kind, and one that counts the rest."""
    some = list(islice(found, MOST_OF_A_KIND + 1))
    if not some:
        return
    lines = Lines(path, text)
    for code, index, params in some[:MOST_OF_A_KIND]:
        yield Problem(lines.place(index), code, params)
    if len(some) > MOST_OF_A_KIND:
        code, index, _ = some[-1]
        count = 1 + sum(1 for _ in found)
        yield Problem(lines.place(index), "APL099", {"count": count, "code": code})


def forbidden_code(character: str) -> str:
    """The diagnostic for a character that may not stand in a record."""
    return "APL006" if re.match(f"[{_CONTROL}]", character) else "APL007"


def point(character: str) -> str:
    """`U+200B`."""
    return "U+0009, tab" if character == "\t" else f"U+{ord(character):04X}"
