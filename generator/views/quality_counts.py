"""Turns the elements of all companies into how many gaps they have, by comuna and by agreement."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple, TypeVar

from generator.model.agreement import Agreement
from generator.quality import Gap, Kind, companies
from generator.quality.companies import Term
from generator.views.counted import Counted
from generator.views.standing import Standing

TermOf = Callable[[str], Term]
Key = tuple[str, Kind]
K = TypeVar("K")


class Found(NamedTuple):
    """A gap of an element, or of its company; of which agreement it is, "" for none."""

    gap: Gap
    agreement_id: str


class Counts(NamedTuple):
    """How many there are of each kind, by the code of a comuna ("" for none), and by agreement."""

    by_comuna: tuple[tuple[Key, Counted], ...]
    by_agreement: tuple[tuple[Key, Counted], ...]


def terms(agreement_of: Callable[[str], Agreement | None]) -> TermOf:
    """What each agreement allows, by its id today or a former one; worked out once."""
    held: dict[str, Term] = {}

    def term_of(id: str) -> Term:
        if id not in held:
            held[id] = companies.term(agreement_of(id))
        return held[id]

    return term_of


def found(one: Standing, term_of: TermOf, day: date, *, is_first: bool) -> Iterator[Found]:
    """The gaps of an element; those of its company as a whole stand with its first one."""
    record, element = one.company.record, one.element
    place = 0
    while record.elements[place] is not element:
        place += 1
    if is_first:
        for gap in companies.of_company(record, day):
            yield Found(gap, "")
    if element.comuna is None:
        yield Found(companies.without_comuna(element, place), "")
    for number, adhesion in enumerate(element.adhesions):
        if adhesion.adhered_on <= day:
            keys = ("elementos", place, "adhesiones", number)
            term = term_of(adhesion.agreement_id)
            for gap in companies.of_adhesion(adhesion, term, keys, element.id, day):
                yield Found(gap, adhesion.agreement_id)


def counts(rows: Iterable[Standing], term_of: TermOf, day: date) -> Counts:
    """The sum over all elements, which stand company by company."""
    places: list[tuple[str, Kind, bool]] = []
    agreements: list[tuple[str, Kind, bool]] = []
    last = None
    for one in rows:
        comuna, company = one.element.comuna or "", one.company
        example, is_first, last = company.record.example, company is not last, company
        for gap, agreement_id in found(one, term_of, day, is_first=is_first):
            places.append((comuna, gap.kind, example))
            if agreement_id:
                agreements.append((agreement_id, gap.kind, example))
    return Counts(_counted(Counter(places)), _counted(Counter(agreements)))


def _counted(found: Mapping[tuple[str, Kind, bool], int]) -> tuple[tuple[Key, Counted], ...]:
    keys = sorted({(name, kind) for name, kind, _ in found})
    return tuple((key, _sum(found, *key)) for key in keys)


def _sum(found: Mapping[tuple[str, Kind, bool], int], name: str, kind: Kind) -> Counted:
    examples = found.get((name, kind, True), 0)
    return Counted(found.get((name, kind, False), 0) + examples, examples)


def tallied(pairs: Iterable[tuple[K, Counted]]) -> Mapping[K, Counted]:
    """Counts under the same key added up."""
    total: dict[K, Counted] = {}
    for key, one in pairs:
        held = total.get(key, Counted())
        total[key] = Counted(held.count + one.count, held.examples + one.examples)
    return total
