"""Turns elements with their standing into members: who adhered to what, and how far each got.

An element counts once in each of its agreements, once as an element, and as part of its company
once more: three units, which are never added to each other.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from datetime import date
from typing import NamedTuple

from generator.model.company import Adhesion
from generator.views.counting.certified import holds
from generator.views.counting.years import Course, course
from generator.views.standing import Standing

CERTIFIED, VALID, SEALED, EXAMPLE, PLANT, GRANTED = 1, 2, 4, 8, 16, 32
"""The bits of a member's mark: what happened to it, whether it exists, and what it is."""


class Member(NamedTuple):
    """Something that adhered: an element in one agreement, in any, or a company.

    `year` and `size` are those of when it (first) adhered. `certified_on` is the day of the first
    certificate that was not annulled, None where there is none. Places and trades of a company
    are those of the element that adhered first. `mark` has a bit for each step it took, one for a
    fictional company, one for an establishment, and one for any certificate, annulled or not;
    `course` tells its years.
    """

    company: str
    element: str
    agreement: str
    adhered_on: date
    year: str
    size: str
    region: str
    sectors: tuple[str, ...]
    rubro: str
    certified_on: date | None
    mark: int
    course: Course


def members(
    standings: Iterable[Standing],
    sealed: Set[str],
    told: Sequence[date],
    today: Callable[[str], str],
) -> tuple[Member, ...]:
    """Every element in each agreement that it had adhered to by the last day `told`, in a row.

    `sealed` are the codes of the certificates that carry a seal in force; `today` gives the id
    that an agreement has today.
    """
    return tuple(one for standing in standings for one in _of(standing, sealed, told, today))


def _of(
    one: Standing, sealed: Set[str], told: Sequence[date], today: Callable[[str], str]
) -> Iterator[Member]:
    company, element, day = one.company, one.element, told[-1]
    in_force = {status.agreement_id for status in one.statuses if status.in_force}
    region, sectors, rubro = one.region or "", one.sectors, one.rubro or ""
    merged: dict[str, Member] = {}
    what = (EXAMPLE if company.record.example else 0) | (
        PLANT if element.scope == "establecimiento" else 0
    )
    for adhesion in element.adhesions:
        if adhesion.state != "aceptada" or adhesion.adhered_on > day:
            continue
        agreement = today(adhesion.agreement_id)
        mark, first = _reached(adhesion, sealed, day) if adhesion.certificates else (0, None)
        member = Member(
            company.id,
            element.id,
            agreement,
            adhesion.adhered_on,
            str(adhesion.adhered_on.year),
            adhesion.size or company.record.size,
            region,
            sectors,
            rubro,
            first,
            what | mark | (VALID if adhesion.agreement_id in in_force else 0),
            course(adhesion, told),
        )
        merged[agreement] = _joined(merged[agreement], member) if agreement in merged else member
    yield from merged.values()


def _reached(adhesion: Adhesion, sealed: Set[str], day: date) -> tuple[int, date | None]:
    """How far its certificates led by `day`, and when the first that counts was granted."""
    mark, first = 0, None
    for one in adhesion.certificates:
        if one.code in sealed:
            mark |= SEALED
        if one.certified_on <= day:
            mark |= GRANTED
            if holds(one, day) and (first is None or one.certified_on < first):
                mark, first = mark | CERTIFIED, one.certified_on
    return mark, first


def elements(found: Iterable[Member]) -> tuple[Member, ...]:
    """Each element once, however many agreements it is in."""
    return _once(found, lambda one: (one.company, one.element))


def companies(found: Iterable[Member]) -> tuple[Member, ...]:
    """Each company once, however many elements it has."""
    return _once(found, lambda one: one.company)


def _once(found: Iterable[Member], key: Callable[[Member], object]) -> tuple[Member, ...]:
    merged: dict[object, Member] = {}
    for one in found:
        which = key(one)
        merged[which] = _joined(merged[which], one) if which in merged else one
    return tuple(merged.values())


def _joined(one: Member, other: Member) -> Member:
    """Both as one: as it was when it first adhered, as far as either of them got."""
    first, other = (one, other) if one.adhered_on <= other.adhered_on else (other, one)
    on = first.certified_on
    if on is None or (other.certified_on and other.certified_on < on):
        on = other.certified_on
    return Member(*first[:-3], on, first.mark | other.mark, first.course | other.course)
