"""What spreadsheet programs do to codes, days and letters, in real files."""

import io
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.arguments import ROOT
from generator.sheets import book, delimited, rows, usual_names
from generator.sheets.sheet import Sheet, Unreadable
from tests.sheets.small_register import FILES, LIST, fill, listed, row, xlsx
from tests.sheets.small_register import delimited as csv_text


def given_by(path: Path) -> dict[str, str]:
    """What the first row says, by table and column."""
    found = rows.reading(book.read(path))
    first = found.rows[0]
    assert first.troubles == ()
    return {f"{p.table.name}.{k}": g.text for p in first.parts for k, g in p.given.items()}


def refusals(path: Path) -> list[tuple[str, str, int]]:
    """Code, column and row of what is refused."""
    found = rows.reading(book.read(path))
    return [(t.code, t.place.letters, t.place.row) for one in found.rows for t in one.troubles]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (date(2024, 5, 3), "2024-05-03"),
        (datetime(2024, 5, 3, 15, 30), "2024-05-03"),
        (45415, "2024-05-03"),
        (45415.75, "2024-05-03"),
        ("45415", "2024-05-03"),
        ("3/5/2024", "2024-05-03"),
        ("03-05-2024", "2024-05-03"),
        ("3.5.2024", "2024-05-03"),
        ("3 de mayo de 2024", "2024-05-03"),
        ("Viernes, 3 de Mayo del 2024", "2024-05-03"),
        ("3-may-2024", "2024-05-03"),
        ("2024-05-03", "2024-05-03"),
        ("2024/5/3", "2024-05-03"),
        ("2024-05-03 00:00:00", "2024-05-03"),
        ("\u00a03/5/2024 ", "2024-05-03"),
    ],
)
def test_days(tmp_path: Path, cell: object, expected: str) -> None:
    """A day is the same in every writing that has one meaning in Chile."""
    assert given_by(listed(tmp_path / "n.xlsx", row(adhered=cell)))["adhesiones.fecha"] == expected


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("31/2/2024", "APL033"),
        ("5/13/2024", "APL033"),
        ("3/5/24", "short-year"),
        ("mayo de 2024", "APL033"),
        (2024, "APL033"),
        (7, "APL033"),
        (1e20, "lost-digits"),
        ("30/2/2024 o 1/3/2024", "APL033"),
        ("29 de febrero de 2023", "APL033"),
    ],
)
def test_no_days(tmp_path: Path, cell: object, code: str) -> None:
    """What is no day, or may be two, is refused at its cell."""
    path = listed(tmp_path / "n.xlsx", row(adhered=cell))

    found = [(c.replace("APL054", "APL033"), at, number) for c, at, number in refusals(path)]
    assert found == [(code, "A", 2)]


def test_days_from_1904(tmp_path: Path) -> None:
    """A book of an old Mac counts its days from 1904, with a format or without one."""
    with_format = listed(tmp_path / "a.xlsx", row(), date_1904=True)
    bare = listed(tmp_path / "b.xlsx", row(adhered=43953), date_1904=True)

    assert given_by(with_format)["adhesiones.fecha"] == "2024-05-03"
    assert given_by(bare)["adhesiones.fecha"] == "2024-05-03"


@pytest.mark.parametrize("name", ["antigua.xls", "antigua-1904.xls", "libre.ods"])
def test_other_programs_books(name: str) -> None:
    """Excel 97, from either calendar, and OpenDocument are read as .xlsx is."""
    said = given_by(FILES / name)

    assert said["adhesiones.fecha"] == "2024-05-03"
    assert said["empresas.rut"] == "99900002-9"
    assert said["elementos.comuna"] == "16101"
    assert said["empresas.razon_social"] == "Ñandú Inventado Ltda."


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (7101, "07101"),
        (7101.0, "07101"),
        ("7101", "07101"),
        ("07101", "07101"),
        (8401, "16101"),
        ("08401", "16101"),
        ("Nunoa", "13120"),
        ("ÑUÑOA", "13120"),
        ("13120 - Ñuñoa", "13120"),
        (" San\u00a0Clemente ", "07109"),
        ("Til-Til", "13303"),
    ],
)
def test_comunas(tmp_path: Path, cell: object, expected: str) -> None:
    """A comuna by its code, with or without its zero, of Ñuble before 2018, or by its name."""
    assert given_by(listed(tmp_path / "n.xlsx", row(comuna=cell)))["elementos.comuna"] == expected


@pytest.mark.parametrize(
    "cell",
    [
        "99900002-9",
        "99.900.002-9",
        999000029,
        999000029.0,
        "99900002–9",
        " 99900002-9\u00a0",
        "RUT 99.900.002-9",
    ],
)
def test_ruts(tmp_path: Path, cell: object) -> None:
    """A RUT in any writing, also as the number that Excel makes of it."""
    assert given_by(listed(tmp_path / "n.xlsx", row(rut=cell)))["empresas.rut"] == "99900002-9"


