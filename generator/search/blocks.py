"""Shelved rows → blocks of the texts that a list of results shows; `blocks.js` undoes it.

A block is a run of whole families. Each of its columns is one text a row, one line a text,
with marks (`marks.py`) in place of what the reader knows already.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypedDict

from generator.search.families import Lines, Shelf
from generator.search.rows import KINDS, Row

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


def blocks(shelf: Shelf, starts: Sequence[int]) -> Iterator[Block]:
    """The blocks that begin at `starts`."""
    heads = [at for at, _ in shelf.families()]
    for start, end in pairwise([*starts, len(shelf.rows)]):
        lines = shelf.lines[bisect_left(heads, start) : bisect_left(heads, end)]
        yield _block(shelf.rows[start:end], lines)


def _block(rows: Sequence[Row], lines: Sequence[Lines]) -> Block:
    by_kind = sorted(rows, key=lambda row: KINDS.index(row.kind))
    codes = [(code, _form(code)) for row in by_kind for code in row.codes]
    return {
        "titles": "\n".join(one.titles for one in lines),
        "details": "\n".join(one.details for one in lines),
        "paths": "\n".join(one.paths for one in lines),
        "words": "\n".join(one.words for one in lines),
        "forms": "\n".join("".join(map(_form, row.codes)) for row in by_kind),
        "codes": "".join(code for code, form in codes if form == "c"),
        "ruts": "".join(_nine(code) for code, form in codes if form == "r"),
        "others": "\n".join(code for code, form in codes if form == "o"),
    }


def _form(code: str) -> str:
    if _CODE.fullmatch(code):
        return "c"
    return "r" if _RUT.fullmatch(code) else "o"


def _nine(rut: str) -> str:
    return rut.replace("-", "").rjust(9, "0")
