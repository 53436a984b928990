"""A value and its type → how it is written: plain, in quotes, or folded over several lines.

In quotes stand the codes, and whatever a reader of YAML 1.1 or 1.2 would take for something else
than the text it is: `"2016"`, `"no"`, `"12:30"`.
"""

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

import yaml
from pydantic import PlainValidator
from pydantic_core import PydanticCustomError
from yaml.emitter import Emitter

from generator.days import PartialDate
from generator.edit.parts import Scalar
from generator.load.tree import ABSENT, NUMBER
from generator.model.fields import Cell, Coded

WIDTH = 100
"""Columns that a line may have; a longer text is folded."""

Marks = tuple[Any, ...]

_ORDINARY = re.compile(r"[^\W\d_](?:[\w .,;()/«»°%+&$¿?¡!'\"–—-]*[\w.,;()»°%+$?!'\"])?")
_ORDINARY_IN_FLOW = re.compile(r"[^\W\d_](?:[\w .()/«»°%+$-]*[\w.()»°%+$])?")
_TYPED = re.compile(r"[-+]?[0-9A-Za-z][-+.0-9A-Za-z]*")
"""What numbers, days and yes or no look like; whatever else is given for one is a text."""

_SINGLE_LETTERS = frozenset("yYnN")
_RESOLVERS = yaml.SafeLoader.yaml_implicit_resolvers
_CELL = Cell.__metadata__[0]  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Written:
    """What goes on the key's line, and the lines that follow, indented further."""

    first: str
    more: tuple[str, ...] = ()


def canonical_text(text: str, kind: Any, marks: Marks) -> str:
    """The text of a value in its one writing: a RUT without dots, a code with its dash."""
    if kind is not int and not any(isinstance(mark, Coded) for mark in marks):
        return text
    for mark in marks:
        if isinstance(mark, PlainValidator):
            try:
                return str(mark.func(text))  # type: ignore[call-arg]
            except PydanticCustomError:
                return text
    return text


def written(scalar: Scalar, kind: Any, marks: Marks, room: int, deep: int) -> Written:
    """A value in a block: `room` columns are left on its line, `deep` stand before further ones.

    A text that was folded keeps its lines: who changes a word does not see the rest move.
    """
    text, width = canonical_text(scalar.text, kind, marks), WIDTH - deep
    if " ".join(scalar.lines) == text and all(len(line) <= width for line in scalar.lines):
        return Written(">-", scalar.lines)
    on_a_line = inline(text, scalar.quoted, kind, marks)
    if "\n" in text:
        return _many_lines(text, width) or Written(on_a_line)
    if len(on_a_line) <= room or not _folds(text):
        return Written(on_a_line)
    return Written(">-", tuple(_wrapped(text, width)))


def inline(text: str, quoted: bool, kind: Any, marks: Marks, in_flow: bool = False) -> str:
    """A value on one line, `quoted` if it was so and only the writer knows whether it need be."""
    if any(isinstance(mark, Coded) for mark in marks):
        return _in_quotes(text)
    if kind in (int, Decimal, bool, date) and _TYPED.fullmatch(text):
        return text
    if kind is PartialDate and _TYPED.fullmatch(text):
        return _in_quotes(text) if NUMBER.fullmatch(text) else text
    if _CELL in marks and NUMBER.fullmatch(text):
        return _in_quotes(text) if quoted else text
    return text if _may_be_plain(text, in_flow) else _in_quotes(text)


def _in_quotes(text: str) -> str:
    if ('"' in text or "\\" in text) and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return json.dumps(text, ensure_ascii=False)


@lru_cache(maxsize=4096)
def _may_be_plain(text: str, in_flow: bool) -> bool:
    if _is_taken_for_another(text):
        return False
    if (_ORDINARY_IN_FLOW if in_flow else _ORDINARY).fullmatch(text):
        return True
    emitter = Emitter(io.StringIO(), allow_unicode=True)
    analysis = emitter.analyze_scalar(text)
    allowed = analysis.allow_flow_plain if in_flow else analysis.allow_block_plain
    return bool(allowed)


def _is_taken_for_another(text: str) -> bool:
    """Whether some reader of YAML takes the plain text for a number, a date, a yes or a nothing."""
    if text in ABSENT or text in _SINGLE_LETTERS or NUMBER.fullmatch(text):
        return True
    resolvers = (*_RESOLVERS.get(text[:1], ()), *_RESOLVERS.get(None, ()))
    return any(pattern.match(text) for _, pattern in resolvers)


def _folds(text: str) -> bool:
    """Whether lines broken at its spaces give back the same text."""
    return " " in text and all(text.split(" ")) and _is_shown(text)


def _is_shown(text: str) -> bool:
    """Whether it needs no escapes; the hard spaces of numbers and units are as good as others."""
    return text.translate({0xA0: " ", 0x202F: " "}).isprintable()


def _wrapped(text: str, width: int) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _many_lines(text: str, width: int) -> Written | None:
    """A text with line breaks: as it is where its lines are short, else folded; or neither."""
    body = text.removesuffix("\n")
    lines, end = body.split("\n"), "" if text.endswith("\n") else "-"
    if not lines[0] or not lines[-1] or any(line != line.strip() for line in lines):
        return None
    if not all(map(_is_shown, lines)):
        return None
    if all(len(line) <= width for line in lines):
        return Written(f"|{end}", tuple(lines))
    if not all(_folds(line) for line in lines if " " in line):
        return None
    folded = [line for one in lines for line in ("", *_wrapped(one, width))][1:]
    return Written(f">{end}", tuple(folded))
