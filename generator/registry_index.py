"""Turns the published records into indexes: by code, RUT, former id, agreement and certificate."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.load import Entry
from generator.model.company import Adhesion, Certificate, Company, Element
from generator.model.seal import Seal


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A withdrawn record: all that is still published of it.

    `heir` is the id of the record that continues it, of the same collection (a merger only).
    `codes` are those of its certificates and seals whose addresses must still answer.
    """

    collection: str
    id: str
    reason: str
    withdrawn_on: date
    heir: str | None
    codes: tuple[str, ...] = ()
    example: bool = False


@dataclass(frozen=True, slots=True)
class Adherent:
    """An element's accepted adhesion, with whose it is."""

    company: Entry[Company]
    element: Element
    adhesion: Adhesion


@dataclass(frozen=True, slots=True)
class Granted:
    """A certificate with the chain that led to it."""

    company: Entry[Company]
    element: Element
    adhesion: Adhesion
    certificate: Certificate


def indexes(
    shown: Mapping[str, Mapping[str, Entry[Any]]],
    living: Mapping[str, Mapping[str, Entry[Any]]],
    companies: Mapping[str, Entry[Company]],
    seals: Mapping[str, Entry[Seal]],
) -> dict[str, Any]:
    """The indexes of `Registry`, by the names of its fields.

    `shown` holds withdrawn records too; `companies` and `seals` are as anyone may see them.
    """
    withdrawn = dict(_tombstones(shown))
    certificates = dict(sorted(_granted(companies.values())))
    by_code = {seal.record.code: seal for seal in seals.values()}
    codes = {code: stone for stone in withdrawn.values() for code in stone.codes}
    return {
        "withdrawn": withdrawn,
        "former": {name: _former(living[name], shown[name]) for name in shown},
        "former_elements": _former_elements(companies.values()),
        "certificates": certificates,
        "seals_by_code": dict(sorted(by_code.items())),
        "seals_by_certificate": _seals_by(seals.values(), lambda seal: seal.certificates),
        "seals_by_company": _seals_by(seals.values(), lambda seal: (seal.holder.company_id,)),
        "withdrawn_codes": {
            code: stone
            for code, stone in sorted(codes.items())
            if code not in certificates and code not in by_code
        },
        "adherents": _adherents(companies.values()),
        "ruts": {one.record.rut: one.id for one in companies.values() if one.record.rut},
        "former_ruts": {
            name.rut: one.id
            for one in companies.values()
            for name in one.record.former_names
            if name.rut
        },
    }


def _tombstones(
    shown: Mapping[str, Mapping[str, Entry[Any]]],
) -> Iterator[tuple[tuple[str, str], Tombstone]]:
    for collection, entries in sorted(shown.items()):
        for id, entry in entries.items():
            gone = entry.record.withdrawal
            if gone:
                heir = gone.heir if gone.reason == "fusion" else None
                codes = tuple(sorted(_codes(entry, shown.get("sellos", {}).values())))
                example = entry.record.example
                stone = Tombstone(
                    collection, id, gone.reason, gone.withdrawn_on, heir, codes, example
                )
                yield (collection, id), stone


def _codes(entry: Entry[Any], seals: Iterable[Entry[Seal]]) -> Iterator[str]:
    """The codes that led to a withdrawn record: its certificates', and of seals it held."""
    if isinstance(entry.record, Seal):
        yield entry.record.code
    elif isinstance(entry.record, Company):
        yield from (code for code, _ in _granted([entry]))
        yield from (one.record.code for one in seals if one.record.holder.company_id == entry.id)


def _granted(companies: Iterable[Entry[Company]]) -> Iterator[tuple[str, Granted]]:
    for company in companies:
        for element in company.record.elements:
            for adhesion in element.adhesions:
                if adhesion.state == "aceptada":
                    for one in adhesion.certificates:
                        yield one.code, Granted(company, element, adhesion, one)


def _former(living: Mapping[str, Entry[Any]], shown: Mapping[str, Entry[Any]]) -> Mapping[str, str]:
    """Former ids, of withdrawn records too; the id of a living record is never one."""
    found: dict[str, str] = {}
    for id, entry in shown.items():
        for former in entry.record.former_ids:
            if former not in shown and (former not in found or id in living):
                found[former] = id
    return dict(sorted(found.items()))


def _former_elements(companies: Iterable[Entry[Company]]) -> Mapping[str, tuple[str, str]]:
    found = {
        former: (company.id, element.id)
        for company in companies
        for element in company.record.elements
        for former in element.former_ids
    }
    return dict(sorted(found.items()))


def _seals_by(
    seals: Iterable[Entry[Seal]], keys: Callable[[Seal], Iterable[str]]
) -> Mapping[str, tuple[Entry[Seal], ...]]:
    found: dict[str, list[Entry[Seal]]] = {}
    for seal in seals:
        for key in dict.fromkeys(keys(seal.record)):
            found.setdefault(key, []).append(seal)
    return {key: tuple(found[key]) for key in sorted(found)}


def _adherents(companies: Iterable[Entry[Company]]) -> Mapping[str, tuple[Adherent, ...]]:
    found: dict[str, list[Adherent]] = {}
    for company in companies:
        for element in company.record.elements:
            for adhesion in element.adhesions:
                found.setdefault(adhesion.agreement_id, []).append(
                    Adherent(company, element, adhesion)
                )
    return {id: tuple(found[id]) for id in sorted(found)}
