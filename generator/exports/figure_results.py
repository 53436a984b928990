"""The figures of the page of statistics → the same rows in the API, and the schemas of both.

Which keys a figure's rows have is said here once more than in the figure itself: what the API has
promised must not move when a figure does, and a test holds one against the other.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.exports.cells import encoded
from generator.exports.schema import Schema, closed, nullable
from generator.render.wording import number
from generator.views.counting.ahead import Ahead
from generator.views.counting.terms import Terms
from generator.views.figure import Column, Figure, Value
from generator.views.figure_slots import FIGURES, ONLY_A_FILE
from generator.views.survey import Survey

CROSSINGS = "cruces"
"""The figure that has a file of its own: it is as long as a table."""

_TEXT: Schema = {"type": "string"}
_WHOLE: Schema = {"type": "integer"}
_TEXT_OR_NULL, _WHOLE_OR_NULL = nullable(_TEXT), nullable(_WHOLE)
_KEYED: Mapping[str, Schema] = {"clave": _TEXT_OR_NULL, "nombre": _TEXT}
_SIZED: Mapping[str, Schema] = {"tamano": _TEXT, "nombre_tamano": _TEXT}
_STEPS: Mapping[str, Schema] = {
    "adhieren": _WHOLE,
    "certifican": _WHOLE_OR_NULL,
    "porcentaje": _WHOLE_OR_NULL,
    "vigentes": _WHOLE_OR_NULL,
    "con_sello": _WHOLE_OR_NULL,
    "ejemplos": _WHOLE,
}
_GROUPED = {**_KEYED, **_STEPS}
_HELD: Mapping[str, Schema] = {"certificados": _WHOLE, "ejemplos": _WHOLE}
_BOTH: Mapping[str, Schema] = {
    "publicado": _WHOLE,
    "al": _TEXT_OR_NULL,
    "contado": _WHOLE_OR_NULL,
    "diferencia": _WHOLE_OR_NULL,
    "fuente": _TEXT_OR_NULL,
}

ROWS: Mapping[str, Mapping[str, Schema]] = {
    "embudo": {**_KEYED, "elementos": _WHOLE_OR_NULL, "empresas": _WHOLE_OR_NULL},
    "embudo-tamano": _GROUPED,
    "embudo-tamano-instalaciones": _GROUPED,
    "embudo-region": _GROUPED,
    "embudo-sector": _GROUPED,
    "embudo-rubro": _GROUPED,
    "embudo-acuerdo": _GROUPED,
    "embudo-anio": _GROUPED,
    "cruce-region-tamano": {"region": _TEXT_OR_NULL, "nombre": _TEXT, **_SIZED, **_STEPS},
    "cruce-rubro-tamano": {"rubro": _TEXT_OR_NULL, "nombre": _TEXT, **_SIZED, **_STEPS},
    "cruce-anio-tamano": {"anio": _TEXT, "nombre": _TEXT, **_SIZED, **_STEPS},
    "en-el-tiempo": {"al": _TEXT, **{key: _STEPS[key] for key in list(_STEPS)[:4]}},
    "cumplimiento": {"al": _TEXT, **_SIZED, **{key: _STEPS[key] for key in list(_STEPS)[:3]}},
    "plazo": {"meses": _TEXT, "adhesiones": _WHOLE},
    "certificados": {**_KEYED, **_HELD},
    "vencimientos": {"mes": _TEXT_OR_NULL, **_HELD},
    "publicado-y-contado": {"que": _TEXT, **_BOTH},
    "publicado-por-acuerdo": {
        **dict.fromkeys(("acuerdo", "nombre", "que", "unidad_publicada", "por_que"), _TEXT),
        **_BOTH,
    },
}
"""The keys of each figure's rows, with their types; those of `CROSSINGS` stand apart."""

