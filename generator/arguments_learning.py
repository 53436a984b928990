"""The options of the commands that tell what a record may hold: `schema` and `explain`."""

import argparse
from pathlib import Path
from typing import Any

from generator.spanish_argparse import Say


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


COMMANDS = (_add_schema, _add_explain)
