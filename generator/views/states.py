"""Turns statuses into the word, tone and dates that a list shows of them."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from generator import decision
from generator.code import compact
from generator.decision import live
from generator.language import spoken
from generator.load import Entry
from generator.model.seal import Seal
from generator.registry import Granted
from generator.status import ElementStatus, SealStatus
from generator.views.page_answers import TONES
from generator.views.record_parts import Linked
from generator.views.standing import Standing
from generator.views.survey import Survey

_PRECEDENCE = (
    "certificado",
    "certificacion_suspendida",
    "adherido",
    "certificacion_vencida",
    "certificacion_anulada",
    "sin_certificar",
    "retirado",
)


class State(NamedTuple):
    """A status as a list shows it; `facts` is JSON text for the script that keeps it true.

    `until` is the last day of a certificate or seal, `path` its page, "" where there is none.
    """

    word: str
    tone: str
    facts: str = ""
    until: date | None = None
    path: str = ""
    agreement: Linked | None = None


def ordered(one: Standing) -> list[ElementStatus]:
    """An element's statuses, what matters most first."""
    return sorted(one.statuses, key=_place)


def _place(status: ElementStatus) -> tuple[int, int]:
    until = status.certificate.valid_until.toordinal() if status.certificate else 0
    return _PRECEDENCE.index(status.state), -until


def element_states(survey: Survey, one: Standing) -> tuple[State, ...]:
    """Where an element stands in each of its agreements, what matters most first."""
    return tuple(_element_state(survey, one, status) for status in ordered(one))


def _element_state(survey: Survey, one: Standing, status: ElementStatus) -> State:
    id = survey.agreement_id(status.agreement_id)
    known = survey.registry.agreements.get(id)
    certificate = status.certificate
    said = decision.element(survey.registry, one.company, one.element, status, survey.day)
    return State(
        said.word,
        TONES[said.level],
        live.element_word(survey.registry, one.element, status.agreement_id),
        certificate.valid_until if certificate else None,
        code_path(certificate.code) if certificate else "",
        Linked(known.record.name, f"acuerdos/{id}/") if known else None,
    )


def certificate_state(survey: Survey, granted: Granted) -> State:
    """A certificate's status as a list shows it."""
    held = granted.certificate
    said = decision.certificate(survey.registry, granted, survey.day)
    facts = live.certificate_word(held)
    return State(said.word, TONES[said.level], facts, held.valid_until, code_path(held.code))


def seal_state(survey: Survey, entry: Entry[Seal], status: SealStatus) -> State:
    """A seal's status as a list shows it, with the reason where it does not hold."""
    said = decision.seal(survey.registry, entry, survey.day)
    facts = live.seal_word(survey.registry, entry)
    return State(said.word, TONES[said.level], facts, status.until, code_path(entry.record.code))


def code_path(code: str) -> str:
    """The page of a certificate or seal: its code without the dash."""
    return f"v/{compact(code)}/"


class ElementRow(NamedTuple):
    """An element in a list: where it leads, whose it is, where it is and how it stands."""

    name: str
    path: str
    company: Linked
    comuna: Linked | None
    states: tuple[State, ...]
    example: bool


def element_rows(survey: Survey, standings: Iterable[Standing]) -> tuple[ElementRow, ...]:
    """Elements as lists show them, in the order given."""
    return tuple(_remembered_row(survey, one) for one in standings)


def _remembered_row(survey: Survey, one: Standing) -> ElementRow:
    key = (spoken().code, one.company.id, one.element.id)
    if key not in survey.remembered:
        survey.remembered[key] = _element_row(survey, one)
    row: ElementRow = survey.remembered[key]
    return row


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
