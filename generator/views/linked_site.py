"""Turns agreements, and the register itself, into nodes of the schema.org vocabulary."""

from collections.abc import Iterator, Mapping

from generator import territory
from generator.load import Entry
from generator.model.agreement import Agreement
from generator.registry import Registry
from generator.views.agreement_parts import bodies
from generator.views.linked_data import CHILE, DATA_LICENSE, publisher
from generator.views.page import Node, Site
from generator.views.register_facts import has_examples

TABLES = tuple(
    "acuerdos empresas elementos adhesiones auditorias certificados suspensiones sellos programas"
    " preinversion estadisticas instalaciones".split()
)
"""The tables that `/datos/` offers, each as CSV and as lines of JSON."""

_WHOLE = (
    ("registro.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("registro.sqlite", "application/vnd.sqlite3"),
)
_LANGUAGE = "es-CL"


def agreement_nodes(registry: Registry, entry: Entry[Agreement], site: Site) -> tuple[Node, ...]:
    """A real agreement: its name, its parties, where it holds and where that is told."""
    agreement = entry.record
    if not site.url or agreement.example:
        return ()
    signed = agreement.dates.signed if agreement.dates else None
    sources = [one.url for one in agreement.sources if one.url]
    return (
        {
            "@type": "CreativeWork",
            "@id": f"{site.url}acuerdos/{entry.id}/#acuerdo",
            "name": agreement.name,
            "url": f"{site.url}acuerdos/{entry.id}/",
            "genre": "Acuerdo de Producción Limpia",
            "about": agreement.sector,
            "contributor": list(_parties(registry, agreement)),
            "spatialCoverage": _areas(agreement),
            "inLanguage": _LANGUAGE,
            **({"dateCreated": str(signed)} if signed else {}),
            **({"citation": sources} if sources else {}),
            "sdPublisher": publisher(registry, site),
            "sdLicense": DATA_LICENSE,
        },
    )


def _parties(registry: Registry, agreement: Agreement) -> Iterator[Node]:
    if agreement.sponsor:
        url = {"url": agreement.sponsor_site} if agreement.sponsor_site else {}
        yield {"@type": "Organization", "name": agreement.sponsor, **url}
    for one in bodies(agreement, registry.bodies):
        yield {"@type": "GovernmentOrganization", "name": one.name}


def _areas(agreement: Agreement) -> list[Node]:
    """Comunas where any is named, else regions, else the country."""
    reach = agreement.territory
    comunas = (territory.comuna(code) for code in reach.comunas)
    regions = (territory.region(code) for code in reach.regions)
    names = [one.name for one in comunas if one] or [one.official_name for one in regions if one]
    areas: list[Node] = [{"@type": "AdministrativeArea", "name": name} for name in names]
    return areas or [CHILE]


def site_nodes(registry: Registry, site: Site) -> Mapping[str, tuple[Node, ...]]:
    """What pages of prose tell machines besides where they stand, by address."""
    if not site.url:
        return {}
    return {"": (_website(registry, site),), "datos/": (_dataset(registry, site),)}


def _website(registry: Registry, site: Site) -> Node:
    return {
        "@type": "WebSite",
        "@id": f"{site.url}#sitio",
        "name": registry.settings.name,
        "url": site.url,
        "inLanguage": _LANGUAGE,
        "license": DATA_LICENSE,
        "publisher": publisher(registry, site),
    }


def _dataset(registry: Registry, site: Site) -> Node:
    examples = " Incluye registros de ejemplo, marcados en la columna «ejemplo»."
    return {
        "@type": "Dataset",
        "@id": f"{site.url}datos/#datos",
        "name": f"Datos del {_lowered(registry.settings.name)}",
        "description": "Acuerdos de Producción Limpia de Chile, empresas e instalaciones que"
        " adhirieron, certificados y sellos, con su estado y sus fechas, en tablas que se pueden"
        f" descargar completas.{examples if has_examples(registry) else ''}",
        "url": f"{site.url}datos/",
        "license": DATA_LICENSE,
        "creator": publisher(registry, site),
        "isAccessibleForFree": True,
        "inLanguage": _LANGUAGE,
        "spatialCoverage": CHILE,
        "dateModified": site.day.isoformat(),
        "keywords": ["Acuerdo de Producción Limpia", "APL", "Sello APL", "Estrella Azul", "Chile"],
        "distribution": [_download(site, name, kind) for name, kind in _downloads()],
    }


def _lowered(name: str) -> str:
    return f"{name[:1].lower()}{name[1:]}"


def _downloads() -> Iterator[tuple[str, str]]:
    yield from _WHOLE
    for table in TABLES:
        yield f"{table}.csv", "text/csv"
        yield f"{table}.ndjson", "application/x-ndjson"


def _download(site: Site, name: str, kind: str) -> Node:
    return {
        "@type": "DataDownload",
        "name": name,
        "contentUrl": f"{site.url}datos/{name}",
        "encodingFormat": kind,
    }
