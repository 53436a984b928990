"""`apl import`, as staff meet it after a ceremony."""

import json
import os
from datetime import date
from pathlib import Path

import pytest

from generator import code
from tests.sheets.small_register import DAY, Desk, desk, listed, row, xlsx

__all__ = ["desk"]

SCHEME_FORM = (
    "fecha_adhesion rut_institucion nombre_institucion sector_productivo tipo_institucion "
    "tamaño_empresa direccion_casa_matriz comuna_casa_matriz rut_encargado nombre_encargado "
    "cargo_encargado fono_encargado email_encargado alcance nombre_instalacion "
    "direccion_instalacion comuna_instalacion tipo_elemento identificador patente "
    "nombre_elemento nombre_archivo"
).split()
"""The 22 columns of the scheme's own form."""

PERSONAL = ("11.111.111-1", "Juana Pérez Inventada", "Gerenta", "+56 9 8765 4321", "j@vina.example")


def test_shows_and_writes_nothing_without_being_told(desk: Desk) -> None:
    """Without --write a new company is only shown, with its sheet and row."""
    before = desk.files()

    code_, told = desk.take(listed(desk.folder / "nomina.xlsx", row()))

    assert code_ == 0
    assert "nomina.xlsx, hoja «Nómina», fila 2: nueva: empresa nandu-inventado" in told
    assert "1 fila nueva" in told and "nada escrito" in told
    assert desk.files() == before


def test_a_new_company_is_a_sound_canonical_record(desk: Desk) -> None:
    """What is written passes the checker without a fault, and `apl fmt` has nothing to do."""
    sheet = listed(desk.folder / "n.xlsx", row(certified="15 de mayo de 2025", until="15-05-2028"))

    code_, _ = desk.take(sheet, "--write")

    text = desk.text("empresas/nandu-inventado.yaml")
    assert code_ == 0
    assert 'rut: "99900002-9"' in text and 'comuna: "16101"' in text
    assert "estado: aceptada" in text and "vigente_hasta: 2028-05-15" in text
    assert desk.apl("check") == (0, "")
    assert desk.apl("fmt", "--check")[0] == 0


def test_importing_twice_changes_nothing(desk: Desk) -> None:
    """The second time every row is the same: no company, element or code is made anew."""
    sheet = listed(desk.folder / "n.xlsx", row(certified=date(2025, 5, 15), until="15-05-2028"))
    desk.take(sheet, "--write")
    before = desk.files()

    code_, told = desk.take(sheet, "--write")

    assert code_ == 0 and "fila 2: igual" in told
    assert desk.files() == before


def test_minted_codes_are_valid_and_unique(desk: Desk) -> None:
    """Each certificate without a code gets one of its own."""
    rows = [
        row(plant=f"Planta {n}", certified=date(2025, 5, 15), until=date(2028, 5, 15))
        for n in range(20)
    ]
    shown = desk.take(listed(desk.folder / "n.xlsx", *rows))[1]
    _, told = desk.take(desk.folder / "n.xlsx", "--write")

    text = desk.text("empresas/nandu-inventado.yaml")
    minted = [line.split('"')[1] for line in text.splitlines() if "codigo:" in line]
    assert len(set(minted)) == 20 and all(f"recibe el código {one}" in told for one in minted)
    assert all(code.is_valid(one) and one not in shown for one in minted)


def test_a_change_keeps_comments_and_form(desk: Desk) -> None:
    """A known company is found by its RUT; only what the row says otherwise is rewritten."""
    before = desk.text("empresas/conservas.yaml")
    known = row(rut="99.910.234-4", name="CONSERVAS PRUEBA", size="Grande", plant="planta talca",
                comuna="Talca", adhered="20-06-2019")  # fmt: skip

    code_, told = desk.take(listed(desk.folder / "n.xlsx", known), "--write")

    assert code_ == 0
    assert "fila 2: cambia: conservas: tamano: «mediana» → «grande»" in told
    assert desk.text("empresas/conservas.yaml") == before.replace("mediana", "grande")


