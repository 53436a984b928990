"""What libyaml says of broken YAML → a problem at its true cause, in words that say what to do.

Libyaml reports where it could not go on, often a line after what a person did wrong. The lines
around that place tell which of the usual slips it was.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from generator.load.words import CAUSES, in_spanish
from generator.problem import Place, Problem

Spot = tuple[int, int]
"""Line and column, both from 0."""

Slip = tuple[str, Spot]
"""A name in `CAUSES`, and where it is."""

_KEY = re.compile(r"\s*(?:- +)*[\w.'\"-]+ *:(?=\s|$)")
_NO_SPACE = re.compile(r"\s*(?:- +)*[^\W\d][\w-]*:(?=[^\s/])")
_EQUALS = re.compile(r"\s*(?:- +)*[^\W\d][\w-]* *=")
_WIDE_COLON = re.compile(r"\s*(?:- +)*[^\W\d][\w-]* *[\uff1a\ufe55\ua789\u2236]")
_HARD_SPACE = re.compile(r"[^\n]*?\u00a0")
_CONFLICT = re.compile(r"(<{7}|={7}|>{7})(?:\s|$)")
_NO_NAME = re.compile(r"\s*(?:- +)*:(?=\s|$)")
_DASH_NO_SPACE = re.compile(r"\s*(?:- +)*-(?=[^\s-])")


def problem(path: str, text: str, error: Any, last_scalar: Any) -> Problem:
    """The fault that `error` stands for; `last_scalar` is the last scalar read before it."""
    said = str(getattr(error, "problem", None) or error)
    at, context = _mark(error, "problem_mark"), _mark(error, "context_mark")
    scene = _Scene(_Lines(text), at or context or (0, 0), context, last_scalar)
    cause, spot = _slip(said, scene) or (None, scene.here)
    words = {"problem": in_spanish(said), "problem_en": said}
    if cause:
        character = scene.lines.character(spot)
        spanish, english = (words.format(character=character) for words in CAUSES[cause])
        words = {"problem": spanish, "problem_en": english}
    return Problem(Place(path, spot[0] + 1, spot[1] + 1), "APL010", words)


def _slip(said: str, scene: "_Scene") -> Slip | None:
    for pattern, explain in _EXPLAIN:
        if re.search(pattern, said) and (slip := explain(scene)):
            return slip
    return None


def _mark(error: Any, name: str) -> Spot | None:
    mark = getattr(error, name, None)
    return (mark.line, mark.column) if mark is not None else None


class _Lines:
    """The lines of a text, by their number from 0; none beyond its end."""

    def __init__(self, text: str) -> None:
        self._lines = re.split(r"\r\n|\r|\n", text)

    def __getitem__(self, number: int) -> str:
        return self._lines[number] if 0 <= number < len(self._lines) else ""

    def character(self, spot: Spot) -> str:
        """The character at `spot`, or an empty text at a line's end."""
        return self[spot[0]][spot[1] : spot[1] + 1]

    def before(self, number: int) -> int | None:
        """The nearest line above that is neither blank nor a comment."""
        for above in range(number - 1, max(-1, number - 200), -1):
            if self[above].strip() and not self[above].lstrip().startswith("#"):
                return above
        return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


@dataclass(frozen=True, slots=True)
class _Scene:
    """The text around a fault: where libyaml stopped, and where what it was reading began."""

    lines: _Lines
    here: Spot
    context: Spot | None
    last_scalar: Any

    def at_context(self) -> str:
        """The character that began what could not be read."""
        return self.lines.character(self.context) if self.context else ""


def _unclosed_quote(scene: _Scene) -> Slip | None:
    if scene.context and scene.at_context() in ("'", '"'):
        return "unclosed_quote", scene.context
    return None


def _unclosed_bracket(scene: _Scene) -> Slip | None:
    """A line that starts a key, or the end of the text, shows that nobody closed the bracket."""
    if not scene.context:
        return None
    rest = scene.lines[scene.here[0]]
    if scene.here[0] > scene.context[0] and (not rest.strip() or _KEY.match(rest)):
        return "unclosed_bracket", scene.context
    return "missing_comma", scene.here


def _unexpected_colon(scene: _Scene) -> Slip | None:
    lines, (number, column) = scene.lines, scene.here
    line, above = lines[number], lines.before(number)
    starts_the_line = _KEY.match(line[: column + 1]) and not _KEY.match(line[:column])
    if not starts_the_line or above is None:
        return "colon_in_text", scene.here
    if slip := _slip_of_a_key(lines, above):
        return slip
    if not _KEY.match(lines[above]):
        return "missing_colon", (above, _indent(lines[above]))
    is_deeper = _indent(line) > _indent(lines[above])
    return ("deeper_than_before" if is_deeper else "colon_in_text"), (number, _indent(line))


def _slip_of_a_key(lines: _Lines, number: int) -> Slip | None:
    """What keeps a line from being read as a key and its value."""
    line = lines[number]
    for cause, pattern in _KEY_SLIPS:
        if match := pattern.match(line):
            return cause, (number, 0 if cause == "conflict" else match.end() - 1)
    return None


def _missing_colon(scene: _Scene) -> Slip | None:
    if not scene.context:
        return None
    return _slip_of_a_key(scene.lines, scene.context[0]) or ("missing_colon", scene.context)


def _no_key(scene: _Scene) -> Slip | None:
    last, here = scene.last_scalar, scene.here
    if last is None:
        return None
    begins, ends = last.start_mark, last.end_mark
    if last.style in ("'", '"') and ends.line == here[0] and ends.column <= here[1]:
        if begins.line < ends.line:
            return "unclosed_quote", (begins.line, begins.column)
        return "text_after_quote", here
    if _NO_NAME.match(scene.lines[here[0]]):
        return "no_name", here
    before = scene.lines[here[0]][: here[1]]
    if re.search(r"[:-]\s+\*\S*\s*$", before):
        return "cannot_start", (here[0], before.rindex("*"))
    if re.search(r"[\]}]\s*$", before):
        return "text_after_bracket", here
    return "uneven_indent", here


def _cannot_start(scene: _Scene) -> Slip | None:
    return ("tab" if scene.lines.character(scene.here) == "\t" else "cannot_start"), scene.here


def _sign_as_text(scene: _Scene) -> Slip | None:
    if scene.context and scene.at_context() in ("&", "*", "!"):
        return "cannot_start", scene.context
    return None


def _after_block_sign(scene: _Scene) -> Slip | None:
    return ("after_block_sign", scene.context) if scene.context else None


def _list_on_line(scene: _Scene) -> Slip | None:
    return "list_on_line", scene.here


_KEY_SLIPS = (
    ("conflict", _CONFLICT),
    ("no_space_after_colon", _NO_SPACE),
    ("equals", _EQUALS),
    ("wide_colon", _WIDE_COLON),
    ("no_space_after_dash", _DASH_NO_SPACE),
    ("hard_space", _HARD_SPACE),
)
_EXPLAIN: tuple[tuple[str, Callable[[_Scene], Slip | None]], ...] = (
    ("unexpected end of stream", _unclosed_quote),
    ("did not find expected ',' or", _unclosed_bracket),
    ("mapping values are not allowed", _unexpected_colon),
    ("could not find expected ':'", _missing_colon),
    ("did not find expected key", _no_key),
    ("did not find expected '-' indicator", _no_key),
    ("block sequence entries are not allowed", _list_on_line),
    ("cannot start any token", _cannot_start),
    ("alphabetic or numeric character", _sign_as_text),
    ("expected comment or line break", _after_block_sign),
)
