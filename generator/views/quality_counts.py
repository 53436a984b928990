"""Turns the elements of companies into their gaps, and how many there are of each kind."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple, TypeVar

from generator.load import Entry
from generator.model.agreement import Agreement
from generator.model.seal import Seal
from generator.quality import Gap, Kind, companies, seals
from generator.quality.companies import Term
from generator.status import certificate_status
from generator.views.counted import Counted
from generator.views.standing import Standing
from generator.views.survey import Survey

TermOf = Callable[[str], Term]
K = TypeVar("K")


class Found(NamedTuple):
    """A gap of an element, or of its company; of which agreement it is, "" for none.

    `seal` is the record that it stands in, where that is not the company's.
    """

    gap: Gap
    agreement_id: str
    seal: Entry[Seal] | None = None


class Mark(NamedTuple):
    """A gap as it is counted: in which comuna ("" for none), of which agreement, of which kind."""

    comuna: str
    agreement_id: str
    kind: Kind
    example: bool


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


def everything(survey: Survey, one: Standing, term_of: TermOf) -> Iterator[Found]:
    """The gaps of an element, and those of its seals; a company's own stand with its first one."""
    first = is_first(survey, one)
    yield from found(one, term_of, survey.day, is_first=first)
    for entry in survey.registry.seals_by_company.get(one.company.id, ()):
        if _carries(survey, entry, one, is_first=first):
            yield from _of_seal(survey, entry)


def _carries(survey: Survey, entry: Entry[Seal], one: Standing, *, is_first: bool) -> bool:
    """Whether a seal is of this element, or of none that is shown, and this is the first."""
    held = entry.record.holder.element_id
    if held is not None and held in (each.element.id for each in survey.by_company[one.company.id]):
        return held == one.element.id
    return is_first


def _of_seal(survey: Survey, entry: Entry[Seal]) -> Iterator[Found]:
    registry, day = survey.registry, survey.day
    granted = [
        held for code in entry.record.certificates if (held := registry.certificates.get(code))
    ]
    of = granted[0].adhesion.agreement_id if granted else ""
    in_force = any(certificate_status(held.certificate, day).in_force for held in granted)
    ended = max((held.certificate.valid_until for held in granted), default=None)
    for gap in seals.gaps(entry, day, has_certificate=in_force, since=ended):
        yield Found(gap, of, entry)


def is_first(survey: Survey, one: Standing) -> bool:
    """Whether an element is its company's first: with it stands what concerns the whole company."""
    return survey.by_company[one.company.id][0].element is one.element


def marks(survey: Survey, rows: Iterable[Standing], term_of: TermOf) -> Iterator[Mark]:
    """The gaps of elements, to be counted."""
    for one in rows:
        comuna, example = one.element.comuna or "", one.example
        for each in everything(survey, one, term_of):
            yield Mark(comuna, each.agreement_id, each.gap.kind, example)


def all_marks(survey: Survey) -> list[Mark]:
    """Those of every company, kept from build to build: one page alone may ask for them."""
    term_of = terms(survey.registry.agreement)

    def of_company(id: str) -> tuple[Mark, ...]:
        return tuple(marks(survey, survey.by_company.get(id, ()), term_of))

    ids = list(survey.registry.companies)
    return [one for each in survey.portions.of("calidad", ids, of_company) for one in each]


def by_comuna(found: Iterable[Mark]) -> Mapping[str, Mapping[Kind, Counted]]:
    """How many there are of each kind, by comuna."""
    total: dict[str, dict[Kind, Counted]] = {}
    for one, count in Counter(found).items():
        held = total.setdefault(one.comuna, {})
        held[one.kind] = _more(held.get(one.kind, Counted()), count, one.example)
    return total


def by_agreement(survey: Survey, found: Iterable[Mark]) -> Mapping[str, Counted]:
    """How many there are in each agreement, by its id today."""
    total: dict[str, Counted] = {}
    for one, count in Counter(found).items():
        if one.agreement_id:
            id = survey.agreement_id(one.agreement_id)
            total[id] = _more(total.get(id, Counted()), count, one.example)
    return total


def _more(held: Counted, count: int, example: bool) -> Counted:
    return Counted(held.count + count, held.examples + (count if example else 0))


def tallied(pairs: Iterable[tuple[K, Counted]]) -> Mapping[K, Counted]:
    """Counts under the same key added up."""
    total: dict[K, Counted] = {}
    for key, one in pairs:
        held = total.get(key, Counted())
        total[key] = Counted(held.count + one.count, held.examples + one.examples)
    return total