def test_a_new_element_stands_in_its_company(desk: Desk) -> None:
    """An unknown plant of a known company is added to it; nothing else of the file changes."""
    before = desk.text("empresas/conservas.yaml").splitlines()
    added = row(rut="999102344", name="Conservas Prueba SpA", size=None, plant="Planta Ñuñoa",
                comuna="Nunoa")  # fmt: skip

    desk.take(listed(desk.folder / "n.xlsx", added), "--write", "--estado", "aceptada")

    after = desk.text("empresas/conservas.yaml").splitlines()
    assert [line for line in before if line not in after] == []
    assert "  - id: planta-nunoa" in after and '    comuna: "13120"' in after


def test_the_schemes_own_form(desk: Desk) -> None:
    """The 22 columns are read; the five about a person are named, and nothing of them recorded."""
    cells = ["03-05-2024", "99.900.002-9", "Ñandú Inventado Ltda.", "1030 - Conservas",
             "Persona jurídica", "Pequeña (2.400 a 25.000 UF)", "Calle 1", "Talca", *PERSONAL,
             "Maquinaria", "Planta Ñuble", "Calle 2", "Chillán", "Grúa", "GH-12", "ABCD-12",
             "Grúa horquilla", "a.pdf"]  # fmt: skip

    code_, told = desk.take(xlsx(desk.folder / "f.xlsx", [SCHEME_FORM, cells]), "--write")

    text = desk.text("empresas/nandu-inventado.yaml")
    assert code_ == 0
    assert "datos personales" in told and "«email_encargado»" in told
    assert not [one for one in PERSONAL if one in text or one in told]
    assert 'ciiu: "1030"' in text and "tamano: pequena" in text and 'comuna: "07101"' in text
    assert "alcance: maquinaria" in text and "nombre: Grúa horquilla" in text
    assert "identificador: GH-12, ABCD-12" in text and "direccion: Calle 2" in text


def test_a_contacts_columns_below_a_merged_header(desk: Desk) -> None:
    """«Nombre» and «RUT» under «Encargado» are the contact's, not the company's."""
    import xlsxwriter

    from tests.sheets.small_register import fill

    path = desk.folder / "n.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Nómina")
    head = ["RUT", "Razón social", "Nombre", "RUT", "Instalación", "Comuna", "Fecha adhesión"]
    cells = ["99900002-9", "Ñandú SpA", PERSONAL[1], PERSONAL[0], "Planta", "Talca", "03-05-2024"]
    fill(book, sheet, [[], head, cells])
    sheet.merge_range(0, 2, 0, 3, "Encargado")
    book.close()

    code_, told = desk.take(path, "--write")

    text = desk.text("empresas/nandu.yaml")
    assert code_ == 0
    assert PERSONAL[1] not in text + told and PERSONAL[0] not in text + told


def test_personal_data_in_a_free_text_is_refused_unseen(desk: Desk) -> None:
    """A telephone in the name of a plant keeps the row out, and is not repeated in the answer."""
    book = listed(desk.folder / "n.xlsx", row(plant="Planta, llamar al +56 9 8765 4321"))

    code_, told = desk.take(book, "--write")

    assert code_ == 1
    assert "fila 2, columna E «Instalación»: rechazada" in told
    assert "8765" not in told


def test_a_persons_rut_is_not_recorded(desk: Desk) -> None:
    """A natural person is recorded under an id that tells nothing, without the RUT."""
    book = listed(desk.folder / "n.xlsx", row(rut="11.111.111-1", name="Rosalba Inventada"))

    code_, told = desk.take(book, "--write")
    (path,) = (p for p in desk.files() if "productor-" in p)

    assert code_ == 0 and "persona natural" in told
    assert "11111111" not in desk.text(path) and "tipo: persona_natural" in desk.text(path)
    assert desk.take(book, "--write")[1].count("igual") >= 1
    assert len([p for p in desk.files() if "productor-" in p]) == 1


