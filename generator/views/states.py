"""Turns statuses into the word, tone and dates that a list shows of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.code import compact
from generator.model.seal import Seal
from generator.status import CertificateStatus, ElementStatus, SealStatus
from generator.views.record_parts import Linked
from generator.views.standing import Standing
from generator.views.survey import Survey
from generator.vocabulary import label

_TONES = {
    "certificado": "bien",
    "certificacion_suspendida": "atencion",
    "certificacion_vencida": "no",
    "certificacion_anulada": "no",
    "vigente": "bien",
    "suspendido": "atencion",
    "vencido": "no",
    "anulado": "no",
    "no_vigente": "no",
}
_PRECEDENCE = (
    "certificado",
    "certificacion_suspendida",
    "adherido",
    "certificacion_vencida",
    "certificacion_anulada",
    "sin_certificar",
    "retirado",
)


@dataclass(frozen=True, slots=True)
class State:
    """A status as a list shows it; `facts` is JSON text for the script that keeps it true.

    `until` is the last day of a certificate or seal, `path` its page, "" where there is none.
    """

    word: str
    tone: str
    facts: str = ""
    until: date | None = None
    path: str = ""
    agreement: Linked | None = None


def element_states(survey: Survey, one: Standing) -> tuple[State, ...]:
    """Where an element stands in each of its agreements, what matters most first."""
    ordered = sorted(one.statuses, key=lambda status: _PRECEDENCE.index(status.state))
    return tuple(_element_state(survey, status) for status in ordered)


def _element_state(survey: Survey, status: ElementStatus) -> State:
    id = survey.agreement_id(status.agreement_id)
    known = survey.registry.agreements.get(id)
    agreement = Linked(known.record.name, f"acuerdos/{id}/") if known else None
    certificate = status.certificate
    word = label("element_state", status.state)
    if status.certificate_status and status.certificate_status.in_force:
        word = in_force_word(status.certificate_status, survey.expiring_days, word)
    return State(
        word,
        _TONES.get(status.state, "neutro"),
        "",
        certificate.valid_until if certificate else None,
        code_path(certificate.code) if certificate else "",
        agreement,
    )


def certificate_state(survey: Survey, code: str, status: CertificateStatus) -> State:
    """A certificate's status as a list shows it."""
    word = label("certificate_state", status.state)
    if status.in_force:
        word = in_force_word(status, survey.expiring_days, word)
    return State(word, _TONES.get(status.state, "neutro"), "", status.until, code_path(code))


def seal_state(seal: Seal, status: SealStatus) -> State:
    """A seal's status as a list shows it, with the reason where it does not hold."""
    word = label("seal_state", status.state)
    if status.reason:
        word = f"{word}: {label('seal_reason', status.reason).lower()}"
    tone = "neutro" if status.reason == "aun_no_rige" else _TONES[status.state]
    return State(word, tone, "", status.until, code_path(seal.code))


def in_force_word(status: CertificateStatus, expiring_days: int, word: str) -> str:
    """`Vigente, vence en 58 días` near the end, else `word`."""
    if not status.expires_soon(expiring_days):
        return word
    left = status.days_left or 0
    if left == 0:
        return "Vigente, vence hoy"
    return f"Vigente, vence en {left} {'día' if left == 1 else 'días'}"


def code_path(code: str) -> str:
    """The page of a certificate or seal: its code without the dash."""
    return f"v/{compact(code)}/"


@dataclass(frozen=True, slots=True)
class ElementRow:
    """An element in a list: where it leads, whose it is, where it is and how it stands."""

    name: str
    path: str
    company: Linked
    comuna: Linked | None
    states: tuple[State, ...]
    example: bool


def element_rows(survey: Survey, standings: Iterable[Standing]) -> tuple[ElementRow, ...]:
    """Elements as lists show them, in the order given."""
    return tuple(_element_row(survey, one) for one in standings)


def _element_row(survey: Survey, one: Standing) -> ElementRow:
    comuna = one.comuna
    return ElementRow(
        one.element.name,
        one.path,
        Linked(one.company_name, one.company_path),
        Linked(comuna.name, f"comunas/{comuna.slug}/") if comuna else None,
        element_states(survey, one),
        one.example,
    )
