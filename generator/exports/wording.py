"""Fields of record types → what the data dictionary says of them, in Spanish and in English."""

from collections.abc import Mapping
from functools import cache

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator import data

PARENTS: Mapping[str, tuple[str, str]] = {
    "id": ("Id", "Id"),
    "empresa": ("Empresa", "Company"),
    "elemento": ("Elemento", "Element"),
    "acuerdo": ("Acuerdo", "Agreement"),
    "adhesion_fecha": ("Adhesión: fecha", "Adhesion: date"),
    "certificado": ("Certificado", "Certificate"),
}
"""The titles of columns that name what a row belongs to."""


def title_en(model: type[BaseModel], field: str) -> str:
    """`Legal name` for `legal_name`."""
    return _row(model, field)["title"] or field.replace("_", " ").capitalize()


def description_es(model: type[BaseModel], field: str, info: FieldInfo) -> str:
    """What the field guide says, but for what only editors need to know."""
    return _row(model, field)["descripcion"] or info.description or ""


def description_en(model: type[BaseModel], field: str) -> str:
    """What the field says, in a sentence; KeyError for one that has no words yet."""
    return _row(model, field)["description"]


def _row(model: type[BaseModel], field: str) -> Mapping[str, str]:
    """That of the type itself, or of the one that it has the field from."""
    names = [f"{one.__name__}.{field}" for one in model.__mro__]
    found = [_rows()[name] for name in names if name in _rows()]
    if not found:
        raise KeyError(f"{names[0]} has no words in data/campos.csv")
    return found[0]


@cache
def _rows() -> Mapping[str, Mapping[str, str]]:
    return {row["field"]: row for row in data.rows("campos.csv")}
