"""Turns the type of a record's field into the words by which the field guide names it."""

from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from generator.model import fields

_WORDS: tuple[tuple[Any, str, str], ...] = (
    (fields.Id, "id", "ids"),
    (fields.ElementRef, "empresa/elemento", "empresa/elemento"),
    (fields.Day, "fecha", "fechas"),
    (fields.PartialDay, "fecha parcial", "fechas parciales"),
    (fields.Flag, "sí o no", "sí o no"),
    (fields.Count, "número entero, 0 o más", "números enteros, 0 o más"),
    (fields.Positive, "número entero, 1 o más", "números enteros, 1 o más"),
    (fields.Integer, "número entero", "números enteros"),
    (fields.Number, "número", "números"),
    (fields.Quantity, "número, 0 o más", "números, 0 o más"),
    (fields.Percentage, "número de 0 a 100", "números de 0 a 100"),
    (fields.Latitude, "latitud en grados", "latitudes en grados"),
    (fields.Longitude, "longitud en grados", "longitudes en grados"),
    (fields.RegionCode, "código de región", "códigos de región"),
    (fields.ComunaCode, "código de comuna", "códigos de comuna"),
    (fields.CiiuCode, "código CIIU4.CL", "códigos CIIU4.CL"),
    (fields.RutCode, "RUT", "RUT"),
    (fields.CertificateCode, "código del registro", "códigos del registro"),
    (fields.HttpsUrl, "dirección https", "direcciones https"),
    (fields.SourceUrl, "dirección http o https", "direcciones http o https"),
    (fields.Email, "correo institucional", "correos institucionales"),
    (fields.Cell, "valores en el orden de las columnas", "valores"),
    (fields.ActionCode, "código", "códigos"),
    (fields.Text, "texto", "textos"),
)


def without_none(hint: Any) -> Any:
    """The type of a field that may be absent, without its absence."""
    if get_origin(hint) in (Union, UnionType) and not _is_known(hint):
        rest = [one for one in get_args(hint) if one is not NoneType]
        return rest[0] if len(rest) == 1 else hint
    return hint


def _is_known(hint: Any) -> bool:
    return any(hint == known for known, _, _ in _WORDS)


def item(hint: Any) -> Any | None:
    """What a list holds; None for anything but a list."""
    bare = without_none(hint)
    return get_args(bare)[0] if get_origin(bare) is tuple else None


def block(hint: Any) -> type[BaseModel] | None:
    """The block that a field holds, or a list of them; None where it holds none."""
    bare = without_none(item(hint) or hint)
    return bare if isinstance(bare, type) and issubclass(bare, BaseModel) else None


def choices(hint: Any) -> tuple[str, ...]:
    """The values that a field, or each item of its list, must be one of."""
    bare = without_none(item(hint) or hint)
    return tuple(map(str, get_args(bare))) if get_origin(bare) is Literal else ()


def is_coded(hint: Any) -> bool:
    """Whether its values are codes that go between quotes."""
    bare = without_none(item(hint) or hint)
    if get_origin(bare) is not Annotated:
        return False
    return any(isinstance(one, fields.Coded) for one in get_args(bare)[1:])


def words(hint: Any) -> str:
    """`texto`, `lista de fechas`, `bloque`, `uno de estos valores`."""
    inside = item(hint)
    if inside is None:
        return _one(without_none(hint))
    if item(inside) is not None:
        return f"lista de listas de {_many(item(inside))}"
    return f"lista de {_many(without_none(inside))}"


def _one(bare: Any) -> str:
    if block(bare):
        return "bloque"
    if choices(bare):
        return "uno de estos valores"
    return next((one for known, one, _ in _WORDS if bare == known), "texto")


def _many(bare: Any) -> str:
    if block(bare):
        return "bloques"
    if choices(bare):
        return "estos valores"
    return next((many for known, _, many in _WORDS if bare == known), "textos")
