"""The type of a record's field → what its values are in the open data."""

from collections.abc import Mapping
from typing import Any, Literal

from generator.model import fields
from generator.views import field_types

Kind = Literal["text", "integer", "number", "boolean", "day", "partial_day", "list", "blocks"]

MANY: tuple[Kind, ...] = ("list", "blocks")
"""Values of these kinds hold any number of texts or codes, or of whole mappings."""

PARTIAL_DAY = r"^\d{4}(-\d{2}(-\d{2})?)?$"

SCALARS: Mapping[Kind, Mapping[str, str]] = {
    "text": {"type": "string"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "day": {"type": "string", "format": "date"},
    "partial_day": {"type": "string", "pattern": PARTIAL_DAY},
}
"""How JSON Schema says so."""

DECIMALS = (
    fields.Number,
    fields.Quantity,
    fields.Percentage,
    fields.Latitude,
    fields.Longitude,
)
_KINDS: tuple[tuple[Any, Kind], ...] = (
    (fields.Day, "day"),
    (fields.PartialDay, "partial_day"),
    (fields.Flag, "boolean"),
    *((one, "integer") for one in (fields.Count, fields.Positive, fields.Integer, fields.Year)),
    *((one, "number") for one in DECIMALS),
)


def kind(hint: Any) -> Kind:
    """What the values of a field of this type are."""
    inside = field_types.item(hint)
    if inside is not None:
        whole = field_types.block(hint) or field_types.item(inside) is not None
        return "blocks" if whole else "list"
    bare = field_types.without_none(hint)
    return next((one for known, one in _KINDS if bare == known), "text")
