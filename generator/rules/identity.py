"""Ids, former ids, codes and RUTs: each stands for one thing only."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from generator.load import Entry, is_lost
from generator.model.company import Company
from generator.model.seal import Seal
from generator.problem import Finding, Spot
from generator.rules.here import CertificateHere, Here, each
from generator.rules.index import Index
from generator.rules.repeats import repeated


@dataclass(frozen=True, slots=True)
class Use:
    """A name used at a place of a record.

    `owner` is what the name stands for: one owner may use it twice. `where` is how the fault of
    another use calls this one.
    """

    name: str
    entry: Entry[Any]
    spot: Spot
    where: str
    owner: Hashable


def _clashes(uses: Iterable[Use], code: str) -> Iterator[Finding]:
    """A finding at each use of a name that another owner uses too, naming the other uses."""
    by_name: dict[str, list[Use]] = defaultdict(list)
    for use in uses:
        if not is_lost(use.name):
            by_name[use.name].append(use)
    for name, those in by_name.items():
        for use in those:
            others = [
                other
                for other in those
                if other.owner != use.owner
                and not _are_twins(use, other)
                and (code == "APL207" or not _share_a_rut(use, other))
            ]
            if others:
                where = ", ".join(sorted({other.where for other in others}))
                yield Finding(use.spot, code, {"id": name, "other": where})


def _are_twins(one: Use, other: Use) -> bool:
    """Two files of one id: their clash is reported already."""
    mine, theirs = one.entry, other.entry
    same_kind = mine.record.collection == theirs.record.collection
    return mine.path != theirs.path and mine.id == theirs.id and same_kind


def _share_a_rut(one: Use, other: Use) -> bool:
    """Two files of one company, one a copy of the other: the RUT tells of it."""
    mine, theirs = one.entry.record, other.entry.record
    if not isinstance(mine, Company) or not isinstance(theirs, Company):
        return False
    are_here = mine.withdrawal is None and theirs.withdrawal is None
    is_another = one.entry.path != other.entry.path
    return is_another and are_here and mine.rut is not None and mine.rut == theirs.rut


def former_id_is_no_living_id(index: Index) -> Iterator[Finding]:
    """A former id leads to the new one, so no record may bear it today: a fault at both."""
    for collection, entry in index.records():
        for number, old in enumerate(entry.record.former_ids):
            living = None if is_lost(old) else index.find(collection, old)
            if living is None or living.record.draft is not False:
                continue
            params = {"id": old, "former": entry.path, "living": living.path}
            yield Finding(Here(entry.path).spot("ids_anteriores", number), "APL200", params)
            if living.path != entry.path:
                yield Finding(Here(living.path).spot(on="key"), "APL200", params)


def former_id_is_of_one_record(index: Index) -> Iterator[Finding]:
    """A former id leads to one record only."""
    by_collection: dict[str, list[Use]] = defaultdict(list)
    for collection, entry in index.records():
        for number, old in enumerate(entry.record.former_ids):
            spot = Here(entry.path).spot("ids_anteriores", number)
            by_collection[collection].append(Use(old, entry, spot, entry.path, entry.path))
    for uses in by_collection.values():
        yield from _clashes(uses, "APL201")


def former_id_stands_once(index: Index) -> Iterator[Finding]:
    """A former id is told once in its list: a fault at the second place."""
    for _, entry in index.records():
        if len(entry.record.former_ids) > 1:
            yield from _twice(entry.record.former_ids, Here(entry.path))
    for one in index.elements:
        if len(one.element.former_ids) > 1:
            yield from _twice(one.element.former_ids, one.here)


def _twice(ids: tuple[str, ...], here: Here) -> Iterator[Finding]:
    for number, old in enumerate(ids):
        if old in ids[:number]:
            yield Finding(here.spot("ids_anteriores", number), "APL210", {"id": old})


def element_id_is_unique(index: Index) -> Iterator[Finding]:
    """No two elements of a company share an id."""
    for company in index.companies:
        given = company.record.elements
        if len({element.id for element in given}) == len(given):
            continue
        elements = each(given, Here(company.path), "elementos")
        ids = ((element.id, here) for element, here in elements)
        yield from repeated(ids, "id", "APL203", is_referred_to=True)


def former_element_is_no_living_one(index: Index) -> Iterator[Finding]:
    """Where an element was before, no other one may be today: a fault at both."""
    moved = [one for one in index.elements if one.element.former_ids]
    others = index.elements if moved else ()
    living = {one.ref: one for one in others if not _has_merged(one.company)}
    for one in moved:
        for number, old in enumerate(one.element.former_ids):
            other = living.get(old)
            if other is None or _has_merged(one.company):
                continue
            params = {"id": old, "former": one.company.path, "living": other.company.path}
            yield Finding(one.here.spot("ids_anteriores", number), "APL204", params)
            if other.here != one.here:
                yield Finding(other.here.spot("id"), "APL204", params)


def _has_merged(entry: Entry[Any]) -> bool:
    """A merged company's elements have moved on, though its file still lists them.

    So may those of a company of which it cannot be read why it was withdrawn.
    """
    gone = entry.record.withdrawal
    return gone is not None and (is_lost(gone, gone.reason) or gone.reason == "fusion")


def former_element_is_of_one_element(index: Index) -> Iterator[Finding]:
    """A former `empresa/elemento` leads to one element only."""
    uses = (
        Use(old, one.company, one.here.spot("ids_anteriores", number), one.ref, one.here)
        for one in index.elements
        for number, old in enumerate(one.element.former_ids)
    )
    yield from _clashes(uses, "APL205")


def code_is_unique(index: Index) -> Iterator[Finding]:
    """A code is of one certificate or one seal; a merged company's moved on with its heir."""
    by_code: dict[str, list[CertificateHere | Entry[Seal]]] = defaultdict(list)
    for certificate in index.certificates:
        by_code[certificate.certificate.code].append(certificate)
    for seal in index.seals:
        by_code[seal.record.code].append(seal)
    for code, those in by_code.items():
        if len(those) > 1:
            uses = [_use_of(code, one) for one in those]
            found = _clashes([use for use in uses if not _moved_on(index, use, uses)], "APL206")
            yield from (replace(one, doubts=(one.spot,)) for one in found)


