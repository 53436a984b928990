"""Turns each certificate and seal into the page of its code: the answer, then what led to it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from generator import decision
from generator.decision import live
from generator.language import gettext
from generator.load import Entry
from generator.model.company import Company, Element
from generator.model.seal import Seal
from generator.privacy import is_indexable
from generator.registry import Granted, Registry
from generator.views.agreement_parts import level_name
from generator.views.agreement_succession import Followers, followers
from generator.views.badges import certificate_badge, seal_badge
from generator.views.label_match import label_match
from generator.views.linked_data import certificate_nodes, seal_nodes
from generator.views.page import Page, Planned, Site
from generator.views.page_answers import Said
from generator.views.record_chain import Chain, Source, chain, suspensions
from generator.views.record_codes import (
    CodeLine,
    certificate_lines,
    code_path,
    holding_element,
    renewals,
    seal_lines,
    sponsors,
)
from generator.views.record_parts import (
    SECTIONS,
    Linked,
    channels,
    corrections,
    description,
    public_name,
)
from generator.views.showing import showing
from generator.views.survey import Survey
from generator.vocabulary import label


@dataclass(frozen=True, slots=True)
class Around:
    """What every page of a code is made from."""

    registry: Registry
    site: Site
    following: Followers
    renewed: Mapping[str, tuple[str, ...]]
    renewed_of: Mapping[str, tuple[object, ...]]
    """What `renewed` says of the certificates of each company that it says anything of."""

    @property
    def day(self) -> date:
        """The day of the data."""
        return self.site.day

    def source(self, company: Entry[Company]) -> Source:
        """What is known of a company's records on that day."""
        return Source(self.registry, company, self.site.day)


def around(survey: Survey) -> Around:
    """What the pages of this survey share."""
    registry = survey.registry
    renewed = renewals(registry)
    of: dict[str, list[object]] = {}
    for code, codes in renewed.items():
        if granted := registry.certificates.get(code):
            of.setdefault(granted.company.id, []).append((code, codes))
    owned = {id: tuple(found) for id, found in of.items()}
    return Around(registry, survey.site, followers(registry), renewed, owned)


def pages(around: Around, id: str) -> Iterator[Planned]:
    """The page of every certificate and every seal of a published company."""
    for one in around.registry.companies[id].record.certificates:
        yield Planned(code_path(one.code), partial(_certificate_page, around, one.code))
    for seal in around.registry.seals_by_company.get(id, ()):
        code = seal.record.code
        yield Planned(code_path(code), partial(_seal_page, around, code))


def _certificate_page(around: Around, code: str) -> Page:
    granted = around.registry.certificates[code]
    company = granted.company
    whose = f"{public_name(company.record)}, {granted.element.name}"
    answer = decision.certificate(around.registry, granted, around.day)
    return Page(
        path=code_path(code),
        mould="codigos",
        template="pages/codigo.html",
        title=gettext("Certificado {code}: {whose}").format(code=code, whose=whose),
        description=description(
            gettext(
                "Certificado {code} de producción limpia: si está vigente, desde cuándo, hasta "
                "cuándo y para qué instalación."
            ).format(code=code),
            f"{whose}.",
        ),
        context={
            **_shared(around, code),
            "label": label_match(company.record, [granted.element], code, around.site),
            "show": showing(certificate_badge(answer, granted, around.site), around.site),
            "answer": Said(answer, live.certificate(around.registry, granted)),
            **_certificate(around, granted),
            **_certificate_links(around, granted),
        },
        crumbs=(SECTIONS["certificados"],),
        indexable=is_indexable(company.record),
        example=company.record.example,
        source=company.path,
        nodes=certificate_nodes(around.registry, granted, around.site),
    )


def _shared(around: Around, code: str) -> dict[str, object]:
    address = f"{around.site.here}{code_path(code)}" if around.site.url else ""
    return {
        "code": code,
        "address": address,
        "channels": channels(around.registry.settings),
    }


