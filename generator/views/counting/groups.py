"""Turns members into how far each group of them got: one count of steps a group."""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple, TypeVar

from generator.funnel import NOBODY, Steps
from generator.views.counting.members import (
    CERTIFIED,
    EXAMPLE,
    GRANTED,
    PLANT,
    SEALED,
    VALID,
    Member,
    companies,
)

K = TypeVar("K", bound=Hashable)


def grouped(found: Collection[Member], key: Callable[[Member], K]) -> dict[K, Steps]:
    """Steps by the group that `key` gives, in the order of the groups."""
    rows: dict[K, list[int]] = {}
    # Pairs are counted by the interpreter itself; there are few different ones.
    pairs = Counter(zip(map(key, found), map(_MARK, found), strict=True))
    for (group, mark), number in pairs.items():
        row = rows.setdefault(group, [0, 0, 0, 0, 0])
        row[0] += number
        for at, bit in enumerate((CERTIFIED, VALID, SEALED, EXAMPLE), 1):
            if mark & bit:
                row[at] += number
    return {group: Steps(*rows[group]) for group in sorted(rows)}  # type: ignore[type-var]


def total(found: Collection[Member]) -> Steps:
    """All of them as one group."""
    return grouped(found, lambda _: "").get("", NOBODY)


class Block(NamedTuple):
    """What pages of a place, a sector or an agreement show: elements, in all and by group.

    Companies and establishments are told of agreements only: in them, each company has one size.
    `granted` is how many of both ever had a certificate, annulled ones included.
    """

    elements: Steps = NOBODY
    by_size: Mapping[str, Steps] = {}
    by_region: Mapping[str, Steps] = {}
    by_year: Mapping[str, Steps] = {}
    companies_by_size: Mapping[str, Steps] = {}
    plants: Steps = NOBODY
    granted: Mapping[str, int] = {}


def block(chosen: Sequence[Member], *, with_companies: bool) -> Block:
    """The counts of these elements, none of which is among them twice."""
    found = Block(
        total(chosen),
        grouped(chosen, _SIZE),
        grouped(chosen, _REGION),
        grouped(chosen, _YEAR),
    )
    if not with_companies:
        return found
    whose, plants = companies(chosen), [one for one in chosen if one.mark & PLANT]
    held = {"instalaciones": plants, "empresas": whose}
    return found._replace(
        companies_by_size=grouped(whose, _SIZE),
        plants=total(plants),
        granted={unit: sum(bool(one.mark & GRANTED) for one in of) for unit, of in held.items()},
    )


_MARK = attrgetter("mark")
_SIZE, _REGION, _YEAR = attrgetter("size"), attrgetter("region"), attrgetter("year")


def blocks(
    found: Iterable[Member],
    keys: Callable[[Member], Iterable[str]],
    every: Iterable[str],
    *,
    with_companies: bool = False,
) -> dict[str, Block]:
    """The block of each group; `every` names the groups that there are, empty ones included."""
    chosen: dict[str, list[Member]] = {key: [] for key in every}
    for one in found:
        for key in keys(one):
            if key in chosen:
                chosen[key].append(one)
    return {
        key: block(held, with_companies=with_companies) if held else Block()
        for key, held in chosen.items()
    }
