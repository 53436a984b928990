"""What a registry holds → what a new record may refer to, and what it must not repeat."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.load import Entry, Loaded
from generator.model.company import Adhesion, Company, Element

Names = Mapping[str, str]
"""Ids, or codes, with what a person calls them."""


@dataclass(frozen=True)
class Known:
    """A registry as the maker of a new record sees it; damaged records count too."""

    loaded: Loaded

    @cached_property
    def codes(self) -> frozenset[str]:
        """Every code of a certificate or seal, and all that may be one in what cannot be read."""
        seals = (entry.record.code for entry in self._entries("sellos"))
        certificates = (
            one.code for entry in self._entries("empresas") for one in entry.record.certificates
        )
        return frozenset(str(code) for code in (*seals, *certificates)) | self.loaded.lost

    def ids(self, collection: str) -> frozenset[str]:
        """Every id of a collection, former ones too."""
        entries = list(self._entries(collection))
        former = (str(one) for entry in entries for one in entry.record.former_ids)
        return frozenset(entry.id for entry in entries) | frozenset(former)

    def names(self, collection: str) -> Names:
        """The sound records of a collection, by id."""
        if collection == "organismos":
            bodies = self.loaded.bodies
            return {one.id: one.name for one in bodies.record.root} if bodies else {}
        return {id_: _name(one) for id_, one in self.loaded.entries.get(collection, {}).items()}

    def company(self, id_: str) -> Entry[Company] | None:
        """The company, sound or damaged."""
        return next((one for one in self._entries("empresas") if one.id == id_), None)

    def levels(self, agreement_id: str) -> tuple[Any, ...]:
        """The levels of an agreement; none where it has none or is not there."""
        entry = self.loaded.entries["acuerdos"].get(agreement_id)
        return entry.record.levels if entry else ()

    def certificates(self, company_id: str, element_id: str | None) -> Names:
        """The codes of a company's certificates, or of one element's, with whose they are."""
        entry = self.company(company_id)
        return {
            one.code: f"{element.name}, {one.certified_on} a {one.valid_until}"
            for element in (entry.record.elements if entry else ())
            for adhesion in element.adhesions
            for one in adhesion.certificates
            if element_id in (None, element.id)
        }

    def _entries(self, collection: str) -> Iterator[Entry[Any]]:
        yield from self.loaded.entries.get(collection, {}).values()
        yield from self.loaded.set_aside.get(collection, ())


def _name(entry: Entry[Any]) -> str:
    record = entry.record
    for field in ("name", "legal_name", "trade_name", "project"):
        if found := getattr(record, field, None):
            return str(found)
    return entry.id


def element_of(company: Company, id_: str) -> tuple[int, Element] | None:
    """An element of a company and its place in the list."""
    return next(((n, one) for n, one in enumerate(company.elements) if one.id == id_), None)


def adhesion_of(element: Element, agreement_id: str, on: str) -> tuple[int, Adhesion] | None:
    """An element's adhesion to an agreement; of several, the last one begun on the day `on`.

    A second adhesion begins after the withdrawal of the first, so the day tells them apart.
    """
    found = [
        (n, one) for n, one in enumerate(element.adhesions) if one.agreement_id == agreement_id
    ]
    begun = [(n, one) for n, one in found if not on or str(one.adhered_on) <= on]
    return max(begun or found, key=lambda pair: str(pair[1].adhered_on), default=None)


def place_names(key: str, place: Mapping[str, str], known: Known) -> Names:
    """What the flag of a place may name, given the flags before it."""
    if key == "empresa":
        return known.names("empresas")
    entry = known.company(place.get("empresa", ""))
    elements = entry.record.elements if entry else ()
    if key == "elemento":
        return {one.id: one.name for one in elements}
    adhered = {
        adhesion.agreement_id
        for one in elements
        if one.id == place.get("elemento")
        for adhesion in one.adhesions
    }
    return {id_: name for id_, name in known.names("acuerdos").items() if id_ in adhered}
