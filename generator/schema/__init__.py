"""The record types → JSON Schemas (2020-12) that editors, checkers and re-users read."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from pydantic import BaseModel

from generator.load import types
from generator.model import COLLECTIONS, SINGLE_FILES, Record
from generator.model.shapes import PRESENT
from generator.model.withdrawn import emptied
from generator.schema import wording
from generator.schema.blocks import Blocks, Schema, keys_of, required
from generator.schema.skeleton import snippet

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = "esquemas/v1"
"""Where the site publishes them; a change that refuses what was accepted needs another number."""

_SINGLE = {PurePosixPath(path).stem: path for path in SINGLE_FILES}
MODELS: Mapping[str, type[BaseModel]] = {
    **COLLECTIONS,
    **{name: SINGLE_FILES[path] for name, path in _SINGLE.items()},
}
"""The record types by the name of their schema."""

_ABOUT: Mapping[str, str] = {
    "acuerdos": "La ficha de un acuerdo de producción limpia (APL): partes, territorio, fechas, "
    "metas, cifras publicadas, nóminas y documentos.",
    "empresas": "La ficha de una empresa y de sus elementos, con sus adhesiones, auditorías y "
    "certificados.",
    "sellos": "La ficha de un sello: titular, contrato, plazo y los certificados que lo sostienen.",
    "programas": "La ficha de un programa regional: financiamiento, metas, avances y el paso en "
    "que va cada empresa.",
    "preinversion": "La ficha de un acuerdo voluntario de preinversión: etapas, contenidos, "
    "garante y seguimiento.",
    "estadisticas": "Una tabla publicada, como la da su fuente: columnas, filas, unidad y fecha.",
    "registro": "El registro mismo: quién lo lleva, qué carácter tiene, cómo se piden "
    "correcciones y en qué modo funciona.",
    "organismos": "Los organismos públicos que nombran las fichas.",
    "auditores": "Las firmas auditoras que nombran las fichas; nunca personas.",
}


def file_name(name: str) -> str:
    """The file of a schema: `acuerdos.schema.json`."""
    return f"{name}.schema.json"


def pattern(name: str) -> str:
    """The files of a registry that a schema is for, as editors write it: `acuerdos/**/*.yaml`."""
    return _SINGLE.get(name, f"{name}/**/*.yaml")


def schema(name: str, base: str = "") -> Schema:
    """One schema; `base`, the site's address, makes it say its own."""
    model = MODELS[name]
    blocks = Blocks()
    own = _record(model, blocks) if types.is_block(types.root_type(model)) else _list(model, blocks)
    where = {"$id": f"{base.rstrip('/')}/{FOLDER}/{file_name(name)}"} if base else {}
    about = {"title": _title(name, model), "description": _ABOUT[name]}
    return {"$schema": DIALECT, **where, **about, **own, "$defs": _sorted(blocks.definitions)}


def files() -> Mapping[str, str]:
    """Every schema as the text of its file, by the file's name."""
    return {file_name(name): as_text(schema(name)) for name in MODELS}


def published(base: str) -> Iterator[tuple[str, bytes]]:
    """The same as the site at `base` publishes them: where to, and without spaces."""
    for name in MODELS:
        text = json.dumps(schema(name, base), ensure_ascii=False, separators=(",", ":"))
        yield f"{FOLDER}/{file_name(name)}", text.encode()


def as_text(content: object) -> str:
    """JSON for people to read, the same every time."""
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _title(name: str, model: type[BaseModel]) -> str:
    titled = model.model_config.get("title")
    return str(titled) if titled else name.capitalize()


def _record(model: type[BaseModel], blocks: Blocks) -> Schema:
    """A withdrawn record may be emptied, of all but what its address needs."""
    least = list(required(emptied(model) if issubclass(model, Record) else model))
    rest = [key for key in required(model) if key not in least]
    return {
        "type": "object",
        "properties": blocks.properties(model, may_lack=rest),
        "additionalProperties": False,
        "errorMessage": wording.keys(*keys_of(model)),
        **({"defaultSnippets": [snippet(model)]} if issubclass(model, Record) else {}),
        "required": least,
        **({"if": _WITHDRAWN, "else": {"allOf": [*_needs(model, rest)]}} if rest else {}),
    }


_WITHDRAWN: Schema = {"required": ["baja"], "properties": {"baja": {"not": {"type": "null"}}}}


def _needs(model: type[BaseModel], keys: Iterable[str]) -> Iterator[Schema]:
    for key in keys:
        told = wording.missing(key)
        not_null = {"if": {"type": "null"}, "then": {"type": "string", "errorMessage": told}}
        there = {**not_null, "pattern": PRESENT, "errorMessage": told}
        yield {"required": [key], "properties": {key: there}, "errorMessage": told}
        if _needs_an_item(model, key):
            yield {"properties": {key: {"minItems": 1, "errorMessage": wording.EMPTY_LIST}}}


def _needs_an_item(model: type[BaseModel], key: str) -> bool:
    info = next(one for one in model.model_fields.values() if one.alias == key)
    return any(getattr(mark, "min_length", 0) for mark in info.metadata)


def _list(model: type[BaseModel], blocks: Blocks) -> Schema:
    kind: Any = types.root_type(model)
    return {
        "type": "array",
        "items": blocks.item(types.item_type(kind)),
        "errorMessage": wording.NO_LIST,
    }


def _sorted(definitions: Mapping[str, Schema]) -> Schema:
    return {name: definitions[name] for name in sorted(definitions)}
