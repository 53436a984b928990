"""`apl export`: what its books hold, and that they come back as they went."""

import csv
import io
import json
import secrets
import shutil
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from generator.arguments import ROOT
from generator.checking import check
from generator.edit import fresh
from generator.load import load
from generator.messages import level
from generator.model import Company
from generator.sheets import book, rows, shelf
from generator.sheets.entering import Settings
from generator.sheets.flat import flat, list_headers, listed
from generator.sheets.plan import Plan, plan
from generator.sheets.tables import tables
from generator.sheets.written import as_csv_with, as_json, as_zip
from generator.sheets.xlsx import as_xlsx
from tests.sample import CODES
from tests.scratch import SOUND, TODAY, write
from tests.sheets.small_register import AGREEMENT, Desk, desk

__all__ = ["desk"]

WRITERS = {"xlsx": as_xlsx, "zip": as_zip, "json": as_json}
FORMS = [*WRITERS, "csv"]
"""A lone CSV file is the list of installations, which leaves out what hangs beside them."""


def taken_back(registry: Path, into: Path, form: str, folder: Path) -> Plan:
    """What importing the book of one registry does to another."""
    path = folder / f"libro.{form}"
    records = list(shelf.records(registry))
    if form == "csv":
        path.write_bytes(as_csv_with(list_headers(), listed(records)))
    else:
        path.write_bytes(WRITERS[form](flat(records)))
    known = {record.path: record for record in shelf.records(into)}
    found = rows.reading(book.read(path))
    return plan(into, check(into, TODAY).problems, found, Settings(secrets.randbelow), TODAY, known)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("registry", [SOUND, ROOT / "registry"], ids=["sound", "shipped"])
def test_what_was_exported_changes_nothing(registry: Path, form: str, tmp_path: Path) -> None:
    """Every row of an exported book says what the registry says."""
    found = taken_back(registry, registry, form, tmp_path)

    assert found.outcomes and not found.has_refused
    assert {one.state for one in found.outcomes} == {"same"}
    assert found.files == {}


@pytest.mark.parametrize("form", FORMS)
def test_files_stay_byte_for_byte(desk: Desk, form: str) -> None:
    """export → import --write leaves every file as it was, whatever its form."""
    shutil.rmtree(desk.registry)
    shutil.copytree(SOUND, desk.registry)
    before = desk.files()
    out = desk.folder / f"libro.{form}"

    assert desk.apl("export", "--out", out)[0] == 0
    assert desk.apl("import", out, "--write")[0] == 0
    assert desk.files() == before


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("registry", [SOUND, ROOT / "registry"], ids=["sound", "shipped"])
def test_nothing_is_lost(registry: Path, form: str, tmp_path: Path) -> None:
    """Into a registry without records, a book brings back all of them, with all they said."""
    empty = tmp_path / "registry"
    empty.mkdir()
    shutil.copy(registry / "registro.yaml", empty)
    shutil.copytree(registry / "vocabulario", empty / "vocabulario")

    found = taken_back(registry, empty, form, tmp_path)
    write(empty, found.files)

    assert not found.has_refused
    assert _records(empty) == _records(registry)


def _records(registry: Path) -> Mapping[str, Mapping[str, Any]]:
    entries = load(registry).entries
    return {
        name: {id: entry.record for id, entry in entries[name].items()}
        for name in ("acuerdos", "empresas", "sellos")
    }


# Registries that hypothesis makes.

TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z", "Nd"], exclude_characters="@")
    | st.sampled_from(" ;,\"'#:-=|"),
    min_size=1,
    max_size=30,
).map(lambda text: f"«{text}»")
DAYS = st.dates(date(2020, 1, 1), date(2021, 12, 31)).map(str)
LINES = st.lists(TEXT, min_size=1, max_size=3).map("\n".join)


