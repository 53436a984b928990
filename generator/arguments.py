"""The words of the command line → its options; help in Spanish or, with `--lang en`, English."""

import argparse
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator import arguments_learning as learning
from generator import arguments_sheets as sheets
from generator import arguments_writing as writing
from generator.sources import ENGINES
from generator.spanish_argparse import Parser, Say, subcommand

if TYPE_CHECKING:  # much to load, for a command that finds nothing changed
    from generator.messages import Language

ROOT = Path(__file__).resolve().parent.parent
"""The repository: what stands here is used where no option says otherwise."""

CLEAN, FAULTS, USAGE = 0, 1, 2
NOTHING_FOUND = 1
FORMATS = ("text", "json", "github")

LAST_PORT = 65535


def language(arguments: Sequence[str]) -> "Language":
    """The language asked for, known before the rest is understood, so that errors speak it too."""
    asked = "--lang=en" in arguments or ("--lang", "en") in pairwise(arguments)
    return "en" if asked else "es"


def parsed(arguments: Sequence[str], spoken: "Language") -> argparse.Namespace:
    """The options, with `command` among them; leaves with 2 where they make no sense."""
    return _parser(spoken).parse_args(arguments)


def places(options: argparse.Namespace) -> Iterator[Path]:
    """Where a command reads and writes, as far as its options say."""
    for name, usual in (
        ("registry", "registry"),
        ("templates", "templates"),
        ("content", "content"),
    ):
        yield getattr(options, name, None) or ROOT / usual
    yield getattr(options, "config", None) or ROOT / "mkdocs.yml"
    yield getattr(options, "out", None) or Path()


def cache(options: argparse.Namespace) -> Path:
    """The folder beside the configuration in which nothing is lost if it is deleted."""
    config: Path = getattr(options, "config", None) or ROOT / "mkdocs.yml"
    return config.parent / ".cache" / "apl"


def _parser(spoken: "Language") -> argparse.ArgumentParser:
    def say(es: str, en: str) -> str:
        return en if spoken == "en" else es

    kind = argparse.ArgumentParser if spoken == "en" else Parser
    parser = kind(
        prog="apl",
        allow_abbrev=False,
        description=say(
            "Revisa el registro del Sello APL y construye su sitio.",
            "Checks the register of the Sello APL and builds its site.",
        ),
    )
    _add_language(parser, say, "es")
    commands = parser.add_subparsers(
        dest="command",
        required=True,
        title=say("órdenes", "commands"),
        metavar=say("ORDEN", "COMMAND"),
    )
    own = (_add_check, _add_build, _add_serve, _add_status)
    for add in (*own, *writing.COMMANDS, *sheets.COMMANDS, *learning.COMMANDS):
        add_shared(add(commands, say), say)
    return parser


def _add_check(commands: Any, say: Say) -> argparse.ArgumentParser:
    check = subcommand(
        commands,
        "check",
        say("muestra todas las faltas y avisos del registro", "show every fault and warning"),
        say(
            "Muestra, de una vez, todas las faltas y avisos del registro. "
            "Termina con 0 si no hay faltas, con 1 si las hay y con 2 si la orden no se entiende.",
            "Shows every fault and warning of the registry in one run. "
            "Ends with 0 without faults, 1 with faults, 2 where the command makes no sense.",
        ),
    )
    writing.add_paths(
        check,
        say("muestra solo lo de estos archivos o carpetas", "show only what is here or below"),
    )
    check.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help=say("forma de la salida (text)", "form of the output (text)"),
    )
    check.add_argument(
        "--fix",
        action="store_true",
        help=say(
            "arregla antes lo que no deja dudas, lo dice, y muestra lo que queda",
            "first mend what leaves no doubt, tell it, and show what is left",
        ),
    )
    return check


def _add_build(commands: Any, say: Say) -> argparse.ArgumentParser:
    build = subcommand(
        commands,
        "build",
        say("construye el sitio", "build the site"),
        say(
            "Revisa el registro y construye el sitio entero. Si hay faltas, no toca el sitio.",
            "Checks the registry and builds the whole site. Faults leave the site as it was.",
        ),
    )
    _add_out(build, say)
    build.add_argument(
        "--engine",
        choices=ENGINES,
        default=ENGINES[0],
        help=say("programa que imprime los textos (mkdocs)", "what prints the prose (mkdocs)"),
    )
    build.add_argument(
        "--offline",
        action="store_true",
        help=say(
            "hace un sitio que se abre desde una carpeta, sin servidor",
            "a site that opens from a folder, without a server",
        ),
    )
    build.add_argument(
        "--strict",
        action="store_true",
        help=say(
            "los avisos detienen la construcción, como las faltas",
            "warnings stop the build, as faults do",
        ),
    )
    build.add_argument(
        "--atomic",
        action="store_true",
        help=say(
            "cambia la carpeta entera de una vez, para quien la sirve directamente",
            "swap the whole folder at once, for hosts that serve it directly",
        ),
    )
    build.add_argument(
        "--profile",
        action="store_true",
        help=say("dice al final en qué se fue el tiempo", "tell at the end where the time went"),
    )
    build.add_argument(
        "--no-cache",
        action="store_true",
        help=say(
            "construye de nuevo, aunque nada parezca haber cambiado",
            "build anew, even if nothing seems to have changed",
        ),
    )
    return build


