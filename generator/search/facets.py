"""Shelved rows → what browsing needs: kinds, families, and a column for each facet."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple, TypedDict

from generator.search.columns import Coded, Column, Group, Plan, code, group
from generator.search.columns import values as values_of
from generator.search.pack import pack
from generator.search.rows import KINDS, Row
from generator.search.shelf import Shelf

Labels = Mapping[str, Mapping[str, str]]


class Likeness(NamedTuple):
    """The facet that another goes with, and whether it settles it (a comuna, its region)."""

    facet: str | None = None
    settles: bool = False


class FacetColumn(TypedDict):
    """One facet: its values with labels, and the coded rows as `columns.py` explains."""

    id: str
    like: str | None
    settled: bool
    values: list[list[str]]
    groups: list[str]
    fresh: str
    rows: list[str]


class Families(TypedDict):
    """The kinds with labels, the kind of each head, and how many of each kind follow it."""

    kinds: list[list[str]]
    heads: str
    members: list[str]


FACETS: Mapping[str, Likeness] = {
    "estado": Likeness(),
    "comuna": Likeness(),
    "region": Likeness("comuna", settles=True),
    "rubro": Likeness(),
    "sector": Likeness("rubro", settles=True),
    "acuerdo": Likeness("rubro"),
    "anio": Likeness("acuerdo"),
    "tamano": Likeness(),
    "sello": Likeness(),
}


def coded(rows: Sequence[Row], streams: Sequence[int]) -> tuple[Coded, ...]:
    """Every facet of a family's rows."""
    _refuse_unknown(rows)
    groups = {facet: [_group(row, facet) for row in rows] for facet in FACETS}
    return tuple(
        code(groups[facet], Plan(groups[like.facet] if like.facet else None, like.settles), streams)
        for facet, like in FACETS.items()
    )


def columns(shelf: Shelf, labels: Labels) -> list[FacetColumn]:
    """One column for each facet, in the order in which they are to be decoded."""
    result: list[FacetColumn] = []
    for n, (facet, like) in enumerate(FACETS.items()):
        column = Column(one.facets[n] for one in shelf.families)
        values = _values(column.groups, labels.get(facet, {}))
        place = {value: n for n, (value, _) in enumerate(values)}
        result.append(
            {
                "id": facet,
                "like": like.facet,
                "settled": like.settles,
                "values": values,
                "groups": [
                    pack(sorted(place[value] for value in values_of(one))) for one in column.groups
                ],
                "fresh": pack(column.fresh),
                "rows": column.rows(shelf.streams),
            }
        )
    return result


def families(shelf: Shelf, labels: Mapping[str, str]) -> Families:
    """Who heads a family and how many rows of each kind belong to it."""
    every = [one.kinds for one in shelf.families]
    members = [[kinds.count(str(kind), 1) for kinds in every] for kind in shelf.kinds]
    return {
        "kinds": [[KINDS[kind], labels.get(KINDS[kind], "")] for kind in shelf.kinds],
        "heads": pack(shelf.kinds.index(int(kinds[0])) for kinds in every),
        "members": [pack(counts) if any(counts) else "" for counts in members],
    }


def examples_of(rows: Iterable[Row]) -> str:
    """1 for a fictional row, else 0."""
    return pack(int(row.example) for row in rows)


def examples(shelf: Shelf) -> str:
    """The same of all rows."""
    return "".join([one.examples for one in shelf.families])


def _refuse_unknown(rows: Iterable[Row]) -> None:
    for row in rows:
        if not row.facets.keys() <= _KNOWN:
            unknown = sorted(row.facets.keys() - _KNOWN)
            raise ValueError(f"facets that the index does not know: {unknown}")


_KNOWN = FACETS.keys() - {"estado"}


def _group(row: Row, facet: str) -> Group:
    if facet == "estado":
        return group((row.estado,)) if row.estado else ""
    return group(row.facets.get(facet, ()))


def _values(groups: Iterable[Group], labels: Mapping[str, str]) -> list[list[str]]:
    """The ids in use with their labels: first in the order of the labels, then the rest."""
    used = set(chain.from_iterable(map(values_of, groups)))
    names = [one for one in labels if one in used] + sorted(used - labels.keys())
    return [[one, labels.get(one, one)] for one in names]
