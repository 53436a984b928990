"""Words of a spreadsheet → the listed value that a record has for them."""

import re
from collections.abc import Mapping
from functools import cache

from generator.folding import fold
from generator.sheets.tables import Column
from generator.vocabulary import LABELS, RUBROS, THEMES

_SYNONYMS: Mapping[tuple[str, ...], Mapping[str, str]] = {
    ("alcance",): {
        "instalacion": "establecimiento",
        "planta": "establecimiento",
        "sucursal": "establecimiento",
        "empresa": "organizacion",
        "institucion": "organizacion",
        "vehiculo": "maquinaria",
        "maquina": "maquinaria",
        "equipo": "maquinaria",
        "servicio": "producto",
    },
    ("estado",): {
        "aceptado": "aceptada",
        "aprobada": "aceptada",
        "aprobado": "aceptada",
        "observado": "observada",
        "rechazado": "rechazada",
    },
    ("tipo",): {
        "juridica": "persona_juridica",
        "natural": "persona_natural",
        "auditoria final": "final",
        "auditoria intermedia": "intermedia",
    },
    ("tamano",): {
        "microempresa": "micro",
        "chica": "pequena",
        "sin ventas": "sin_informacion",
        "mediano": "mediana",
        "pequeno": "pequena",
        "gran empresa": "grande",
        "gran": "grande",
    },
}
"""By key, what people write for a listed value besides its label."""

PATTERNS = {
    "brackets": re.compile(r"\([^)]*\)"),
    "around": re.compile(r"^(?:empresa|mi?pyme) | (?:empresa|empresas)$"),
}
"""What stands beside the word that counts."""


def meant(text: str, column: Column) -> str | None:
    """The listed value that `text` is, by its label or a usual word; None where it is none."""
    if text in column.choices:
        return text
    by_word = words(column)
    return by_word.get(fold(text)) or by_word.get(_bare(text))


def _bare(text: str) -> str:
    """`Pequeña empresa (2.400 a 25.000 UF)` → `pequena`."""
    folded = fold(PATTERNS["brackets"].sub(" ", text))
    return PATTERNS["around"].sub("", folded).strip()


@cache
def words(column: Column) -> Mapping[str, str]:
    """Every folded word for a listed value of the column: labels, ids and usual words."""
    found: dict[str, str] = {}
    for labels in (*LABELS.values(), _spanish(RUBROS), _spanish(THEMES)):
        if set(column.choices) <= set(labels):
            for choice in column.choices:
                found.setdefault(fold(labels[choice]), choice)
    for choice in column.choices:
        found[fold(choice.replace("_", " "))] = choice
    for keys, synonyms in _SYNONYMS.items():
        if column.path[-1:] == keys:
            found |= {w: v for w, v in synonyms.items() if v in column.choices and w not in found}
    return found


def _spanish(labels: Mapping[str, object]) -> Mapping[str, str]:
    return {key: str(getattr(label, "es", "")) for key, label in labels.items()}