def _add_serve(commands: Any, say: Say) -> argparse.ArgumentParser:
    serve = subcommand(
        commands,
        "serve",
        say(
            "muestra el sitio y lo rehace al cambiar un archivo",
            "serve the site, rebuild on change",
        ),
        say(
            "Construye el sitio, lo muestra en este computador y lo rehace cada vez que cambia un "
            "archivo. Una falta se ve en la página y aquí, y el último sitio bueno sigue en pie.",
            "Builds the site, serves it on this computer and rebuilds it whenever a file changes. "
            "A fault shows in the page and here, and the last good site stays up.",
        ),
    )
    _add_out(serve, say)
    serve.add_argument(
        "--port",
        type=_port(say),
        default=8000,
        metavar="N",
        help=say("puerto (8000)", "port (8000)"),
    )
    return serve


def _add_status(commands: Any, say: Say) -> argparse.ArgumentParser:
    status = subcommand(
        commands,
        "status",
        say(
            "la respuesta pública sobre un RUT, código o nombre",
            "the public answer on a RUT, code or name",
        ),
        say(
            "La respuesta pública sobre un RUT, un código o un nombre. "
            "Termina con 0 si hay respuesta y con 1 si no se encontró nada.",
            "The public answer on a RUT, a code or a name. "
            "Ends with 0 where something answers, with 1 where nothing was found.",
        ),
    )
    status.add_argument(
        "query",
        nargs="+",
        metavar=say("RUT|CODIGO|NOMBRE", "RUT|CODE|NAME"),
        help=say("lo que se pregunta", "what is asked"),
    )
    status.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help=say("forma de la salida (text)", "form of the output (text)"),
    )
    return status


def _add_out(command: argparse.ArgumentParser, say: Say) -> None:
    command.add_argument(
        "--out",
        type=Path,
        default=Path("site"),
        metavar="DIR",
        help=say("carpeta del sitio (site)", "folder of the site (site)"),
    )


def add_shared(command: argparse.ArgumentParser, say: Say) -> None:
    """The options that every command takes."""
    for name, words in (
        ("--registry", say("carpeta de los registros", "folder of the records")),
        ("--content", say("carpeta de los textos", "folder of the prose")),
        ("--templates", say("carpeta de las plantillas", "folder of the templates")),
    ):
        command.add_argument(name, type=Path, metavar="DIR", help=words)
    command.add_argument(
        "--config",
        type=Path,
        metavar=say("ARCHIVO", "FILE"),
        help=say("configuración del sitio (mkdocs.yml)", "configuration of the site (mkdocs.yml)"),
    )
    command.add_argument(
        "--day",
        type=_day(say),
        metavar=say("AAAA-MM-DD", "YYYY-MM-DD"),
        help=say(
            "el día por el que se pregunta (hoy, en Chile)", "the day asked about (today, in Chile)"
        ),
    )
    _add_language(command, say, argparse.SUPPRESS)


def _add_language(parser: argparse.ArgumentParser, say: Say, default: str) -> None:
    """Before the command or after it; a command that is not told keeps what stood before it."""
    parser.add_argument(
        "--lang",
        choices=("es", "en"),
        default=default,
        help=say("idioma de los mensajes (es)", "language of the messages (es)"),
    )


def _day(say: Say) -> Callable[[str], date]:
    def day(text: str) -> date:
        from generator.days import FIRST_YEAR, LAST_YEAR, parse_day

        try:
            return parse_day(text)
        except ValueError:
            wrong = say(
                f"«{text}» no es un día AAAA-MM-DD de {FIRST_YEAR} a {LAST_YEAR}",
                f"“{text}” is not a day YYYY-MM-DD of {FIRST_YEAR} to {LAST_YEAR}",
            )
            raise argparse.ArgumentTypeError(wrong) from None

    return day


def _port(say: Say) -> Callable[[str], int]:
    def port(text: str) -> int:
        if text.isascii() and text.isdigit() and int(text) <= LAST_PORT:
            return int(text)
        wrong = say(f"«{text}» no es un puerto", f"“{text}” is not a port")
        raise argparse.ArgumentTypeError(wrong)

    return port