@pytest.mark.parametrize("cell", ["'07101", '="07101"', "7101.0"])
def test_codes_that_somebody_kept_as_text(tmp_path: Path, cell: str) -> None:
    """An apostrophe or a formula around a code is no part of it."""
    path = tmp_path / "n.csv"
    path.write_text(csv_text([LIST, row(adhered="3/5/2024", comuna=cell)]), encoding="utf-8")

    assert given_by(path)["elementos.comuna"] == "07101"


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (date(2021, 12, 1), "day-for-text"),
        (12345678901234567890, "lost-digits"),
        ("9,99E+08", "lost-digits"),
        ("1.2E+15", "lost-digits"),
    ],
)
def test_what_a_number_or_day_was_made_of(tmp_path: Path, cell: object, code: str) -> None:
    """Excel makes a day of the folio 12/2021 and cuts long numbers: neither is recorded."""
    path = xlsx(tmp_path / "n.xlsx", [[*LIST, "Folio"], [*row(), cell]])

    assert refusals(path) == [(code, "I", 2)]


def test_a_number_that_may_lack_its_check_digit(tmp_path: Path) -> None:
    """76123456 may be a firm's body or a person's RUT: refused, whatever the digits say."""
    found = refusals(listed(tmp_path / "n.xlsx", row(rut=76123456.0)))

    assert found == [("rut-without-digit", "B", 2)]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (111, "0111"),
        (1030, "1030"),
        ("1102.0", "1102"),
        (12000, "012000"),
        ("110200 - Elaboración de vinos", "110200"),
        ("C", "C"),
    ],
)
def test_ciiu(tmp_path: Path, cell: object, expected: str) -> None:
    """A CIIU code that Excel made a number of has its zero again; words behind it are left out."""
    head = [*LIST, "Sector productivo"]
    path = xlsx(tmp_path / "n.xlsx", [head, [*row(), cell]])

    assert given_by(path)["empresas.ciiu"] == expected


def test_decimal_commas(tmp_path: Path) -> None:
    """Coordinates with a comma, as Chile writes them, or as numbers."""
    head = [*LIST, "Latitud", "Longitud"]
    path = xlsx(tmp_path / "n.xlsx", [head, [*row(), "-35,4264", -71.6554]])

    said = given_by(path)
    assert (said["elementos.ubicacion_lat"], said["elementos.ubicacion_lon"]) == (
        "-35.4264",
        "-71.6554",
    )


def test_hard_and_invisible_spaces(tmp_path: Path) -> None:
    """What comes along with copy and paste is no part of a name."""
    path = listed(tmp_path / "n.xlsx", row(plant="\ufeff Planta\u00a0Ñuble\u200b "))

    assert given_by(path)["elementos.nombre"] == "Planta Ñuble"


@pytest.mark.parametrize("error", ["#N/A", "#DIV/0!", "#REF!", "#VALUE!"])
def test_formulas_with_errors(tmp_path: Path, error: str) -> None:
    """An error is no empty cell: the row is refused and says where."""
    path = tmp_path / "n.xlsx"
    workbook = xlsxwriter.Workbook(str(path))
    sheet = workbook.add_worksheet("Nómina")
    fill(workbook, sheet, [LIST, row()])
    sheet.write_formula("F2", "=BUSCARV(A1;B:C;2;0)", None, error)
    workbook.close()

    assert refusals(path) == [("error-cell", "F", 2)]


def test_a_formulas_value(tmp_path: Path) -> None:
    """A formula counts with the value that the program kept of it; without one it is refused."""
    path = tmp_path / "n.xlsx"
    workbook = xlsxwriter.Workbook(str(path))
    sheet = workbook.add_worksheet("Nómina")
    fill(workbook, sheet, [LIST, row(), row()])
    sheet.write_formula("F2", '="Tal"&"ca"', None, "Talca")
    sheet.write_formula("F3", "=X1", None, "")
    workbook.close()
    bare = _edited(path, lambda xml: xml.replace(b"<v></v>", b"").replace(b' t="str"', b""))

    assert given_by(bare)["elementos.comuna"] == "07101"
    assert refusals(bare) == [("error-cell", "F", 3)]


def _edited(path: Path, edit: Callable[[bytes], bytes]) -> Path:
    """The book with its first sheet's XML changed."""
    copy = path.with_name(f"otra-{path.name}")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(copy, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, edit(data) if name.endswith("sheet1.xml") else data)
    return copy


# Headers and layout


