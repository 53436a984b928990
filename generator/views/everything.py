"""Turns the registry into all that its site shows: every record and list page, and every slot."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from generator.language import SPANISH, Language, speaking
from generator.prose import ProsePage
from generator.registry import Registry
from generator.views import (
    agreement_lists,
    agreement_pages,
    cards,
    ceremony,
    certificate_lists,
    company_lists,
    comunas,
    decisions_view,
    editions,
    emissions,
    field_guide,
    figure_slots,
    figures,
    headline,
    linked_site,
    news,
    owned_pages,
    preinvestment_pages,
    programme_pages,
    quality,
    regions,
    register_facts,
    rules_guide,
    scheme_pages,
    seal_directory,
    statistic_pages,
    trades,
    withdrawn_pages,
    years,
)
from generator.views.editions import edition
from generator.views.owned_pages import OwnedPages
from generator.views.page import Planned, Slot
from generator.views.register_facts import body_data, source_url
from generator.views.slot_map import Maker, SlotMap
from generator.views.survey import Survey

__all__ = [
    "MOULDS",
    "OwnedPages",
    "body_data",
    "edition",
    "has_english",
    "pages",
    "pages_of_all",
    "slots",
    "source_url",
    "target",
]

MOULDS = frozenset(
    (
        "acuerdos",
        "anios",
        "calidad",
        "codigos",
        "comunas",
        "empresas",
        "esquemas",
        "estadisticas",
        "lista",
        "preinversion",
        "programas",
        "regiones",
        "rubros",
        "sectores",
        "sellos",
    )
)
"""The tables whose pages need a mould in `content/`."""

_WITH_PAGES = ("acuerdos", "empresas", "estadisticas", "preinversion", "programas")
"""The collections whose records have a page under their id."""

_FILES = ("datos/diccionario.csv",)
"""Files of the site that prose links to: what a bare relative link means, engines do not agree."""


def pages(survey: Survey, english: Language | None = None) -> Iterator[Planned]:
    """Every page of the site that is not prose, in a fixed order; records in both editions."""
    yield from pages_of_all(survey, english)
    yield from owned_pages.pages(survey, english)


def pages_of_all(survey: Survey, english: Language | None = None) -> Iterator[Planned]:
    """The pages that are no company's own."""
    found = _pages(survey)
    yield from editions.pairs(found, english) if english else found
    if english:
        yield from editions.former()


def _pages(survey: Survey) -> Iterator[Planned]:
    for made in (agreement_pages, withdrawn_pages):
        yield from made.pages(survey)
    for listed in (regions, comunas, trades, years, company_lists, seal_directory):
        yield from listed.pages(survey)
    for shown in (scheme_pages, programme_pages, preinvestment_pages, statistic_pages, quality):
        yield from shown.pages(survey)


_IN_BOTH = frozenset(("acuerdos", "codigos", "empresas", "esquemas"))
"""The tables whose pages an English edition has too."""


def missing_moulds(prose: Iterable[ProsePage]) -> tuple[str, ...]:
    """The tables without a mould; with `en/` before them those that only English lacks."""
    there = {(one.language, one.mould) for one in prose}
    english = _IN_BOTH if any(("en", name) in there for name in _IN_BOTH) else frozenset()
    return (
        *sorted(name for name in MOULDS if ("es", name) not in there),
        *sorted(f"en/{name}" for name in english if ("en", name) not in there),
    )


def has_english(prose: Iterable[ProsePage]) -> bool:
    """Whether the prose has moulds for an English edition."""
    return any(one.mould == "empresas" and one.language == "en" for one in prose)


def target(registry: Registry) -> Callable[[str], str | None]:
    """The address of `acuerdos/<id>`, for today's ids and former ones; None where it has none."""

    def address(name: str) -> str | None:
        if name in _FILES:
            return name
        collection, _, id = name.strip("/").partition("/")
        if collection not in _WITH_PAGES:
            return None
        entry = registry.living(collection, id)
        return f"{collection}/{entry.id}/" if entry else None

    return address


def slots(
    survey: Survey, more: Mapping[str, Slot] | None = None, language: Language = SPANISH
) -> Mapping[str, Slot]:
    """Every slot by name, `more` included; each is worked out when a page first asks for it."""
    with speaking(language):
        makers = _makers(survey, more)
    spoken = {name: partial(_in_language, language, make) for name, make in makers.items()}
    return SlotMap(spoken, partial(statistic_pages.table_slot, survey), survey.reads)


def _in_language(language: Language, make: Maker) -> Slot:
    with speaking(language):
        return make()


def _makers(survey: Survey, more: Mapping[str, Slot] | None) -> Mapping[str, Maker]:
    facts = register_facts.slots(survey.registry, survey.site)
    told = {"nodes": linked_site.site_nodes(survey.registry, survey.site)}
    ready = {**(more or {}), **facts, **field_guide.slots(), **_plain_slots()}
    ready["datos-enlazados"] = Slot("fragments/linked_data.html", told)
    makers: dict[str, Maker] = {name: partial(_same, slot) for name, slot in ready.items()}
    makers |= {name: partial(make, survey) for name, make in _LIVE.items()}
    makers |= {"reglas": rules_guide.slot, "edades": rules_guide.ages}
    return makers | {"decisiones": decisions_view.slot}


def _same(slot: Slot) -> Slot:
    return slot


def _plain_slots() -> Mapping[str, Slot]:
    """The slots whose content is the same whatever the registry holds."""
    search_box = "fragments/search_box.html"
    return {
        "busqueda": Slot(search_box, {"box_id": "apl_buscar", "large": False}),
        "buscador": Slot(search_box, {"box_id": "apl_buscar_aqui", "large": True}),
        "explorador": Slot("fragments/explorer.html"),
        "verificador": Slot("fragments/verifier.html"),
        "parecidos": Slot("fragments/lookalikes.html"),
        "idioma": Slot("fragments/switch.html"),
        "parejas": Slot("fragments/alternates.html"),
        "tarjeta": Slot("fragments/card.html", {"cards": cards.BY_SECTION}),
    }


_LIVE: Mapping[str, Callable[[Survey], Slot]] = {
    "calidad": quality.slot,
    "ceremonia": ceremony.slot,
    "resumen": figures.slot,
    "portada": headline.slot,
    "mapa": regions.map_slot,
    "novedades": news.slot,
    "cambios": news.all_slot,
    "titulares": certificate_lists.holders_slot,
    "vencimientos": certificate_lists.expiring_slot,
    "emisiones": emissions.slot,
    "impactos": emissions.impacts_slot,
    "lista:acuerdos": agreement_lists.all_slot,
    "lista:territorios": agreement_lists.territories_slot,
    "lista:pymes": agreement_lists.smes_slot,
    "lista:empresas": company_lists.list_slot,
    "lista:esquemas": scheme_pages.list_slot,
    "lista:certificados": certificate_lists.certificates_slot,
    "lista:sellos": seal_directory.slot,
    "lista:regiones": regions.list_slot,
    "lista:comunas": comunas.list_slot,
    "lista:rubros": trades.rubros_slot,
    "lista:sectores": trades.sectors_slot,
    "lista:anios": years.list_slot,
    "lista:programas": programme_pages.list_slot,
    "lista:preinversion": preinvestment_pages.list_slot,
    "lista:estadisticas": statistic_pages.list_slot,
    **figure_slots.slots(),
}
"""The slots that depend on what the registry holds and on the day."""
