"""Turns the dates of certificates, adhesions, seals and agreements into their state on a day.

The day is always an argument, intervals are closed, and only what is dated on or before the day
counts.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, cast

from generator.agreement_time import agreement_ended
from generator.days import day_after
from generator.model.agreement import Agreement
from generator.model.company import Adhesion, Certificate, Company, Element, Suspension
from generator.model.seal import Seal
from generator.state_tests import (
    CERTIFICATE_TESTS,
    ELEMENT_TESTS,
    SEAL_TESTS,
    Facts,
    first_state,
)

CertificateState = Literal["futuro", "anulado", "vencido", "suspendido", "vigente"]
ElementState = Literal[
    "certificado",
    "certificacion_suspendida",
    "certificacion_vencida",
    "certificacion_anulada",
    "retirado",
    "adherido",
    "sin_certificar",
]
SealState = Literal["vigente", "no_vigente"]
SealReason = Literal["aun_no_rige", "vencido", "contrato_terminado", "sin_certificado_vigente"]


class CertificateStatus(NamedTuple):
    """Where a certificate stands on a day.

    `since` and `until` are its recorded validity. `state_since` and `state_until` are those of
    the state itself: the suspension's days, the annulment's first day, the day after expiry.
    `days_left` counts from the day asked to the last day of validity, 0 on that day itself, and
    is None unless the certificate is in force. `reason` is that of a suspension or annulment.
    """

    state: CertificateState
    since: date
    until: date
    state_since: date | None = None
    state_until: date | None = None
    days_left: int | None = None
    reason: str | None = None

    @property
    def in_force(self) -> bool:
        """Whether it counts (`rige`): only a valid one does."""
        return self.state == "vigente"

    def expires_soon(self, days: int) -> bool:
        """Whether it is in force with `days` days or less left."""
        return self.days_left is not None and self.days_left <= days


def certificate_status(certificate: Certificate, day: date) -> CertificateStatus:
    """Where `certificate` stands on `day`; its last day still counts as valid."""
    state = first_state(CERTIFICATE_TESTS, _certificate_facts(certificate, day))
    since, until = certificate.certified_on, certificate.valid_until
    if state == "vigente":
        return CertificateStatus("vigente", since, until, since, until, (until - day).days)
    if state == "anulado" and certificate.annulment:
        held = certificate.annulment
        return CertificateStatus("anulado", since, until, held.annulled_on, reason=held.reason)
    if state == "suspendido":
        return _suspended(certificate, day)
    if state == "vencido":
        return CertificateStatus("vencido", since, until, day_after(until))
    return CertificateStatus("futuro", since, until, None, since)


def _certificate_facts(certificate: Certificate, day: date) -> Facts:
    """What `CERTIFICATE_TESTS` ask of a certificate."""
    annulment = certificate.annulment
    return {
        "dia": day,
        "fecha": certificate.certified_on,
        "vigente_hasta": certificate.valid_until,
        "anulacion": annulment.annulled_on if annulment else None,
        "suspensiones": [(one.since, one.until) for one in certificate.suspensions],
    }


def _suspended(certificate: Certificate, day: date) -> CertificateStatus:
    """Of several suspensions that hold on the day, the one that lasts longest speaks."""
    until = certificate.valid_until
    holding = [s for s in certificate.suspensions if s.since <= day <= (s.until or date.max)]
    longest = max(holding, key=lambda s: (_suspension_end(s, until), s.since))
    end = _suspension_end(longest, until)
    return CertificateStatus(
        "suspendido", certificate.certified_on, until, longest.since, end, reason=longest.reason
    )


def _suspension_end(suspension: Suspension, valid_until: date) -> date:
    return min(suspension.until or valid_until, valid_until)


class ElementStatus(NamedTuple):
    """Where an element stands in one agreement on a day.

    `adhesion` is its latest one, `certificate` the one that decides (None where it has none yet):
    the highest level in force, else the suspended one, else the one valid longest.
    """

    agreement_id: str
    state: ElementState
    adhesion: Adhesion
    certificate: Certificate | None
    certificate_status: CertificateStatus | None
    agreement_ended: bool

    @property
    def in_force(self) -> bool:
        """Whether a certificate of it counts on the day."""
        return self.certificate_status is not None and self.certificate_status.in_force

    @property
    def withdrawn_on(self) -> date | None:
        """The day of the withdrawal, also where a certificate is still in force."""
        return self.adhesion.withdrawal.withdrawn_on if self.adhesion.withdrawal else None


def element_statuses(
    element: Element, agreements: Mapping[str, Agreement], day: date
) -> tuple[ElementStatus, ...]:
    """Where `element` stands in each agreement it had adhered to by `day`, in order of adhesion."""
    by_agreement: dict[str, list[Adhesion]] = {}
    for adhesion in _accepted(element, day):
        by_agreement.setdefault(adhesion.agreement_id, []).append(adhesion)
    return tuple(
        _element_status(adhesions, agreements.get(agreement_id), day)
        for agreement_id, adhesions in by_agreement.items()
    )


def element_status(
    element: Element, agreement_id: str, agreement: Agreement | None, day: date
) -> ElementStatus | None:
    """Where `element` stands in one agreement; None if it had not adhered to it by `day`."""
    adhesions = [one for one in _accepted(element, day) if one.agreement_id == agreement_id]
    return _element_status(adhesions, agreement, day) if adhesions else None


def _accepted(element: Element, day: date) -> list[Adhesion]:
    """Its accepted adhesions until `day`, in order."""
    ordered = sorted(element.adhesions, key=lambda one: one.adhered_on)
    return [one for one in ordered if one.state == "aceptada" and one.adhered_on <= day]


def _element_status(
    adhesions: Sequence[Adhesion], agreement: Agreement | None, day: date
) -> ElementStatus:
    latest = adhesions[-1]
    dated = [
        (certificate, certificate_status(certificate, day))
        for adhesion in adhesions
        for certificate in adhesion.certificates
        if certificate.certified_on <= day
    ]
    deciding = max(dated, key=lambda pair: _weight(*pair), default=None)
    status = deciding[1] if deciding else None
    ended = agreement is not None and agreement_ended(agreement, day)
    facts = {
        "certificado_que_rige": _yes(status is not None and status.in_force),
        "retirado": _yes(_has_left(latest, day)),
        "suspendido": _yes(status is not None and status.state == "suspendido"),
        "ultimo": status.state if status else "",
        "acuerdo_terminado": _yes(ended),
    }
    return ElementStatus(
        latest.agreement_id,
        cast(ElementState, first_state(ELEMENT_TESTS, facts)),
        latest,
        deciding[0] if deciding else None,
        status,
        ended,
    )


def _weight(
    certificate: Certificate, status: CertificateStatus
) -> tuple[bool, bool, int, date, date, str]:
    """In force before suspended before ended; among those in force the highest level."""
    level = (certificate.level or 0) if status.in_force else 0
    return (
        status.in_force,
        status.state == "suspendido",
        level,
        certificate.valid_until,
        certificate.certified_on,
        certificate.code,
    )


def _has_left(adhesion: Adhesion, day: date) -> bool:
    return adhesion.withdrawal is not None and adhesion.withdrawal.withdrawn_on <= day


@dataclass(frozen=True, slots=True)
class CompanySummary:
    """How many elements have a certificate in force, of those that count, on a day."""

    in_force: int
    counted: int
    unit: Literal["instalaciones", "elementos"]

    @property
    def text(self) -> str:
        """`3 de 5 instalaciones con certificado vigente`."""
        return f"{self.in_force} de {self.counted} {self.unit} con certificado vigente"


def company_summary(company: Company, day: date) -> CompanySummary:
    """The elements with a certificate in force, of those that adhere or have one in force."""
    judged = [(one, element_in_force(one, day)) for one in company.elements]
    counted = [pair for pair in judged if pair[1] or element_counts(pair[0], day)]
    plants = all(one.scope == "establecimiento" for one, _ in counted or judged)
    in_force = sum(holds for _, holds in counted)
    return CompanySummary(in_force, len(counted), "instalaciones" if plants else "elementos")


def element_counts(element: Element, day: date) -> bool:
    """Whether it stands in an agreement it has not left, or has a certificate in force."""
    adheres = any(not _has_left(adhesion, day) for adhesion in _accepted(element, day))
    return adheres or element_in_force(element, day)


def element_in_force(element: Element, day: date) -> bool:
    """Whether any certificate of the element is in force."""
    return any(
        certificate_status(certificate, day).in_force
        for adhesion in _accepted(element, day)
        for certificate in adhesion.certificates
    )


class SealStatus(NamedTuple):
    """Whether a seal may be used on a day; `reason` says why not.

    `since` and `until` are the contract's. `ended_on` and `ended_because` are of a contract that
    had ended before its time by that day; `supported_by` the codes of the certificates in force.
    """

    state: SealState
    reason: SealReason | None
    since: date
    until: date
    supported_by: tuple[str, ...]
    ended_on: date | None = None
    ended_because: str | None = None

    @property
    def in_force(self) -> bool:
        """Whether the holder may use it."""
        return self.state == "vigente"


def seal_status(seal: Seal, certificates: Iterable[Certificate], day: date) -> SealStatus:
    """Where `seal` stands on `day`, given the certificates it covers."""
    supported_by = tuple(
        sorted(one.code for one in certificates if certificate_status(one, day).in_force)
    )
    ended = seal.termination if seal.termination and seal.termination.ended_on <= day else None
    facts = {
        "dia": day,
        "desde": seal.since,
        "hasta": seal.until,
        "termino": seal.termination.ended_on if seal.termination else None,
        "certificado_que_rige": _yes(bool(supported_by)),
    }
    found = first_state(SEAL_TESTS, facts)
    return SealStatus(
        "vigente" if found == "vigente" else "no_vigente",
        None if found == "vigente" else cast(SealReason, found),
        seal.since,
        seal.until,
        supported_by,
        ended.ended_on if ended else None,
        ended.reason if ended else None,
    )


def _yes(fact: bool) -> str:
    return "si" if fact else "no"