def test_a_title_and_blank_rows_above_the_header(tmp_path: Path) -> None:
    """The header is found below a logo's title and blank rows; empty rows below are no rows."""
    path = xlsx(
        tmp_path / "n.xlsx",
        [
            ["Ceremonia 2026"],
            [],
            ["Talca, 3 de mayo"],
            LIST,
            [],
            row(),
            [],
            ["  "],
            [None, "\u00a0"],
        ],
    )

    found = rows.reading(book.read(path))
    assert [one.place.row for one in found.rows] == [6]


def test_merged_cells(tmp_path: Path) -> None:
    """A company's name merged over the rows of its plants holds for each of them."""
    path = tmp_path / "n.xlsx"
    workbook = xlsxwriter.Workbook(str(path))
    sheet = workbook.add_worksheet("Nómina")
    fill(workbook, sheet, [LIST, row(), row(plant="Otra", rut=None, name=None)])
    sheet.merge_range("B2:B3", "99900002-9")
    sheet.merge_range("C2:C3", "Ñandú Inventado Ltda.")
    workbook.close()

    found = rows.reading(book.read(path))
    ruts = [part.given["rut"].text for one in found.rows for part in one.parts[:1]]
    assert ruts == ["99900002-9", "99900002-9"]


def test_a_header_of_two_rows(tmp_path: Path) -> None:
    """Names that reach over both rows count with those that stand below «Instalación»."""
    path = tmp_path / "n.xlsx"
    workbook = xlsxwriter.Workbook(str(path))
    sheet = workbook.add_worksheet("Nómina")
    cells = ["99900002-9", "Ñandú", "Planta", "Talca", "3/5/2024"]
    fill(workbook, sheet, [[], [None, None, "Nombre", "Comuna", None], cells])
    sheet.merge_range("A1:A2", "RUT")
    sheet.merge_range("B1:B2", "Razón social")
    sheet.merge_range("C1:D1", "Instalación")
    sheet.merge_range("E1:E2", "Fecha de adhesión")
    workbook.close()

    said = given_by(path)
    assert (said["elementos.nombre"], said["elementos.comuna"]) == ("Planta", "07101")
    assert said["empresas.razon_social"] == "Ñandú"


def test_a_contacts_word_that_nobody_merged(tmp_path: Path) -> None:
    """«Nombre» and «RUT» that follow «Encargado» are the contact's; what comes then is not."""
    above = [None, None, "Encargado", None, None, None]
    head = ["RUT", "Razón social", "Nombre", "RUT", "Instalación", "Comuna"]
    cells = ["99900002-9", None, "Juana Inventada", "11111111-1", "Planta", "Talca"]

    said = given_by(xlsx(tmp_path / "n.xlsx", [above, head, cells]))

    assert "empresas.razon_social" not in said and said["empresas.rut"] == "99900002-9"
    assert said["elementos.comuna"] == "07101"


def test_repeated_columns(tmp_path: Path) -> None:
    """A column that stands twice may say the same twice; where it does not, the row is refused."""
    head = [*LIST, "Comuna instalación"]
    path = xlsx(tmp_path / "n.xlsx", [head, [*row(), "Chillan"], [*row(), "Talca"], [*row(), None]])

    assert refusals(path) == [("repeated-column", "I", 3)]


def test_several_sheets_and_hidden_ones(tmp_path: Path) -> None:
    """Every visible sheet with a header is read; hidden ones and notes are named."""
    path = tmp_path / "n.xlsx"
    workbook = xlsxwriter.Workbook(str(path))
    for name, content in (
        ("Norte", [LIST, row()]),
        ("Sur", [LIST, row(plant="Sur")]),
        ("Notas", [["Llamar a todos"]]),
        ("Oculta", [LIST, row()]),
        ("Vacía", []),
    ):
        sheet = workbook.add_worksheet(name)
        fill(workbook, sheet, content)
        if name == "Oculta":
            sheet.hide()
    workbook.close()

    found = rows.reading(book.read(path))
    assert [(one.place.sheet, one.place.row) for one in found.rows] == [("Norte", 2), ("Sur", 2)]
    assert {(one.code, one.place.sheet) for one in found.notes} == {
        ("no-header", "Notas"),
        ("hidden-sheet", "Oculta"),
    }


def test_a_check_digit_in_its_own_column() -> None:
    """«RUT» and «DV» are one RUT."""
    sheet = Sheet("n", "n", (("RUT", "DV", "Razón social"), (99900002.0, 9.0, "Ñandú")))

    found = rows.reading([sheet])
    assert found.rows[0].parts[0].given["rut"].text == "99900002-9"


# CSV


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "latin-1", "utf-16", "utf-16-le", "utf-16-be"]
)
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_encodings_and_separators(tmp_path: Path, encoding: str, separator: str) -> None:
    """Whatever program wrote the CSV file, its letters and columns are the same."""
    path = tmp_path / "n.csv"
    text = csv_text([LIST, row(adhered="3/5/2024", name="Ñandú, Piñón; y Cía.")], separator)
    path.write_bytes(text.encode(encoding))

    said = given_by(path)
    assert said["empresas.razon_social"] == "Ñandú, Piñón; y Cía."
    assert said["adhesiones.fecha"] == "2024-05-03"


