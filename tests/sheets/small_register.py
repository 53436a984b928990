"""A small register without examples, and books to import into it, written by real programs."""

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from generator.cli import main
from tests.scratch import write

DAY = "2026-11-23"
FILES = Path(__file__).parent / "files"
"""Books that our own writer cannot make: written once by xlwt, odfpy and msoffcrypto-tool."""

AGREEMENT = """\
nombre: Acuerdo de conservas
tipo: establecimientos_productivos
sector: conservas de fruta
territorio:
  alcance: nacional
estado: terminado
fechas:
  firma: 2019-03-14
fuentes:
  - documento: Acta
"""
COMPANY = """\
# Revisada en 2022.
razon_social: Conservas Prueba SpA # su nombre de siempre
tipo: persona_juridica
rut: "99910234-4"
tamano: mediana
elementos:
  - id: planta
    alcance: establecimiento
    # La de la esquina.
    nombre: Planta Talca
    comuna: "07101"
    adhesiones:
      - acuerdo: conservas
        fecha: 2019-06-20
        estado: aceptada
        certificados:
          - codigo: "ABCD-EFGG"
            fecha: 2021-08-30
            vigente_hasta: 2024-08-30
fuentes:
  - documento: Acta
"""
LIST = (
    "Fecha de adhesión",
    "RUT",
    "Razón social",
    "Tamaño",
    "Instalación",
    "Comuna instalación",
    "Fecha certificación",
    "Vigente hasta",
)
"""The header of a plain list."""


def register(folder: Path) -> Path:
    """One agreement and one company in canonical form, with comments."""
    files = {"acuerdos/conservas.yaml": AGREEMENT, "empresas/conservas.yaml": COMPANY}
    return write(folder / "registry", files)


def row(**cells: object) -> list[object]:
    """A new company's row of the plain list, sound but for what is said here."""
    sound: dict[str, object] = {
        "adhered": date(2024, 5, 3),
        "rut": "99900002-9",
        "name": "Ñandú Inventado Ltda.",
        "size": "Pequeña",
        "plant": "Planta Ñuble",
        "comuna": "Chillán",
        "certified": None,
        "until": None,
    }
    return list({**sound, **cells}.values())


def xlsx(
    path: Path,
    rows: Sequence[Sequence[object]],
    sheet: str = "Nómina",
    **options: object,
) -> Path:
    """A workbook of one sheet; days are real days."""
    book = xlsxwriter.Workbook(str(path), options)
    fill(book, book.add_worksheet(sheet), rows)
    book.close()
    return path


def fill(book: object, sheet: object, rows: Sequence[Sequence[object]]) -> None:
    """Write rows as a person would: days with a format, empty cells left alone."""
    day = book.add_format({"num_format": "dd-mm-yyyy"})  # type: ignore[attr-defined]
    for number, cells in enumerate(rows):
        for at, cell in enumerate(cells):
            if isinstance(cell, (date, datetime)):
                sheet.write_datetime(number, at, cell, day)  # type: ignore[attr-defined]
            elif cell is not None:
                sheet.write(number, at, cell)  # type: ignore[attr-defined]


def listed(path: Path, *rows: Sequence[object], **options: object) -> Path:
    """A workbook with the plain list."""
    return xlsx(path, [LIST, *rows], **options)


def delimited(rows: Sequence[Sequence[object]], separator: str = ";") -> str:
    """The text of a CSV file."""
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


class Desk:
    """Imports books into a register and keeps what the command said."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.registry = register(folder)
        self._capsys = capsys

    def apl(self, *words: object) -> tuple[int, str]:
        """The exit code and what was printed on both channels."""
        common = ("--registry", self.registry, "--day", DAY)
        try:
            code = main([str(word) for word in (*words, *common)])
        except SystemExit as left:
            code = int(str(left.code))
        told = self._capsys.readouterr()
        return code, told.out + told.err

    def take(self, book: Path, *options: str) -> tuple[int, str]:
        """Import a book into the agreement of the register."""
        return self.apl("import", book, "--acuerdo", "conservas", *options)

    def files(self) -> dict[str, bytes]:
        """Every file of the register."""
        return {
            path.relative_to(self.registry).as_posix(): path.read_bytes()
            for path in sorted(self.registry.rglob("*"))
            if path.is_file()
        }

    def text(self, path: str) -> str:
        """The text of a file of the register."""
        return (self.registry / path).read_text(encoding="utf-8")


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """A register and a command line."""
    return Desk(tmp_path, capsys)
