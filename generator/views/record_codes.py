"""Turns certificates and seals into the lines by which other pages name them, and what follows."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from generator import decision
from generator.code import compact
from generator.decision import live
from generator.load import Entry
from generator.model.company import Company
from generator.model.seal import Seal
from generator.registry import Registry
from generator.views.agreement_parts import level_name
from generator.views.agreement_succession import Followers, NextAgreement, next_agreement
from generator.views.page_answers import Said
from generator.views.record_chain import agreement_link
from generator.views.record_parts import Linked


class CodeLine(NamedTuple):
    """A certificate or seal named elsewhere: its code, page, validity and how it stands."""

    code: str
    path: str
    answer: Said
    since: date
    until: date
    level: str = ""


class Sponsor(NamedTuple):
    """Who manages an agreement, and the agreement after it that one may look at now."""

    agreement: Linked
    name: str
    site: str
    next: NextAgreement | None


def code_path(code: str) -> str:
    """The address of a code's page."""
    return f"v/{compact(code)}/"


def certificate_lines(registry: Registry, codes: Iterable[str], day: date) -> tuple[CodeLine, ...]:
    """Published certificates in the order given; a code that is not published stays out."""
    return tuple(
        _certificate_line(registry, code, day) for code in codes if code in registry.certificates
    )


def _certificate_line(registry: Registry, code: str, day: date) -> CodeLine:
    granted = registry.certificates[code]
    held = granted.certificate
    agreement = registry.agreement(granted.adhesion.agreement_id)
    return CodeLine(
        code,
        code_path(code),
        Said(decision.certificate(registry, granted, day), live.certificate_word(held)),
        held.certified_on,
        held.valid_until,
        level_name(agreement.levels if agreement else (), held.level),
    )


def seal_lines(registry: Registry, seals: Iterable[Entry[Seal]], day: date) -> tuple[CodeLine, ...]:
    """Seals in the order given."""
    return tuple(
        CodeLine(
            entry.record.code,
            code_path(entry.record.code),
            Said(decision.seal(registry, entry, day), live.seal_word(registry, entry)),
            entry.record.since,
            entry.record.until,
        )
        for entry in seals
    )


def holding_element(company: Entry[Company], seal: Seal) -> Linked | None:
    """The element that alone holds a seal, on its company's page; None where the company does."""
    held = (one for one in company.record.elements if one.id == seal.holder.element_id)
    element = next(held, None)
    return Linked(element.name, f"empresas/{company.id}/#{element.id}") if element else None


def renewals(registry: Registry) -> Mapping[str, tuple[str, ...]]:
    """The codes of the certificates that renew each certificate."""
    found: dict[str, list[str]] = {}
    for code, granted in registry.certificates.items():
        if granted.certificate.renews:
            found.setdefault(granted.certificate.renews, []).append(code)
    return {code: tuple(found[code]) for code in sorted(found)}


def sponsors(
    registry: Registry, agreement_ids: Iterable[str], following: Followers, day: date
) -> tuple[Sponsor, ...]:
    """Who to ask about each agreement, each once, in the order given."""
    found: dict[str, Sponsor] = {}
    for id in agreement_ids:
        entry = registry.living("acuerdos", id)
        if entry is not None and entry.id not in found:
            found[entry.id] = Sponsor(
                agreement_link(registry, entry.id),
                entry.record.sponsor or "",
                entry.record.sponsor_site or "",
                next_agreement(entry.id, following, day),
            )
    return tuple(found.values())
