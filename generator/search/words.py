"""Shelved rows → the words they are found by, sorted and cut into slices with their places.

A place is twice the number of a row, plus one where the word stands in its further words: a
page called so comes before a page with such a heading. What a company is called counts alike.

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
from generator.search.rows import Row
from generator.search.shelf import Shelf

Labels = Mapping[str, Mapping[str, str]]

SLICE = 24_000  # about so many entries a slice, which makes some 35 KB compressed
WORD_COST = 4
LONGEST = 15  # titles of more words than this rank the same


class Slice(TypedDict):
    """Sorted words or keys, how many places each has, and these, word by word, rising."""

    words: str
    counts: str
    places: str


Entry = tuple[str, list[int]]


def words(shelf: Shelf, labels: Labels) -> list[Entry]:
    """Each word with its places; what the labels of its facets say of a row is left out."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(shelf.rows):
        for word, further in _words_of(row, labels).items():
            found[word].append(2 * number + further)
    return sorted(found.items())


def lengths(shelf: Shelf) -> str:
    """How many words the title of each head has, so that a whole name ranks first."""
    return pack(min(LONGEST, len(_split(one.title))) for one in shelf.heads())


def slices(entries: Sequence[Entry]) -> Iterator[tuple[str, Slice]]:
    """Slices of about equal weight, each with its first word."""
    start, weight = 0, 0
    for at, (_, places) in enumerate(entries):
        if weight >= SLICE:
            yield _slice(entries[start:at])
            start, weight = at, 0
        weight += WORD_COST + len(places)
    if start < len(entries):
        yield _slice(entries[start:])


def _slice(entries: Sequence[Entry]) -> tuple[str, Slice]:
    steps = [step for _, places in entries for step in rises(places)]
    return entries[0][0], {
        "words": front_code([word for word, _ in entries]),
        "counts": pack(len(places) for _, places in entries),
        "places": pack(steps),
    }


def _words_of(row: Row, labels: Labels) -> dict[str, bool]:
    """The words of a row, and whether each is one of its further words only."""
    told = {
        labels.get(facet, {}).get(value)
        for facet in FACETS
        for value in row.facets.get(facet, ())
        if row.words
    }
    further = row.kind != "empresa"
    found = {word: further for name in row.words if name not in told for word in _split(name)}
    return found | dict.fromkeys(_split(_without_code(row)), False)


def _without_code(row: Row) -> str:
    """The title without the code in it, which is found as a key and not as words."""
    for code in row.codes[:1]:
        if len(code) == CODE_LENGTH:
            return row.title.replace(f"{code[:4]}-{code[4:]}", "").replace(code, "")
    return row.title


@lru_cache(maxsize=65_536)
def _split(text: str) -> tuple[str, ...]:
    return tuple(index_words(text))
