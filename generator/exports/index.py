"""The files for download → the files that tell of them: descriptions, hashes, licence."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

import yaml

from generator.exports.datapackage import package
from generator.exports.dcat import catalogue
from generator.exports.dictionary import dictionary
from generator.exports.downloads import FOLDER, DataFile, Made, listed
from generator.exports.notes import LICENCE_TITLE, LICENCE_URL, licence, notes
from generator.exports.queries import QUERIES
from generator.exports.table import Table
from generator.exports.tables import TABLES
from generator.views.survey import Survey

SUMS = "SHA256SUMS"


def index(survey: Survey, files: Sequence[DataFile]) -> list[Made]:
    """All of them; the list of hashes, which names the others too, comes last."""
    made = [Made(f"{FOLDER}/{name}", content, "") for name, content in _told(survey, files)]
    told = [*files, *(listed(one) for one in made)]
    return [*made, Made(f"{FOLDER}/{SUMS}", _sums([one for one in told if one]))]


def _told(survey: Survey, files: Sequence[DataFile]) -> Iterator[tuple[str, bytes]]:
    by_name = {one.name: one for one in files}
    yield "datapackage.json", _json(package(survey, by_name))
    yield "catalogo.jsonld", _json(catalogue(survey, files))
    yield "diccionario.csv", dictionary()
    yield "LICENCIA.txt", licence(survey)
    yield "metadata.yml", _yaml(_datasette(survey))


def _json(content: object) -> bytes:
    return f"{json.dumps(content, ensure_ascii=False, indent=2)}\n".encode()


def _yaml(content: object) -> bytes:
    text: str = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=100)
    return text.encode()


def _sums(files: Sequence[DataFile]) -> bytes:
    """As `sha256sum --check` reads them."""
    lines = (f"{one.sha256}  {one.name}\n" for one in sorted(files, key=lambda one: one.name))
    return "".join(lines).encode()


# What Datasette says of the database.


def _datasette(survey: Survey) -> dict[str, Any]:
    told, url = notes(survey), survey.site.url
    source = {"source": told["Registro"], **({"source_url": url} if url else {})}
    return {
        "title": told["Registro"],
        "description": f"Datos al {told['Datos al']}. {told['Cuidado']}",
        "license": LICENCE_TITLE,
        "license_url": LICENCE_URL,
        **source,
        "databases": {
            "registro": {
                "tables": {name: _table(table) for name, table in TABLES.items()},
                "queries": {one.id: {"title": one.question, "sql": one.sql} for one in QUERIES},
            }
        },
    }


def _table(table: Table) -> dict[str, Any]:
    found: dict[str, Any] = {
        "title": table.title[0],
        "description": table.about[0],
        "columns": {one.name: one.description for one in table.columns if one.description},
    }
    if table.search:
        found |= {"fts_table": f"{table.name}_fts", "label_column": table.search[0]}
    return found
