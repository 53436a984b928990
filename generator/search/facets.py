"""Shelved rows → what browsing needs: kinds, families, and a column for each facet."""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple, TypedDict

from generator.search.columns import Group, Plan, encode
from generator.search.families import Shelf
from generator.search.pack import pack
from generator.search.rows import KINDS, Row

Labels = Mapping[str, Mapping[str, str]]


class Likeness(NamedTuple):
    """The facet that another goes with, and whether it settles it (a comuna, its region)."""

    facet: str | None = None
    settles: bool = False


class Column(TypedDict):
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


def columns(shelf: Shelf, labels: Labels) -> list[Column]:
    """One column for each facet, in the order in which they are to be decoded."""
    _refuse_unknown(shelf.rows)
    streams = streams_of(shelf)
    groups: dict[str, list[Group]] = {}
    result: list[Column] = []
    for facet, like in FACETS.items():
        ids = _ids(shelf.rows, facet)
        values = _values(ids, labels.get(facet, {}))
        groups[facet] = _groups(ids, [value for value, _ in values])
        model = groups[like.facet] if like.facet else None
        plan = Plan(like=model, settled=like.settles)
        coded = encode(groups[facet], plan, shelf.sizes, streams)
        result.append(
            {
                "id": facet,
                "like": like.facet,
                "settled": like.settles,
                "values": values,
                "groups": [pack(group) for group in coded.groups],
                "fresh": pack(coded.fresh),
                "rows": [pack(stream) for stream in coded.streams],
            }
        )
    return result


def families(shelf: Shelf, labels: Mapping[str, str]) -> Families:
    """Who heads a family and how many rows of each kind belong to it."""
    kinds = _kinds(shelf)
    heads: list[int] = []
    members: list[list[int]] = [[] for _ in kinds]
    for at, size in shelf.families():
        heads.append(kinds.index(shelf.rows[at].kind))
        followers = [row.kind for row in shelf.rows[at + 1 : at + size + 1]]
        for kind, counts in zip(kinds, members, strict=True):
            counts.append(followers.count(kind) if followers else 0)
    return {
        "kinds": [[kind, labels.get(kind, "")] for kind in kinds],
        "heads": pack(heads),
        "members": [pack(counts) if any(counts) else "" for counts in members],
    }


def examples(shelf: Shelf) -> str:
    """1 for a fictional row, else 0."""
    return pack(int(row.example) for row in shelf.rows)


def _refuse_unknown(rows: Sequence[Row]) -> None:
    known = FACETS.keys() - {"estado"}
    unknown = set(chain.from_iterable(row.facets for row in rows)) - known
    if unknown:
        raise ValueError(f"facets that the index does not know: {sorted(unknown)}")


def _ids(rows: Sequence[Row], facet: str) -> list[tuple[str, ...]]:
    if facet == "estado":
        return [(row.estado,) if row.estado else () for row in rows]
    return [row.facets.get(facet, ()) for row in rows]


def _values(ids: Sequence[tuple[str, ...]], labels: Mapping[str, str]) -> list[list[str]]:
    """The ids in use with their labels: first in the order of the labels, then the rest."""
    used = set(chain.from_iterable(set(ids)))
    names = [one for one in labels if one in used] + sorted(used - labels.keys())
    return [[one, labels.get(one, one)] for one in names]


def _groups(ids: Sequence[tuple[str, ...]], names: Sequence[str]) -> list[Group]:
    place = {name: n for n, name in enumerate(names)}
    group = {one: tuple(sorted({place[value] for value in one})) for one in set(ids)}
    return [group[one] for one in ids]


def _kinds(shelf: Shelf) -> list[str]:
    """The kinds in use, in the order that members of a family stand in."""
    used = {row.kind for row in shelf.rows}
    return [kind for kind in KINDS if kind in used]


def streams_of(shelf: Shelf) -> list[int]:
    """The stream of each row: 0 for heads, 1 for first members, then one for each kind."""
    stream = {kind: n + 2 for n, kind in enumerate(_kinds(shelf))}
    result: list[int] = []
    for size in shelf.sizes:
        at = len(result)
        result += [0, 1][: size + 1]
        result += [stream[row.kind] for row in shelf.rows[at + 2 : at + size + 1]]
    return result
