"""Two states → the companies from which the change takes validity, today or on a day to come."""

from collections.abc import Iterator
from datetime import date

from generator.changes.ahead import element_marks, first_day, seal_marks
from generator.changes.model import Loss
from generator.changes.pairs import Pairs, Place, elements
from generator.decision.facts import company_name, element_name, seal_status
from generator.load import Entry
from generator.model.seal import Seal
from generator.status import element_in_force


def losses(pairs: Pairs) -> tuple[Loss, ...]:
    """Each company that has an element or seal less in force than before, by id; the first day.

    A certificate renewed by another one takes nothing away.
    """
    found: dict[str, Loss] = {}
    for one in (*_elements(pairs), *_seals(pairs)):
        known = found.get(one.id)
        if known is None or one.since < known.since:
            found[one.id] = one
    return tuple(found[id] for id in sorted(found))


def _elements(pairs: Pairs) -> Iterator[Loss]:
    for was in elements(pairs.base).values():
        if not pairs.is_told("empresas", was.company.id):
            continue
        now = pairs.place_now(was)
        if now and now.element == was.element:
            continue
        since = _lost_since(pairs.head.day, was, now)
        if since:
            name = company_name(was.company.record)
            yield Loss(was.company.id, name, since, element_name(was.element))


def _lost_since(day: date, was: Place, now: Place | None) -> date | None:
    element = now.element if now else None
    marks = {*element_marks(was.element), *element_marks(element)}

    def is_lost(one: date) -> bool:
        return element_in_force(was.element, one) and not (
            element is not None and element_in_force(element, one)
        )

    return first_day(day, marks, is_lost)


def _seals(pairs: Pairs) -> Iterator[Loss]:
    for code, was in pairs.base.registry.seals_by_code.items():
        id = was.record.holder.company_id
        if not (pairs.is_told("sellos", was.id) and pairs.is_told("empresas", id)):
            continue
        now = pairs.head.registry.seals_by_code.get(code)
        since = _seal_lost_since(pairs, was, now)
        if since:
            holder = pairs.base.registry.companies[id].record
            yield Loss(id, company_name(holder), since, f"el sello {code}")


def _seal_lost_since(pairs: Pairs, was: Entry[Seal], now: Entry[Seal] | None) -> date | None:
    base, head = pairs.base.registry, pairs.head.registry
    marks = {
        *seal_marks(was.record, base.covered_by(was.record)),
        *(seal_marks(now.record, head.covered_by(now.record)) if now else ()),
    }

    def is_lost(day: date) -> bool:
        return seal_status(base, was.record, day).in_force and not (
            now is not None and seal_status(head, now.record, day).in_force
        )

    return first_day(pairs.head.day, marks, is_lost)
