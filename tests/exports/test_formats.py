"""Expectations of the tables: the same rows in every format, and what each format promises."""

import json
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.exports import cells, delimited
from generator.exports.columns import Column
from generator.exports.packed import packed
from generator.exports.sheet_rows import CUT, LONGEST_CELL
from generator.exports.tables import TABLES
from generator.exports.workbook import Sheet, workbook
from tests.exports import exporting
from tests.exports.exporting import DAY

Files = Mapping[str, bytes]


@pytest.mark.parametrize("name", TABLES)
def test_every_format_has_the_same_rows(made: Files, name: str) -> None:
    """CSV, the one for Excel, NDJSON, the API, workbook and database agree cell by cell."""
    exact = exporting.of_csv(made[f"datos/{name}.csv"])

    assert exact[0] == TABLES[name].header
    assert exporting.of_excel_csv(made[f"datos/{name}-excel.csv"], name) == exact
    assert exporting.of_ndjson(made[f"datos/{name}.ndjson"], name) == exact
    answer = json.loads(made[f"api/v1/{name}.json"])
    assert exporting.of_objects(answer["result"], name) == exact
    assert answer["total"] == len(exact) - 1
    assert exporting.of_sheet(made["datos/registro.xlsx"], name) == exact
    assert exporting.of_table(exporting.base(made["datos/registro.sqlite"]), name) == exact


def test_the_map_has_the_rows_of_elements(made: Files) -> None:
    """A feature each (RFC 7946): longitude first, no geometry where no point is published."""
    found = json.loads(made["datos/elementos.geojson"])
    features = found["features"]

    assert found["type"] == "FeatureCollection"
    rows = exporting.of_objects([one["properties"] for one in features], "elementos")
    assert rows == exporting.of_csv(made["datos/elementos.csv"])
    for one in features:
        held = one["properties"]
        assert one["id"] == f"{held['empresa']}/{held['id']}"
        point = [held["ubicacion_lon"], held["ubicacion_lat"]]
        wanted = None if None in point else {"type": "Point", "coordinates": point}
        assert one["geometry"] == wanted


def test_some_element_is_on_the_map() -> None:
    """The sound registry has a point, so that the map is tried at all."""
    features = json.loads(exporting.sound()["datos/elementos.geojson"])["features"]

    assert [one["geometry"]["coordinates"] for one in features if one["geometry"]] == [
        [-71.65, -35.43]
    ]


@pytest.mark.parametrize("name", TABLES)
def test_the_exact_csv_is_as_the_standard_says(made: Files, name: str) -> None:
    """RFC 4180: no mark in front, lines end in CRLF, the last one too."""
    content = made[f"datos/{name}.csv"]

    assert not content.startswith(delimited.BYTE_ORDER_MARK)
    assert content.endswith(b"\r\n")
    assert content.split(b"\r\n")[0].decode() == ",".join(TABLES[name].header)


@pytest.mark.parametrize("name", TABLES)
def test_excel_runs_nothing(made: Files, name: str) -> None:
    """A mark, semicolons, and no cell but a number starts as a formula does."""
    content = made[f"datos/{name}-excel.csv"]
    kinds = [column.kind for column in TABLES[name].columns]

    assert content.startswith(delimited.BYTE_ORDER_MARK)
    for row in exporting.delimited_rows(content.decode("utf-8-sig"), ";")[1:]:
        for cell, kind in zip(row, kinds, strict=True):
            assert kind == "number" or cell[:1] not in tuple("=+-@\t\r"), cell


def test_two_exports_are_equal() -> None:
    """The same registry and day give the same bytes, workbook and database too."""
    again = exporting.files(exporting.survey(exporting.SOUND))

    assert {name for name in again if again[name] != exporting.sound()[name]} == set()


# Any text at all.

TEXTS = st.text(
    st.characters(exclude_categories=("Cs",), exclude_characters=[chr(n) for n in range(32)])
    | st.sampled_from("\n\t;\",'=+-@|"),
    min_size=1,
    max_size=30,
)
COLUMNS = tuple(Column(name, "text", name, name, name, name) for name in ("uno", "dos"))
LISTED = (Column("uno", "list", "", "", "", ""), COLUMNS[1])
ROWS = st.lists(st.tuples(TEXTS | st.none(), TEXTS), max_size=4)


def _csv(dialect: delimited.Exact, rows: list[tuple[str | None, str]]) -> bytes:
    return b"".join((dialect.heading, *(dialect.lines([row]).encode() for row in rows)))


def _book(rows: Sequence[cells.Flat]) -> bytes:
    sheet = Sheet("hoja", COLUMNS, [packed(rows)], 1)
    return workbook([sheet], {"Qué": "Prueba"}, DAY, lambda keys, make: list(map(make, keys)))


@settings(max_examples=60)
@given(ROWS)
def test_any_text_survives_delimiters(rows: list[tuple[str | None, str]]) -> None:
    """Quotes, line breaks, semicolons and formulas come back as they went."""
    wanted = [tuple(map(exporting.text, row)) for row in rows]

    assert exporting.of_csv(_csv(delimited.Exact(COLUMNS), rows))[1:] == wanted
    text = _csv(delimited.ForExcel(COLUMNS), rows).decode("utf-8-sig")
    for row, kept in zip(exporting.delimited_rows(text, ";")[1:], wanted, strict=True):
        for cell, own in zip(row, kept, strict=True):
            assert cell in (own, f"'{own}")
            assert cell == own or own[0] in "=+-@\t\r\n|"


@settings(max_examples=15)
@given(ROWS)
def test_any_text_survives_the_workbook(rows: list[tuple[str | None, str]]) -> None:
    """A reader of workbooks gives back every sign, escapes of the format included."""
    rows = [*rows, ("_x0041_", "a_x000D_b & <c>")]
    book = exporting.book(_book(rows))
    found = book.get_sheet_by_name("hoja").to_python()[1:]

    assert [tuple(map(exporting.text, row)) for row in found] == [
        tuple(map(exporting.text, row)) for row in rows
    ]


@settings(max_examples=60)
@given(st.lists(TEXTS, max_size=4))
def test_a_list_in_a_cell_can_be_taken_apart(values: list[str]) -> None:
    """Its values are quoted where they would be taken for two, so none is lost."""
    ((cell, _),) = cells.flat(LISTED)([(values, "x")])
    parts = exporting.delimited_rows(str(cell or ""), ";", skipinitialspace=True)

    assert list(parts[0] if parts else ()) == values


def test_a_text_too_long_for_a_cell_says_so() -> None:
    """A workbook holds so many characters and no more: what is cut says where the whole is."""
    long = "ñ" * (LONGEST_CELL + 1)
    book = exporting.book(_book([(long, "x" * LONGEST_CELL)]))
    _, (cut, whole) = book.get_sheet_by_name("hoja").to_python()

    assert len(cut) == LONGEST_CELL and cut.endswith(CUT)
    assert whole == "x" * LONGEST_CELL


def test_the_books_say_what_they_are() -> None:
    """Workbook and database say whose the data are, of which day and under what terms."""
    files = exporting.sound()
    told = dict(exporting.base(files["datos/registro.sqlite"]).execute("SELECT * FROM acerca_de"))
    book = exporting.book(files["datos/registro.xlsx"])

    assert told["Datos al"] == "2026-11-23"
    assert "CC-BY-4.0" in told["Licencia"]
    assert "ejemplo" in told["Ejemplos"]
    assert dict(book.get_sheet_by_name("acerca_de").to_python()) == told
    assert book.sheet_names == [*TABLES, "acerca_de"]
