"""Record types → JSON Schema: each key with its title, description, examples and values.

What editors make of a schema decides its form. A key without a value counts as absent, so `null`
passes for all that is not required, but never as a type, or editors would offer it; and a value
stands inside `anyOf`, or editors would write its example into the record with its key.
"""

from collections.abc import Collection, Iterator
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, WithJsonSchema
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from generator.folding import slug
from generator.load import types
from generator.model.shapes import ABSENT
from generator.schema import codes, wording
from generator.views.field_guide import labels_of

Schema = dict[str, Any]

EMPTY: Schema = {
    "title": "Sin valor",
    "$comment": "The key counts as absent.",
    "not": {"type": ["number", "boolean", "object", "array"]},
    "pattern": ABSENT,
}
_TABLES = {"APL040": ("region", codes.regions), "APL041": ("comuna", codes.comunas)}
_TABLES["APL042"] = ("ciiu", codes.ciiu)


class Blocks:
    """The definitions that the schema of one record type needs, each made once."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {"vacio": EMPTY}

    def properties(self, model: type[BaseModel], may_lack: Collection[str] = ()) -> Schema:
        """The schema of every key of a block, in the order in which a record has them.

        Required keys that it `may_lack` all the same may stand there without a value.
        """
        needed = set(required(model)).difference(may_lack)
        fields = {info.alias or name: info for name, info in model.model_fields.items()}
        return {key: self._property(fields[key], key in needed) for key in types.keys_of(model)}

    def item(self, annotation: Any) -> Schema:
        """The schema of what a list holds; an empty place in it is a fault."""
        kind, marks = types.bare(annotation)
        if types.is_block(kind):
            return self._reference(kind, needed=True)
        if types.is_list(kind):
            return {**_list_type(needed=True), **self._list(kind)}
        return self._value(kind, marks, ())

    def _property(self, info: FieldInfo, needed: bool) -> Schema:
        kind, marks = types.bare(info.annotation, tuple(info.metadata))
        head = {"title": info.title, "description": info.description, **_default(info)}
        if types.is_block(kind):
            return {**head, **self._reference(kind, needed=needed)}
        if types.is_list(kind):
            return {**head, **_list_type(needed), **self._list(kind)}
        value = self._value(kind, marks, tuple(info.examples or ()))
        empty = () if needed else ({"$ref": "#/$defs/vacio"},)
        return {**head, "anyOf": [value, *empty]}

    def _list(self, kind: Any) -> Schema:
        return {"items": self.item(types.item_type(kind))}

    def _reference(self, block: type[BaseModel], *, needed: bool) -> Schema:
        name = slug(str(block.model_config.get("title"))) + ("" if needed else "-o-vacio")
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = self._block(block, needed)
        return {"$ref": f"#/$defs/{name}"}

    def _block(self, block: type[BaseModel], needed: bool) -> Schema:
        keys = keys_of(block)
        return {
            "title": keys[0],
            **({"type": "object"} if needed else _or_empty("object", wording.no_block(*keys))),
            "properties": self.properties(block),
            "required": list(required(block)),
            "additionalProperties": False,
            "errorMessage": wording.keys(*keys),
        }

    def _value(self, kind: Any, marks: tuple[Any, ...], examples: tuple[object, ...]) -> Schema:
        shown = {"examples": list(examples)} if examples else {}
        if get_origin(kind) is Literal:
            return _choice(tuple(map(str, get_args(kind))))
        shape = next(
            dict(one.json_schema or {}) for one in marks if isinstance(one, WithJsonSchema)
        )
        apl = str(shape.pop("apl"))
        if apl in _TABLES:
            name, make = _TABLES[apl]
            if name not in self.definitions:
                self.definitions[name] = {**make(), "errorMessage": wording.expected(apl)}
            return {"$ref": f"#/$defs/{name}"}
        told = wording.expected(apl, _bounds(shape))
        return {**shape, **shown, "errorMessage": told}


def required(model: type[BaseModel]) -> Iterator[str]:
    """The keys that a block cannot do without."""
    fields = {info.alias or name: info for name, info in model.model_fields.items()}
    return (key for key in types.keys_of(model) if fields[key].is_required())


def keys_of(model: type[BaseModel]) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """A block's title, the keys it needs, and those that it may have."""
    needed = tuple(required(model))
    others = tuple(key for key in types.keys_of(model) if key not in needed)
    return str(model.model_config.get("title")), needed, others


def _list_type(needed: bool) -> Schema:
    if needed:
        return {"type": "array", "errorMessage": wording.NO_LIST}
    return _or_empty("array", wording.NO_LIST)


def _or_empty(kind: str, told: str) -> Schema:
    return {
        "if": {"type": kind},
        "else": {"type": ["null", "string"], "pattern": ABSENT, "errorMessage": told},
    }


def _choice(values: tuple[str, ...]) -> Schema:
    labels = labels_of(frozenset(values))
    shown = {"enumDescriptions": [labels[one] for one in values]} if labels else {}
    return {
        "type": "string",
        "enum": list(values),
        **shown,
        "errorMessage": wording.one_of(values),
    }


def _bounds(shape: Schema) -> str:
    """The range of what is a number, and not a text that may look like one."""
    if shape["type"][0] == "string":
        return ""
    return wording.between(shape.get("minimum"), shape.get("maximum"))


def _default(info: FieldInfo) -> Schema:
    missing = info.default is PydanticUndefined or info.default in (None, ())
    return {} if missing else {"default": info.default}
