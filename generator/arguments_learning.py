"""The options of the commands that tell something: `schema`, `explain`, `diff` …"""

import argparse
from pathlib import Path
from typing import Any

from generator.spanish_argparse import Say, subcommand


def _add_schema(commands: Any, say: Say) -> argparse.ArgumentParser:
    schema: argparse.ArgumentParser = commands.add_parser(
        "schema",
        help=say("los esquemas JSON de las fichas", "the JSON Schemas of the records"),
        description=say(
            "Los esquemas JSON (2020-12) de las fichas, para editores y otros programas. "
            "Sin --out, un solo objeto JSON con todos, por su nombre.",
            "The JSON Schemas (2020-12) of the records, for editors and other programs. "
            "Without --out, a single JSON object with all of them, by name.",
        ),
        allow_abbrev=False,
    )
    schema.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help=say("carpeta donde escribirlos, uno por archivo", "folder for them, one a file"),
    )
    return schema


def _add_explain(commands: Any, say: Say) -> argparse.ArgumentParser:
    explain: argparse.ArgumentParser = commands.add_parser(
        "explain",
        help=say("por qué existe una regla, con ejemplos", "why a rule exists, with examples"),
        description=say(
            "Por qué existe una regla, con un ejemplo malo y uno bueno. "
            "Sin código, la lista de todas.",
            "Why a rule exists, with a bad and a good example. Without a code, the list of all.",
        ),
        allow_abbrev=False,
    )
    explain.add_argument(
        "codes",
        nargs="*",
        metavar="APLnnn",
        help=say("el código de la regla, como APL041", "the code of the rule, such as APL041"),
    )
    return explain


def _add_diff(commands: Any, say: Say) -> argparse.ArgumentParser:
    diff = subcommand(
        commands,
        "diff",
        say("lo que un cambio significa para el público", "what a change means to the public"),
        say(
            "Compara el registro de dos revisiones de git (o carpetas) y dice qué verá distinto "
            "el público. Termina con 0 si se puede publicar, con 1 si quita o cambia un código, "
            "reutiliza un id o hay faltas, y con 3 si antes tiene que mirarlo otra persona "
            "(etiqueta «segunda-revision»).",
            "Compares the registry of two git revisions (or folders) and tells what the public "
            "will see otherwise. Ends with 0 if it may be published, 1 if it removes or changes a "
            "code, reuses an id or there are faults, 3 if a second person has to look before "
            "(label “segunda-revision”).",
        ),
    )
    diff.add_argument(
        "base", metavar="BASE", help=say("la revisión de antes", "the revision before")
    )
    diff.add_argument(
        "head",
        nargs="?",
        metavar="HEAD",
        help=say(
            "la de después (sin ella, los archivos como están)",
            "the one after (without it, the files as they are)",
        ),
    )
    diff.add_argument(
        "--format",
        choices=("text", "markdown", "json"),
        default="text",
        help=say("forma de la salida (text)", "form of the output (text)"),
    )
    return diff


def _add_verify_site(commands: Any, say: Say) -> argparse.ArgumentParser:
    verify = subcommand(
        commands,
        "verify-site",
        say("comprueba que un sitio sale del commit que nombra", "check a site by its commit"),
        say(
            "Construye de nuevo el sitio con el commit y el día que un sitio publicado dice, y "
            "compara todos sus archivos. Termina con 0 si son iguales, con 1 si no lo son (o el "
            "sitio está a medias, o no dice su commit) y con 2 si no se pudo comprobar.",
            "Rebuilds the site from the commit and day that a published site names, and compares "
            "every file. Ends with 0 where all are the same, 1 where they are not (or the site is "
            "half written, or names no commit), 2 where that could not be tried.",
        ),
    )
    verify.add_argument(
        "site",
        metavar="DIR|URL",
        help=say("la carpeta o la dirección del sitio", "the folder or address of the site"),
    )
    verify.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help=say("forma de la salida (text)", "form of the output (text)"),
    )
    return verify


COMMANDS = (_add_schema, _add_explain, _add_diff, _add_verify_site)
