"""Turns prose pages, lists by place and trade, and published tables into rows of the search."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from generator import territory
from generator.prose import ProsePage
from generator.search.rows import Row
from generator.views.lookup_facets import place_facets, plain_row
from generator.views.survey import Survey
from generator.vocabulary import RUBROS

_SEAL = ("Estrella Azul", "sello azul", "Sello APL", "quién puede usar el sello")
_BODIES = ("CPL", "Consejo Nacional de Producción Limpia", "ASCC", "Agencia", "CORFO")
_SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "": _SEAL,
    "verificar/": ("verificar un código", "comprobar un certificado", "validar"),
    "sellos/": _SEAL,
    "certificados/": ("certificación APL", "vencimientos"),
    "acuerdos/": ("APL", "Acuerdo de Producción Limpia"),
    "acerca/que-es-un-apl/": ("APL", "qué es un Acuerdo de Producción Limpia", *_BODIES),
    "acerca/certificacion/": ("certificación APL", "certificarse", "auditoría final"),
    "acerca/sello-apl/": (*_SEAL, "qué es el sello", "logo"),
    "acerca/parecidos/": ("ElijoReciclar", "Sello S", "Chile Origen Consciente"),
    "acerca/historia-y-ley/": (*_BODIES, "Ley 20.416", "Ley 20416", "ley de APL"),
    "acerca/nama-y-mrv/": ("bonos de carbono", "huella de carbono", "emisiones"),
    "acerca/compradores/": ("ChileCompra", "Mercado Público", "licitación", "proveedor"),
    "acerca/este-registro/": ("corregir un dato", "denunciar mal uso", "licencia"),
    "programas/": ("Territorio Limpio", "TL", "extensionismo"),
    "preinversion/": ("AVP", "participación temprana"),
    "estadisticas/": ("cifras", "datos", "porcentaje de cumplimiento"),
}
"""Other words by which people ask for a page, by its address."""

_HEADING = re.compile(r"^(#{2,4})\s+(.+?)\s*(?:\{[^}]*\})?\s*$")
_FENCE = re.compile(r"^\s*(```|~~~)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"[*_`]+")
_UNTOLD = frozenset({"Fuentes"})
_STAFF = "equipo/"
"""Pages for staff, whose examples ("Un sello") would answer what the public asks."""


def page_rows(survey: Survey, prose: Iterable[ProsePage]) -> Iterator[Row]:
    """Prose, then places and trades that have a page, then published tables."""
    pages = {page.path: page for page in prose if page.mould is None}
    for page in pages.values():
        if not _is_twin(page, pages):
            levels = 2 if page.path.startswith(_STAFF) else 4
            twin = pages.get(f"en/{page.path}")
            words = (
                *_headings(page.text, levels),
                *_SYNONYMS.get(page.path, ()),
                *((twin.title,) if twin else ()),
            )
            yield plain_row("pagina", page.path, page.title, page.description, words, {})
    yield from _places(survey)
    for rubro in sorted(survey.named_rubros):
        title = f"Rubro {RUBROS[rubro].es}"
        detail = "Acuerdos e instalaciones de este rubro"
        yield plain_row("pagina", f"rubros/{rubro}/", title, detail, (), {"rubro": (rubro,)})
    for id, entry in survey.registry.statistics.items():
        detail = entry.record.description or ""
        row = plain_row("pagina", f"estadisticas/{id}/", entry.record.name, detail, (), {})
        yield row._replace(example=entry.record.example)


def _is_twin(page: ProsePage, pages: Collection[str]) -> bool:
    """Whether it is the English of another page: one of the two is found, by both titles."""
    spanish = page.path.removeprefix(f"{page.language}/")
    return spanish != page.path and spanish in pages


def _headings(markdown: str, levels: int) -> Iterator[str]:
    """The headings below the title, down to a level, as a reader sees them."""
    fenced = False
    for line in markdown.splitlines():
        if _FENCE.match(line):
            fenced = not fenced
        elif not fenced and (match := _HEADING.match(line)):
            text = _MARKS.sub("", _LINK.sub(r"\1", match[2]))
            if text not in _UNTOLD and len(match[1]) <= levels:
                yield text


def _places(survey: Survey) -> Iterator[Row]:
    detail = "Acuerdos e instalaciones"
    for region in territory.regions():
        facets = {"region": (region.slug,)}
        path = f"regiones/{region.slug}/"
        yield plain_row("pagina", path, region.official_name, detail, (region.name,), facets)
    for code in sorted(survey.named_comunas):
        comuna = territory.comunas()[code]
        path, title = f"comunas/{comuna.slug}/", f"Comuna de {comuna.name}"
        yield plain_row("pagina", path, title, detail, comuna.aliases, place_facets(code))