def _certificate(around: Around, granted: Granted) -> dict[str, object]:
    held, registry = granted.certificate, around.registry
    agreement = registry.agreement(granted.adhesion.agreement_id)
    annulled = held.annulment and held.annulment.annulled_on <= around.day
    return {
        "kind": "certificado",
        "certificate": held,
        "level": level_name(agreement.levels if agreement else (), held.level),
        "suspensions": suspensions(held, around.day),
        "annulment": held.annulment if annulled else None,
        "sources": held.sources or granted.company.record.sources,
        "notes": "",
        "corrections": (),
    }


def _certificate_links(around: Around, granted: Granted) -> dict[str, object]:
    held, registry, day = granted.certificate, around.registry, around.day
    seals = registry.seals_by_certificate.get(held.code, ())
    before = [held.renews] if held.renews else []
    return {
        "chain": chain(around.source(granted.company), granted.element, granted.adhesion, held),
        "renews": certificate_lines(registry, before, day),
        "renewed_by": certificate_lines(registry, around.renewed.get(held.code, ()), day),
        "seals": seal_lines(registry, seals, day),
        "sponsors": sponsors(registry, [granted.adhesion.agreement_id], around.following, day),
    }


def _seal_page(around: Around, code: str) -> Page:
    entry = around.registry.seals_by_code[code]
    seal = entry.record
    company = around.registry.companies[seal.holder.company_id]
    holder = Linked(public_name(company.record), f"empresas/{company.id}/")
    element = holding_element(company, seal)
    whose = f"{holder.text}, {element.text}" if element else holder.text
    answer = decision.seal(around.registry, entry, around.day)
    return Page(
        path=code_path(seal.code),
        mould="codigos",
        template="pages/codigo.html",
        title=gettext("Sello APL {code}: {whose}").format(code=code, whose=whose),
        description=description(
            gettext(
                "Sello APL (Estrella Azul) {code}: si está vigente, desde cuándo, hasta cuándo y "
                "qué certificados lo sostienen."
            ).format(code=code),
            f"{whose}.",
        ),
        context={
            **_shared(around, seal.code),
            "label": label_match(
                company.record, _installations(around, company, seal), seal.code, around.site
            ),
            "show": showing(seal_badge(answer, around.registry, entry, around.site), around.site),
            "answer": Said(answer, live.seal(around.registry, entry)),
            "holder": holder,
            "element": element,
            **_seal(around, entry),
        },
        crumbs=(SECTIONS["sellos"],),
        indexable=is_indexable(company.record),
        example=seal.example,
        source=entry.path,
        nodes=seal_nodes(around.registry, entry, around.site, holds=answer.affirms),
    )


def _installations(around: Around, company: Entry[Company], seal: Seal) -> list[Element]:
    """The element that holds a seal; of a company's seal those that its certificates are of."""
    held = {seal.holder.element_id} if seal.holder.element_id else set()
    found = [around.registry.certificates.get(code) for code in seal.certificates]
    ids = held or {one.element.id for one in found if one}
    return [one for one in company.record.elements if one.id in ids]


def _seal(around: Around, entry: Entry[Seal]) -> dict[str, object]:
    seal, registry, day = entry.record, around.registry, around.day
    covered = [registry.certificates[c] for c in seal.certificates if c in registry.certificates]
    agreements = [one.adhesion.agreement_id for one in covered]
    ended = seal.termination and seal.termination.ended_on <= day
    return {
        "kind": "sello",
        "seal": seal,
        "uses": [label("seal_use", one).lower() for one in seal.uses],
        "termination": seal.termination if ended else None,
        "covered": [_covered(around, one) for one in covered],
        "sponsors": sponsors(registry, agreements, around.following, day),
        "sources": seal.sources,
        "notes": seal.notes or "",
        "corrections": corrections(seal, day),
    }


def _covered(around: Around, granted: Granted) -> tuple[CodeLine, Chain]:
    held = granted.certificate
    line = certificate_lines(around.registry, [held.code], around.day)[0]
    source = around.source(granted.company)
    return line, chain(source, granted.element, granted.adhesion, held)
