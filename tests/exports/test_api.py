"""Expectations of the API: its description, its contract, and its answers."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from generator import lookup, statistics
from generator.exports.figure_results import CROSSINGS
from generator.exports.figure_results import key as key_of
from generator.views.figure_slots import FIGURES
from tests import sample
from tests.exports import exporting
from tests.exports.exporting import COMMIT, SOUND, Site, Survey, survey
from tests.sample import adhesion, certificate, company, element, person

Files = Mapping[str, bytes]
DESCRIPTION = "api/v1/openapi.json"


def _answers(made: Files) -> Iterator[tuple[str, Any]]:
    for name, content in made.items():
        if name.startswith("api/") and name != DESCRIPTION:
            yield name, json.loads(content)


def _result(made: Files, name: str) -> Any:
    return json.loads(made[f"api/v1/{name}.json"])["result"]


# The description.


def test_the_description_is_openapi(made: Files) -> None:
    """A validator of OpenAPI 3.1 has nothing to say."""
    found = json.loads(made[DESCRIPTION])

    assert list(OpenAPIV31SpecValidator(found).iter_errors()) == []
    assert found["openapi"].startswith("3.1.")


def _schemas(made: Files) -> list[tuple[re.Pattern[str], Draft202012Validator]]:
    described = json.loads(made[DESCRIPTION])
    found = []
    for path, what in described["paths"].items():
        content = what["get"]["responses"]["200"]["content"]["application/json"]
        pattern = re.sub(r"\\\{[a-z]+\\\}", "[^/]+", re.escape(path))
        schema = {**_closed(content["schema"]), "components": _closed(described["components"])}
        found.append((re.compile(f"api/v1{pattern}"), Draft202012Validator(schema)))
    return found


def _closed(schema: Any) -> Any:
    """The same, allowing no key that is not described."""
    if isinstance(schema, list):
        return [_closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: _closed(value) for key, value in schema.items()}
    return {**found, "additionalProperties": False} if schema.get("type") == "object" else found


def test_every_file_is_as_described(made: Files) -> None:
    """Each file has one description, all its keys and no other, and no field has two types."""
    schemas, described = _schemas(made), set()
    for name, answer in _answers(made):
        fitting = [(pattern, one) for pattern, one in schemas if pattern.fullmatch(name)]
        assert len(fitting) == 1, name
        pattern, validator = fitting[0]
        described.add(pattern)
        told = [f"{list(e.absolute_path)}: {e.message[:80]}" for e in validator.iter_errors(answer)]
        assert not told, (name, told[:3])
    assert described == {pattern for pattern, _ in schemas}


def test_every_answer_says_of_which_data_it_is(made: Files) -> None:
    """The envelope is the same everywhere, and counts its results."""
    for name, answer in _answers(made):
        assert list(answer) == ["schema_version", "day", "source_commit", "total", "result"], name
        assert (answer["schema_version"], answer["day"]) == (1, "2026-11-23")
        assert answer["source_commit"] == COMMIT
        result = answer["result"]
        assert answer["total"] == (len(result) if isinstance(result, list) else 1)


def _fields(schema: Any, at: str) -> Iterator[str]:
    """A line a field: where it stands and of which type it is."""
    if "anyOf" in schema:
        yield f"{at}: {' | '.join(_type(one) for one in schema['anyOf'])}"
        return
    yield f"{at}: {_type(schema)}"
    for key, one in schema.get("properties", {}).items():
        yield from _fields(one, f"{at}.{key}")
    if isinstance(schema.get("items"), dict):
        yield from _fields(schema["items"], f"{at}[]")


def _type(schema: Any) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    kind = schema.get("type", "any")
    return "|".join(kind) if isinstance(kind, list) else str(kind)


def test_the_contract_is_golden(golden: Callable[[str, str], None]) -> None:
    """Every address and field with its type: a line that goes or changes breaks a promise."""
    described = json.loads(exporting.sound()[DESCRIPTION])
    lines = [f"GET {path}" for path in described["paths"]]
    for name, schema in described["components"]["schemas"].items():
        lines += _fields(schema, name)

    golden("api-v1-contrato.txt", "\n".join((*lines, "")))


FROZEN = (
    "acuerdos/estandar",
    "empresas/conservas-laguna",
    "empresas/conservas-fundida",
    "codigos/ABCDEFGG",
    "rut/99900008-8",
    "renombrados",
    "cifras",
    "cruces",
)


@pytest.mark.parametrize("name", FROZEN)
def test_an_answer_is_golden(name: str, golden: Callable[[str, str], None]) -> None:
    """What a consumer has seen of the sound registry stays as it was."""
    answer = json.loads(exporting.sound()[f"api/v1/{name}.json"])
    text = json.dumps(answer, ensure_ascii=False, indent=1)

    golden(f"api-v1-{name.replace('/', '-')}.json", f"{text}\n")


# Figures.


def _told(cell: object) -> str:
    return "" if cell is None else str(cell)


def test_every_figure_tells_in_the_api_what_its_file_tells(made: Files) -> None:
    """Row by row and cell by cell; only a name of a group of months is not a month."""
    found = _result(made, "cifras")["figuras"]
    assert {key_of(name) for name in FIGURES} == {*found, CROSSINGS}
    for one in (*found.values(), {"csv": "estadisticas/cruces.csv"}):
        rows = one["filas"] if "filas" in one else _result(made, CROSSINGS)
        table = list(csv.DictReader(io.StringIO(made[one["csv"]].decode(), newline="")))
        assert len(rows) == len(table), one["csv"]
        for row, line in zip(rows, table, strict=True):
            if one["csv"].endswith("/embudo.csv"):
                row = {line_key(name, line): cell for name, cell in row.items()}
            told = {name: _told(cell) for name, cell in row.items() if name in line}
            assert told.keys() == row.keys(), one["csv"]
            expected = {name: line[name] for name in told}
            if "mes" in expected and not expected["mes"][:4].isdigit():
                expected["mes"] = ""
            assert told == expected, one["csv"]


def line_key(name: str, line: Mapping[str, str]) -> str:
    """The file calls elements installations where all of them are."""
    return "instalaciones" if name == "elementos" and "instalaciones" in line else name


def test_the_files_that_the_api_names_are_there(made: Files) -> None:
    """The table and the picture of each figure; none where there is nothing to draw."""
    for one in _result(made, "cifras")["figuras"].values():
        assert one["csv"] in made
        assert one["svg"] is None or made[one["svg"]].startswith(b"<svg ")
        assert one["direccion"].startswith("estadisticas/#")


# Its answers.


def test_a_code_is_answered_as_in_the_terminal() -> None:
    """The same words as `apl status --format json`, for every code of the register."""
    one = survey(SOUND)
    registry = one.registry
    for code in (*registry.certificates, *registry.seals_by_code, *registry.withdrawn_codes):
        found = _result(exporting.sound(), f"codigos/{code.replace('-', '')}")
        told = lookup.answer_code(registry, code, one.day)
        assert {key: found[key] for key in told.as_json()} == told.as_json()
        assert (found["frase"], found["palabra"]) == (told.sentence, told.word)


def test_a_rut_is_answered_as_in_the_terminal() -> None:
    """Former RUTs too."""
    one = survey(SOUND)
    ruts = (*one.registry.ruts, *one.registry.former_ruts)
    for rut in ruts:
        found = _result(exporting.sound(), f"rut/{rut}")
        told = lookup.answer_rut(one.registry, rut, one.day)
        assert {key: found[key] for key in told.as_json()} == told.as_json()
        assert found["observaciones"] == list(told.remarks)
    assert {name for name in exporting.sound() if "/rut/" in name} == {
        f"api/v1/rut/{rut}.json" for rut in ruts
    }


def _files(**records: Any) -> dict[str, bytes]:
    return exporting.files(Survey(sample.published(**records), Site("", exporting.DAY)))


@pytest.mark.parametrize(("fields", "is_there"), [([], False), (["rut"], True)])
def test_the_rut_of_a_natural_person_is_theirs(fields: list[str], is_there: bool) -> None:
    """It has a file where the person consented to it, and nowhere else."""
    consent = {"fecha": "2026-01-01", "documento": "n.º 1", "campos": fields}
    held = {"consentimiento": consent, "rut": "12345678-5"}
    files = _files(companies=person(element(adhesion(certificate())), **held))

    assert ("api/v1/rut/12345678-5.json" in files) is is_there
    assert bool([name for name, text in files.items() if b"12345678-5" in text]) is is_there
    assert _result(files, "codigos/ABCDEFGG")["rige"] is True


def test_without_a_commit_the_source_is_null() -> None:
    """Never an empty text: what is not known is null."""
    answer = json.loads(_files(companies=company())["api/v1/empresas.json"])

    assert answer["source_commit"] is None


def test_a_withdrawn_record_has_the_shape_of_a_living_one() -> None:
    """Its address says that it is withdrawn, and nothing else."""
    living = _result(exporting.sound(), "empresas/conservas-laguna")
    gone = _result(exporting.sound(), "empresas/conservas-fundida")

    assert gone.keys() == living.keys()
    assert gone["baja"] == {"fecha": "2023-05-01", "motivo": "fusion", "en": "conservas-heredera"}
    assert {key for key, value in gone.items() if value} == {"id", "baja"}


def test_the_figures_are_those_of_the_pages() -> None:
    """Counted from what is known already, they are what `statistics` counts."""
    one, found = survey(SOUND), _result(exporting.sound(), "cifras")
    for dimension in ("region", "rubro", "seccion", "acuerdo", "anio"):
        counted = statistics.counts(one.registry, dimension, one.day)  # type: ignore[arg-type]
        rows = [(row["clave"] or "", row["elementos"]) for row in found[f"por_{dimension}"]]
        assert rows == [(row.key, row.elements) for row in counted]


def test_changes_come_latest_first_and_never_from_the_future() -> None:
    """Nothing that has not happened yet is told."""
    days = [one["dia"] for one in _result(exporting.sound(), "cambios")]

    assert days == sorted(days, reverse=True)
    assert days and days[0] <= "2026-11-23"