CROSSED: Mapping[str, Schema] = {
    **dict.fromkeys(("acuerdo", "region", "sector", "rubro"), _TEXT_OR_NULL),
    "tamano": _TEXT,
    "anio": _TEXT,
    **_STEPS,
}
_MEASURES: Mapping[str, tuple[str, ...]] = {
    "plazo": ("cuartil_inferior", "mediana", "cuartil_superior", "sin_certificado"),
    "certificados": ("por_vencer", "dias_por_vencer"),
}
"""What a figure says in sentences beside its rows."""


def key(name: str) -> str:
    """`embudo_tamano`: the key under which a figure stands."""
    return name.replace("-", "_")


def schema() -> Schema:
    """All figures, each under its key."""
    return closed({key(name): _figure_schema(name) for name in ROWS})


def _figure_schema(name: str) -> Schema:
    return closed(
        {
            "titulo": _TEXT,
            "unidad": _TEXT_OR_NULL,
            "incluye": _TEXT,
            "ejemplos": _WHOLE,
            "fuente": _TEXT_OR_NULL,
            "nominas": nullable(closed({"de": _TEXT, "completas": _WHOLE, "acuerdos": _WHOLE})),
            "direccion": _TEXT,
            "csv": _TEXT,
            "svg": _TEXT_OR_NULL,
            "notas": {"type": "array", "items": _TEXT},
            **dict.fromkeys(_MEASURES.get(name, ()), _WHOLE_OR_NULL),
            "filas": {"type": "array", "items": closed(ROWS[name])},
        }
    )


def figures(survey: Survey) -> dict[str, Any]:
    """All figures of the page of statistics but the longest, under their keys."""
    return {key(name): _told(survey, name) for name in FIGURES if name not in ONLY_A_FILE}


def crossings(survey: Survey) -> list[str]:
    """All groupings at once, a row each, as JSON."""
    return [encoded(one) for one in _rows(FIGURES[CROSSINGS](survey), CROSSED)]


def _told(survey: Survey, name: str) -> dict[str, Any]:
    figure = FIGURES[name](survey)
    held = figure.coverage
    return {
        "titulo": figure.title,
        "unidad": figure.unit or None,
        "incluye": figure.includes,
        "ejemplos": figure.examples,
        "fuente": figure.source or None,
        "nominas": {
            "de": figure.roll,
            "completas": held.complete.count,
            "acuerdos": held.agreements.count,
        }
        if held
        else None,
        "direccion": f"{figure.page}#{figure.anchor}",
        "csv": figure.csv,
        "svg": figure.svg or None,
        "notas": [one.text.format(*map(number, one.numbers)) for one in figure.notes],
        **_measures(survey, name),
        "filas": list(_rows(figure, ROWS[name])),
    }


def _measures(survey: Survey, name: str) -> dict[str, int | None]:
    told: tuple[int | None, ...] = ()
    if name == "plazo":
        terms: Terms = survey.counted("plazo")
        told = (terms.quarter, terms.median, terms.three_quarters, terms.waiting)
    elif name == "certificados":
        ahead: Ahead = survey.counted("certificados")
        told = (ahead.soon.number, survey.expiring_days)
    return dict(zip(_MEASURES.get(name, ()), told, strict=True))


def _rows(figure: Figure, keys: Mapping[str, Schema]) -> Iterator[dict[str, Any]]:
    """The rows under their keys; a column that is called after the unit has one name here."""
    for row in figure.rows:
        named = {_name(figure, column): _plain(column, one) for column, one in _pairs(figure, row)}
        yield {key: named[key] for key in keys}


def _pairs(figure: Figure, row: tuple[Value, ...]) -> Iterator[tuple[Column, Value]]:
    return zip(figure.columns, row, strict=True)


def _name(figure: Figure, column: Column) -> str:
    is_unit = figure.anchor == "embudo" and column.id == figure.unit
    return "elementos" if is_unit else column.id


def _plain(column: Column, value: Value) -> str | int | None:
    """A day as text; null for what is not known, and for what is no day in a column of days."""
    if value is None or isinstance(value, int):
        return value
    if column.kind == "fecha" and isinstance(value, str):
        return None
    return str(value) or None
