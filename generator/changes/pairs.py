"""Two states → which record and element of the later one continues which of the earlier one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.changes.side import Side
from generator.load import Entry
from generator.model.company import Company, Element


@dataclass(frozen=True, slots=True)
class Place:
    """An element and whose it is."""

    company: Entry[Company]
    element: Element

    @property
    def id(self) -> str:
        """`empresa/elemento`."""
        return f"{self.company.id}/{self.element.id}"


@dataclass(frozen=True)
class Pairs:
    """An earlier state and a later one, and how one led to the other."""

    base: Side
    head: Side

    def is_told(self, collection: str, id: str) -> bool:
        """Whether it can be told at all what became of a record: no fault stands in the way."""
        return (collection, id) not in self.base.unknown | self.head.unknown

    def id_now(self, collection: str, id: str) -> str:
        """The id that a record of the earlier state has in the later one, also if it is gone."""
        seen = {id}
        while id not in self.head.loaded.entries.get(collection, {}):
            id = self.head.renamed.get((collection, id), id)
            if id in seen:
                break
            seen.add(id)
        return id

    def heir(self, collection: str, id: str) -> str:
        """The same, or the id of the record that it was merged into."""
        living = self.head.registry.living(collection, self.id_now(collection, id))
        return living.id if living else self.id_now(collection, id)

    def entry_now(self, collection: str, id: str) -> Entry[Any] | None:
        """What the later state publishes of it."""
        return self.head.registry.collection(collection).get(self.id_now(collection, id))

    def new(self, collection: str) -> Iterator[Entry[Any]]:
        """The records that the later state publishes and that continue none of the earlier one."""
        known = {self.id_now(collection, id) for id in self.base.registry.collection(collection)}
        for id, entry in self.head.registry.collection(collection).items():
            if id not in known and self.is_told(collection, id):
                yield entry

    @cached_property
    def elements(self) -> Mapping[str, Place]:
        """Every element that the later state publishes, by `empresa/elemento`."""
        return elements(self.head)

    def place_now(self, place: Place) -> Place | None:
        """Where an element of the earlier state stands in the later one."""
        for id in self._ids_now(place):
            if id in self.elements:
                return self.elements[id]
        return None

    def _ids_now(self, place: Place) -> Iterator[str]:
        """Its own id, in the company as it is called now or was merged into; or where it moved."""
        company = self.id_now("empresas", place.company.id)
        yield f"{company}/{place.element.id}"
        for former in (place.id, f"{company}/{place.element.id}"):
            seen: set[str] = set()
            while former in self.head.moved and former not in seen:
                seen.add(former)
                former = "/".join(self.head.moved[former])
            yield former


def elements(side: Side) -> Mapping[str, Place]:
    """Every element that a state publishes, by `empresa/elemento`."""
    return {
        f"{entry.id}/{element.id}": Place(entry, element)
        for entry in side.registry.companies.values()
        for element in entry.record.elements
    }
