"""The words after `apl new` → what to make, and every value given; flags come from the models."""

import argparse
from collections.abc import Sequence
from typing import Any, NoReturn

from generator import folding
from generator.arguments import USAGE, add_shared
from generator.new.kinds import ALIASES, KINDS, Kind
from generator.new.leaves import Leaf, leaves
from generator.spanish_argparse import Parser, Say

PLACE = {
    "empresa": ("id de la empresa", "id of the company"),
    "elemento": ("id del elemento", "id of the element"),
    "acuerdo": ("id del acuerdo de la adhesión", "id of the adhesion's agreement"),
}


def parsed(options: argparse.Namespace) -> argparse.Namespace:
    """The options with `kind`, the leaves in `given` with their values, and `place`.

    Leaves with 2 where a flag makes no sense.
    """
    spoken = options.lang

    def say(es: str, en: str) -> str:
        return en if spoken == "en" else es

    make = argparse.ArgumentParser if spoken == "en" else Parser
    words = options.words
    if not words or words[0] not in KINDS:
        _refuse(make, words, say)
    kind = KINDS[words[0]]
    parser = make(
        prog=f"apl new {kind.name}",
        usage=say(f"apl new {kind.name} [--clave VALOR …]", f"apl new {kind.name} [--key VALUE …]"),
        allow_abbrev=False,
        description=say(
            f"Escribe en el registro: {kind.name}. Lo que falta se pregunta, en un terminal. "
            "Cada clave de la ficha es una opción; una lista se da repitiendo la suya.",
            f"Writes into the registry: {kind.name}. At a terminal, what is missing is asked for. "
            "Every key of the record is a flag; a list is given by repeating its flag.",
        ),
    )
    _add_place(parser, kind, say)
    for one in leaves(kind.model):
        _add_leaf(parser, one, [one.flag, *_aliases(kind, one)], say)
    add_shared(parser, say)
    options.kind, options.given, options.place = kind, [], {}
    _, unknown = parser.parse_known_args(words[1:], namespace=options)
    if unknown:
        _refuse_unknown(parser, kind, unknown[0], say)
    return options


def _refuse_unknown(parser: argparse.ArgumentParser, kind: Kind, word: str, say: Say) -> NoReturn:
    flag = word.partition("=")[0]
    known = [one.flag for one in leaves(kind.model)] + [f"--{key}" for key in kind.place]
    close = folding.closest(flag, known) if flag.startswith("-") else None
    es, en = f"no se entiende: {word}", f"unknown: {word}"
    if close:
        es, en = f"{es}; ¿quisiste decir {close}?", f"{en}; did you mean {close}?"
    parser.error(say(es, en))


def _refuse(make: Any, words: Sequence[str], say: Say) -> None:
    """Help where it is asked for; for anything else the list of what can be made."""
    kinds = ", ".join(KINDS)
    parser = make(
        prog="apl new",
        usage=say(
            "apl new QUÉ [--clave VALOR …]\n     apl new QUÉ --help",
            "apl new WHAT [--key VALUE …]\n       apl new WHAT --help",
        ),
        description=say(
            f"Escribe un registro nuevo, o una parte de uno. QUÉ: {kinds}.",
            f"Writes a new record, or a part of one. WHAT: {kinds}.",
        ),
    )
    if words and words[0] in ("-h", "--help"):
        parser.parse_args(["--help"])
    said = f"«{words[0]}»" if words else ""
    parser.error(
        say(f"{said} no vale; hay: {kinds}", f"{said} will not do; there are: {kinds}")
        if words
        else say(f"falta qué: {kinds}", f"say what: {kinds}")
    )
    raise SystemExit(USAGE)


def _add_place(parser: argparse.ArgumentParser, kind: Kind, say: Say) -> None:
    for key in kind.place:
        parser.add_argument(
            f"--{key}",
            action=_InPlace,
            metavar="ID",
            default=argparse.SUPPRESS,
            help=say(*PLACE[key]),
        )
    if kind.is_record:
        parser.add_argument(
            "--id",
            help=say("id; sin él, sale del nombre", "id; without it, made from the name"),
        )
        parser.add_argument(
            "--carpeta",
            default="",
            metavar="DIR",
            help=say("subcarpeta de la colección", "sub-folder of the collection"),
        )


def _aliases(kind: Kind, one: Leaf) -> list[str]:
    return [f"--{name}" for name, path in ALIASES.get(kind.name, {}).items() if path == one.path]


def _add_leaf(parser: argparse.ArgumentParser, one: Leaf, flags: list[str], say: Say) -> None:
    optional: dict[str, Any] = {"nargs": "?", "const": "true"} if one.kind is bool else {}
    parser.add_argument(
        *flags,
        action=_Give,
        leaf=one,
        metavar=say("VALOR", "VALUE"),
        default=argparse.SUPPRESS,
        help=described(one, say).replace("%", "%%"),
        **optional,
    )


def described(one: Leaf, say: Say) -> str:
    """What a leaf is, in its field's words, with its values or an example."""
    words = f"{one.info.title}. {one.info.description}"
    if one.choices:
        return words + say(" Hay: ", " One of: ") + ", ".join(one.choices) + "."
    return words + say(" Ej.: ", " E.g.: ") + one.example if one.example else words


class _Give(argparse.Action):
    """Keeps the values in the order in which they were given: it tells which block they are of."""

    def __init__(self, *, leaf: Leaf, **known: Any) -> None:
        super().__init__(**known)
        self._leaf = leaf

    def __call__(
        self, _: Any, namespace: argparse.Namespace, values: Any, __: str | None = None
    ) -> None:
        said = str(values)
        if not said.isascii() and any("\ud800" <= character <= "\udfff" for character in said):
            raise argparse.ArgumentError(self, "no es texto UTF-8 (this is not UTF-8)")
        namespace.given.append((self._leaf, said))


class _InPlace(argparse.Action):
    """Keeps the id that a flag of the place names."""

    def __call__(
        self, _: Any, namespace: argparse.Namespace, values: Any, __: str | None = None
    ) -> None:
        namespace.place[self.dest] = str(values)
