"""Expectations of what the tables hold, against the records read without the generator."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
import yaml

from generator.exports.columns import Cell, Row
from generator.exports.record_tables import SEAL_REASONS, SEAL_STATES
from generator.exports.table import Table
from generator.exports.tables import TABLES
from generator.status import certificate_status, seal_status
from tests import sample
from tests.exports import exporting
from tests.exports.exporting import SOUND, Survey, survey
from tests.sample import adhesion, certificate, company, element, person

PUBLISHED = ("acuerdos", "empresas", "sellos", "programas", "preinversion", "estadisticas")
ELSEWHERE = {"baja", "borrador", "elementos"}
"""Keys of records that are no columns of theirs: what is withdrawn or a draft is in no table."""


WITHHELD = ("razon_social", "consentimiento_documento")
"""Of a natural person something else stands there."""


def every_row(table: Table, of: Survey) -> Iterator[Row]:
    """All rows of a table."""
    return table.rows(of, of.registry.collection(table.collection))


def _records(collection: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted((SOUND / collection).rglob("*.yaml")):
        record = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        if not {"baja", "borrador"} & record.keys():
            yield path.stem, record


def _flat(record: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in record.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}_")
        else:
            yield f"{prefix}{key}", value


def _rows(name: str, of: Survey | None = None) -> list[dict[str, Cell]]:
    table = TABLES[name]
    found = every_row(table, of or survey(SOUND))
    return [dict(zip(table.header, row, strict=True)) for row in found]


@pytest.mark.parametrize("name", PUBLISHED)
def test_columns_are_the_keys_of_the_records(name: str) -> None:
    """A row a published record, under its id, and every key of it is a column with its value."""
    rows = {row["id"]: row for row in _rows(name)}
    records = dict(_records(name))

    assert rows.keys() <= records.keys()
    assert rows
    for id, row in rows.items():
        for key, value in _flat({k: v for k, v in records[id].items() if k not in ELSEWHERE}):
            assert key in row, f"{id}: {key}"
            is_reduced = records[id].get("tipo") == "persona_natural" and key in WITHHELD
            if isinstance(value, str) and key not in ("rut", "codigo") and not is_reduced:
                assert exporting.text(row[key]) == value, f"{id}: {key}"


def test_parents_come_first_and_what_is_worked_out_last() -> None:
    """The columns that name a row, then those of its record, then derived ones."""
    starts = {
        "acuerdos": ["id"],
        "empresas": ["id"],
        "elementos": ["empresa", "id"],
        "adhesiones": ["empresa", "elemento", "acuerdo", "fecha"],
        "auditorias": ["empresa", "elemento", "acuerdo", "adhesion_fecha"],
        "certificados": ["empresa", "elemento", "acuerdo", "adhesion_fecha", "codigo"],
        "suspensiones": ["empresa", "elemento", "acuerdo", "adhesion_fecha", "certificado"],
        "sellos": ["id", "codigo"],
        "instalaciones": ["empresa", "elemento", "acuerdo", "adhesion_fecha", "certificado"],
    }
    for name, start in starts.items():
        assert list(TABLES[name].header[: len(start)]) == start
    for table in TABLES.values():
        flags = [column.derived for column in table.columns]
        assert flags == sorted(flags), table.name
        assert len(set(table.header)) == len(table.header)


@pytest.mark.parametrize("name", TABLES)
def test_rows_are_in_the_order_of_their_ids(name: str) -> None:
    """Sorted by the columns that name them, so that two editions can be compared."""
    table = TABLES[name]
    keys = [
        tuple(map(exporting.text, row[: table.keys])) for row in every_row(table, survey(SOUND))
    ]

    assert keys == sorted(keys)


@pytest.mark.parametrize("name", TABLES)
def test_cells_are_what_their_columns_say(name: str) -> None:
    """Types, listed values, and what is never empty."""
    kinds = {"integer": int, "number": (int, float), "boolean": bool, "list": list, "blocks": list}
    table = TABLES[name]
    for row in every_row(table, survey(SOUND)):
        for column, cell in zip(table.columns, row, strict=True):
            if cell is None:
                assert not column.required, column.name
                continue
            assert isinstance(cell, kinds.get(column.kind, str)), column.name
            assert not column.choices or cell in column.choices, column.name


def test_every_column_has_words_in_both_languages() -> None:
    """No column is left without a title and a sentence in Spanish and in English."""
    for table in TABLES.values():
        for one in table.columns:
            words = (one.title, one.description, one.title_en, one.description_en)
            assert all(words), f"{table.name}.{one.name}"
            assert "comillas" not in one.description
            assert "YAML" not in " ".join(words).upper()


def test_the_flat_table_leaves_nobody_out() -> None:
    """Every element, adhesion and certificate has a row; what it lacks is empty."""
    flat = _rows("instalaciones")
    elements = {(row["empresa"], row["id"]) for row in _rows("elementos")}
    adhesions = {
        (row["empresa"], row["elemento"], row["acuerdo"], row["fecha"])
        for row in _rows("adhesiones")
    }
    codes = [row["codigo"] for row in _rows("certificados")]
    keys = ("empresa", "elemento", "acuerdo", "adhesion_fecha")

    assert {(row["empresa"], row["elemento"]) for row in flat} == elements
    assert {tuple(row[k] for k in keys) for row in flat if row["acuerdo"]} == adhesions
    assert sorted(str(row["certificado"]) for row in flat if row["certificado"]) == sorted(codes)
    assert [row for row in flat if row["acuerdo"] is None]
    assert [row for row in flat if row["acuerdo"] and not row["certificado"]]


def test_states_are_those_of_the_day() -> None:
    """A certificate's state, and a seal's, are what the status of the day says."""
    one = survey(SOUND)
    for row in _rows("certificados", one):
        granted = one.registry.certificates[str(row["codigo"])]
        found = certificate_status(granted.certificate, one.day)
        assert (row["estado"], row["rige"]) == (found.state, found.in_force)
    for row in _rows("sellos", one):
        seal = one.registry.seals[str(row["id"])].record
        standing = seal_status(seal, one.registry.covered_by(seal), one.day)
        assert (row["estado"], row["razon"]) == (standing.state, standing.reason)
        assert row["estado"] in SEAL_STATES and row["razon"] in (None, *SEAL_REASONS)


def _survey_of(**records: Any) -> Survey:
    return Survey(sample.published(**records), exporting.Site("", exporting.DAY))


def test_a_region_is_that_of_the_comuna() -> None:
    """The region follows from where the element is; an element without comuna has none."""
    machine = {
        k: v for k, v in element(id="maquina", alcance="maquinaria").items() if k != "comuna"
    }
    of = _survey_of(companies=company(element(adhesion(certificate())), machine))

    found = {row["elemento"]: row["region_nombre"] for row in _rows("instalaciones", of)}
    assert found == {"planta": "Maule", "maquina": None}


def test_a_suspension_under_way_says_so() -> None:
    """Of two suspensions only the one of the day is under way."""
    held = certificate(
        suspensiones=[
            {"desde": "2026-01-01", "hasta": "2026-01-31"},
            {"desde": "2026-11-01", "motivo": "Por un reclamo"},
        ]
    )
    of = _survey_of(companies=company(element(adhesion(held))))

    assert [row["en_curso"] for row in _rows("suspensiones", of)] == [False, True]


def test_a_former_place_made_of_a_withheld_name_is_in_no_table() -> None:
    """Where an element was before is not told if that tells whose it is."""
    moved = element(adhesion(certificate()), ids_anteriores=["juana-penafiel/huerto", "otra/uno"])
    of = _survey_of(companies=person(moved, ids_anteriores=["juana-penafiel"]))
    files = exporting.files(of)

    told = [name for name, content in files.items() if b"penafiel" in content]
    assert told == []
    assert json.loads(files["api/v1/renombrados.json"])["result"] == [
        {
            "coleccion": "elementos",
            "anterior": "otra/uno",
            "actual": "empresa/planta",
            "motivo": "traslado",
        }
    ]