def test_the_separator_that_excel_names(tmp_path: Path) -> None:
    """The line `sep=;` is Excel's; rows are counted with it, as Excel counts them."""
    path = tmp_path / "n.csv"
    path.write_text("sep=;\r\n" + csv_text([LIST, row(adhered="3/5/2024")]), encoding="utf-8")

    found = rows.reading(book.read(path))
    assert [one.place.row for one in found.rows] == [3]


@pytest.mark.parametrize(
    "values", [["a", "b"], ["a; b", "c"], ['"x"', " y ", "z\nw"], ["uno"], ['a"b;c', "d"]]
)
def test_lists_in_a_cell(values: list[str]) -> None:
    """Several values in one cell come back as they were, semicolons and quotes among them."""
    assert delimited.split(delimited.joined(values)) == values


# Files that are none


def _zip(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("n.xlsx", b"", "empty-file"),
        ("n.csv", b" \r\n ", "empty-file"),
        ("n.xlsx", b"<html><table><tr><td>RUT</td></tr></table></html>", "no-book"),
        ("n.xlsx", b"PK\x03\x04 y nada", "damaged"),
        ("n.xlsx", _zip("word/document.xml", b"<x/>"), "damaged"),
        ("n.xlsx", _zip("xl/workbook.xml", b"<workbook"), "damaged"),
        ("n.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "damaged"),
        ("n.pdf", b"%PDF-1.7", "unknown-kind"),
        ("n.csv", b'RUT;Comuna\r\n"abierta;x', "bad-quotes"),
        ("n.csv", b"\xff\xfeR", "no-text"),
        ("n.json", b"{", "no-json"),
        ("n.json", b"[" * 100_000, "no-json"),
        ("n.json", b'{"empresas": 3}', "other-json"),
        ("n.zip", _zip("leame.md", b"hola"), "empty-zip"),
    ],
)
def test_files_that_cannot_be_read(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    """Damaged, empty and foreign files are told apart in words, never with a traceback."""
    path = tmp_path / name
    path.write_bytes(data)

    with pytest.raises(Unreadable) as told:
        book.read(path)

    assert told.value.code == code


def test_a_password() -> None:
    """A protected book says so."""
    with pytest.raises(Unreadable) as told:
        book.read(FILES / "con-clave.xlsx")

    assert told.value.code == "password"


def test_cells_in_far_corners(tmp_path: Path) -> None:
    """Two cells at both ends of a sheet would be seventeen thousand million; it is refused."""
    path = tmp_path / "n.xlsx"
    workbook = xlsxwriter.Workbook(str(path))
    sheet = workbook.add_worksheet()
    sheet.write("A1", "RUT")
    sheet.write(1_048_575, 16_383, "lejos")
    workbook.close()

    with pytest.raises(Unreadable) as told:
        book.read(path)

    assert told.value.code == "too-wide"


def _sound_book() -> bytes:
    out = io.BytesIO()
    workbook = xlsxwriter.Workbook(out, {"in_memory": True})
    fill(workbook, workbook.add_worksheet("Nómina"), [LIST, row()])
    workbook.close()
    return out.getvalue()


SOUND_BOOK = _sound_book()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(SOUND_BOOK) - 1), st.integers(0, 255)), max_size=9))
def test_damaged_books_never_crash(
    tmp_path_factory: pytest.TempPathFactory, flips: list[tuple[int, int]]
) -> None:
    """With any bytes changed, a book is read or said to be unreadable."""
    data = bytearray(SOUND_BOOK)
    for at, value in flips:
        data[at] = value
    path = tmp_path_factory.mktemp("b") / "n.xlsx"
    path.write_bytes(bytes(data))
    with suppress(Unreadable):
        rows.reading(book.read(path))


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_any_bytes_as_csv(data: bytes) -> None:
    """Any bytes at all are a table, or said to be none."""
    with suppress(Unreadable):
        rows.reading([delimited.sheet("n.csv", "n", b"RUT;Comuna;Fecha adhesion\n" + data)])


def test_the_guide_names_columns_that_are_known() -> None:
    """Every header that the staff guide promises is one that is read."""
    guide = (ROOT / "content" / "equipo" / "planillas.md").read_text(encoding="utf-8")
    section = guide.partition("### Cómo se llaman las columnas")[2].partition("###")[0]
    cells = [line.split("|")[2] for line in section.splitlines() if line.startswith("| ")][1:]
    names = [name.strip() for cell in cells for name in cell.split(",")]

    assert len(names) > 35
    assert [name for name in names if usual_names.plain(name) not in usual_names.wide()] == []
