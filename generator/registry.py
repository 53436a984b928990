"""Turns what loading found into the published whole: what anyone may see, with its indexes.

Drafts never enter, examples only in demonstration, withdrawn records as tombstones; natural
persons are reduced to what they consented, and only what follows from accepted adhesions is left.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from operator import is_
from typing import Any, TypeVar

from generator import privacy
from generator.load import Entry, Loaded
from generator.model.agreement import Agreement
from generator.model.company import Adhesion, Audit, Certificate, Company, Element
from generator.model.preinvestment import Preinvestment
from generator.model.programme import Programme
from generator.model.record import Record
from generator.model.register import Register
from generator.model.seal import Seal
from generator.model.statistic import Statistic
from generator.model.vocabulary import AuditFirm, PublicBody
from generator.reads import Reads, Watched
from generator.registry_index import Adherent, Granted, Tombstone, indexes

R = TypeVar("R", bound=Record)

__all__ = ["WATCHED", "Adherent", "Granted", "Registry", "Tombstone", "registry", "watched"]


@dataclass(frozen=True, slots=True)
class Registry:
    """The published whole, by id; every mapping is in the order of its keys.

    Codes are keys in their written form (`ABCD-EFGG`), RUTs in their canonical one. `former`
    gives, for each collection, the id today of every former one (it may be a tombstone's);
    `former_elements` the company and element that `empresa/elemento` became. `not_accepted`
    counts the adhesions that are not public, by agreement and state.
    """

    settings: Register
    agreements: Mapping[str, Entry[Agreement]]
    companies: Mapping[str, Entry[Company]]
    seals: Mapping[str, Entry[Seal]]
    programmes: Mapping[str, Entry[Programme]]
    preinvestments: Mapping[str, Entry[Preinvestment]]
    statistics: Mapping[str, Entry[Statistic]]
    bodies: Mapping[str, PublicBody]
    auditors: Mapping[str, AuditFirm]
    withdrawn: Mapping[tuple[str, str], Tombstone]
    former: Mapping[str, Mapping[str, str]]
    former_elements: Mapping[str, tuple[str, str]]
    certificates: Mapping[str, Granted]
    seals_by_code: Mapping[str, Entry[Seal]]
    seals_by_certificate: Mapping[str, tuple[Entry[Seal], ...]]
    seals_by_company: Mapping[str, tuple[Entry[Seal], ...]]
    withdrawn_codes: Mapping[str, Tombstone]
    adherents: Mapping[str, tuple[Adherent, ...]]
    not_accepted: Mapping[str, Mapping[str, int]]
    ruts: Mapping[str, str]
    former_ruts: Mapping[str, str]

    def covered_by(self, seal: Seal) -> tuple[Certificate, ...]:
        """The published certificates that a seal covers."""
        found = (self.certificates.get(code) for code in seal.certificates)
        return tuple(one.certificate for one in found if one)

    def agreement(self, id: str) -> Agreement | None:
        """The agreement of this id, or of the one that this former id became."""
        entry = self.agreements.get(id) or self.living("acuerdos", id)
        return entry.record if entry else None

    def living(self, collection: str, id: str) -> Entry[Any] | None:
        """The published record of this id, former id, or of the heir of a merged one."""
        records = self.collection(collection)
        seen: set[str] = set()
        while id not in seen:
            seen.add(id)
            if id in records:
                return records[id]
            stone = self.withdrawn.get((collection, id))
            id = (stone.heir if stone else None) or self.former.get(collection, {}).get(id, id)
        return None

    def collection(self, name: str) -> Mapping[str, Entry[Any]]:
        """The published records of a collection, by its folder's name."""
        return {
            "acuerdos": self.agreements,
            "empresas": self.companies,
            "sellos": self.seals,
            "programas": self.programmes,
            "preinversion": self.preinvestments,
            "estadisticas": self.statistics,
        }[name]


WATCHED = (
    "companies",
    "seals",
    "certificates",
    "seals_by_code",
    "seals_by_certificate",
    "seals_by_company",
    "adherents",
    "not_accepted",
    "ruts",
    "former",
    "former_elements",
    "former_ruts",
    "withdrawn",
    "withdrawn_codes",
)
"""The indexes that an edited company or seal may change."""


def watched(registry: Registry, reads: Reads) -> Registry:
    """The same, noting in `reads` what is asked of its companies, seals and their indexes."""
    held: dict[str, Any] = {name: Watched(getattr(registry, name), name, reads) for name in WATCHED}
    return replace(registry, **held)


def registry(loaded: Loaded) -> Registry:
    """The published whole of a checked registry."""
    settings = loaded.register.record if loaded.register else Register.model_validate({})
    shown = {
        name: dict(_shown(entries.values(), settings.demonstration))
        for name, entries in loaded.entries.items()
    }
    living = {
        name: {id: one for id, one in entries.items() if one.record.withdrawal is None}
        for name, entries in shown.items()
    }
    drafts = {id for id, one in loaded.entries.get("acuerdos", {}).items() if one.record.draft}
    not_accepted = _not_accepted(living.get("empresas", {}).values())
    companies = dict(_public_companies(living, drafts))
    hidden = living.get("empresas", {}).keys() - companies.keys()
    for held in (shown, living):
        held["empresas"] = _without(held.get("empresas", {}), hidden)
    seals = dict(_public_seals(living))
    return Registry(
        settings=settings,
        agreements=living.get("acuerdos", {}),
        companies=companies,
        seals=seals,
        programmes=dict(_public_programmes(living)),
        preinvestments=living.get("preinversion", {}),
        statistics=living.get("estadisticas", {}),
        bodies={one.id: one for one in loaded.bodies.record.root} if loaded.bodies else {},
        auditors={one.id: one for one in loaded.auditors.record.root} if loaded.auditors else {},
        not_accepted=not_accepted,
        **indexes(shown, living, companies, seals),
    )


def _shown(entries: Iterable[Entry[R]], demonstration: bool) -> Iterator[tuple[str, Entry[R]]]:
    for entry in sorted(entries, key=lambda one: one.id):
        if not entry.record.draft and (demonstration or not entry.record.example):
            yield entry.id, entry


def _with_record(entry: Entry[R], record: R) -> Entry[R]:
    return entry if record is entry.record else Entry(entry.id, entry.path, record)


Records = Mapping[str, Mapping[str, Entry[Any]]]


def _public_companies(living: Records, drafts: set[str]) -> Iterator[tuple[str, Entry[Company]]]:
    """The companies of which anything is public: an element, or its part in a programme."""
    members = {
        one.company_id
        for entry in living.get("programas", {}).values()
        for one in entry.record.participants
    }
    for id, entry in living.get("empresas", {}).items():
        found = _public_company(entry, drafts)
        if found.record.elements or id in members:
            yield id, found


def _without(entries: Mapping[str, Entry[Any]], hidden: Set[str]) -> dict[str, Entry[Any]]:
    return {id: one for id, one in entries.items() if id not in hidden}


def _public_company(entry: Entry[Company], drafts: set[str]) -> Entry[Company]:
    """The company as anyone may see it, without the elements that only wait or were refused."""
    company = privacy.reduced(entry.record)
    pairs = [(one, _public_element(one, drafts)) for one in company.elements]
    elements = tuple(new for old, new in pairs if new.adhesions or not old.adhesions)
    if len(elements) < len(pairs) or any(new is not old for old, new in pairs):
        company = company.model_copy(update={"elements": elements})
    return _with_record(entry, company)


def _public_element(element: Element, drafts: set[str]) -> Element:
    accepted = tuple(
        [
            _public_adhesion(one)
            for one in element.adhesions
            if one.state == "aceptada" and one.agreement_id not in drafts
        ]
    )
    if len(accepted) == len(element.adhesions) and all(map(is_, accepted, element.adhesions)):
        return element
    return element.model_copy(update={"adhesions": accepted})


def _public_adhesion(adhesion: Adhesion) -> Adhesion:
    if not adhesion.audits:
        return adhesion
    audits = tuple(one for one in adhesion.audits if _led_to_certificate(one, adhesion))
    if len(audits) == len(adhesion.audits):
        return adhesion
    return adhesion.model_copy(update={"audits": audits})


def _led_to_certificate(audit: Audit, adhesion: Adhesion) -> bool:
    """Whether a certificate followed the audit, or the audit watches over one already granted."""
    days = [one.certified_on for one in adhesion.certificates]
    if audit.kind == "mantencion":
        return any(day <= audit.audited_on for day in days) or any(
            audit.audited_on <= day for day in days
        )
    return any(audit.audited_on <= day for day in days)


def _public_seals(living: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, Entry[Seal]]]:
    """The seals whose holder is published: without it there is nobody to name."""
    for id, entry in living.get("sellos", {}).items():
        holder = living.get("empresas", {}).get(entry.record.holder.company_id)
        if holder is not None:
            yield id, _with_record(entry, privacy.reduced_seal(entry.record, holder.record))


def _public_programmes(
    living: Mapping[str, Mapping[str, Any]],
) -> Iterator[tuple[str, Entry[Programme]]]:
    for id, entry in living.get("programas", {}).items():
        members = entry.record.participants
        public = tuple(one for one in members if one.company_id in living.get("empresas", {}))
        if len(public) < len(members):
            entry = _with_record(entry, entry.record.model_copy(update={"participants": public}))
        yield id, entry


def _not_accepted(companies: Iterable[Entry[Company]]) -> Mapping[str, Mapping[str, int]]:
    found: dict[str, Counter[str]] = {}
    for entry in companies:
        for element in entry.record.elements:
            for adhesion in element.adhesions:
                if adhesion.state != "aceptada":
                    found.setdefault(adhesion.agreement_id, Counter())[adhesion.state] += 1
    return found