def test_refused_rows_keep_everything_out(desk: Desk) -> None:
    """One wrong row and nothing is written; with --skip-refused the others are."""
    before = desk.files()
    rows = [row(), row(rut="99900003-7", name="Otra SpA", comuna="Macondo")]
    book = listed(desk.folder / "n.xlsx", *rows)

    code_, told = desk.take(book, "--write")

    assert code_ == 1
    assert "fila 3, columna F «Comuna instalación»: rechazada: «Macondo»" in told
    assert desk.files() == before
    assert desk.take(book, "--write", "--skip-refused")[0] == 1
    assert desk.files().keys() - before.keys() == {"empresas/nandu-inventado.yaml"}


def test_the_real_checker_refuses(desk: Desk) -> None:
    """A certificate that ends before it begins is refused with the checker's own words."""
    wrong = row(certified=date(2025, 5, 15), until=date(2024, 5, 15))
    late = row(rut="99900003-7", name="Otra SpA", certified=date(2023, 5, 15),
               until=date(2026, 5, 15))  # fmt: skip

    code_, told = desk.take(listed(desk.folder / "n.xlsx", wrong, late), "--format", "json")

    found = json.loads(told)
    refused = {one["row"]: one["messages"] for one in found["rows"] if one["state"] == "refused"}
    assert code_ == 1 and refused.keys() == {2, 3}
    assert all(any(m["code"].startswith("APL") for m in said) for said in refused.values())
    assert {m["column"] for said in refused.values() for m in said} >= {"G", "H"}


def test_rows_that_depend_on_a_refused_one(desk: Desk) -> None:
    """A company that one row cannot make is made by the next one that can."""
    rows = [row(certified=date(2025, 5, 15), until=date(2024, 1, 1)), row(plant="Otra planta")]

    code_, told = desk.take(listed(desk.folder / "n.xlsx", *rows), "--write", "--skip-refused")

    assert code_ == 1 and "fila 3: nueva: empresa nandu-inventado" in told
    assert "nombre: Otra planta" in desk.text("empresas/nandu-inventado.yaml")


def test_rows_that_change_nothing_are_not_to_blame(desk: Desk) -> None:
    """Of two certificates that overlap, the one on record stays; the new one is refused."""
    head = ["RUT", "Instalación", "Fecha certificación", "Vigente hasta"]
    new = ["99910234-4", "Planta Talca", "30-08-2024", "30-08-2027"]
    known = ["99910234-4", "Planta Talca", "30-08-2021", "30-08-2024"]

    code_, told = desk.take(xlsx(desk.folder / "n.xlsx", [head, new, known]))

    assert code_ == 1 and "fila 3: igual" in told
    assert told.count("rechazada:") == 1 and "ABCD-EFGG" in told


def test_a_seal_from_a_table(desk: Desk) -> None:
    """A row of seals without id and code is given both, as `apl new` would."""
    head = "titular_empresa contrato_numero contrato_fecha desde hasta certificados usos".split()
    cells = ["conservas", "12/2021", "2021-09-01", "2021-09-01", "2024-08-30", "ABCD-EFGG",
             "Sitio web; envase"]  # fmt: skip

    code_, told = desk.apl("import", xlsx(desk.folder / "n.xlsx", [head, cells]), "--write")

    assert code_ == 0 and "sello conservas-2021" in told and "recibe el código" in told
    assert "usos:\n  - web\n  - envase" in desk.text("sellos/conservas-2021.yaml")
    assert desk.apl("check") == (0, "")


