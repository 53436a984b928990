"""Turns what led to a certificate into the steps that a page shows: element, adhesion, audits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generator.decision.facts import agreement_name
from generator.decision.text import called_agreement
from generator.load import Entry
from generator.model.company import Adhesion, Audit, Certificate, Company, Element, Suspension
from generator.model.vocabulary import AuditFirm
from generator.registry import Registry
from generator.views.agreement_parts import level_name
from generator.views.record_parts import Linked, Place, place, public_name
from generator.vocabulary import label


class AuditLine(NamedTuple):
    """An audit; `met` of `applicable` actions, either None where it is not recorded."""

    kind: str
    day: date
    met: int | None
    applicable: int | None
    level: str
    auditor: str
    validated: bool | None


class Chain(NamedTuple):
    """What stands behind a certificate, from the element on.

    `agreement_noun` is what its name wants before it after "al": `acuerdo `, or nothing.
    """

    company: Linked
    element: Linked
    scope: str
    place: Place | None
    address: str
    identifier: str
    agreement: Linked
    agreement_noun: str
    adhered_on: date
    withdrawn_on: date | None
    withdrawn_because: str
    audits: tuple[AuditLine, ...]
    audits_recorded: bool


@dataclass(frozen=True, slots=True)
class Source:
    """Whose page a chain belongs to, and the day on which it is looked at."""

    registry: Registry
    company: Entry[Company]
    day: date


def chain(source: Source, element: Element, adhesion: Adhesion, behind: Certificate) -> Chain:
    """The steps that led to the certificate `behind`."""
    registry, day = source.registry, source.day
    left = adhesion.withdrawal if _is_past(adhesion, day) else None
    home = f"empresas/{source.company.id}/"
    audits = audits_behind(adhesion, behind, day)
    agreement = agreement_link(registry, adhesion.agreement_id)
    return Chain(
        Linked(public_name(source.company.record), home),
        Linked(element.name, f"{home}#{element.id}"),
        label("scope", element.scope),
        place(element.comuna),
        element.address or "",
        element.identifier or "",
        agreement,
        called_agreement(agreement.text).removesuffix(agreement.text),
        adhesion.adhered_on,
        left.withdrawn_on if left else None,
        (left.reason or "") if left else "",
        audit_lines(registry, adhesion.agreement_id, audits),
        bool(audits),
    )


def agreement_link(registry: Registry, id: str) -> Linked:
    """An agreement's name and page; the id alone where the register never had it.

    Of a withdrawn one only that is said; its page says when and why.
    """
    entry = registry.living("acuerdos", id)
    if entry:
        return Linked(entry.record.name, f"acuerdos/{entry.id}/")
    today = registry.former.get("acuerdos", {}).get(id, id)
    known = ("acuerdos", today) in registry.withdrawn
    return Linked(agreement_name(registry, id), f"acuerdos/{today}/" if known else "")


def _is_past(adhesion: Adhesion, day: date) -> bool:
    return adhesion.withdrawal is not None and adhesion.withdrawal.withdrawn_on <= day


def audits_behind(adhesion: Adhesion, certificate: Certificate, day: date) -> tuple[Audit, ...]:
    """Those made since the certificate before it, and the maintenance audits of its validity."""
    before = [
        one.certified_on
        for one in adhesion.certificates
        if one.certified_on < certificate.certified_on
    ]
    since = max(before, default=date.min)
    return tuple(
        one
        for one in _in_order(adhesion.audits)
        if one.audited_on <= day and _belongs(one, certificate, since)
    )


def _belongs(audit: Audit, certificate: Certificate, since: date) -> bool:
    if audit.kind == "mantencion":
        return certificate.certified_on <= audit.audited_on <= certificate.valid_until
    return since < audit.audited_on <= certificate.certified_on


def _in_order(audits: Iterable[Audit]) -> list[Audit]:
    return sorted(audits, key=lambda one: one.audited_on)


def audit_lines(
    registry: Registry, agreement_id: str, audits: Iterable[Audit]
) -> tuple[AuditLine, ...]:
    """Audits as pages show them, in order, with the auditing firm's name."""
    agreement = registry.agreement(agreement_id)
    levels = agreement.levels if agreement else ()
    return tuple(
        AuditLine(
            label("audit_kind", one.kind),
            one.audited_on,
            one.met,
            one.applicable,
            level_name(levels, one.level),
            auditor_name(one.auditor, registry.auditors),
            one.validated,
        )
        for one in _in_order(audits)
    )


def auditor_name(auditor: str | None, firms: Mapping[str, AuditFirm]) -> str:
    """The firm's name, given its id or its name."""
    if auditor is None:
        return ""
    return firms[auditor].name if auditor in firms else auditor


def suspensions(certificate: Certificate, day: date) -> tuple[Suspension, ...]:
    """The suspensions that had begun by `day`, in order."""
    begun = (one for one in certificate.suspensions if one.since <= day)
    return tuple(sorted(begun, key=lambda one: one.since))
