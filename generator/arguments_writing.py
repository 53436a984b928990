"""The options of the commands that write records: `fmt`, `new` and `migrate`."""

import argparse
from pathlib import Path
from typing import Any

from generator.spanish_argparse import Parser, Say, subcommand


def _add_fmt(commands: Any, say: Say) -> argparse.ArgumentParser:
    fmt = subcommand(
        commands,
        "fmt",
        say("pone los registros en su forma canónica", "put the records in canonical form"),
        say(
            "Ordena las claves, pone comillas donde van, arregla sangrías y líneas largas. "
            "Los datos y los comentarios quedan. Un archivo con faltas no se toca.",
            "Orders the keys, quotes what needs it, mends indentation and long lines. "
            "Data and comments stay. A file with faults is left as it is.",
        ),
    )
    add_paths(fmt, say("solo estos archivos o carpetas", "only these files or folders"))
    fmt.add_argument(
        "--check",
        action="store_true",
        help=say(
            "no escribe: nombra los archivos que cambiarían y termina con 1 si los hay",
            "write nothing: name the files that would change, and end with 1 if there are any",
        ),
    )
    return fmt


def _add_new(commands: Any, say: Say) -> argparse.ArgumentParser:
    """Its flags are those of the models, which are read only when a record is to be made."""
    new = subcommand(
        commands,
        "new",
        say("escribe un registro nuevo, o una parte de uno", "write a new record, or part of one"),
    )
    new.usage = say("apl new QUÉ [--clave VALOR …]", "apl new WHAT [--key VALUE …]")
    new.add_argument(
        "words",
        nargs=argparse.REMAINDER,
        metavar=say("QUÉ …", "WHAT …"),
        help=say(
            "acuerdo, empresa, elemento, adhesion, certificado, sello …, y sus claves; "
            "«apl new empresa --help» las nombra",
            "acuerdo, empresa, elemento, adhesion, certificado, sello …, and its keys; "
            "“apl new empresa --help” lists them",
        ),
    )
    return new


def _add_migrate(commands: Any, say: Say) -> argparse.ArgumentParser:
    migrate = subcommand(
        commands,
        "migrate",
        say(
            "pasa los registros al esquema que lee este programa",
            "take the records to the schema that this program reads",
        ),
        say(
            "Cambia las fichas de un esquema anterior por las del que lee este programa, y lo "
            "anota en registro.yaml. Los comentarios y el orden quedan. Escribe todo o nada: con "
            "una falta no escribe. Repetirla no cambia nada más.",
            "Turns the records of an earlier schema into those of the one that this program "
            "reads, and says so in registro.yaml. Comments and order stay. It writes all or "
            "nothing: with a fault, nothing. A second run changes nothing more.",
        ),
    )
    migrate.add_argument(
        "--dry-run",
        action="store_true",
        help=say(
            "no escribe: muestra los pasos y lo que cambiaría en cada archivo",
            "write nothing: show the steps, and what would change in each file",
        ),
    )
    return migrate


def add_paths(command: argparse.ArgumentParser, words: str) -> None:
    """The files or folders that a command is about, all without any."""
    metavar = "RUTA" if isinstance(command, Parser) else "PATH"
    command.add_argument("paths", nargs="*", type=Path, metavar=metavar, help=words)


COMMANDS = (_add_fmt, _add_new, _add_migrate)
"""What adds each of them to the parser."""
