"""Turns members into the blocks of agreements, regions, trades and sectors, by their names."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from generator import sectors, territory
from generator.registry import Registry
from generator.views.counting.ahead import Fact
from generator.views.counting.groups import Block, blocks
from generator.views.counting.members import Member
from generator.views.counting.terms import Span
from generator.vocabulary import RUBROS

Members = Sequence[Member]
T = TypeVar("T", Span, Fact)


class Certified(NamedTuple):
    """How a certificate stands, in which agreement, and the element that has it, if it counts."""

    fact: Fact
    agreement: str
    member: Member | None


_PLACES: Mapping[str, Callable[[Member], tuple[str, ...]]] = {
    "regiones": lambda one: (one.region,),
    "rubros": lambda one: (one.rubro,),
    "sectores": lambda one: one.sectors,
}


def by_scope(
    registry: Registry,
    found: Members,
    own: Members,
    spans: Sequence[Span],
    certified: Sequence[Certified],
) -> dict[str, Block]:
    """A block for each page; `spans` are those of the members `found`."""
    slugs = [*(one.slug for one in sectors.sections().values()), *sectors.divisions()]
    every: Mapping[str, Iterable[str]] = {
        "regiones": [one.code for one in territory.regions()],
        "rubros": RUBROS,
        "sectores": slugs,
    }
    agreements = blocks(
        found, lambda one: (one.agreement,), registry.agreements, with_companies=True
    )
    made = _named(
        "acuerdos",
        agreements,
        _together(((one.agreement,) for one in found), spans),
        _together(((one.agreement,) for one in certified), [one.fact for one in certified]),
    )
    placed = [one for one in certified if one.member]
    facts = [one.fact for one in placed]
    for name, keys in _PLACES.items():
        of = (keys(one.member) for one in placed if one.member)
        made |= _named(
            name,
            blocks(own, keys, every[name]),
            _together(map(keys, found), spans),
            _together(of, facts),
        )
    return made


def _named(
    name: str,
    found: Mapping[str, Block],
    spans: Mapping[str, Counter[Span]],
    facts: Mapping[str, Counter[Fact]],
) -> dict[str, Block]:
    return {
        f"{name}/{key}": block._replace(spans=_pairs(spans, key), facts=_pairs(facts, key))
        for key, block in found.items()
    }


def _pairs(found: Mapping[str, Counter[T]], key: str) -> tuple[tuple[T, int], ...]:
    return tuple(sorted(found[key].items(), key=repr)) if key in found else ()


def _together(keys: Iterable[tuple[str, ...]], facts: Sequence[T]) -> dict[str, Counter[T]]:
    """How many of each fact there are under each key; pairs are counted by the interpreter."""
    made: dict[str, Counter[T]] = {}
    for (under, fact), count in Counter(zip(keys, facts, strict=True)).items():
        for key in under:
            made.setdefault(key, Counter())[fact] += count
    return made
