"""Rows of what can be found → families, each with all that the index has of it, on one shelf.

What is made of a family depends on its own rows and on labels alone, so that it can be kept.
"""

import pickle
from collections.abc import Iterable, Sequence

from generator.search import blocks, days, facets
from generator.search.marks import SEPARATOR, Knower, mark, mark_path
from generator.search.rows import KINDS, Place, Row, grouped
from generator.search.shelf import Bunch, Family, Shelf, streams_of

_FIGURES = {kind: str(n) for n, kind in enumerate(KINDS)}


def families(rows: Iterable[Row], knower: Knower) -> Bunch:
    """The families of these rows; a parent that is none of them is our own mistake."""
    found = grouped(rows)
    packed = pickle.dumps([held for _, held in found], pickle.HIGHEST_PROTOCOL)
    return Bunch([_family(place, held, knower) for place, held in found], packed)


def shelve(bunches: Iterable[Bunch]) -> Shelf:
    """All families in their order."""
    held = list(bunches)
    places = [
        (one.place, bunch, at)
        for bunch, each in enumerate(held)
        for at, one in enumerate(each.families)
    ]
    return Shelf(held, [(bunch, at) for _, bunch, at in sorted(places)])


def _family(place: Place, rows: Sequence[Row], knower: Knower) -> Family:
    kinds = "".join([_FIGURES[row.kind] for row in rows])
    streams, (titles, details, paths, words) = streams_of(kinds), _lines(rows, knower)
    return Family(
        place,
        kinds,
        facets.examples_of(rows),
        titles,
        details,
        paths,
        words,
        blocks.codes(rows),
        facets.coded(rows, streams),
        days.coded(rows, streams),
    )


def _lines(rows: Sequence[Row], knower: Knower) -> list[str]:
    head, members = rows[0], rows[1:]
    told = [
        _line(head, None, members, knower),
        *(_line(one, head, members, knower) for one in members),
    ]
    return list(map("\n".join, zip(*told, strict=True)))


def _line(row: Row, head: Row | None, members: Sequence[Row], knower: Knower) -> tuple[str, ...]:
    parts = knower.known(row, head, members)
    exact = dict(reversed(parts))
    return (
        mark(row.title, parts),
        mark(row.detail, parts),
        mark_path(row, head),
        SEPARATOR.join([exact.get(word, word) for word in row.words]),
    )