def _use_of(code: str, one: "CertificateHere | Entry[Seal]") -> Use:
    if isinstance(one, Entry):
        return Use(code, one, Here(one.path).spot("codigo"), one.path, one.path)
    company = one.element.company
    where = f"{company.path} ({one.element.element.id})"
    return Use(code, company, one.here.spot("codigo"), where, one.here)


def _moved_on(index: Index, use: Use, uses: list[Use]) -> bool:
    """Whether a merged record's heir, or that one's heir, is among the others, or not known."""
    others = {other.entry.id for other in uses if other.entry.path != use.entry.path}
    seen: set[str] = set()
    current: Entry[Any] | None = use.entry
    while current and _has_merged(current):
        seen.add(current.id)
        heir = current.record.withdrawal.heir
        if heir in others:
            return True
        current = index.resolve(current.record.collection, heir) if heir else None
        if current is None or current.id in seen:
            return True
    return False


def rut_is_unique(index: Index) -> Iterator[Finding]:
    """A RUT, today's or a former one, is of one company only; withdrawn records do not count."""
    by_rut: dict[str, list[tuple[Entry[Company], Here]]] = defaultdict(list)
    for entry in index.companies:
        if entry.record.withdrawal is not None:
            continue
        here = Here(entry.path)
        if entry.record.rut:
            by_rut[entry.record.rut].append((entry, here))
        for name, there in each(entry.record.former_names, here, "nombres_anteriores"):
            if name.rut:
                by_rut[name.rut].append((entry, there))
    for rut, those in by_rut.items():
        if len(those) > 1:
            uses = (Use(rut, one, at.spot("rut"), one.path, one.path) for one, at in those)
            yield from _clashes(uses, "APL207")


RULES = (
    former_id_is_no_living_id,
    former_id_is_of_one_record,
    former_id_stands_once,
    element_id_is_unique,
    former_element_is_no_living_one,
    former_element_is_of_one_element,
    code_is_unique,
    rut_is_unique,
)
