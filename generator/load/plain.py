"""Ordinary YAML text → mappings, lists and texts, fast; None where `tree` must take a closer look.

Nearly every record is ordinary: one key or item a line, each value a text on its line, bare or in
double quotes, or folded below it as `apl fmt` does; no comments, anchors, tags or escapes, no key
twice, no key without a value, no code without its quotes. Of such lines nothing but their columns
has to be remembered, which takes a third of libyaml's time. Whatever else a text holds, this gives
up at once, and `tree.parse` reads it from the start; where this answers, both answer the same.
"""

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Any, NamedTuple

from generator.load.tree import ABSENT, DEEPEST, NUMBER

_CLOSER_LOOK = re.compile(r"[#&*!\\\t\r]")
"""What may be a comment, an anchor, an alias, a tag, an escape, a tabulator or another line end."""

_FOLDED = ">-"
_DASH = "- "
_START = re.compile(r"( {0,99})(- )?([a-z][a-z0-9_]{0,60})")


def read(text: str, code_keys: Collection[str]) -> Any | None:
    """The data of an ordinary text without forbidden characters; None for any other, even sound.

    `code_keys` are the keys whose values must not look like numbers.
    """
    if _CLOSER_LOOK.search(text):
        return None
    try:
        return _Reader(code_keys).whole(text)
    except _Unusual:
        return None


class _Unusual(Exception):
    """Something that an ordinary record does not have."""


class _Start(NamedTuple):
    """What stands before a colon: a key, and whether an item begins with it."""

    column: int
    is_item: bool
    key: str


@lru_cache(maxsize=4096)  # a register has few keys, at few columns
def _start(written: str) -> _Start:
    match = _START.fullmatch(written)
    if match is None:
        raise _Unusual
    return _Start(len(match[1]), match[2] is not None, match[3])


class _Reader:
    """Goes through the lines of a text once, with the blocks that are open there.

    `_key` is one that waits for its block, which the next line has to begin.
    """

    __slots__ = ("_block", "_code_keys", "_column", "_key", "_outer", "_root")

    def __init__(self, code_keys: Collection[str]) -> None:
        self._code_keys = code_keys
        self._root: Any = None
        self._block: Any = None
        self._column = -1
        self._key = ""
        self._outer: list[tuple[int, Any]] = []

    def whole(self, text: str) -> Any:
        """The data of all lines."""
        code_keys, lines, past = self._code_keys, text.split("\n"), 0
        for number, line in enumerate(lines):
            if number < past:
                continue
            written, colon, value = line.partition(": ")
            if not colon and line[-1:] != ":":
                self._item(line)
                continue
            block, key = self._place(_start(written if colon else line[:-1]))
            if not colon:
                self._key = key
            elif value == _FOLDED:
                block[key], past = _folded(lines, number + 1, self._column)
            else:
                block[key] = _text(value, key in code_keys)
        if self._key or not self._outer:
            raise _Unusual
        return self._root

    def _place(self, start: _Start) -> tuple[dict[str, Any], str]:
        """The mapping in which a key stands, and the key."""
        column, is_item, key = start
        if is_item or column != self._column or self._key or type(self._block) is list:
            self._go_to(column, is_item)
            if is_item:
                item: dict[str, Any] = {}
                self._block.append(item)
                self._open(column + len(_DASH), item)
        if key in self._block:
            raise _Unusual
        return self._block, key

    def _item(self, line: str) -> None:
        """A text that is an item of a list; an empty line is nothing."""
        if line:
            before, dash, value = line.partition(_DASH)
            if not dash or before.strip(" "):
                raise _Unusual
            self._go_to(len(before), is_item=True)
            self._block.append(_text(value, is_code=True))  # as far as anyone knows here

    def _go_to(self, column: int, is_item: bool) -> None:
        """Open the block that a line begins, or close those that have ended before it."""
        if self._key or not self._outer:
            self._begin(column, is_item)
            return
        while column < self._column or (column == self._column and self._ends_list(is_item)):
            self._column, self._block = self._outer.pop()
        if column != self._column or is_item != (type(self._block) is list):
            raise _Unusual

    def _ends_list(self, is_item: bool) -> bool:
        """Whether no item stands in the column of a list: its items may begin below its key."""
        return not is_item and type(self._block) is list

    def _begin(self, column: int, is_item: bool) -> None:
        block: Any = [] if is_item else {}
        if self._outer:
            if column < self._column or (column == self._column and not is_item):
                raise _Unusual
            self._block[self._key] = block
        elif column:
            raise _Unusual
        else:
            self._root = block
        self._key = ""
        self._open(column, block)

    def _open(self, column: int, block: Any) -> None:
        if len(self._outer) >= DEEPEST:
            raise _Unusual
        self._outer.append((self._column, self._block))
        self._column, self._block = column, block


def _text(value: str, is_code: bool) -> str:
    """The text that a value stands for: in double quotes, or bare and beginning like a word."""
    if value[:1] == '"':
        text = value[1:-1]
        if value[-1] != '"' or '"' in text or text in ABSENT:
            raise _Unusual
        return text
    if not value.lstrip("-")[:1].isalnum() or value[-1] in ": " or ": " in value:
        raise _Unusual
    if value in ABSENT or (is_code and NUMBER.fullmatch(value)):
        raise _Unusual
    return value


def _folded(lines: list[str], first: int, column: int) -> tuple[str, int]:
    """The text on the lines from `first` on, below a key in `column`; where they end."""
    margin, end = " " * (column + 2), first
    while end < len(lines) and lines[end].startswith(margin):
        end += 1
    texts = [line[len(margin) :] for line in lines[first:end]]
    whole = " ".join(texts)
    if whole in ABSENT or any(text[:1] in ("", " ") for text in texts):
        raise _Unusual
    return whole, end
