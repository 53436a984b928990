"""Turns what all kinds of record share into the plain values that their pages show."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from generator import rut, sectors, territory
from generator.decision.facts import company_name
from generator.folding import fold
from generator.language import is_spanish
from generator.model.company import Company
from generator.model.record import Correction, Record
from generator.model.register import Register
from generator.model.titles import title
from generator.registry import Registry
from generator.views.page import Crumb
from generator.vocabulary import RUBROS, word

LONGEST_DESCRIPTION = 160
"""Characters of a page's description: what search engines show of it."""

SECTIONS = {
    "acuerdos": Crumb("Acuerdos", "acuerdos/"),
    "empresas": Crumb("Empresas", "empresas/"),
    "programas": Crumb("Programas regionales", "programas/"),
    "preinversion": Crumb("Acuerdos de preinversión", "preinversion/"),
    "estadisticas": Crumb("Estadísticas", "estadisticas/"),
    "certificados": Crumb("Certificados", "certificados/"),
    "sellos": Crumb("Sellos", "sellos/"),
}
"""The way to a record's page, by the section of the site that lists it."""


class Linked(NamedTuple):
    """A name with the address of the site that it leads to, "" where there is none."""

    text: str
    path: str = ""
    is_ours: bool = False
    """Whether the text is the site's, in the language of the page, and not a record's."""


class Place(NamedTuple):
    """A comuna with its region."""

    comuna: Linked
    region: Linked

    @property
    def text(self) -> str:
        """`Talca, Maule`."""
        return f"{self.comuna.text}, {self.region.text}"


class Channels(NamedTuple):
    """How anyone asks for a correction or reports misuse; "" where `registro.yaml` does not say."""

    correction_url: str
    correction_email: str
    answer_days: int | None
    misuse_url: str


@cache
def place(comuna_code: str | None) -> Place | None:
    """Where a comuna's code leads; None for no code or one that is not known."""
    comuna = territory.comuna(comuna_code) if comuna_code else None
    if comuna is None:
        return None
    return Place(Linked(comuna.name, f"comunas/{comuna.slug}/"), region_link(comuna.region))


def region_link(code: str) -> Linked:
    """A region's short name and page; an unknown code comes back as it is."""
    region = territory.region(code)
    return Linked(region.name, f"regiones/{region.slug}/") if region else Linked(code)


def rubro_link(rubro: str | None) -> Linked | None:
    """An everyday word for a trade, with the page that lists it."""
    known = RUBROS.get(rubro or "")
    return Linked(word(known), f"rubros/{rubro}/", is_ours=True) if known else None


def sector_link(ciiu: str | None) -> Linked | None:
    """The title of a CIIU code, with the page of its division or section."""
    if not ciiu:
        return None
    slug = sectors.slug(ciiu)
    return Linked(sectors.label(ciiu), f"sectores/{slug}/" if slug else "")


def channels(settings: Register) -> Channels:
    """The live channels of this register."""
    corrections, misuse = settings.corrections, settings.misuse
    return Channels(
        (corrections and corrections.url) or "",
        (corrections and corrections.institutional_email) or "",
        corrections.answer_days if corrections else None,
        (misuse and misuse.url) or "",
    )


def corrections(record: Record, day: date) -> tuple[Correction, ...]:
    """The public corrections made by `day`, newest first; a key goes by its title."""
    made = [one for one in record.corrections if one.corrected_on <= day]
    titled = (one.model_copy(update={"field": title(type(record), one.field)}) for one in made)
    return tuple(sorted(titled, key=lambda one: one.corrected_on, reverse=True))


def public_name(company: Company) -> str:
    """What pages call a company: its legal name, as the answers of the decision table do."""
    return company_name(company)


def company_titles(registry: Registry) -> Mapping[str, str]:
    """A name for each company that no other one has: RUT or id tells namesakes apart."""
    names = {id: public_name(entry.record) for id, entry in registry.companies.items()}
    return _distinct(names, lambda id: _mark(registry.companies[id].record, id))


def agreement_titles(registry: Registry) -> Mapping[str, str]:
    """A name for each agreement that no other one has."""
    names = {id: entry.record.name for id, entry in registry.agreements.items()}
    return _distinct(names, lambda id: id)


def _distinct(names: Mapping[str, str], mark: Callable[[str], str]) -> Mapping[str, str]:
    folded = {id: fold(name) for id, name in names.items()}
    often = Counter(folded.values())
    return {
        id: f"{name} ({mark(id)})" if often[folded[id]] > 1 else name for id, name in names.items()
    }


def _mark(company: Company, id: str) -> str:
    return f"RUT {rut.display(company.rut)}" if company.rut else f"ficha {id}"


def description(*sentences: str) -> str:
    """As many of `sentences` as a description holds; the first is cut where it is too long."""
    text = sentences[0]
    for sentence in sentences[1:]:
        if len(text) + 1 + len(sentence) <= LONGEST_DESCRIPTION:
            text = f"{text} {sentence}"
    return shortened(text, LONGEST_DESCRIPTION)


def shortened(text: str, longest: int) -> str:
    """`text`, or its first words and an ellipsis, in at most `longest` characters."""
    if len(text) <= longest:
        return text
    return f"{text[: longest - 1].rsplit(' ', 1)[0].rstrip(' ,;:.')}…"


def joined(words: Iterable[str]) -> str:
    """`uno`, `uno y dos`, `uno, dos y tres`; `e` before a word that begins with the sound i."""
    *first, last = words
    if first and not is_spanish():
        return f"{', '.join(first)} and {last}"
    if not first:
        return last
    sound = fold(last)
    link = "e" if sound.startswith(("i", "hi")) and not sound.startswith(("hia", "hie")) else "y"
    return f"{', '.join(first)} {link} {last}"
