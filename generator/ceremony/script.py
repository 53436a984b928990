"""Turns the importer's own tables into the ES module that the page of a ceremony checks by."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel

from generator import code, folding, messages, personal, rut, sectors, territory
from generator.ceremony.patterns import in_javascript
from generator.days import FIRST_YEAR, LAST_YEAR, long_es, parse_day
from generator.load import types
from generator.model import fields, mending
from generator.model.addresses import HOST, LONGEST
from generator.rules.persons import NO_NAMES, SHORTEST_NAME
from generator.sheets import choices, headers, rows, usual_names, values, words
from generator.sheets.flat import list_headers
from generator.sheets.tables import Column, Table, tables

MODULE = "ceremonia/tablas.js"
"""Where the generated module stands among the sources."""

TOLD = tuple(
    f"APL{number:03}"
    for number in (
        *(20, 22, 26, 30, 31, 33, 35, 36, 37, 38, 39, 41, 42, 43, 44, 45, 46, 47, 48, 54),
        *(61, 62, 63, 206, 209, 220, 223, 231, 248, 340, 341, 344, 346, 360, 361, 364),
        *(380, 381, 382, 383, 384, 385, 386, 388, 400, 401, 402, 403, 404, 411, 412, 413, 414),
        *(415,),
    )
)
"""The faults that the browser can find."""

_BOUNDS: Mapping[str, Mapping[str, int]] = {
    "Count": {"least": 0},
    "Positive": {"least": 1},
    "Latitude": {"low": -90, "high": -17},
    "Longitude": {"low": -110, "high": -53},
}

_HINTS = {
    "APL041": "Escribe el nombre de la comuna o su código: 07101 es Talca.",
    "APL042": "Una letra de la A a la U, o de 2 a 6 cifras que parten con una división.",
    "APL043": "Se escribe con guion y dígito verificador: 12345678-5.",
    "APL045": "Son ocho signos, como ABCD-EFGG: cifras y letras sin I, L, O ni U.",
    "no-agreement": "Agrega una columna «Acuerdo», o elígelo arriba para todas las filas.",
}
"""Where those of the catalogue speak of records or of commands."""


def script() -> str:
    """The module: one constant with all that the browser's importer works by."""
    body = json.dumps(table(), ensure_ascii=False, separators=(",", ":"))
    return f"/** The importer's tables. */\nexport const CEREMONY = {body};\n"


def table() -> dict[str, Any]:
    """The tables as plain data."""
    return {
        "lists": list(usual_names.WIDE),
        "tables": {name: _table(tables()[name]) for name in usual_names.WIDE},
        "books": [_book(one) for one in tables().values()],
        "headers": {name: list(target) for name, target in usual_names.wide().items()},
        "usual": {key: names.split("|") for key, names in usual_names.USUAL.items()},
        "small": sorted(usual_names.SMALL),
        "personal": sorted(usual_names.PERSONAL),
        "anybodys": sorted(headers.ANYBODYS),
        "deepest": headers.DEEPEST,
        "joined": _sorted(rows.JOINED),
        "doubtful": _sorted(rows.DOUBTFUL),
        "empty": sorted(values.EMPTY),
        "file": list(list_headers()),
        **_places(),
        **_words(),
        "patterns": {name: in_javascript(one) for name, one in _patterns().items()},
        "naturalBelow": rut.NATURAL_BELOW,
        "alphabet": code.ALPHABET,
        "longest": {"id": fields.LONGEST_ID, "slug": folding.LONGEST_SLUG, "address": LONGEST},
        "years": [FIRST_YEAR, LAST_YEAR],
        "persons": {"ignored": sorted(NO_NAMES), "shortest": SHORTEST_NAME},
        "messages": _messages(),
    }


def _sorted(found: Iterable[Iterable[str]]) -> list[list[str]]:
    return sorted(list(one) for one in found)


def _places() -> dict[str, Any]:
    return {
        "comunas": {one.code: one.name for one in territory.comunas().values()},
        "comunaNames": dict(territory.comuna_codes_by_name()),
        "formerComunas": dict(territory.FORMER_NUBLE),
        "sections": "".join(sectors.sections()),
        "divisions": list(sectors.divisions()),
    }


def _words() -> dict[str, Any]:
    return {
        "months": dict(mending.MONTHS),
        "monthNames": [
            long_es(parse_day(f"2000-{n:02}-01")).split(" de ")[1] for n in range(1, 13)
        ],
        "yes": sorted(mending.TRUE_WORDS),
        "no": sorted(mending.FALSE_WORDS),
        "quotes": mending.QUOTES,
    }


def _patterns() -> Mapping[str, re.Pattern[str]]:
    days = {f"day{number}": one for number, one in enumerate(mending.DAY_FORMS)}
    persons = {f"personal_{name}": one for name, one in personal.PATTERNS.items()}
    others = (values.PATTERNS, mending.PATTERNS, usual_names.PATTERNS, choices.PATTERNS)
    found = {"host": HOST, "id": re.compile(fields.ID_PATTERN), **days, **persons}
    return found | {name: one for each in others for name, one in each.items()}


def _table(one: Table) -> dict[str, Any]:
    """A list of blocks: its columns in order, and the keys that each block of it must have."""
    return {
        "path": list(one.path),
        "columns": [_column(column) for column in one.columns],
        "required": _required(one.model),
    }


def _column(column: Column) -> dict[str, Any]:
    found: dict[str, Any] = {
        "name": column.name,
        "title": column.title,
        "path": list(column.path),
        "kind": column.kind,
    }
    marks = _marks(column.annotation)
    named = next((n for n in _BOUNDS if _marks(getattr(fields, n)) == marks), None)
    if named:
        found |= _BOUNDS[named]
    if marks and marks == _marks(fields.Text):
        found["free"] = True
    if column.kind == "address":
        found["code"] = "APL047" if marks == _marks(fields.HttpsUrl) else "APL048"
    if column.choices:
        found |= {"choices": list(column.choices), "words": dict(choices.words(column))}
    if column.is_list:
        found["list"] = True
    return found


def _marks(annotation: Any) -> tuple[Any, ...]:
    return getattr(annotation, "__metadata__", ())


def _required(model: type[BaseModel]) -> dict[str, list[str]]:
    """By the key of the block inside ("" for the block itself), the keys it must have."""
    found = {"": _required_keys(model)}
    for info in model.model_fields.values():
        kind, _ = types.bare(info.annotation, tuple(info.metadata))
        if types.is_block(kind):
            found[str(info.alias)] = _required_keys(kind)
    return {key: names for key, names in found.items() if names}


def _required_keys(model: type[BaseModel]) -> list[str]:
    return [str(info.alias) for info in model.model_fields.values() if info.is_required()]


def _book(one: Table) -> dict[str, Any]:
    """What tells that a sheet is this very table rather than a plain list."""
    keys = [folding.fold(header) for header in one.headers]
    titles = [usual_names.plain(c.title) for c in one.columns if len(c.path) == 1]
    telling = ["id", *headers.TELLING.get(one.name, ())] if not one.path else []
    places = telling or [one.parents[0], one.parents[-1]]
    return {
        "name": one.name,
        "keys": keys,
        "titles": sorted({*titles} - {*keys}),
        "places": [folding.fold(place) for place in places],
    }


def _messages() -> dict[str, list[str]]:
    """By code: level, words and hint."""
    known = {**{name: messages.CATALOGUE[name] for name in TOLD}, **words.CATALOGUE}
    return {name: [one.level, one.es, _HINTS.get(name, one.hint_es)] for name, one in known.items()}
