"""Turns each company into its page: the count first, then every element with its own status."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from generator import decision, rut
from generator.days import PartialDate
from generator.decision import live
from generator.language import gettext
from generator.load import Entry
from generator.model.company import Company, FormerName
from generator.privacy import is_indexable
from generator.registry import Registry
from generator.views.agreement_succession import Followers, followers
from generator.views.company_elements import ElementCard, element_cards
from generator.views.company_timeline import timeline
from generator.views.follow import follow
from generator.views.linked_data import company_nodes
from generator.views.page import Page, Planned, Site
from generator.views.page_answers import Said
from generator.views.record_chain import Source
from generator.views.record_codes import holding_element, seal_lines, sponsors
from generator.views.record_moves import Move, moves_by_company
from generator.views.record_parts import (
    SECTIONS,
    channels,
    corrections,
    description,
    place,
    public_name,
    rubro_link,
    sector_link,
)
from generator.views.survey import Survey
from generator.views.titles import titles
from generator.vocabulary import label


@dataclass(frozen=True, slots=True)
class Around:
    """What every company's page is made from."""

    registry: Registry
    site: Site
    titles: Mapping[str, str]
    following: Followers
    moves: Mapping[str, tuple[Move, ...]]

    def known(self, id: str) -> tuple[object, ...]:
        """What is put into a company's page beside what is read while it is made."""
        return self.titles[id], self.moves.get(id, ())


@dataclass(frozen=True, slots=True)
class Former:
    """A name or RUT of before, and until when it was used, as far as that is known."""

    name: str
    rut: str
    until: PartialDate | None


def around(survey: Survey) -> Around:
    """What the pages of this survey share."""
    registry = survey.registry
    moves = moves_by_company(registry)
    return Around(registry, survey.site, titles(survey), followers(registry), moves)


def page(around: Around, id: str) -> Planned:
    """The page of a published company."""
    return Planned(f"empresas/{id}/", partial(_page, around, id))


def _page(around: Around, id: str) -> Page:
    entry, title = around.registry.companies[id], around.titles[id]
    company = entry.record
    source = Source(around.registry, entry, around.site.day)
    cards = element_cards(source)
    return Page(
        path=f"empresas/{entry.id}/",
        mould="empresas",
        template="pages/empresa.html",
        title=title,
        description=_description(title, cards),
        context={
            "company": company,
            "answer": Said(
                decision.company(around.registry, entry, around.site.day),
                live.company(around.registry, entry),
            ),
            "elements": cards,
            "plants": all(one.scope == "establecimiento" for one in company.elements),
            "has_codes": any(one.certificates for card in cards for one in card.agreements),
            "events": timeline(source),
            **_identity(company),
            **_links(around, entry),
        },
        crumbs=(SECTIONS["empresas"],),
        indexable=is_indexable(company),
        example=company.example,
        source=entry.path,
        nodes=company_nodes(around.registry, entry, around.site),
    )


def _description(title: str, cards: tuple[ElementCard, ...]) -> str:
    where = list(dict.fromkeys(one.place.comuna.text for one in cards if one.place))
    return description(
        gettext(
            "{title}: certificados y sello APL de cada instalación, con su estado y sus fechas."
        ).format(title=title),
        *([gettext("En {places}.").format(places=", ".join(where))] if where else []),
    )


def _identity(company: Company) -> dict[str, object]:
    """Who the company is, in words; "" or None for what is not recorded or not published."""
    return {
        "name": public_name(company),
        "trade_name": company.trade_name if company.trade_name != public_name(company) else "",
        "rut": rut.display(company.rut) if company.rut else "",
        "former_names": [_former(one) for one in company.former_names],
        "size": label("size", company.size) if company.size != "sin_informacion" else "",
        "rubro": rubro_link(company.rubro),
        "sector": sector_link(company.ciiu),
        "place": place(company.comuna),
        "nameless": not is_indexable(company),
    }


def _former(one: FormerName) -> Former:
    return Former(one.legal_name or "", rut.display(one.rut) if one.rut else "", one.until)


def _links(around: Around, entry: Entry[Company]) -> dict[str, object]:
    registry, day = around.registry, around.site.day
    held = registry.seals_by_company.get(entry.id, ())
    adhered = [
        adhesion.agreement_id
        for element in entry.record.elements
        for adhesion in element.adhesions
        if adhesion.adhered_on <= day
    ]
    address = f"{around.site.here}empresas/{entry.id}/" if around.site.url else ""
    return {
        "seals": [
            (line, holding_element(entry, one.record))
            for line, one in zip(seal_lines(registry, held, day), held, strict=True)
        ],
        "moves": around.moves.get(entry.id, ()),
        "sponsors": sponsors(registry, adhered, around.following, day),
        "channels": channels(registry.settings),
        "corrections": corrections(entry.record, day),
        "address": address,
        "follow": follow(around.site, calendar=f"empresas/{entry.id}"),
    }
