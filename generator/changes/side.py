"""What loading found of one state → that state as the public sees it, and what cannot be told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from generator.load import Entry, Loaded, is_lost
from generator.model.company import Company
from generator.model.register import Register
from generator.model.seal import Seal
from generator.registry import Registry, registry

PUBLIC = ("acuerdos", "empresas", "sellos", "programas", "preinversion", "estadisticas")
"""The collections of records, in the order in which they are told."""


@dataclass(frozen=True)
class Side:
    """One of two states: `registry` is what it publishes, `loaded` all that its files hold.

    `settings` are those of its own, whatever `registry` was told to show.
    """

    loaded: Loaded
    registry: Registry
    settings: Register
    day: date

    @cached_property
    def unknown(self) -> frozenset[tuple[str, str]]:
        """The records of which it cannot be told what they say: their files have faults."""
        aside = {(name, one.id) for name, every in self.loaded.set_aside.items() for one in every}
        unread = (PurePosixPath(path) for path in self.loaded.unread)
        return frozenset(aside | {(path.parts[0], path.stem) for path in unread})

    def is_damaged(self, file: str) -> bool:
        """Whether a file that stands alone could not be read whole."""
        return file in self.loaded.unread or file in self.loaded.set_aside

    @cached_property
    def hidden_codes(self) -> frozenset[str]:
        """Every code that stands in a file, whether or not it is published."""
        whole = (one for entries in self.loaded.entries.values() for one in entries.values())
        aside = (one for entries in self.loaded.set_aside.values() for one in entries)
        every = {code for entry in (*whole, *aside) for code in _codes(entry)}
        return frozenset(every | self.loaded.lost)

    @cached_property
    def renamed(self) -> Mapping[tuple[str, str], str]:
        """By collection and former id, the id that a living record has now."""
        return {
            (name, former): id
            for name, entries in self.loaded.entries.items()
            for id, entry in entries.items()
            if not entry.record.withdrawal
            for former in entry.record.former_ids
        }

    @cached_property
    def moved(self) -> Mapping[str, tuple[str, str]]:
        """By `empresa/elemento`, the company and element that it has become."""
        return {
            former: (id, element.id)
            for id, entry in self.loaded.entries.get("empresas", {}).items()
            for element in entry.record.elements or ()
            for former in element.former_ids
        }


def side(loaded: Loaded, day: date, *, demonstration: bool | None = None) -> Side:
    """A state on a day; `demonstration` overrules whether its examples are shown."""
    settings = loaded.register.record if loaded.register else Register.model_validate({})
    if demonstration is not None:
        changed = settings.model_copy(update={"demonstration": demonstration})
        loaded = replace(loaded, register=Entry("registro", "registro.yaml", changed))
    return Side(loaded, registry(loaded), settings, day)


def _codes(entry: Entry[Any]) -> Iterator[str]:
    """Those of a record as it stands in its file; what is lost in it cannot be told."""
    record = entry.record
    if isinstance(record, Seal):
        found = [record.code]
    elif isinstance(record, Company):
        found = [
            one.code
            for element in record.elements or ()
            for adhesion in element.adhesions
            for one in adhesion.certificates
        ]
    else:
        return
    yield from (code for code in found if not is_lost(code))
