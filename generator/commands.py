"""The commands of `apl`: each is loaded when it is called; what goes wrong is said in a line."""

import argparse
import sys
from importlib import import_module

from generator import clock, collector
from generator.arguments import FAULTS, USAGE
from generator.engine import EngineError
from generator.messages import Language
from generator.mould import MouldError
from generator.occupancy import Busy
from generator.publish import ForeignFolder
from generator.terminal.asked import UsageError
from generator.terminal.refusals import refusal
from generator.unchanged import Memory

FOREIGN: dict[Language, str] = {
    "es": "{} tiene archivos que no escribió este programa; elige otra carpeta con --out o vacíala",
    "en": "{} holds files that this program did not write; choose another --out or empty it",
}
BUSY: dict[Language, str] = {
    "es": "otra orden escribe en {} hace más de diez minutos; espera a que termine, o termínala",
    "en": "another command has been writing to {} for ten minutes; wait for it, or end it",
}
NO_MOMENT: dict[Language, str] = {
    "es": "{} no es una cantidad de segundos",
    "en": "{} is no number of seconds",
}


_MODULES = {"import": "import_books", "verify-site": "verify_site"}
"""A module of the command's own name could not be named in Python."""


def run(options: argparse.Namespace, memory: Memory | None) -> int:
    """Run one command; what `memory` keeps of it may spare the next run."""
    try:
        name = _MODULES.get(options.command, options.command)
        with collector.at_rest():
            command = import_module(f"generator.terminal.{name}")
        code: int = command.run(options, memory)
    except BrokenPipeError:
        raise
    except _EXPECTED as error:
        print(f"apl: {_worded(error, options.lang)}", file=sys.stderr)
        return FAULTS if isinstance(error, (EngineError, MouldError)) else USAGE
    return code


_EXPECTED = (UsageError, ForeignFolder, Busy, clock.EpochError, EngineError, MouldError, OSError)


def _worded(error: Exception, spoken: Language) -> str:
    match error:
        case UsageError():
            return error.words[spoken]
        case ForeignFolder():
            return FOREIGN[spoken].format(error)
        case Busy():
            return BUSY[spoken].format(error)
        case clock.EpochError():
            return NO_MOMENT[spoken].format(error)
        case OSError():
            return refusal(error, spoken)
    return str(error)
