"""argparse that speaks Spanish: its own fixed texts, by way of the hooks it has for that."""

import argparse
import re
from collections.abc import Callable
from typing import Any, NoReturn

Say = Callable[[str, str], str]
"""The one of two texts, Spanish and English, that the user reads."""

_ERRORS: tuple[tuple[str, str], ...] = (
    (r"the following arguments are required: (.*)", r"falta: \1"),
    (r"unrecognized arguments: (.*)", r"no se entiende: \1"),
    (r"argument (.*?): invalid choice: (.*?) \(choose from (.*)\)", r"\1: \2 no vale; hay: \3"),
    (r"argument (.*?): expected (?:one|at least one) argument", r"\1: falta su valor"),
    (r"argument (.*?): invalid (?:\w+) value: (.*)", r"\1: \2 no vale"),
    (r"argument (.*?): ignored explicit argument (.*)", r"\1 no lleva valor (\2)"),
    (r"argument (.*?): (.*)", r"\1: \2"),
)


class _Formatter(argparse.HelpFormatter):
    """Help whose usage line begins in Spanish; an empty prefix is argparse's own affair."""

    def add_usage(
        self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None
    ) -> None:
        prefix = "uso: " if prefix is None else prefix
        super().add_usage(usage, actions, groups, prefix)


class Parser(argparse.ArgumentParser):
    """An argument parser whose help and errors are in Spanish; errors exit with 2."""

    def __init__(self, *, add_help: bool = True, **kwargs: Any) -> None:
        super().__init__(add_help=False, formatter_class=_Formatter, **kwargs)
        self._positionals.title = "qué"
        self._optionals.title = "opciones"
        if add_help:
            self.add_argument("-h", "--help", action="help", help="muestra esta ayuda")

    def error(self, message: str) -> NoReturn:
        """Say in Spanish what is wrong and leave with 2."""
        self.exit(2, f"{self.format_usage()}{self.prog}: {_in_spanish(message)}\n")


def subcommand(commands: Any, name: str, brief: str, long: str = "") -> argparse.ArgumentParser:
    """A parser for one of several commands; without a `long` description the brief one serves."""
    made: argparse.ArgumentParser = commands.add_parser(
        name, help=brief, description=long or f"{brief[0].upper()}{brief[1:]}.", allow_abbrev=False
    )
    return made


def _in_spanish(message: str) -> str:
    for english, spanish in _ERRORS:
        if re.fullmatch(english, message, re.DOTALL):
            return re.sub(english, spanish, message, flags=re.DOTALL)
    return message
