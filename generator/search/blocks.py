"""Shelved rows → blocks of the texts that a list of results shows; `blocks.js` undoes it.

A block is a run of whole families. Each of its columns is one text a row, one line a text,
with marks (`marks.py`) in place of what the reader knows already.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TypedDict

from generator.search.marks import SEPARATOR, Knower, Labels, mark, mark_path
from generator.search.rows import KINDS, Row, Shelf

_CODE = re.compile(r"[0-9A-Z]{8}")
_RUT = re.compile(r"[1-9][0-9]{0,7}-[0-9K]")


class Block(TypedDict):
    """The texts of some rows, one line each, and their codes.

    The codes go kind by kind (in the order of KINDS), because each kind has its own form:
    `forms` has a line per row that says what to take from where: c the next eight symbols of
    `codes`, r the next nine of `ruts` (whose zeros in front and dash are left out), o the
    next line of `others`.
    """

    titles: str
    details: str
    paths: str
    words: str
    forms: str
    codes: str
    ruts: str
    others: str


def cut(shelf: Shelf, rows: int) -> list[int]:
    """Where blocks of about `rows` rows start; a family is never cut."""
    starts: list[int] = []
    for at, _ in shelf.families():
        if not starts or at - starts[-1] >= rows:
            starts.append(at)
    return starts


def blocks(shelf: Shelf, labels: Labels, starts: Sequence[int]) -> Iterator[Block]:
    """The blocks that begin at `starts`."""
    families = shelf.families()
    for end in [*starts[1:], len(shelf.rows)]:
        block = _Texts(labels)
        for at, size in families:
            block.add(shelf.rows[at : at + size + 1])
            if at + size + 1 == end:
                break
        yield block.finished()


class _Texts:
    """Gathers the lines of one block."""

    def __init__(self, labels: Labels) -> None:
        self.knower = Knower(labels)
        self.rows: list[Row] = []
        self.lines: tuple[list[str], list[str], list[str], list[str]] = ([], [], [], [])

    def add(self, family: Sequence[Row]) -> None:
        """Write the rows of one family, whose head comes first."""
        head, members = family[0], family[1:]
        self._write(head, None, members)
        for member in members:
            self._write(member, head, members)

    def finished(self) -> Block:
        titles, details, paths, words = ("\n".join(lines) for lines in self.lines)
        by_kind = sorted(self.rows, key=lambda row: KINDS.index(row.kind))
        codes = [code for row in by_kind for code in row.codes]
        return {
            "titles": titles,
            "details": details,
            "paths": paths,
            "words": words,
            "forms": "\n".join("".join(map(_form, row.codes)) for row in by_kind),
            "codes": "".join(code for code in codes if _form(code) == "c"),
            "ruts": "".join(_nine(code) for code in codes if _form(code) == "r"),
            "others": "\n".join(code for code in codes if _form(code) == "o"),
        }

    def _write(self, row: Row, head: Row | None, members: Sequence[Row]) -> None:
        parts = self.knower.known(row, head, members)
        exact = dict(reversed(parts))
        titles, details, paths, words = self.lines
        titles.append(mark(row.title, parts))
        details.append(mark(row.detail, parts))
        paths.append(mark_path(row, head))
        words.append(SEPARATOR.join(exact.get(word, word) for word in row.words))
        self.rows.append(row)


def _form(code: str) -> str:
    if _CODE.fullmatch(code):
        return "c"
    return "r" if _RUT.fullmatch(code) else "o"


def _nine(rut: str) -> str:
    return rut.replace("-", "").rjust(9, "0")
