"""Shelved rows → blocks of the texts that a list of results shows; `blocks.js` undoes it.

A block is a run of whole families. Each of its columns is one text a row, one line a text,
with marks (`marks.py`) in place of what the reader knows already.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import TypedDict

from generator.search.rows import KINDS, Row
from generator.search.shelf import Family, Shelf

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


def codes(rows: Sequence[Row]) -> tuple[str, ...]:
    """The codes of a family's rows, kind by kind: its figure, and what a block has of them."""
    kinds = sorted({row.kind for row in rows}, key=KINDS.index)
    return tuple(_of_kind(kind, [row.codes for row in rows if row.kind == kind]) for kind in kinds)


def _of_kind(kind: str, of_rows: Sequence[Sequence[str]]) -> str:
    found = [(code, _form(code)) for codes in of_rows for code in codes]
    parts = (
        str(KINDS.index(kind)),
        "\n".join("".join(map(_form, codes)) for codes in of_rows),
        "".join(code for code, form in found if form == "c"),
        "".join(_nine(code) for code, form in found if form == "r"),
        "\n".join(code for code, form in found if form == "o"),
    )
    return _BETWEEN.join(parts)


_BETWEEN = "\0"


def cut(shelf: Shelf, rows: int) -> list[int]:
    """Which families blocks of about `rows` rows start with; a family is never cut."""
    starts: list[int] = []
    for at, first in enumerate(shelf.starts[:-1]):
        if not starts or first - shelf.starts[starts[-1]] >= rows:
            starts.append(at)
    return starts


def blocks(shelf: Shelf, starts: Sequence[int]) -> Iterator[Block]:
    """The blocks that begin with these families."""
    for start, end in pairwise([*starts, len(shelf.families)]):
        yield _block(shelf.families[start:end])


def _block(families: Sequence[Family]) -> Block:
    told = sorted(
        (tuple(one.split(_BETWEEN)) for family in families for one in family.codes),
        key=itemgetter(0),
    )
    _, forms, codes, ruts, others = zip(*told, strict=True)
    return {
        "titles": "\n".join([one.titles for one in families]),
        "details": "\n".join([one.details for one in families]),
        "paths": "\n".join([one.paths for one in families]),
        "words": "\n".join([one.words for one in families]),
        "forms": "\n".join(forms),
        "codes": "".join(codes),
        "ruts": "".join(ruts),
        "others": "\n".join(filter(None, others)),
    }


def _form(code: str) -> str:
    if _CODE.fullmatch(code):
        return "c"
    return "r" if _RUT.fullmatch(code) else "o"


def _nine(rut: str) -> str:
    return rut.replace("-", "").rjust(9, "0")
