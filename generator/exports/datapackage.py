"""The tables and their files → a Data Package (version 2) that describes the exact CSV."""

from collections.abc import Mapping
from typing import Any

from generator.exports.columns import Column
from generator.exports.downloads import DataFile
from generator.exports.kinds import PARTIAL_DAY
from generator.exports.notes import AGEING, EXAMPLES, LICENCE_NAME, LICENCE_TITLE, LICENCE_URL
from generator.exports.table import Table
from generator.exports.tables import TABLES
from generator.folding import slug
from generator.views.register_facts import has_examples
from generator.views.survey import Survey

PROFILE = "https://datapackage.org/profiles/2.0"

_TYPES = {
    "text": "string",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
    "day": "date",
    "partial_day": "string",
    "list": "string",
    "blocks": "array",
}


def package(survey: Survey, files: Mapping[str, DataFile]) -> dict[str, Any]:
    """The description; `files` are the downloads by name."""
    settings, url, day = survey.registry.settings, survey.site.url, survey.day.isoformat()
    told = [AGEING, *([EXAMPLES] if has_examples(survey.registry) else [])]
    return {
        "$schema": f"{PROFILE}/datapackage.json",
        "name": slug(settings.name),
        "title": settings.name,
        "description": " ".join(told),
        **({"homepage": url} if url else {}),
        "version": day,
        "created": f"{day}T00:00:00Z",
        "licenses": [{"name": LICENCE_NAME, "title": LICENCE_TITLE, "path": LICENCE_URL}],
        "contributors": [{"title": settings.operator or settings.name, "roles": ["publisher"]}],
        "keywords": list(KEYWORDS),
        "resources": [_resource(table, files[f"{name}.csv"]) for name, table in TABLES.items()],
    }


KEYWORDS = (
    "acuerdos de producción limpia",
    "Sello APL",
    "Estrella Azul",
    "certificación",
    "sustentabilidad",
    "Chile",
)


def _resource(table: Table, file: DataFile) -> dict[str, Any]:
    return {
        "$schema": f"{PROFILE}/dataresource.json",
        "name": table.name,
        "type": "table",
        "path": file.name,
        "title": table.title[0],
        "description": table.about[0],
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    found: dict[str, Any] = {
        "$schema": f"{PROFILE}/tableschema.json",
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
    }
    if table.unique:
        found["primaryKey"] = list(table.unique)
    if table.parents:
        found["foreignKeys"] = [
            {"fields": [own], "reference": {"resource": other, "fields": [their]}}
            for own, other, their in table.parents
        ]
    return found


def _field(column: Column) -> dict[str, Any]:
    limits: dict[str, Any] = {"required": True} if column.required else {}
    if column.choices:
        limits["enum"] = list(column.choices)
    if column.kind == "partial_day":
        limits["pattern"] = PARTIAL_DAY
    return {
        "name": column.name,
        "type": _TYPES[column.kind],
        "title": column.title,
        "description": column.description,
        "title_en": column.title_en,
        "description_en": column.description_en,
        **({"derivada": True} if column.derived else {}),
        **({"constraints": limits} if limits else {}),
    }
