"""Turns the vocabularies and the registry into the labels of what the search can filter by."""

from collections.abc import Mapping

from generator import sectors, territory
from generator.language import gettext
from generator.registry import Registry
from generator.views.record_parts import agreement_titles
from generator.vocabulary import LABELS, RUBROS

Labels = Mapping[str, Mapping[str, str]]

_KINDS = {
    "empresa": "Empresa",
    "elemento": "Instalación o elemento",
    "certificado": "Certificado",
    "sello": "Sello APL",
    "acuerdo": "Acuerdo",
    "programa": "Programa regional",
    "preinversion": "Acuerdo de preinversión",
    "pagina": "Página",
}
_STATES = {
    "vigente": "Vigente",
    "certificado": "Con certificado vigente",
    "adherido": "Adherido, sin certificado aún",
    "suspendido": "Suspendido",
    "certificacion_suspendida": "Certificado suspendido",
    "futuro": "Aún no rige",
    "vencido": "Vencido",
    "certificacion_vencida": "Certificado vencido",
    "anulado": "Anulado",
    "certificacion_anulada": "Certificado anulado",
    "no_vigente": "No vigente",
    "sin_certificar": "Terminó sin certificado",
    "retirado": "Retirado del acuerdo",
}
_SEALS = {
    "vigente": "Con sello vigente",
    "no_vigente": "Con sello que no rige",
    "sin_sello": "Sin sello en este registro",
}


OWN = (_KINDS, _STATES, _SEALS)
"""The names that are the site's own words; sizes are a vocabulary's."""


def own_names() -> Labels:
    """By facet, the names that are not the register's own words, in the language spoken."""
    own = {"tipo": _KINDS, "estado": _STATES, "sello": _SEALS, "tamano": LABELS["size"]}
    return {
        facet: {id: gettext(name) for id, name in names.items()} for facet, names in own.items()
    }


def labels(registry: Registry) -> Labels:
    """By facet, what its values are called, in the order in which they are shown.

    `tipo` names the kinds of rows, which the explorer shows as one facet more.
    """
    return {
        "tipo": _KINDS,
        "estado": _STATES,
        "sello": _SEALS,
        "region": {one.slug: one.name for one in territory.regions()},
        "comuna": {one.slug: one.name for one in territory.comunas().values()},
        "rubro": {id: one.es for id, one in RUBROS.items()},
        "sector": {one.slug: one.title for one in sectors.sections().values()},
        "tamano": LABELS["size"],
        "acuerdo": agreement_titles(registry),
    }
