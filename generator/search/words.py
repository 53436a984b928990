"""Shelved rows → the words they are found by, sorted and cut into slices with their rows.

Only a large register needs them: in a small one the browser has all texts and makes its own
list (`local.js`), by the same rules.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TypedDict

from generator.search.fold import index_words
from generator.search.marks import CODE_LENGTH, FACETS
from generator.search.pack import front_code, pack, rises
from generator.search.rows import Row, Shelf

Labels = Mapping[str, Mapping[str, str]]

SLICE = 24_000  # about so many entries a slice, which makes some 25 KB compressed
WORD_COST = 4
LONGEST = 15  # titles of more words than this rank the same


class Slice(TypedDict):
    """Sorted words or keys, how many rows each has, and these rows, word by word, rising."""

    words: str
    counts: str
    rows: str


Entry = tuple[str, list[int]]


def words(shelf: Shelf, labels: Labels) -> list[Entry]:
    """Each word with its rows; what the labels of its facets say of a row is left out."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(shelf.rows):
        for word in dict.fromkeys(_words_of(row, labels)):
            found[word].append(number)
    return sorted(found.items())


def lengths(shelf: Shelf) -> str:
    """How many words the title of each head has, so that a whole name ranks first."""
    titles = (shelf.rows[at].title for at, _ in shelf.families())
    return pack(min(LONGEST, len(_split(title))) for title in titles)


def slices(entries: Sequence[Entry]) -> Iterator[tuple[str, Slice]]:
    """Slices of about equal weight, each with its first word."""
    start, weight = 0, 0
    for at, (_, rows) in enumerate(entries):
        if weight >= SLICE:
            yield _slice(entries[start:at])
            start, weight = at, 0
        weight += WORD_COST + len(rows)
    if start < len(entries):
        yield _slice(entries[start:])


def _slice(entries: Sequence[Entry]) -> tuple[str, Slice]:
    steps = [step for _, rows in entries for step in rises(rows)]
    return entries[0][0], {
        "words": front_code([word for word, _ in entries]),
        "counts": pack(len(rows) for _, rows in entries),
        "rows": pack(steps),
    }


def _words_of(row: Row, labels: Labels) -> Iterator[str]:
    yield from _split(_without_code(row))
    for name in row.words:
        if not any(
            name == labels.get(facet, {}).get(value)
            for facet in FACETS
            for value in row.facets.get(facet, ())
        ):
            yield from _split(name)


def _without_code(row: Row) -> str:
    """The title without the code in it, which is found as a key and not as words."""
    for code in row.codes[:1]:
        if len(code) == CODE_LENGTH:
            return row.title.replace(f"{code[:4]}-{code[4:]}", "").replace(code, "")
    return row.title


@lru_cache(maxsize=65_536)
def _split(text: str) -> tuple[str, ...]:
    return tuple(index_words(text))