@st.composite
def companies(draw: st.DrawFn) -> dict[str, Any]:
    """A sound company with odd texts, some keys left out, and up to three elements."""
    optional = {
        "nombre_fantasia": TEXT,
        "marcas": st.lists(TEXT, min_size=1, max_size=4),
        "ciiu": st.sampled_from(["0111", "1102", "C", "012000"]),
        "comuna": st.sampled_from(["07101", "16101", "13120"]),
        "notas": LINES,
    }
    found: dict[str, Any] = {"razon_social": draw(TEXT), "tipo": "persona_juridica"}
    found |= {"rut": "99900002-9", "tamano": draw(st.sampled_from(["micro", "sin_informacion"]))}
    found |= draw(st.fixed_dictionaries({}, optional=optional))
    fresh_codes = iter(CODES)
    found["elementos"] = [
        draw(elements(f"elemento-{n}", fresh_codes)) for n in range(draw(st.integers(1, 3)))
    ]
    found["fuentes"] = [{"documento": draw(TEXT)} for _ in range(draw(st.integers(1, 3)))]
    return found


@st.composite
def elements(draw: st.DrawFn, id: str, fresh_codes: Any) -> dict[str, Any]:
    """An element, perhaps certified."""
    latitude = st.decimals("-55", "-18", places=draw(st.integers(0, 9))).map(str)
    optional = {
        "direccion": TEXT,
        "ubicacion": st.fixed_dictionaries({"lat": latitude, "lon": st.just("-70.50")}),
        "identificador": TEXT,
    }
    found: dict[str, Any] = {"id": id, "alcance": "producto", "nombre": draw(TEXT)}
    found |= draw(st.fixed_dictionaries({}, optional=optional))
    if draw(st.booleans()):
        adhesion = {"acuerdo": "conservas", "fecha": "2019-06-20", "estado": "aceptada"}
        certificate: dict[str, Any] = {"codigo": next(fresh_codes), "fecha": draw(DAYS)}
        certificate["vigente_hasta"] = "2024-01-01"
        if draw(st.booleans()):
            certificate["anulacion"] = {"fecha": "2023-01-01", "motivo": draw(LINES)}
        found["adhesiones"] = [{**adhesion, "certificados": [certificate]}]
    return found


@settings(max_examples=15, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(company=companies(), form=st.sampled_from(FORMS))
def test_any_company_comes_back(
    tmp_path_factory: pytest.TempPathFactory, company: dict[str, Any], form: str
) -> None:
    """Whatever its texts hold, a company is the same after a book, and the same made from it."""
    folder = tmp_path_factory.mktemp("libro")
    agreement = {"acuerdos/conservas.yaml": AGREEMENT}
    full = write(folder / "full", {**agreement, "empresas/una.yaml": fresh(company, Company)})
    bare = write(folder / "bare", agreement)
    assume(not any(level(problem) == "error" for problem in check(full, TODAY).problems))

    back = taken_back(full, full, form, folder)
    assert {one.state for one in back.outcomes} == {"same"} and back.files == {}
    if form == "csv":
        return
    anew = taken_back(full, bare, form, folder)
    write(bare, anew.files)
    assert not anew.has_refused
    assert _records(bare) == _records(full)


# What the files are


def test_the_workbook(desk: Desk) -> None:
    """A sheet for each table, codes as text, days as days, numbers as numbers."""
    out = desk.folder / "libro.xlsx"
    desk.apl("export", "--out", out)

    workbook = CalamineWorkbook.from_path(str(out))
    head, first = workbook.get_sheet_by_name("certificados").to_python()
    assert workbook.sheet_names == list(tables())
    row = dict(zip(head, first, strict=True))
    assert row["codigo"] == "ABCD-EFGG" and row["adhesion"] == 1
    assert row["vigente_hasta"] == date(2024, 8, 30)
    element = workbook.get_sheet_by_name("elementos").to_python()[1]
    assert "07101" in element


def test_the_workbooks_comfort(desk: Desk) -> None:
    """The header is frozen, columns are wide enough, listed values can be picked."""
    out = desk.folder / "libro.xlsx"
    desk.apl("export", "--out", out)

    with zipfile.ZipFile(out) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
    assert 'state="frozen"' in xml and "<cols>" in xml and "<autoFilter" in xml
    assert "<dataValidations" in xml and "micro,pequena,mediana,grande,sin_informacion" in xml


def test_the_same_records_make_the_same_bytes(desk: Desk) -> None:
    """A book holds no time of its making."""
    for form in ("xlsx", "zip", "json"):
        one, two = desk.folder / f"a.{form}", desk.folder / f"b.{form}"
        desk.apl("export", "--out", one)
        desk.apl("export", "--out", two)
        assert one.read_bytes() == two.read_bytes()


def test_csv_as_rfc_4180_has_it(desk: Desk) -> None:
    """Commas, CRLF, quotes where needed, UTF-8 without a mark; parents' ids first."""
    out = desk.folder / "x.csv"

    assert desk.apl("export", "--out", out, "--table", "elementos")[0] == 0

    data = out.read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") == 2
    found = list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))
    assert list(found[0])[:2] == ["empresa", "id"]
    assert (found[0]["nombre"], found[0]["comuna"]) == ("Planta Talca", "07101")


