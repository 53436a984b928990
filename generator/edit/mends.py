"""Text of a record, sound or not → the same with all mended that needs no guess, and each mend.

Only what is mended changes: lines, order and comments stay, so that a diff shows nothing else.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel

from generator.edit.parts import Block, Scalar, comments
from generator.edit.reading import read, scalars
from generator.edit.scalars import inline
from generator.edit.writing import is_absent
from generator.load import types
from generator.load.text import Lines, decode
from generator.load.tree import NUMBER, Tree, parse
from generator.model import sure
from generator.model.fields import Coded

What = Literal[
    "bom", "line_ends", "invisible", "accents", "spaces", "end", "value", "quotes", "key"
]

_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]+")
"""What comes along when text is copied, and neither shows nor says anything in Spanish."""

_TRAILING = re.compile(r"[ \t]+(?=\n|\Z)")
_DECOMPOSED = re.compile(r"\w[\u0300-\u036f]+|[\u212a\u212b]")
_NOT_READ_AS_MEANT = frozenset(f"APL0{number}" for number in range(10, 20))
"""Faults of the YAML itself: what stands where is not sure then."""


@dataclass(frozen=True, slots=True)
class Mend:
    """What was mended, where it stood, and its writing before and after."""

    line: int
    column: int
    what: What
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class _Change:
    """A piece of the text that another one replaces."""

    start: int
    end: int
    new: str
    what: What


def mended(raw: bytes, model: type[BaseModel]) -> tuple[str, list[Mend]] | None:
    """The mended text, and what was mended in the order of its lines; None for what is no text."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if "\0" in text:
        return None
    text, mends = _in_our_signs(text)
    for changes in (_invisible, _accents, lambda text: _values(text, model), _spaces):
        text, found = _changed(text, changes(text))
        mends += found
    return text, sorted(mends, key=lambda mend: (mend.line, mend.column))


def _in_our_signs(text: str) -> tuple[str, list[Mend]]:
    """Without byte-order mark, with our line ends and one of them last."""
    mends = []
    if text.startswith("\ufeff"):
        text = text[1:]
        mends.append(Mend(1, 1, "bom"))
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        mends.append(Mend(1, 1, "line_ends"))
    if text.strip() and not text.endswith("\n"):
        text += "\n"
        mends.append(Mend(text.count("\n"), 1, "end"))
    return text, mends


def _changed(text: str, changes: Iterable[_Change]) -> tuple[str, list[Mend]]:
    """The text with the changes, which do not overlap; their places are those of before."""
    changes = sorted(changes, key=lambda change: change.start)
    if not changes:
        return text, []
    lines, pieces, mends, at = Lines("", text), [], [], 0
    for change in changes:
        place, old = lines.place(change.start), text[change.start : change.end]
        pieces += [text[at : change.start], change.new]
        mends.append(Mend(place.line, place.column, change.what, old, change.new))
        at = change.end
    return "".join([*pieces, text[at:]]), mends


def _invisible(text: str) -> Iterator[_Change]:
    for match in _INVISIBLE.finditer(text):
        yield _Change(match.start(), match.end(), "", "invisible")


def _accents(text: str) -> Iterator[_Change]:
    """An accent that stands beside its letter joins it (NFC)."""
    for match in _DECOMPOSED.finditer(text):
        joined = unicodedata.normalize("NFC", match[0])
        if joined != match[0]:
            yield _Change(match.start(), match.end(), joined, "accents")


def _spaces(text: str) -> list[_Change]:
    """Spaces at the ends of lines, but for those that may be part of a text."""
    if not _TRAILING.search(text) or not _tree(text).readable:
        return []
    spans = scalars(text)
    starts = [start for start, _ in spans]
    changes = []
    for match in _TRAILING.finditer(text):
        before = bisect_right(starts, match.start()) - 1
        if before < 0 or spans[before][1] <= match.start():
            changes.append(_Change(match.start(), match.end(), "", "spaces"))
    return changes if _tree(_changed(text, changes)[0]).data == _tree(text).data else []


def _tree(text: str) -> Tree:
    return parse("", text)


def _values(text: str, model: type[BaseModel]) -> list[_Change]:
    """Values and keys in their right writing, where the YAML says clearly which is which."""
    decoded = decode("", text.encode())
    tree = _tree(decoded.text) if decoded.text is not None and decoded.is_whole else Tree()
    root = types.root_type(model)
    is_record = isinstance(tree.data, dict if types.is_block(root) else list)
    faults = {problem.code for problem in (*decoded.problems, *tree.problems)}
    if not is_record or not tree.readable or faults & _NOT_READ_AS_MEANT or decoded.has_forbidden:
        return []
    document = read(text)
    changes = list(_of_a_block(document.root, root))
    kept = comments(read(_changed(text, changes)[0])) == comments(document)
    return changes if kept else []


def _of_a_block(block: Block, kind: Any) -> Iterator[_Change]:
    names = types.keys_of(kind) if types.is_block(kind) and not block.is_list else ()
    taken = {part.key for part in block.parts}
    for part in block.parts:
        name = sure.named(part.key or "", names) if names and part.key not in names else None
        if name and name not in taken:
            yield _Change(part.start, part.label_end, name, "key")
            part.key = name
        below, marks = types.below(kind, 0 if part.key is None else part.key)
        if below is None:
            continue
        if isinstance(part.value, Block):
            yield from _of_a_block(part.value, below)
        elif change := _of_a_value(part.value, below, marks, block.flow):
            yield change


def _of_a_value(scalar: Scalar, kind: Any, marks: tuple[Any, ...], in_flow: bool) -> _Change | None:
    if scalar.lines or is_absent(scalar) or types.is_block(kind) or types.is_list(kind):
        return None
    new = sure.meant(scalar.text, kind, marks)
    if new is not None:
        shown = inline(new, scalar.quoted, kind, marks, in_flow)
        return _Change(scalar.start, scalar.end, shown, "value")
    is_code = any(isinstance(mark, Coded) for mark in marks)
    if is_code and not scalar.quoted and NUMBER.fullmatch(scalar.text):
        shown = inline(scalar.text, False, kind, marks, in_flow)
        return _Change(scalar.start, scalar.end, shown, "quotes")
    return None
