"""What is wrong with one field of a record: its kind, the field, and since when."""

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from generator.days import years_later
from generator.model.record import Record
from generator.problem import KeyPath

Kind = Literal["falta", "antiguo", "sin_fuente", "contradice"]

KINDS: dict[Kind, str] = {
    "falta": "Falta",
    "antiguo": "Antiguo",
    "sin_fuente": "Sin fuente",
    "contradice": "Se contradice",
}

OLD_YEARS = 2
"""After so many years the day on which a source was read, or a state known, counts as old."""


class Gap(NamedTuple):
    """A field and what is wrong with it.

    `keys` leads to the field in the published record, and `since` is the day from which it is so,
    as far as the record tells. `anchor` is a key and value that stand once in the file, near the
    field: a published company may have fewer elements and adhesions than its file. `rule` is the
    code of the rule that found it, "" for none.
    """

    kind: Kind
    keys: KeyPath
    text: str
    since: date | None = None
    anchor: tuple[str, str] | None = None
    rule: str = ""


def is_old(known: date, day: date) -> bool:
    """Whether what was known on a day is too old by another."""
    return years_later(known, OLD_YEARS) < day


def of_sources(record: Record, day: date) -> Iterator[Gap]:
    """What the record's sources leave open; a fictional record needs none."""
    if record.example:
        return
    linked, consulted = False, date.min
    for one in record.sources:
        linked = linked or one.url is not None
        consulted = max(consulted, one.consulted_on or date.min)
    if not linked:
        text = "ninguna de sus fuentes tiene una dirección que se pueda abrir"
        yield Gap("sin_fuente", ("fuentes",), text)
    if record.sources and consulted == date.min:
        yield Gap("falta", ("fuentes", 0, "consultada"), "no dice cuándo se leyeron sus fuentes")
    elif record.sources and is_old(consulted, day):
        yield Gap("antiguo", ("fuentes",), "sus fuentes se leyeron hace mucho", consulted)
