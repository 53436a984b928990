"""The tables and records of the register → the description of its API (OpenAPI 3.1)."""

from collections.abc import Mapping
from typing import Any

from generator.exports import openapi_results
from generator.exports.envelope import FOLDER, SCHEMA_VERSION
from generator.exports.notes import LICENCE_NAME, LICENCE_TITLE
from generator.exports.openapi_results import PARAMETERS, RESULTS, Result
from generator.exports.schema import Schema, closed, nullable, reference, row
from generator.exports.tables import TABLES
from generator.model.register import Register

_ABOUT = """\
Archivos JSON de solo lectura: no hay consultas, llaves ni límites, y cada dirección termina en \
`.json`. Se rehacen al menos cada noche; `day` dice de qué día son y `source_commit`, de qué \
versión de los datos (`null` si no se puede saber exactamente).

Reglas que se cumplen dentro de una versión (`v1`):

- Los nombres de los campos son las claves con que se escriben las fichas. Lo que se calcula para \
el día está en `derivado` o en las últimas columnas.
- Todo campo está siempre, con un solo tipo. Lo que no se sabe es `null`; una lista vacía es `[]`.
- Los días son `AAAA-MM-DD`. Algunas fechas se conocen solo por mes o por año: `AAAA-MM`, `AAAA`.
- Se pueden agregar campos, archivos y valores de una lista sin aviso: ignore lo que no conozca.
- Nada se quita ni cambia de tipo o de significado. Si hace falta, nace `v2`; `v1` se sigue \
publicando al menos doce meses, con `deprecated: true` aquí y un aviso en el registro de cambios.
- Un identificador no se reutiliza. Si cambia, `renombrados.json` dice a cuál lleva.

Que algo no esté aquí no es un no: una dirección que no existe responde 404, y eso solo quiere \
decir que este registro no lo tiene. Mire la cobertura (`nominas`) de cada acuerdo."""


def document(settings: Register, url: str) -> dict[str, Any]:
    """The whole description; addresses are relative where the site's own is not known."""
    contact = settings.corrections.url if settings.corrections else None
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"API de {settings.name}",
            "version": f"{SCHEMA_VERSION}.0.0",
            "summary": "Los datos públicos del registro como archivos JSON.",
            "description": _ABOUT,
            "license": {"name": LICENCE_TITLE, "identifier": LICENCE_NAME},
            **({"contact": {"url": contact}} if contact else {}),
        },
        "servers": [{"url": f"{url}{FOLDER}" if url else "."}],
        "tags": [
            {"name": "tablas", "description": "Todas las filas de cada tabla."},
            {"name": "fichas", "description": "Una ficha entera, con lo que se calcula."},
            {"name": "consultas", "description": "La respuesta pública sobre un código o RUT."},
            {"name": "resumen", "description": "Cuentas, cambios e identificadores antiguos."},
        ],
        "paths": {**_table_paths(), **{one.path: _path(one) for one in RESULTS}},
        "components": {"schemas": _schemas()},
    }


def _table_paths() -> Mapping[str, Schema]:
    return {
        f"/{name}.json": _path(
            Result(
                f"/{name}.json",
                f"tabla_{name}",
                "tablas",
                f"{table.title[0]}. {table.about[0]}",
                {"type": "array", "items": reference(_row_name(name))},
            )
        )
        for name, table in TABLES.items()
    }


def _path(one: Result) -> Schema:
    carried = closed({**_HEAD, "result": one.schema})
    answers: Schema = {
        "200": {
            "description": "El archivo.",
            "content": {"application/json": {"schema": carried}},
        }
    }
    found: Schema = {
        "operationId": one.name,
        "tags": [one.tag],
        "summary": one.about,
        "responses": answers,
    }
    if one.parameter:
        answers["404"] = {"description": "Este registro no lo tiene. No es un no."}
        found["parameters"] = [PARAMETERS[one.parameter]]
    return {"get": found}


_HEAD: Mapping[str, Schema] = {
    "schema_version": {"type": "integer", "const": SCHEMA_VERSION},
    "day": {"type": "string", "format": "date", "description": "Día de los datos."},
    "source_commit": nullable(
        {"type": "string", "description": "Versión (commit) de la que salieron."}
    ),
    "total": {"type": "integer", "minimum": 0, "description": "Cuántos resultados hay."},
}


def _row_name(table: str) -> str:
    return f"Fila_{table}"


def _schemas() -> Mapping[str, Schema]:
    rows = {_row_name(name): row(table) for name, table in TABLES.items()}
    return dict(sorted({**rows, **openapi_results.schemas()}.items()))
