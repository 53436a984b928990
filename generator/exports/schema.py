"""Record types and tables → the JSON Schemas (2020-12) of what the API gives."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.exports import wording
from generator.exports.columns import Column
from generator.exports.kinds import SCALARS, kind
from generator.exports.plain import UNPUBLISHED
from generator.exports.table import Table
from generator.model.record import Record
from generator.views import field_types

Schema = dict[str, Any]


def reference(name: str) -> Schema:
    """What stands where the schema `name` is meant."""
    return {"$ref": f"#/components/schemas/{name}"}


def nullable(schema: Schema) -> Schema:
    """The same, or null."""
    if "type" not in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    wider: Schema = {**schema, "type": [schema["type"], "null"]}
    if "enum" in schema:
        wider["enum"] = [*schema["enum"], None]
    return wider


def closed(properties: Mapping[str, Schema], **more: object) -> Schema:
    """An object that has all of these, each always there."""
    return {
        "type": "object",
        **more,
        "properties": dict(properties),
        "required": list(properties),
    }


# Tables.


def row(table: Table) -> Schema:
    """A row of a table."""
    found = {column.name: _cell(column) for column in table.columns}
    return closed(found, title=table.title[0], description=table.about[0])


def _cell(column: Column) -> Schema:
    words = {"title": column.title, "description": column.description}
    if column.kind == "list":
        return {"type": "array", **words, "items": {"type": "string"}}
    if column.kind == "blocks":
        return {"type": "array", **words, "items": {"type": ["object", "array"]}}
    found: Schema = {**SCALARS[column.kind], **words}
    if column.choices:
        found["enum"] = list(column.choices)
    return found if column.required else nullable(found)


# Records.


def blocks(models: Iterable[type[BaseModel]], derived: Mapping[str, str]) -> dict[str, Schema]:
    """The schemas of record types and of all blocks in them, by the names of their types.

    `derived` names, for some types, the schema of what is worked out for them.
    """
    found: dict[str, Schema] = {}
    for model in models:
        for one in _with_inner(model):
            found[one.__name__] = _block(one, derived.get(one.__name__))
    return found


def _with_inner(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    hints = get_type_hints(model, include_extras=True)
    for name in model.model_fields:
        inside = field_types.block(hints[name])
        if inside and name not in UNPUBLISHED:
            yield from _with_inner(inside)


def _block(model: type[BaseModel], derived: str | None) -> Schema:
    """Of a withdrawn record nearly all is null, so any field of a record may be."""
    is_record = issubclass(model, Record)
    hints = get_type_hints(model, include_extras=True)
    found: dict[str, Schema] = {"id": {"type": "string"}} if is_record else {}
    for name, info in model.model_fields.items():
        if name not in UNPUBLISHED:
            found[info.alias or name] = _field(model, name, info, hints[name], is_record)
    if derived:
        found["derivado"] = nullable(reference(derived)) if is_record else reference(derived)
    return closed(found, title=model.model_config.get("title") or model.__name__)


def _field(
    model: type[BaseModel], name: str, info: FieldInfo, hint: Any, is_record: bool
) -> Schema:
    words = {
        "title": info.title or name,
        "description": wording.description_es(model, name, info),
    }
    inside = field_types.item(hint)
    if inside is not None:
        return {"type": "array", **words, "items": _items(inside)}
    schema = _scalar(hint)
    sure = not is_record and (info.is_required() or info.default is not None)
    return {**(schema if sure else nullable(schema)), **words}


def _items(hint: Any) -> Schema:
    """Of a list; cells of a published table may be empty."""
    inside = field_types.item(hint)
    if inside is not None:
        return {"type": "array", "items": nullable(_scalar(inside))}
    return _scalar(hint)


def _scalar(hint: Any) -> Schema:
    inside = field_types.block(hint)
    if inside is not None:
        return reference(inside.__name__)
    choices = field_types.choices(hint)
    if choices:
        return {"type": "string", "enum": list(choices)}
    return dict(SCALARS[kind(hint)])
