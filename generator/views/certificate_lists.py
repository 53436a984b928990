"""Turns certificates and seals into the lists of those in force, and of those about to end."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from generator.folding import sort_key
from generator.load import Entry
from generator.model.seal import Seal
from generator.registry import Granted
from generator.status import CertificateStatus, SealStatus, certificate_status
from generator.views.coverage import coverage
from generator.views.page import Slot
from generator.views.paging import ROWS
from generator.views.record_parts import Linked, public_name
from generator.views.seal_shelves import covered_elements
from generator.views.states import State, certificate_state, code_path, seal_state
from generator.views.survey import Survey
from generator.views.years import agreement_link
from generator.vocabulary import label

FEW = 6
_ORDER = ("vigente", "suspendido", "futuro", "vencido", "anulado")
_PLURALS = {
    "vigente": "Vigentes",
    "suspendido": "Suspendidos",
    "futuro": "Aún no rigen",
    "vencido": "Vencidos",
    "anulado": "Anulados",
}


@dataclass(frozen=True, slots=True)
class CertificateRow:
    """A certificate in a list: what it is of, whose, in which agreement, and until when."""

    code: str
    path: str
    element: str
    company: Linked
    comuna: str
    agreement: Linked
    since: date
    state: State
    example: bool


@dataclass(frozen=True, slots=True)
class CertificateGroup:
    """All certificates in one state, of which `rows` shows the first."""

    name: str
    anchor: str
    count: int
    examples: int
    rows: tuple[CertificateRow, ...]


@dataclass(frozen=True, slots=True)
class SealRow:
    """A seal in a list: who may use it, for which element, where it may stand, until when."""

    code: str
    path: str
    holder: Linked
    brands: tuple[str, ...]
    scope: str
    uses: tuple[str, ...]
    state: State
    since: date
    until: date
    in_force: bool
    reason: str
    example: bool
    comunas: tuple[str, ...] = ()


def certificates_slot(survey: Survey) -> Slot:
    """All certificates by state; of each state those that end next or ended last come first."""
    found = _by_state(survey)
    groups = tuple(_group(survey, state, found[state]) for state in _ORDER if found.get(state))
    return Slot(
        "fragments/certificates.html",
        {
            "groups": groups,
            "day": survey.day,
            "coverage": coverage(survey, "certified"),
        },
    )


_Dated = tuple[Granted, CertificateStatus]


def _by_state(survey: Survey) -> dict[str, list[_Dated]]:
    found: dict[str, list[_Dated]] = {}
    for one in survey.registry.certificates.values():
        status = certificate_status(one.certificate, survey.day)
        found.setdefault(status.state, []).append((one, status))
    return found


def _group(survey: Survey, state: str, found: list[_Dated]) -> CertificateGroup:
    latest_first = state in ("vencido", "anulado")
    ordered = sorted(found, key=lambda pair: pair[1].until, reverse=latest_first)
    return CertificateGroup(
        _PLURALS[state],
        state,
        len(found),
        sum(one.company.record.example for one, _ in found),
        tuple(_certificate_row(survey, one) for one, _ in ordered[:ROWS]),
    )


def _certificate_row(survey: Survey, one: Granted) -> CertificateRow:
    company = one.company.record
    place = survey.place_name(one.element.comuna)
    agreement = survey.agreement_id(one.adhesion.agreement_id)
    return CertificateRow(
        one.certificate.code,
        code_path(one.certificate.code),
        one.element.name,
        Linked(public_name(company), f"empresas/{one.company.id}/"),
        place,
        agreement_link(survey, agreement),
        one.certificate.certified_on,
        certificate_state(survey, one),
        company.example,
    )


def expiring_slot(survey: Survey) -> Slot:
    """The certificates in force that end within the days in which that is said, the next first."""
    soon = sorted(
        (
            (one, status)
            for one, status in _by_state(survey).get("vigente", [])
            if status.expires_soon(survey.expiring_days)
        ),
        key=lambda pair: (pair[1].until, pair[0].certificate.code),
    )
    return Slot(
        "fragments/expiring.html",
        {
            "rows": tuple(_certificate_row(survey, one) for one, _ in soon[:FEW]),
            "count": len(soon),
            "examples": sum(one.company.record.example for one, _ in soon),
            "day": survey.day,
            "last": survey.day + timedelta(days=survey.expiring_days),
            "any": bool(survey.registry.certificates),
        },
    )


def holders_slot(survey: Survey) -> Slot:
    """The first few of those who may use the seal today."""
    return seal_slot(survey, "fragments/holders.html", FEW)


def seal_slot(survey: Survey, template: str, most: int) -> Slot:
    """The seals that hold, then those that do not, `most` of each."""
    ordered = sorted(survey.seals, key=partial(_directory_order, survey))
    in_force = [one for one in ordered if one[1].in_force]
    others = [one for one in ordered if not one[1].in_force]
    return Slot(
        template,
        {
            "rows": tuple(seal_row(survey, *one) for one in in_force[:most]),
            "count": len(in_force),
            "examples": sum(entry.record.example for entry, _ in in_force),
            "others": tuple(seal_row(survey, *one) for one in others[:most]),
            "others_count": len(others),
            "others_examples": sum(entry.record.example for entry, _ in others),
            "day": survey.day,
            "coverage": coverage(survey, "seals"),
        },
    )


def ordered_rows(rows: Iterable[SealRow]) -> list[SealRow]:
    """By the holder's name, as a directory stands."""
    return sorted(rows, key=lambda row: _by_holder(row.holder.text, row.code))


def _directory_order(survey: Survey, one: tuple[Entry[Seal], SealStatus]) -> tuple[object, str]:
    """The same order, told from the record: most rows are never shown."""
    seal = one[0].record
    holder = survey.registry.companies[seal.holder.company_id].record
    return _by_holder(public_name(holder), seal.code)


def _by_holder(name: str, code: str) -> tuple[object, str]:
    return sort_key(name), code


def seal_row(survey: Survey, entry: Entry[Seal], status: SealStatus) -> SealRow:
    """A seal as lists show it."""
    seal = entry.record
    company = survey.registry.companies[seal.holder.company_id].record
    elements = {one.id: one.name for one in company.elements}
    places = (survey.place_name(one.comuna) for one in covered_elements(survey.registry, seal))
    return SealRow(
        seal.code,
        code_path(seal.code),
        Linked(public_name(company), f"empresas/{seal.holder.company_id}/"),
        company.brands,
        elements.get(seal.holder.element_id or "", ""),
        tuple(label("seal_use", use).lower() for use in seal.uses),
        seal_state(survey, entry, status),
        status.since,
        status.until,
        status.in_force,
        label("seal_reason", status.reason).lower() if status.reason else "",
        seal.example,
        tuple(dict.fromkeys(filter(None, places))),
    )
