"""YAML comments → what they must not hold: text that was meant as a value, personal data."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from generator import personal
from generator.load.text import Found, first_few
from generator.problem import Problem

Span = tuple[int, int, bool]
"""Where a scalar begins and ends in the text, and whether it stands there without quotes."""

_COMMENT = re.compile(r"(?<![^\s])#[^\r\n]*")
_SWALLOWED = re.compile(r"#[^\s#]\S*")


def problems(path: str, text: str, spans: list[Span]) -> Iterator[Problem]:
    """Every fault of the comments of one file; `spans` are its scalars, in order."""
    if "#" in text:
        comments = list(_comments(text, spans))
        yield from first_few(path, text, _personal(comments))
        yield from first_few(path, text, _swallowed(text, comments))


Comment = tuple[int, str, Span]
"""Where it begins, what it says, and the scalar before it."""


def _comments(text: str, spans: list[Span]) -> Iterator[Comment]:
    starts = [span[0] for span in spans]
    for match in _COMMENT.finditer(text):
        before = bisect_right(starts, match.start()) - 1
        span = spans[before] if before >= 0 else (0, 0, False)
        if match.start() >= span[1]:
            yield match.start(), match[0], span


def _personal(comments: list[Comment]) -> Iterator[Found]:
    for start, said, _ in comments:
        for found in personal.findings(said):
            yield "APL064", start + found.start, {"value": found.text}


def _swallowed(text: str, comments: list[Comment]) -> Iterator[Found]:
    """What stands one space behind a plain value, and looks as if it belonged to it."""
    for start, said, (_, end, is_plain) in comments:
        if is_plain and text[end:start] == " " and _SWALLOWED.match(said):
            yield "APL051", start, {"value": said}
