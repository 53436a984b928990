"""Where a field stands in a record's file, by a glance at its lines: for links, not diagnostics.

Reading a file with all its places takes a hundred times as long, and a register has thousands. What
is not written one key a line is not looked into: its line is that of the nearest key around it.
"""

import re
from pathlib import Path

from generator.problem import Key, KeyPath


class Lines:
    """Finds lines in the files of a registry; one file after the other is kept in mind."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._path = ""
        self._lines: list[str] = []

    def __call__(self, path: str, keys: KeyPath, anchor: tuple[str, str] | None = None) -> int:
        """The line of a key, or of the block that it is missing from; 0 for a file that is gone."""
        if path != self._path:
            self._path, self._lines = path, _lines_of(self._root / path)
        if not self._lines:
            return 0
        return anchored(self._lines, *anchor) if anchor else nearest(self._lines, keys)


def _lines_of(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return []


def anchored(lines: list[str], key: str, value: str) -> int:
    """The line of `key: value`, quoted or not; 1 where it is written otherwise."""
    wanted = re.compile(rf"\s*(?:- +)*{re.escape(key)}: +([\"']?){re.escape(value)}\1\s*(?:#.*)?$")
    return next((number for number, line in enumerate(lines, 1) if wanted.match(line)), 1)


def nearest(lines: list[str], keys: KeyPath) -> int:
    """The line of the longest part of `keys` that is there; 1 for none of it."""
    start, end, best = 0, len(lines), 1
    for key in keys:
        found = _child(lines, start, end, key)
        if found is None:
            return best
        at, column = found
        best, start = at + 1, at if isinstance(key, int) else at + 1
        end = _block_end(lines, at, end, column, is_item=isinstance(key, int))
        if isinstance(key, int):  # what follows the dash is the first key of the item
            lines = [*lines[:at], lines[at].replace("-", " ", 1), *lines[at + 1 :]]
    return best


def _child(lines: list[str], start: int, end: int, key: Key) -> tuple[int, int] | None:
    """The line and column of a key, or of an item, among the first ones of a block."""
    column, place = None, -1
    for at in range(start, end):
        text = lines[at].lstrip(" ")
        if not text or text.startswith("#"):
            continue
        if column is None:
            column = len(lines[at]) - len(text)
        if len(lines[at]) - len(text) != column:
            continue
        if isinstance(key, int):
            place += text.startswith("- ")
            if place == key:
                return at, column
        elif text.startswith(f"{key}:"):
            return at, column
    return None


def _block_end(lines: list[str], at: int, end: int, column: int, *, is_item: bool) -> int:
    """Where the block below a key or item ends; a list may stand as far left as its key."""
    for further in range(at + 1, end):
        text = lines[further].lstrip(" ")
        if not text or text.startswith("#"):
            continue
        left = len(lines[further]) - len(text)
        if left < column or (left == column and (is_item or not text.startswith("- "))):
            return further
    return end