def test_a_lone_csv_is_the_list_of_installations(desk: Desk) -> None:
    """`--format csv` without a table: one row a certificate, from the company inwards."""
    out = desk.folder / "x.csv"

    assert desk.apl("export", "--format", "csv", "--out", out)[0] == 0

    (found,) = csv.DictReader(io.StringIO(out.read_text("utf-8"), newline=""))
    assert found["empresa_id"] == "conservas" and found["elemento_comuna"] == "07101"
    assert found["adhesion_acuerdo"] == "conservas"
    assert found["certificado_codigo"] == "ABCD-EFGG"


def test_one_table_comes_back_alone(desk: Desk) -> None:
    """A CSV file with a changed cell, of any name, changes that key and nothing else."""
    out, before = desk.folder / "mis-elementos.csv", desk.text("empresas/conservas.yaml")
    desk.apl("export", "--out", out, "--table", "elementos")
    text = out.read_text(encoding="utf-8").replace("Planta Talca", "Planta Talca Sur")
    out.write_text(text, encoding="utf-8")

    code, told = desk.apl("import", out, "--write")

    assert code == 0 and "nombre: «Planta Talca» → «Planta Talca Sur»" in told
    after = desk.text("empresas/conservas.yaml")
    assert after == before.replace("Planta Talca", "Planta Talca Sur")


def test_json(desk: Desk) -> None:
    """Tables as lists of rows, their keys those of the records."""
    out = desk.folder / "libro.json"
    desk.apl("export", "--out", out)

    found = json.loads(out.read_text(encoding="utf-8"))
    assert found["empresas"][0]["razon_social"] == "Conservas Prueba SpA"
    assert found["certificados"][0]["vigente_hasta"] == "2024-08-30"


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("--out", "libro.docx"), "--format"),
        (("--out", "x.csv", "--table", "nada"), "empresas"),
        (("--out", "registry/x.xlsx"), "--out"),
        (("--format", "xlsx"), "--out"),
    ],
)
def test_wrong_usage(desk: Desk, words: tuple[str, ...], hint: str) -> None:
    """What makes no sense ends with 2, says what would, and writes nothing."""
    placed = [str(desk.folder / w) if "." in w else w for w in words]

    code, told = desk.apl("export", *placed)

    assert code == 2 and hint in told
    assert not (desk.folder / "x.csv").exists()


def test_a_registry_with_faults_is_not_exported(desk: Desk) -> None:
    """What has faults would be missing from the book, so there is none."""
    (desk.registry / "empresas" / "rota.yaml").write_text("x: [", encoding="utf-8")
    out = desk.folder / "libro.xlsx"

    code, told = desk.apl("export", "--out", out)

    assert code == 1 and "rota.yaml" in told and not out.exists()


def test_a_text_too_long_for_a_cell(desk: Desk) -> None:
    """A workbook's cell holds 32,767 characters; nothing is cut off, another form is offered."""
    company = desk.registry / "empresas" / "conservas.yaml"
    long = "palabra " * 5000
    company.write_text(company.read_text("utf-8") + f"notas: {long}\n", encoding="utf-8")

    code, told = desk.apl("export", "--out", desk.folder / "libro.xlsx")

    assert code == 1 and "--format csv" in told
    assert desk.apl("export", "--out", desk.folder / "libro.zip")[0] == 0
    assert desk.apl("import", desk.folder / "libro.zip")[0] == 0
