"""What programs of others make of the files that describe the data."""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from frictionless import Package, system
from rdflib import DCAT, DCTERMS, RDF, Graph, Namespace, URIRef

from generator.exports.dictionary import HEADER
from generator.exports.downloads import MEDIA_TYPES
from generator.exports.queries import QUERIES
from generator.exports.tables import TABLES
from tests.exports import exporting
from tests.exports.exporting import SOUND, URL, survey

Files = Mapping[str, bytes]
SPDX = Namespace("http://spdx.org/rdf/terms#")


@pytest.fixture
def folder(made: Files, tmp_path: Path) -> Path:
    """The downloads in a folder, as somebody has them who took them all."""
    for name, content in made.items():
        if name.startswith("datos/"):
            (tmp_path / name.removeprefix("datos/")).write_bytes(content)
    return tmp_path


def test_frictionless_finds_nothing_wrong(folder: Path) -> None:
    """The Data Package is valid, and so is every table: types, keys, references, sizes, hashes."""
    with system.use_context(trusted=True):
        package = Package(str(folder / "datapackage.json"))
        report = package.validate()

    assert report.valid, report.flatten(["type", "resource", "rowNumber", "note"])[:10]
    assert [one.name for one in package.resources] == list(TABLES)


def test_the_package_says_its_version() -> None:
    """Version 2 of Data Package, of the day of the data, under a licence with a name."""
    found = json.loads(exporting.sound()["datos/datapackage.json"])

    assert found["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert found["version"] == "2026-11-23"
    assert found["licenses"][0]["name"] == "CC-BY-4.0"


def test_the_hashes_are_those_of_the_files(folder: Path) -> None:
    """`sha256sum` agrees with every line, and every file but the list itself has one."""
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    named = {line.split("  ")[1] for line in (folder / "SHA256SUMS").read_text().splitlines()}

    assert done.returncode == 0, done.stdout
    assert named | {"SHA256SUMS"} == {path.name for path in folder.iterdir()}


pytestmark = pytest.mark.filterwarnings(
    "ignore:ConjunctiveGraph is deprecated:DeprecationWarning"  # rdflib warns of itself
)


def _graph(content: bytes, base: str) -> Graph:
    return Graph().parse(data=content.decode(), format="json-ld", publicID=base)


def test_the_catalogue_is_dcat(made: Files) -> None:
    """A reader of RDF finds a catalogue, a dataset a table, and every download with its hash."""
    base = f"{URL}datos/catalogo.jsonld"
    graph = _graph(made["datos/catalogo.jsonld"], base)
    (catalogue,) = graph.subjects(RDF.type, DCAT.Catalog)
    datasets = set(graph.objects(catalogue, DCAT.dataset))
    sums = dict(
        reversed(line.split("  ")) for line in made["datos/SHA256SUMS"].decode().splitlines()
    )

    assert {str(graph.value(one, DCTERMS.identifier)) for one in datasets} == {*TABLES, "registro"}
    for one in datasets:
        assert len(list(graph.objects(one, DCTERMS.title))) == 2
        assert graph.value(one, DCTERMS.publisher) and graph.value(one, DCTERMS.license)
    seen = set()
    for one in graph.subjects(RDF.type, DCAT.Distribution):
        address = str(graph.value(one, DCAT.downloadURL))
        name = address.removeprefix(f"{URL}datos/")
        checksum = graph.value(one, SPDX.checksum)
        assert str(graph.value(checksum, SPDX.checksumValue)) == sums[name]
        assert int(str(graph.value(one, DCAT.byteSize))) == len(made[f"datos/{name}"])
        media = str(graph.value(one, DCAT.mediaType))
        assert media.endswith(MEDIA_TYPES[name.rpartition(".")[2]])
        seen.add(name)
    assert seen == {name for name in sums if name.startswith((*TABLES, "registro."))}
    (service,) = graph.objects(catalogue, DCAT.service)
    assert graph.value(service, DCAT.endpointDescription) == URIRef(f"{URL}api/v1/openapi.json")


def test_without_an_address_the_catalogue_is_relative() -> None:
    """Wherever the folder is put, the addresses lead to the files beside it."""
    files = exporting.files(survey(SOUND, url=""))
    graph = _graph(files["datos/catalogo.jsonld"], "https://otra.example/x/datos/catalogo.jsonld")
    addresses = {str(one) for one in graph.objects(None, DCAT.downloadURL)}
    (endpoint,) = graph.objects(None, DCAT.endpointURL)

    assert "https://otra.example/x/datos/acuerdos.csv" in addresses
    assert str(endpoint) == "https://otra.example/x/api/v1/"
    assert json.loads(files["api/v1/openapi.json"])["servers"] == [{"url": "."}]


def test_the_dictionary_has_every_column() -> None:
    """A row a column of every table, in both languages."""
    header, *rows = exporting.of_csv(exporting.sound()["datos/diccionario.csv"])

    assert list(header) == HEADER
    assert [row[:2] for row in rows] == [
        (name, column) for name, table in TABLES.items() for column in table.header
    ]


def test_the_licence_names_what_it_does_not_cover() -> None:
    """The licence goes with the files, in both languages, with a way to cite."""
    text = exporting.sound()["datos/LICENCIA.txt"].decode()

    assert "CC BY 4.0" in text and "legalcode.es" in text and "legalcode.en" in text
    assert "datos al 23 de noviembre de 2026" in text
    assert "Sello APL" in text and "ejemplo" in text


# The database.


def test_the_database_is_whole(made: Files) -> None:
    """No page is damaged, every reference leads to a row, and there are indexes."""
    base = exporting.base(made["datos/registro.sqlite"])
    names = "SELECT name FROM sqlite_master WHERE type = 'index'"

    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    assert {"certificados_empresa", "instalaciones_region"} <= {
        name for (name,) in base.execute(names)
    }


def test_the_full_text_search_knows_no_accents() -> None:
    """`vina` finds Viña, as in the site's own search."""
    base = exporting.base(exporting.sound()["datos/registro.sqlite"])
    query = "SELECT count(*) FROM empresas_fts WHERE empresas_fts MATCH ?"

    (plain,) = base.execute(query, ["inventada"]).fetchone()
    (accented,) = base.execute(query, ["ÍNVENTADA"]).fetchone()
    assert plain == accented > 0


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.id)
def test_a_worked_query_runs(query: object, made: Files) -> None:
    """Every question of the page gets an answer from the database."""
    base = exporting.base(made["datos/registro.sqlite"])

    assert base.execute(query.sql).description  # type: ignore[attr-defined]


def test_some_answers_of_the_worked_queries() -> None:
    """On the sound registry they find what is there."""
    base = exporting.base(exporting.sound()["datos/registro.sqlite"])
    answers = {one.id: base.execute(one.sql).fetchall() for one in QUERIES}

    assert answers["embudo-por-acuerdo"] and answers["fuentes"]
    assert answers["demora-en-certificar"]


def test_datasette_is_told_of_every_table() -> None:
    """`metadata.yml` has the words of each table and the worked queries."""
    told = yaml.safe_load(exporting.sound()["datos/metadata.yml"])["databases"]["registro"]

    assert list(told["tables"]) == list(TABLES)
    assert list(told["queries"]) == [one.id for one in QUERIES]
