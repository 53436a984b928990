"""Tables, kinds of change and kinds of address → their nouns in Spanish and English."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.changes.model import Kind, Table


@dataclass(frozen=True, slots=True)
class Noun:
    """What a record of a table is called, and the words that agree with it."""

    es: str
    en: str
    article: str
    new: str


def _noun(es: str, en: str) -> Noun:
    feminine = es.split(" ")[0].endswith(("a", "ión"))
    return Noun(es, en, "la" if feminine else "el", "nueva" if feminine else "nuevo")


NOUNS: Mapping[Table, Noun] = {
    "registro": _noun("registro", "register"),
    "acuerdos": _noun("acuerdo", "agreement"),
    "empresas": _noun("empresa", "company"),
    "elementos": _noun("elemento", "element"),
    "adhesiones": _noun("adhesión", "adhesion"),
    "certificados": _noun("certificado", "certificate"),
    "sellos": _noun("sello", "seal"),
    "programas": _noun("programa regional", "regional programme"),
    "preinversion": _noun("acuerdo de preinversión", "pre-investment agreement"),
    "estadisticas": _noun("tabla de estadísticas", "table of statistics"),
    "organismos": _noun("organismo", "public body"),
    "auditores": _noun("firma auditora", "audit firm"),
}

Counted = tuple[str, str, str, str]
"""One and many, in Spanish and in English."""

COUNTS: Mapping[Kind, Counted] = {
    "alta": ("alta", "altas", "new record", "new records"),
    "vuelve": ("ficha que vuelve", "fichas que vuelven", "record back", "records back"),
    "renombrado": (
        "cambio de dirección",
        "cambios de dirección",
        "changed address",
        "changed addresses",
    ),
    "baja": ("baja", "bajas", "withdrawal", "withdrawals"),
    "oculto": (
        "ficha que deja de publicarse",
        "fichas que dejan de publicarse",
        "record no longer published",
        "records no longer published",
    ),
    "quitado": (
        "ficha que desaparece",
        "fichas que desaparecen",
        "record gone",
        "records gone",
    ),
    "elemento_nuevo": (
        "elemento nuevo",
        "elementos nuevos",
        "new element",
        "new elements",
    ),
    "elemento_movido": (
        "elemento que cambia de empresa",
        "elementos que cambian de empresa",
        "element moved",
        "elements moved",
    ),
    "elemento_quitado": (
        "elemento que desaparece",
        "elementos que desaparecen",
        "element gone",
        "elements gone",
    ),
    "adhesion": ("adhesión nueva", "adhesiones nuevas", "new adhesion", "new adhesions"),
    "adhesion_quitada": (
        "adhesión que desaparece",
        "adhesiones que desaparecen",
        "adhesion gone",
        "adhesions gone",
    ),
    "certificado": (
        "certificado nuevo",
        "certificados nuevos",
        "new certificate",
        "new certificates",
    ),
    "renovacion": ("renovación", "renovaciones", "renewal", "renewals"),
    "certificado_movido": (
        "certificado que cambia de lugar",
        "certificados que cambian de lugar",
        "certificate moved",
        "certificates moved",
    ),
    "certificado_quitado": (
        "certificado que desaparece",
        "certificados que desaparecen",
        "certificate gone",
        "certificates gone",
    ),
    "sello": ("sello nuevo", "sellos nuevos", "new seal", "new seals"),
    "sello_quitado": (
        "sello que desaparece",
        "sellos que desaparecen",
        "seal gone",
        "seals gone",
    ),
    "correccion": ("corrección", "correcciones", "correction", "corrections"),
    "datos": ("cambio de datos", "cambios de datos", "change of data", "changes of data"),
}
"""What the summary counts; changes of state are told one by one."""

ADDRESSES: Mapping[str, Counted] = {
    "paginas": ("página", "páginas", "page", "pages"),
    "calendarios": ("calendario", "calendarios", "calendar", "calendars"),
    "novedades": ("canal de novedades", "canales de novedades", "feed", "feeds"),
    "insignias": ("insignia", "insignias", "badge", "badges"),
    "qr": ("QR", "QR", "QR", "QRs"),
}
"""The kinds of address that a site has."""
