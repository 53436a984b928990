"""The models' lists and the agreements → a workbook to fill, with usual headers and pick-lists."""

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import xlsxwriter

from generator import folding, territory
from generator.sheets.tables import Column, tables
from generator.vocabulary import LABELS, RUBROS

_ROWS = 500
_HIDDEN = "Listas"


@dataclass(frozen=True, slots=True)
class Field:
    """A column to fill: its usual name, and what it becomes."""

    header: str
    target: tuple[str, str]
    width: int = 14
    is_needed: bool = False


FIELDS = (
    Field("RUT", ("empresas", "rut"), 14, True),
    Field("Razón social", ("empresas", "razon_social"), 34, True),
    Field("Tamaño empresa", ("empresas", "tamano"), 16),
    Field("Rubro", ("empresas", "rubro"), 20),
    Field("Nombre instalación", ("elementos", "nombre"), 28, True),
    Field("Comuna instalación", ("elementos", "comuna"), 20, True),
    Field("Dirección instalación", ("elementos", "direccion"), 28),
    Field("Acuerdo", ("adhesiones", "acuerdo"), 30, True),
    Field("Fecha de adhesión", ("adhesiones", "fecha"), 18, True),
    Field("Estado adhesión", ("adhesiones", "estado"), 17),
    Field("Fecha auditoría final", ("auditorias", "fecha"), 20),
    Field("Acciones que aplican", ("auditorias", "aplican"), 20),
    Field("Acciones que cumplen", ("auditorias", "cumplen"), 21),
    Field("Auditor", ("auditorias", "auditor"), 24),
    Field("Fecha certificación", ("certificados", "fecha"), 19),
    Field("Vigente hasta", ("certificados", "vigente_hasta"), 15),
    Field("Nivel", ("certificados", "nivel"), 8),
    Field("Número de certificado", ("certificados", "numero_oficial"), 22),
    Field("Fuente", ("empresas", "fuente"), 32),
)
"""What a ceremony's list tells, from the company to its certificate."""


def workbook(agreements: Iterable[str]) -> bytes:
    """The workbook; the same agreements give the same bytes."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"title": "Lista de una ceremonia", "created": datetime(2000, 1, 1)})
    sheet, lists = book.add_worksheet("Ceremonia"), book.add_worksheet(_HIDDEN)
    lists.hide()
    listed = {"acuerdo": tuple(agreements), **offered()}
    where = {name: _written(lists, at, texts) for at, (name, texts) in enumerate(listed.items())}
    formats = _formats(book)
    sheet.freeze_panes(1, 2)
    for at, one in enumerate(FIELDS):
        _fill(sheet, at, one, where, formats)
    sheet.set_landscape()
    book.close()
    return out.getvalue()


def column(one: Field) -> Column | None:
    """The column of the table that a field becomes; None for what only names a source."""
    return tables()[one.target[0]].column(one.target[1])


def _formats(book: Any) -> Mapping[str, Any]:
    head = {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}
    return {
        "needed": book.add_format({**head, "bg_color": "#0B4F9E", "font_color": "#FFFFFF"}),
        "head": book.add_format({**head, "bg_color": "#DCE6F1"}),
        "text": book.add_format({"num_format": "@"}),
        "day": book.add_format({"num_format": "yyyy-mm-dd"}),
        "integer": book.add_format({"num_format": "0"}),
    }


def offered() -> dict[str, tuple[str, ...]]:
    """By the name of a column, the words to pick from, as people read them."""
    comunas = [one.name for one in territory.comunas().values()]
    return {
        "comuna": tuple(sorted(comunas, key=folding.sort_key)),
        "tamano": tuple(LABELS["size"].values()),
        "rubro": tuple(one.es for one in RUBROS.values()),
        "estado": tuple(LABELS["adhesion_state"].values()),
    }


def _written(lists: Any, at: int, texts: tuple[str, ...]) -> str:
    """Put a list on the hidden sheet; where it stands, or nothing for an empty one."""
    for row, text in enumerate(texts):
        lists.write_string(row, at, text)
    letter = chr(ord("A") + at)
    return f"={_HIDDEN}!${letter}$1:${letter}${len(texts)}" if texts else ""


def _fill(
    sheet: Any, at: int, one: Field, where: Mapping[str, str], formats: Mapping[str, Any]
) -> None:
    known = column(one)
    kind = known.kind if known else "text"
    sheet.set_column(at, at, one.width, formats.get(kind, formats["text"]))
    sheet.write_string(0, at, one.header, formats["needed" if one.is_needed else "head"])
    if known and known.description:
        sheet.write_comment(0, at, f"{known.title}. {known.description}")
    if source := where.get(one.target[1]):
        rule = {"validate": "list", "source": source, "error_type": "warning"}
        sheet.data_validation(1, at, _ROWS, at, rule)
    elif kind == "day":
        since = {"criteria": ">", "value": datetime(1990, 1, 1)}
        rule = {"validate": "date", "error_type": "warning"}
        sheet.data_validation(1, at, _ROWS, at, {**rule, **since})
