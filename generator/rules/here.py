"""Blocks of records with the place they stand at, from the company down to its certificates."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeVar

from generator.load import Entry, is_lost
from generator.model.agreement import Agreement
from generator.model.company import Adhesion, Audit, Certificate, Company, Element
from generator.problem import Key, KeyPath, Spot

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Here:
    """The place of a block: a file, and the keys that lead to it."""

    path: str
    keys: KeyPath = ()

    def spot(self, *more: Key, on: Literal["value", "key"] = "value") -> Spot:
        """The place of the block itself, or of what `more` keys lead to."""
        return Spot(self.path, (*self.keys, *more), on)

    def below(self, *more: Key) -> "Here":
        """The place of a block inside this one."""
        return Here(self.path, (*self.keys, *more))


def each(items: tuple[T, ...], here: Here, key: str) -> Iterator[tuple[T, Here]]:
    """The readable items of a list under `key`, each with its place."""
    for number, item in enumerate(items):
        if not is_lost(item):
            yield item, here.below(key, number)


@dataclass(frozen=True, slots=True)
class ElementHere:
    """An element and whose it is."""

    company: Entry[Company]
    element: Element
    here: Here

    @property
    def ref(self) -> str:
        """`empresa/elemento`."""
        return f"{self.company.id}/{self.element.id}"


@dataclass(frozen=True, slots=True)
class AdhesionHere:
    """An adhesion, its element, and its agreement where that is known and no draft."""

    of: ElementHere
    adhesion: Adhesion
    here: Here
    agreement: Agreement | None

    def audits(self) -> list[tuple[Audit, Here]]:
        """The readable audits."""
        return list(each(self.adhesion.audits, self.here, "auditorias"))

    def timely_audits(self) -> list[tuple[Audit, Here]]:
        """The audits whose date can be built on: it is known and not before the adhesion."""
        first = self.adhesion.adhered_on
        return [
            (audit, here)
            for audit, here in self.audits()
            if not is_lost(audit.audited_on) and not audit.audited_on < first
        ]

    def certificates(self) -> list[tuple[Certificate, Here]]:
        """The readable certificates."""
        return list(each(self.adhesion.certificates, self.here, "certificados"))

    @property
    def left_on(self) -> date | None:
        """The day of its withdrawal, where that can be built on."""
        gone, first = self.adhesion.withdrawal, self.adhesion.adhered_on
        if not gone or is_lost(gone.withdrawn_on) or gone.withdrawn_on < first:
            return None
        return gone.withdrawn_on

    @property
    def is_whole(self) -> bool:
        """Whether every audit and certificate could be read, and the dates can be built on."""
        lists = (self.adhesion.audits, self.adhesion.certificates)
        days = [audit.audited_on for audit in self.adhesion.audits]
        is_readable = not is_lost(*lists, *days, *self.adhesion.certificates)
        return is_readable and all(
            CertificateHere(self, certificate, here).is_timely
            for certificate, here in self.certificates()
        )


@dataclass(frozen=True, slots=True)
class CertificateHere:
    """A certificate and the adhesion that it ends."""

    of: AdhesionHere
    certificate: Certificate
    here: Here

    @property
    def element(self) -> ElementHere:
        """The certified element."""
        return self.of.of

    @property
    def is_timely(self) -> bool:
        """Whether its dates can be built on; where they cannot, their own fault is told."""
        first, last = self.certificate.certified_on, self.certificate.valid_until
        left_on = self.of.left_on
        is_early = first < self.of.adhesion.adhered_on
        is_late = left_on is not None and first > left_on
        return not is_lost(first, last) and first < last and not is_early and not is_late
