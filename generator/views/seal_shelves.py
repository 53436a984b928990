"""Turns each seal into the shelves of the directory on which it stands: regions, trades, brands."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator import territory
from generator.folding import fold
from generator.load import Entry
from generator.model.company import Company, Element
from generator.model.seal import Seal
from generator.registry import Registry

REGIONS, RUBROS, BRANDS = "regiones", "rubros", "marcas"
_OTHERS = {"Ñ": "enie", "#": "otros"}


def shelves(registry: Registry) -> Mapping[str, tuple[Entry[Seal], ...]]:
    """Seals by `regiones/<name>`, `rubros/<rubro>` and `marcas/<letter>`, in the order of codes."""
    found: defaultdict[str, list[Entry[Seal]]] = defaultdict(list)
    for entry in registry.seals_by_code.values():
        for shelf in dict.fromkeys(_of_seal(registry, entry.record)):
            found[shelf].append(entry)
    return {shelf: tuple(found[shelf]) for shelf in sorted(found)}


def _of_seal(registry: Registry, seal: Seal) -> Iterator[str]:
    company = registry.companies[seal.holder.company_id].record
    for element in covered_elements(registry, seal):
        comuna = territory.comuna(element.comuna) if element.comuna else None
        region = territory.region(comuna.region) if comuna else None
        if region:
            yield f"{REGIONS}/{region.slug}"
        if rubro := element.rubro or company.rubro:
            yield f"{RUBROS}/{rubro}"
    for brand in company.brands:
        yield f"{BRANDS}/{letter_slug(initial(brand))}"


def covered_elements(registry: Registry, seal: Seal) -> Iterable[Element]:
    """What a seal speaks of: its own element, else those whose certificates carry it."""
    company: Company = registry.companies[seal.holder.company_id].record
    own = [one for one in company.elements if one.id == seal.holder.element_id]
    granted = (registry.certificates.get(code) for code in seal.certificates)
    return own or {one.element.id: one.element for one in granted if one}.values()


def initial(name: str) -> str:
    """The capital under which a brand stands, Ñ included; `#` for anything but a letter."""
    first = name.strip()[:1].upper()
    letter = first if first == "Ñ" else fold(first)[:1].upper()
    return letter if letter == "Ñ" or "A" <= letter <= "Z" else "#"


def letter_slug(letter: str) -> str:
    """The part of an address that a letter gives: `a`, `enie`, `otros`."""
    return _OTHERS.get(letter, letter.lower())


def letter_of(slug: str) -> str:
    """The letter of that part of an address."""
    return {part: letter for letter, part in _OTHERS.items()}.get(slug, slug.upper())
