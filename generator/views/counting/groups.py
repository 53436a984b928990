"""Turns members into how far each group of them got: one count of steps a group."""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple, TypeVar

from generator.funnel import NOBODY, Steps
from generator.views.counting.ahead import Fact
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
from generator.views.counting.terms import Span
from generator.views.counting.years import Course

K = TypeVar("K", bound=Hashable)


_BITS = 24
"""More than ten times as many as there are elements in the country fit into so many bits."""

_MASK = (1 << _BITS) - 1


def _packed(mark: int) -> int:
    """One member with its steps side by side in a number: numbers of many are added at once."""
    told = (1, *(bool(mark & bit) for bit in (CERTIFIED, VALID, SEALED, EXAMPLE)))
    return sum(int(one) << _BITS * at for at, one in enumerate(told))


_PACKED = tuple(map(_packed, range(2 * GRANTED)))


def _steps(packed: int) -> Steps:
    return Steps(*(packed >> _BITS * at & _MASK for at in range(5)))


def _in_order(rows: Mapping[K, int]) -> dict[K, Steps]:
    return {key: _steps(rows[key]) for key in sorted(rows)}  # type: ignore[type-var]


def grouped(found: Collection[Member], key: Callable[[Member], K]) -> dict[K, Steps]:
    """Steps by the group that `key` gives, in the order of the groups."""
    rows: dict[K, int] = {}
    # Pairs are counted by the interpreter itself; there are few different ones.
    pairs = Counter(zip(map(key, found), map(_MARK, found), strict=True))
    for (group, mark), number in pairs.items():
        rows[group] = rows.get(group, 0) + _PACKED[mark] * number
    return _in_order(rows)


def total(found: Iterable[Member]) -> Steps:
    """All of them as one group."""
    return _steps(sum(_PACKED[one.mark] for one in found))


class Block(NamedTuple):
    """What pages of a place, a sector or an agreement show: elements, in all and by group.

    Companies and establishments are told of agreements only: in them, each company has one size.
    `granted` is how many of both ever had a certificate, annulled ones included. `courses` are
    those of elements, with how many had each; `spans` and `facts` the same of adhesions and
    certificates: what is drawn of them is worked out where it is shown. They are in order, so that
    no page is made again because companies stand in another one.
    """

    elements: Steps = NOBODY
    by_size: Mapping[str, Steps] = {}
    by_region: Mapping[str, Steps] = {}
    by_year: Mapping[str, Steps] = {}
    companies_by_size: Mapping[str, Steps] = {}
    plants: Steps = NOBODY
    granted: Mapping[str, int] = {}
    courses: tuple[tuple[Course, int], ...] = ()
    spans: tuple[tuple[Span, int], ...] = ()
    facts: tuple[tuple[Fact, int], ...] = ()


def block(chosen: Sequence[Member], *, with_companies: bool) -> Block:
    """The counts of these elements, none of which is among them twice."""
    whole = 0
    sizes: dict[str, int] = {}
    regions: dict[str, int] = {}
    years: dict[str, int] = {}
    for (size, region, year, mark), count in Counter(map(_PROFILE, chosen)).items():
        more = _PACKED[mark] * count
        whole += more
        sizes[size] = sizes.get(size, 0) + more
        regions[region] = regions.get(region, 0) + more
        years[year] = years.get(year, 0) + more
    found = Block(
        _steps(whole),
        _in_order(sizes),
        _in_order(regions),
        _in_order(years),
        courses=tuple(sorted(Counter(map(_COURSE, chosen)).items())),
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
_SIZE, _COURSE = attrgetter("size"), attrgetter("course")
_PROFILE = attrgetter("size", "region", "year", "mark")


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
