"""What loading found → what the rules read: records and codes by name, drafts left out."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache, cached_property, partial
from typing import Any, TypeVar

from generator import folding
from generator.load import LOST, Entry, Loaded, is_lost
from generator.model import COLLECTIONS
from generator.model.agreement import Agreement
from generator.model.company import Company
from generator.model.preinvestment import Preinvestment
from generator.model.programme import Programme
from generator.model.record import Record
from generator.model.seal import Seal
from generator.model.statistic import Statistic
from generator.model.withdrawn import lacking
from generator.problem import Finding
from generator.rules.doubt import without_doubtful
from generator.rules.here import (
    AdhesionHere,
    AuditHere,
    CertificateHere,
    ElementHere,
    Here,
    adhesions_of,
    each,
)

T = TypeVar("T")

MOST_COMPARISONS = 1_000_000
"""Names compared in search of suggestions, by one rule; they take a microsecond or more each."""


class Index:
    """The records to be checked, on a day, and all that they may refer to.

    A damaged record is among them, with `LOST` in the place of what is faulty. A draft is not: it
    is checked for its form only; nor is a record that may be one.
    """

    def __init__(self, loaded: Loaded, day: date) -> None:
        self.day = day
        self.loaded = loaded
        self._comparisons_left = MOST_COMPARISONS
        self._remembered: dict[str, Any] = {}

    def remembered(self, name: str, make: Callable[[], T]) -> T:
        """What several rules go by, worked out once."""
        if name not in self._remembered:
            self._remembered[name] = make()
        found: T = self._remembered[name]
        return found

    def after(self, findings: Iterable[Finding]) -> "Index":
        """What is left to build on after these: itself, unless they doubt a value."""
        loaded = without_doubtful(self.loaded, findings)
        return self if loaded is self.loaded else Index(loaded, self.day)

    def found_by(self, rule: "Callable[[Index], Iterable[Finding]]") -> list[Finding]:
        """What a rule finds; each may search for suggestions as long as any other."""
        self._comparisons_left = MOST_COMPARISONS
        return list(rule(self))

    @cached_property
    def _held(self) -> Mapping[str, tuple[Entry[Any], ...]]:
        """Every record of every collection, drafts and further ones of an id included."""
        return {
            name: tuple(
                _with_lost(one, COLLECTIONS[name])
                for one in (*entries.values(), *self.loaded.set_aside.get(name, ()))
            )
            for name, entries in self.loaded.entries.items()
        }

    @cached_property
    def _by_id(self) -> Mapping[str, Mapping[str, Entry[Any]]]:
        return {
            name: {entry.id: entry for entry in reversed(held)} for name, held in self._held.items()
        }

    def checked(self, collection: str) -> tuple[Entry[Any], ...]:
        """The records of a collection that are surely no drafts."""
        return self._checked[collection]

    @cached_property
    def _checked(self) -> Mapping[str, tuple[Entry[Any], ...]]:
        return {
            name: tuple(one for one in held if one.record.draft is False)
            for name, held in self._held.items()
        }

    @property
    def agreements(self) -> tuple[Entry[Agreement], ...]:
        """The agreements to be checked."""
        return self.checked("acuerdos")

    @property
    def companies(self) -> tuple[Entry[Company], ...]:
        """The companies to be checked."""
        return self.checked("empresas")

    @property
    def seals(self) -> tuple[Entry[Seal], ...]:
        """The seals to be checked."""
        return self.checked("sellos")

    @property
    def programmes(self) -> tuple[Entry[Programme], ...]:
        """The programmes to be checked."""
        return self.checked("programas")

    @property
    def preinvestments(self) -> tuple[Entry[Preinvestment], ...]:
        """The pre-investment agreements to be checked."""
        return self.checked("preinversion")

    @property
    def statistics(self) -> tuple[Entry[Statistic], ...]:
        """The published tables to be checked."""
        return self.checked("estadisticas")

    def records(self) -> Iterator[tuple[str, Entry[Any]]]:
        """Every record to be checked, with its collection."""
        for name, entries in self._checked.items():
            for entry in entries:
                yield name, entry

    def single(self, path: str) -> Entry[Any] | None:
        """The record of a file that stands alone, damaged or not."""
        loaded = self.loaded
        sound = {
            "registro.yaml": loaded.register,
            "vocabulario/organismos.yaml": loaded.bodies,
            "vocabulario/auditores.yaml": loaded.auditors,
        }[path]
        return next(iter(loaded.set_aside.get(path, ())), sound)

    def is_whole(self, path: str) -> bool:
        """Whether a list that stands alone is known to its last entry; also where there is none."""
        entry = self.single(path)
        if entry is None:
            return path not in self.loaded.unread
        entries = entry.record.root
        return not is_lost(entries, *entries, *(one.id for one in entries))

    # References.

    def find(self, collection: str, id: str) -> Entry[Any] | None:
        """The record of this id, a draft or a withdrawn one too."""
        return self._by_id[collection].get(id)

    def resolve(self, collection: str, id: str) -> Entry[Any] | None:
        """The one record of this id, surely no draft: what a reference may build on.

        Of two files with one id nobody knows which is meant.
        """
        if id is LOST or id in self._twins[collection]:
            return None
        entry = self._by_id[collection].get(id)
        return entry if entry and entry.record.draft is False else None

    @cached_property
    def _twins(self) -> Mapping[str, frozenset[str]]:
        return {
            name: frozenset(id for id, n in Counter(one.id for one in held).items() if n > 1)
            for name, held in self._held.items()
        }

    def is_excused(self, text: str) -> bool:
        """Whether a name is lost, or stood in what is lost: no reference to it is at fault."""
        return text is LOST or text in self.loaded.lost

    def is_code_excused(self, code: str) -> bool:
        """Whether a code stood in what is lost, or in a record that may be a draft."""
        return self.is_excused(code) or code in self.doubtful_codes

    def former(self, collection: str) -> Mapping[str, str]:
        """Former ids of a collection and the ids that they became."""
        return self._former[collection]

    @cached_property
    def _former(self) -> Mapping[str, Mapping[str, str]]:
        return {
            name: {old: one.id for one in entries for old in one.record.former_ids}
            for name, entries in self._checked.items()
        }

    def closest(self, collection: str, id: str) -> str | None:
        """An id of the collection that `id` may be a slip of."""
        return self.closest_of(id, self._by_id[collection])

    def closest_of(self, text: str, choices: Any) -> str | None:
        """One of `choices` that `text` may be a slip of; None once a rule has searched enough."""
        self._comparisons_left -= len(choices)
        return folding.closest(text, choices) if self._comparisons_left >= 0 else None

    # From companies down to certificates.

    def make_ready(self) -> None:
        """Work out what most rules go through, before there are two processes that would."""
        _ = self.certificates, self.audits

    @cached_property
    def elements(self) -> tuple[ElementHere, ...]:
        """Every element of the companies to be checked."""
        return tuple(
            ElementHere(company, element, here)
            for company in self.companies
            for element, here in each(company.record.elements, Here(company.path), "elementos")
        )

    @cached_property
    def adhesions(self) -> tuple[AdhesionHere, ...]:
        """Every adhesion of these elements."""
        agreement = cache(partial(self.resolve, "acuerdos"))
        return tuple(one for of in self.elements for one in adhesions_of(of, agreement))

    @cached_property
    def certificates(self) -> tuple[CertificateHere, ...]:
        """Every certificate of these adhesions."""
        return tuple(
            CertificateHere(of, certificate, here)
            for of in self.adhesions
            for certificate, here in of.certificates
        )

    @cached_property
    def audits(self) -> tuple[AuditHere, ...]:
        """Every audit of these adhesions."""
        return tuple(
            AuditHere(of, audit, here) for of in self.adhesions for audit, here in of.audits
        )

    @cached_property
    def by_code(self) -> Mapping[str, tuple[CertificateHere, ...]]:
        """Certificates by their code; more than one where the code is repeated."""
        found: dict[str, list[CertificateHere]] = defaultdict(list)
        for one in self.certificates:
            if not is_lost(one.certificate.code):
                found[one.certificate.code].append(one)
        return {code: tuple(those) for code, those in found.items()}

    @cached_property
    def damaged_companies(self) -> frozenset[str]:
        """Ids of the companies in which an element, adhesion or certificate has lost its name."""
        set_aside = {entry.id for entry in self.loaded.set_aside.get("empresas", ())}
        return frozenset(
            entry.id
            for entry in self._held["empresas"]
            if (entry.id in set_aside or entry.record.withdrawal is not None)
            and is_lost(*_names(entry.record))
        )

    @cached_property
    def draft_codes(self) -> frozenset[str]:
        """Codes of certificates and seals that stand in drafts."""
        return frozenset(self._codes_where(lambda draft: draft is True))

    @cached_property
    def doubtful_codes(self) -> frozenset[str]:
        """Codes in records of which it is not known whether they are drafts."""
        return frozenset(self._codes_where(is_lost))

    def _codes_where(self, is_meant: Callable[[object], bool]) -> Iterator[str]:
        for name in ("empresas", "sellos"):
            for one in self._held[name]:
                if is_meant(one.record.draft):
                    yield from _codes(one.record)


def _with_lost(entry: Entry[Any], model: type[Record]) -> Entry[Any]:
    """A withdrawn record with `LOST` for what it was emptied of."""
    gone = dict.fromkeys(lacking(entry.record, model), LOST)
    return replace(entry, record=entry.record.model_copy(update=gone)) if gone else entry


def _names(company: Company) -> Iterator[object]:
    yield company.elements
    for element in company.elements:
        yield from (element, element.id, element.adhesions)
        for adhesion in element.adhesions:
            yield from (adhesion, adhesion.certificates)
            yield from adhesion.certificates
            yield from (certificate.code for certificate in adhesion.certificates)


def _codes(record: Company | Seal) -> Iterator[str]:
    if isinstance(record, Seal):
        yield record.code
        return
    for element in record.elements:
        for adhesion in element.adhesions:
            yield from (certificate.code for certificate in adhesion.certificates)