def test_two_rows_that_contradict_each_other(desk: Desk) -> None:
    """The second of two rows that say different sizes of one company is refused."""
    rows = [row(), row(plant="Otra", size="Grande")]

    code_, told = desk.take(listed(desk.folder / "n.xlsx", *rows))

    assert code_ == 1
    assert "fila 3, columna D «Tamaño»" in told and "la fila 2 dice «pequena»" in told


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"rut": 76123456}, "dígito verificador"),
        ({"rut": "99900002-1"}, "no corresponde"),
        ({"rut": None}, "le falta el RUT"),
        ({"name": None}, "falta su razón social"),
        ({"plant": None}, "falta el nombre de la instalación"),
        ({"adhered": "31/02/2024"}, "no sirve de fecha"),
        ({"adhered": "05/03/24"}, "dos cifras"),
        ({"adhered": "5/13/2024"}, "no sirve de fecha"),
        ({"adhered": None}, "falta la clave «fecha»"),
        ({"size": "Gigante"}, "no está entre los valores posibles"),
        ({"name": "Conservas Prueba Ltda."}, "tiene ese nombre, y otro RUT"),
    ],
)
def test_what_cannot_be_known_is_refused(desk: Desk, cells: dict[str, object], words: str) -> None:
    """Nothing is guessed: the row is refused in plain words, with its place."""
    code_, told = desk.take(listed(desk.folder / "n.xlsx", row(**cells)))

    assert code_ == 1
    assert "fila 2" in told and words in told


def test_an_ambiguous_day(desk: Desk) -> None:
    """Where one day of a column has its month first, 5/3 of that column may be either."""
    rows = [row(adhered="5/13/2024"), row(adhered="5/3/2024", plant="Otra")]

    _, told = desk.take(listed(desk.folder / "n.xlsx", *rows))

    assert "fila 3, columna A «Fecha de adhesión»: rechazada: «5/3/2024»" in told
    assert "de dos maneras" in told


def test_a_list_without_its_agreement(desk: Desk) -> None:
    """An adhesion needs its agreement: from a column, or from --acuerdo; else it is usage."""
    book = listed(desk.folder / "n.xlsx", row())

    assert desk.apl("import", book)[0] == 1
    assert "--acuerdo" in desk.apl("import", book)[1]
    assert desk.apl("import", book, "--acuerdo", "no-hay")[0] == 2


def test_agreements_by_name(desk: Desk) -> None:
    """A column may hold the agreement's name; one that nobody knows is refused."""
    head = ["RUT", "Razón social", "Instalación", "Comuna", "Acuerdo", "Fecha adhesión"]
    cells = ["99900002-9", "Ñandú", "Planta", "Talca", "ACUERDO DE CONSERVAS", "03-05-2024"]

    book = xlsx(desk.folder / "n.xlsx", [head, cells, [*cells[:4], "conserva", cells[5]]])
    code_, told = desk.apl("import", book)

    assert code_ == 1 and "fila 2: nueva" in told
    assert "fila 3, columna E «Acuerdo»: rechazada" in told
    assert "¿Quisiste decir conservas?" in told


def test_the_source_of_a_new_record_is_the_book(desk: Desk) -> None:
    """A record without sources would be a fault; the list itself is where it comes from."""
    desk.take(listed(desk.folder / "ceremonia.xlsx", row()), "--write")

    assert "documento: Planilla ceremonia.xlsx" in desk.text("empresas/nandu-inventado.yaml")


def test_a_registry_with_faults_takes_nothing(desk: Desk) -> None:
    """What stands in a faulty file cannot be matched, so its faults come first."""
    (desk.registry / "empresas" / "rota.yaml").write_text("razon_social: [", encoding="utf-8")

    code_, told = desk.take(listed(desk.folder / "n.xlsx", row()), "--write")

    assert code_ == 1 and "empresas/rota.yaml:" in told
    assert "nandu" not in " ".join(desk.files())


