"""Blocks of records with the place they stand at, from the company down to its certificates."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple, TypeVar

from generator.load import LOST, Entry, is_lost
from generator.model.agreement import Agreement, AgreementLevel
from generator.model.company import Adhesion, Audit, Certificate, Company, Element
from generator.problem import Key, KeyPath, Spot

T = TypeVar("T")


class Here(NamedTuple):
    """The place of a block: a file, and the keys that lead to it."""

    path: str
    keys: KeyPath = ()

    def spot(self, *more: Key, on: Literal["value", "key"] = "value") -> Spot:
        """The place of the block itself, or of what `more` keys lead to."""
        return Spot(self.path, (*self.keys, *more), on)

    def below(self, *more: Key) -> "Here":
        """The place of a block inside this one."""
        return Here(self.path, (*self.keys, *more))


def each(items: tuple[T, ...], here: Here, key: str) -> Sequence[tuple[T, Here]]:
    """The readable items of a list under `key`, each with its place."""
    if not items:
        return ()
    return [(one, here.below(key, n)) for n, one in enumerate(items) if one is not LOST]


class ElementHere(NamedTuple):
    """An element and whose it is."""

    company: Entry[Company]
    element: Element
    here: Here

    @property
    def ref(self) -> str:
        """`empresa/elemento`."""
        return f"{self.company.id}/{self.element.id}"


class AdhesionHere(NamedTuple):
    """An adhesion, its element, and its agreement where that is known and no draft.

    `audits` and `certificates` are the readable ones.
    """

    of: ElementHere
    adhesion: Adhesion
    here: Here
    agreement: Agreement | None
    audits: Sequence[tuple[Audit, Here]]
    certificates: Sequence[tuple[Certificate, Here]]

    @property
    def left_on(self) -> date | None:
        """The day of its withdrawal; `LOST` where there was one on nobody knows which day."""
        gone = self.adhesion.withdrawal
        return None if gone is None else gone.withdrawn_on

    @property
    def is_whole(self) -> bool:
        """Whether every audit and certificate is known, with its day."""
        audits, certificates = self.adhesion.audits, self.adhesion.certificates
        days = [audit.audited_on for audit in audits]
        days += [certificate.certified_on for certificate in certificates]
        return not is_lost(audits, certificates, *audits, *certificates, *days)

    @property
    def levels(self) -> tuple[AgreementLevel, ...] | None:
        """The levels of its agreement; None where it is not known whether or which it has."""
        levels = self.agreement.levels if self.agreement else LOST
        return None if is_lost(levels, *levels) else levels


def adhesions_of(
    of: ElementHere, agreement: Callable[[str], Entry[Agreement] | None]
) -> Iterator[AdhesionHere]:
    """The readable adhesions of an element; `agreement` gives that of an id."""
    for adhesion, here in each(of.element.adhesions, of.here, "adhesiones"):
        audits = each(adhesion.audits, here, "auditorias")
        certificates = each(adhesion.certificates, here, "certificados")
        known = agreement(adhesion.agreement_id)
        record = known.record if known else None
        yield AdhesionHere(of, adhesion, here, record, audits, certificates)


class CertificateHere(NamedTuple):
    """A certificate and the adhesion that it ends."""

    of: AdhesionHere
    certificate: Certificate
    here: Here

    @property
    def element(self) -> ElementHere:
        """The certified element."""
        return self.of.of

    @property
    def is_dated(self) -> bool:
        """Whether it is known from when and until when it holds."""
        return not is_lost(self.certificate.certified_on, self.certificate.valid_until)


class AuditHere(NamedTuple):
    """An audit and the adhesion that it is of."""

    of: AdhesionHere
    audit: Audit
    here: Here
