"""The options of the commands that read and write spreadsheets."""

import argparse
from pathlib import Path
from typing import Any

from generator.spanish_argparse import Say, subcommand


def _add_import(commands: Any, say: Say) -> argparse.ArgumentParser:
    made = subcommand(
        commands,
        "import",
        say(
            "lee una planilla y muestra o escribe lo que cambia", "read a spreadsheet into records"
        ),
        say(
            "Lee una planilla (Excel, CSV, ODS o lo que escribe «apl export»), muestra qué filas "
            "son nuevas, cuáles cambian algo y cuáles se rechazan, y con --write lo escribe: todo "
            "o nada. Termina con 0 si no hay reparos y con 1 si algo se rechaza.",
            "Reads a spreadsheet (Excel, CSV, ODS or what “apl export” writes), shows which rows "
            "are new, which change something and which are refused, and with --write writes it: "
            "all or nothing. Ends with 0 where all is fine, with 1 where something is refused.",
        ),
    )
    made.add_argument(
        "file", type=Path, metavar=say("ARCHIVO", "FILE"), help=say("la planilla", "the book")
    )
    for name, words in (
        ("--write", say("escribe los cambios en el registro", "write the changes")),
        ("--skip-refused", say("escribe aunque haya filas rechazadas", "write all other rows")),
    ):
        made.add_argument(name, action="store_true", help=words)
    made.add_argument(
        "--acuerdo",
        metavar="ID",
        help=say("acuerdo de las filas que no lo dicen", "agreement of rows that name none"),
    )
    made.add_argument(
        "--estado",
        choices=("pendiente", "observada", "aceptada", "rechazada"),
        help=say("estado de las adhesiones nuevas", "state of new adhesions"),
    )
    _add_table(made, say("la tabla que trae la única hoja", "the table on the only sheet"))
    _add_format(
        made, ("text", "json"), say("forma de la salida (text)", "form of the output (text)")
    )
    made.set_defaults(format="text")
    return made


def _add_export(commands: Any, say: Say) -> argparse.ArgumentParser:
    made = subcommand(
        commands,
        "export",
        say("escribe el registro en planillas", "write the registry as spreadsheets"),
        say(
            "Escribe empresas, sellos y acuerdos en planillas para trabajar con ellas; «apl "
            "import» las lee de vuelta. Llevan todo lo que hay en los registros, también lo que "
            "no se publica: no son para difundir.",
            "Writes companies, seals and agreements as spreadsheets to work with; “apl import” "
            "reads them back. They hold all that is in the records, also what is not published.",
        ),
    )
    _add_format(made, ("xlsx", "csv", "json"), say("forma del archivo", "form of the file"))
    made.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar=say("ARCHIVO", "FILE"),
        help=say("el archivo; .zip para todas las tablas en CSV", "the file; .zip for all as CSV"),
    )
    _add_table(made, say("solo esta tabla", "this table only"))
    return made


def _add_table(command: argparse.ArgumentParser, words: str) -> None:
    command.add_argument("--table", metavar="TABLA", help=words)


def _add_format(command: argparse.ArgumentParser, forms: tuple[str, ...], words: str) -> None:
    command.add_argument("--format", choices=forms, help=words)


COMMANDS = (_add_import, _add_export)
"""What adds each of them to the parser."""
