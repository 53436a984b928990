"""What the picture of each section's shared links says, and which section shows which picture."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Card:
    """A picture of 1200 by 630 dots: its name, a title and two lines that fit under it."""

    name: str
    title: str
    lines: tuple[str, str]

    @property
    def path(self) -> str:
        """Where the site has it."""
        return f"recursos/{self.file}"

    @property
    def file(self) -> str:
        """Its file's name; that of the home page is the oldest, and others may link to it."""
        return f"compartir-{self.name}.png" if self.name else "compartir.png"

    @property
    def alt(self) -> str:
        """What it says, for whoever does not see it."""
        return f"{self.title}: {self.lines[0]} {self.lines[1]}"


_HOME = Card(
    "",
    "Registro del Sello APL",
    ("Quién está certificado, quién puede usar la Estrella Azul", "y hasta cuándo."),
)
_CHECK = Card(
    "verificar",
    "¿Está vigente?",
    (
        "Verifique un sello o un certificado por su código, RUT,",
        "nombre o marca, hoy o en otro día.",
    ),
)
_SEALS = Card(
    "sellos",
    "¿Quién usa la Estrella Azul?",
    ("Quién tiene derecho a usar el Sello APL, para qué", "instalación y hasta cuándo."),
)
_REGISTER = Card(
    "registro",
    "Instalación por instalación",
    (
        "Qué empresas están en un acuerdo, cuáles de sus",
        "instalaciones se certificaron y hasta cuándo.",
    ),
)
_AGREEMENTS = Card(
    "acuerdos",
    "Los acuerdos",
    ("Quién firma cada Acuerdo de Producción Limpia, qué metas", "tiene y quién las cumplió."),
)
_PLACES = Card(
    "lugares",
    "En su región y su comuna",
    ("Qué instalaciones tienen certificado vigente cerca", "de usted, y en qué acuerdos."),
)
_TRADES = Card(
    "rubros",
    "Rubro por rubro",
    ("Vino, pan, leche, turismo, construcción: quién se", "certificó en cada uno."),
)
_FIGURES = Card(
    "estadisticas",
    "Las cifras, con su fecha",
    (
        "Cuántos adhirieron, cuántos se certificaron y cuántos",
        "siguen vigentes. Con su unidad y su fuente.",
    ),
)
_DATA = Card(
    "datos",
    "Los datos y sus cambios",
    ("Qué cambió en el registro, y cómo llevarse", "los datos completos."),
)
_ABOUT = Card(
    "acerca",
    "El sello, explicado",
    ("Qué es un Acuerdo de Producción Limpia, qué dice", "la Estrella Azul y qué no dice."),
)
_TEAM = Card(
    "equipo",
    "Guía del equipo",
    ("Cómo se edita este registro, con todas", "sus reglas y campos."),
)
_ENGLISH = Card(
    "en",
    "Chile’s Sello APL",
    (
        "Who is certified under a Clean Production Agreement,",
        "who may use the Blue Star, and until when.",
    ),
)

BY_SECTION: Mapping[str, Card] = {
    "": _HOME,
    "verificar": _CHECK,
    "v": _CHECK,
    "sellos": _SEALS,
    "certificados": _REGISTER,
    "empresas": _REGISTER,
    "registro": _REGISTER,
    "acuerdos": _AGREEMENTS,
    "territorios": _AGREEMENTS,
    "pymes": _AGREEMENTS,
    "programas": _AGREEMENTS,
    "preinversion": _AGREEMENTS,
    "regiones": _PLACES,
    "comunas": _PLACES,
    "rubros": _TRADES,
    "sectores": _TRADES,
    "anios": _FIGURES,
    "estadisticas": _FIGURES,
    "cambios": _DATA,
    "datos": _DATA,
    "acerca": _ABOUT,
    "equipo": _TEAM,
    "en": _ENGLISH,
}
"""The picture of each first part of an address; any other part has that of the home page."""

CARDS = tuple(dict.fromkeys(BY_SECTION.values()))
"""Each picture once."""
