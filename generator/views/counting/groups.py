"""Turns members into how far each group of them got: one count of steps a group."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple, TypeVar

from generator.funnel import NOBODY, Steps
from generator.views.counting.members import Member, companies

K = TypeVar("K", bound=Hashable)


def grouped(found: Iterable[Member], key: Callable[[Member], K]) -> dict[K, Steps]:
    """Steps by the group that `key` gives, in the order of the groups."""
    counts: dict[K, list[int]] = {}
    for one in found:
        group = key(one)
        row = counts.get(group)
        if row is None:
            row = counts[group] = [0, 0, 0, 0, 0]
        row[0] += 1
        row[1] += one.certified_on is not None
        row[2] += one.valid
        row[3] += one.sealed
        row[4] += one.example
    return {group: Steps(*counts[group]) for group in sorted(counts)}  # type: ignore[type-var]


def total(found: Iterable[Member]) -> Steps:
    """All of them as one group."""
    return grouped(found, lambda _: "").get("", NOBODY)


class Block(NamedTuple):
    """What pages of a place, a sector or an agreement show: elements, in all and by group.

    Companies are told of agreements only: in them, each has one size.
    """

    elements: Steps = NOBODY
    by_size: Mapping[str, Steps] = {}
    by_region: Mapping[str, Steps] = {}
    by_year: Mapping[str, Steps] = {}
    companies_by_size: Mapping[str, Steps] = {}


def block(chosen: Sequence[Member], *, with_companies: bool) -> Block:
    """The counts of these elements, none of which is among them twice."""
    whose = companies(chosen) if with_companies else ()
    return Block(
        total(chosen),
        grouped(chosen, _SIZE),
        grouped(chosen, _REGION),
        grouped(chosen, _YEAR),
        grouped(whose, _SIZE),
    )


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
