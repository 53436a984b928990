"""Shelved rows → blocks of the texts that a list of results shows; `blocks.js` undoes it.

A block is a run of whole families. Each of its columns is one text a row, one line a text,
with marks in place of what the reader knows already: the title's own slug, the code, the
title and path of the parent, the labels of the row's facets. A mark is a control character.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TypedDict

from generator.search.fold import LEGAL_FORMS, slug, tokens
from generator.search.rows import Row, Shelf

Labels = Mapping[str, Mapping[str, str]]

PARENT = "\x80"
CODE = "\x81"
DASHED_CODE = "\x82"
SLUG = "\x83"
SHORT_SLUG = "\x84"
LABELS = {"comuna": "\x90", "rubro": "\x91", "acuerdo": "\x92", "region": "\x93", "anio": "\x94"}
SEPARATOR = "\x85"  # between the items of one row
CODE_LENGTH = 8

ROWS = 1000


class Block(TypedDict):
    """The texts of some rows, one line each."""

    titles: str
    details: str
    paths: str
    words: str
    codes: str


def cut(shelf: Shelf, rows: int = ROWS) -> list[int]:
    """Where blocks of about `rows` rows start; a family is never cut."""
    starts: list[int] = []
    for at, _ in shelf.families():
        if not starts or at - starts[-1] >= rows:
            starts.append(at)
    return starts


def blocks(shelf: Shelf, labels: Labels, starts: Sequence[int]) -> Iterator[Block]:
    """The blocks that begin at `starts`."""
    write = _Writer(labels)
    head_of = {row.path: row for row in shelf.rows if row.parent is None}
    for start, end in zip(starts, [*starts[1:], len(shelf.rows)], strict=True):
        pairs = [(row, head_of.get(row.parent or "")) for row in shelf.rows[start:end]]
        yield {
            "titles": _lines(pairs, write.title),
            "details": _lines(pairs, write.detail),
            "paths": _lines(pairs, write.path),
            "words": _lines(pairs, write.words),
            "codes": "\n".join(SEPARATOR.join(row.codes) for row, _ in pairs),
        }


def _lines(
    pairs: Sequence[tuple[Row, Row | None]], write: Callable[[Row, Row | None], str]
) -> str:
    return "\n".join([write(row, head) for row, head in pairs])


class _Writer:
    """Writes the texts of a row with marks for what its facets, codes and head tell."""

    def __init__(self, labels: Labels) -> None:
        self.labels = {facet: labels.get(facet, {}) for facet in LABELS}

    def title(self, row: Row, head: Row | None) -> str:
        return self._marked(row.title, row, head)

    def detail(self, row: Row, head: Row | None) -> str:
        return self._marked(row.detail, row, head)

    def words(self, row: Row, head: Row | None) -> str:
        """Names that neither the facets nor the title tell already."""
        known = {label for _, label in self._own_labels(row)} | {row.title}
        return SEPARATOR.join(word for word in row.words if word not in known)

    def path(self, row: Row, head: Row | None) -> str:
        path = row.path
        if head:
            path = path.replace(head.path, PARENT)
        if row.codes:
            path = path.replace(row.codes[0], CODE)
        for mark, known in zip((SLUG, SHORT_SLUG), slugs(row.title), strict=True):
            if known and known in path:
                return path.replace(known, mark, 1)
        return path

    def _marked(self, text: str, row: Row, head: Row | None) -> str:
        if head:
            text = text.replace(head.title, PARENT) if head.title else text
        if row.codes and len(row.codes[0]) == CODE_LENGTH:
            code = row.codes[0]
            text = text.replace(code, CODE).replace(f"{code[:4]}-{code[4:]}", DASHED_CODE)
        for mark, label in self._own_labels(row):
            if label in text:
                text = text.replace(label, mark)
        return text

    def _own_labels(self, row: Row) -> Iterator[tuple[str, str]]:
        """The label of the first value of each facet, as the reader too knows it."""
        for facet, mark in LABELS.items():
            ids = row.facets.get(facet)
            label = self.labels[facet].get(ids[0]) if ids else None
            if label:
                yield mark, label


@lru_cache(maxsize=4096)
def slugs(title: str) -> tuple[str, str]:
    """The addresses an editor would make of `title`: whole, and without the legal form."""
    words = title.split()
    while len(words) > 1 and (tokens(words[-1]) or [""])[-1] in LEGAL_FORMS:
        words.pop()
    return slug(title), slug(" ".join(words))