def test_never_half(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk fails at the second file, the first is put back and nothing is left over."""
    before, moves = desk.files(), []
    real = os.replace

    def failing(source: Path, target: Path) -> None:
        moves.append(target)
        if len(moves) == 3:  # the first is the list of them
            raise OSError(28, "No space left", str(target))
        real(source, target)

    changed = row(rut="99910234-4", name="Conservas Prueba", size="Grande", plant="Nueva")
    book = listed(desk.folder / "n.xlsx", row(), changed, row(rut="99900003-7", name="Otra SpA"))
    monkeypatch.setattr(os, "replace", failing)

    code_, told = desk.take(book, "--write")

    assert code_ == 2 and "no queda espacio en el disco" in told
    assert len(moves) > 3
    assert desk.files() == before


def test_somebody_else_was_faster(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that changed since it was read is not written over."""
    from generator.sheets import files

    real = files.write_all

    def meanwhile(*given: object) -> None:
        company = desk.registry / "empresas" / "conservas.yaml"
        company.write_text(company.read_text("utf-8") + "notas: Otra mano.\n", encoding="utf-8")
        real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(files, "write_all", meanwhile)
    changed = row(rut="99910234-4", name="Conservas Prueba", plant="Nueva")

    code_, told = desk.take(listed(desk.folder / "n.xlsx", changed), "--write")

    assert code_ == 1 and "mientras tanto" in told
    assert "Otra mano." in desk.text("empresas/conservas.yaml")
    assert "Nueva" not in desk.text("empresas/conservas.yaml")


def test_as_json(desk: Desk) -> None:
    """`--format json` holds every row with its state, and whether anything was written."""
    code_, told = desk.take(listed(desk.folder / "n.xlsx", row()), "--format", "json", "--write")

    found = json.loads(told)
    assert code_ == 0 and found["written"] is True
    assert found["counts"] == {"new": 1, "changed": 0, "same": 0, "refused": 0}
    assert [(one["sheet"], one["row"], one["state"]) for one in found["rows"]] == [
        ("Nómina", 2, "new")
    ]
    assert found["files"] == ["empresas/nandu-inventado.yaml"]


def test_in_english(desk: Desk) -> None:
    """`--lang en` words all of it in English."""
    _, told = desk.take(listed(desk.folder / "n.xlsx", row(comuna="Macondo")), "--lang", "en")

    assert "row 2, column F" in told and "refused" in told and "nothing written" in told


@pytest.mark.parametrize("words", [(), ("no-hay.xlsx",), ("n.xlsx", "--table", "nada")])
def test_wrong_usage(desk: Desk, words: tuple[str, ...]) -> None:
    """No file, a file that is not there, a table that is none: exit code 2, no traceback."""
    listed(desk.folder / "n.xlsx", row())
    names = [str(desk.folder / word) if word.endswith(".xlsx") else word for word in words]

    code_, told = desk.apl("import", *names)

    assert code_ == 2 and "Traceback" not in told


def test_sixty_installations_five_of_them_wrong(desk: Desk) -> None:
    """A ceremony's list: each wrong row is named with its reason, the others enter as they are."""
    wrong = {7: {"comuna": "Macondo"}, 12: {"rut": "99900002-1"}, 23: {"adhered": "ayer"},
             41: {"until": date(2020, 1, 1)}, 60: {"size": "Gigante"}}  # fmt: skip
    rows = [
        row(**{"plant": f"Planta {n}", "certified": date(2025, 5, 15), "until": date(2028, 5, 15),
               **wrong.get(n, {})})
        for n in range(1, 61)
    ]  # fmt: skip

    code_, told = desk.take(
        listed(desk.folder / "ceremonia.xlsx", *rows), "--write", "--skip-refused"
    )

    assert code_ == 1 and "55 filas nuevas" in told and "5 rechazadas" in told
    assert all(f"fila {n + 1}, columna" in told for n in wrong)
    assert desk.text("empresas/nandu-inventado.yaml").count("  - id:") == 55
    assert desk.apl("check") == (0, "")
    assert DAY
