"""Blocks of records → since when they exist, by the date that is written nearest to them.

A rule for new records only (`Message.since`) asks for it, so that records from before the rule
hold up nobody. Files tell no age: a copied or reformatted one is no newer for it.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from pydantic import BaseModel

from generator.days import PartialDate
from generator.model.agreement import Agreement
from generator.model.company import (
    Adhesion,
    AdhesionWithdrawal,
    Annulment,
    Audit,
    Certificate,
    Company,
    Consent,
    Element,
    Suspension,
)
from generator.model.preinvestment import Preinvestment, Stage
from generator.model.programme import Milestone, Participant, Programme
from generator.model.record import Correction, Record, RecordWithdrawal
from generator.model.seal import Contract, Seal, Termination
from generator.model.statistic import Statistic

DATED: Mapping[type[BaseModel], tuple[str, ...]] = {
    Agreement: ("fechas.firma", "fechas.manifestacion"),
    Company: ("elementos.adhesiones.fecha",),
    Element: ("adhesiones.fecha",),
    Adhesion: ("fecha",),
    Audit: ("fecha",),
    Certificate: ("fecha",),
    Suspension: ("desde",),
    Annulment: ("fecha",),
    AdhesionWithdrawal: ("fecha",),
    Consent: ("fecha",),
    Seal: ("contrato.fecha", "desde"),
    Contract: ("fecha",),
    Termination: ("fecha",),
    Programme: ("desde",),
    Participant: ("ingreso",),
    Milestone: ("fecha",),
    Preinvestment: ("etapas.inicio",),
    Stage: ("inicio",),
    Statistic: ("al",),
    Correction: ("fecha",),
    RecordWithdrawal: ("fecha",),
}
"""The keys whose first date is a block's; of several, the first that is there."""

SOURCES = "fuentes.consultada"
"""What dates a record that has no such date: when its first source was read."""


def dated(block: object) -> date | None:
    """Since when a block exists: the first day it can be, or None where it does not say.

    It is the day of what the block tells, not that of its writing.
    """
    paths = DATED.get(type(block), ()) if isinstance(block, BaseModel) else ()
    for path in (*paths, *([SOURCES] if isinstance(block, Record) else [])):
        days = [day for one in _values(block, path.split(".")) if (day := _day(one))]
        if days:
            return min(days)
    return None


def _day(value: object) -> date | None:
    if isinstance(value, PartialDate):
        return value.first()
    return value if isinstance(value, date) else None


def _values(block: object, keys: list[str]) -> Iterator[object]:
    if isinstance(block, tuple):
        for one in block:
            yield from _values(one, keys)
    elif not keys:
        yield block
    else:
        yield from _values(inner(block, keys[0]), keys[1:])


def inner(block: object, key: str | int) -> object:
    """What stands under a Spanish key, or at a place of a list; None where nothing does."""
    if isinstance(block, tuple):
        return block[key] if isinstance(key, int) and key < len(block) else None
    if not isinstance(block, BaseModel):
        return None
    for name, info in type(block).model_fields.items():
        if key in (info.alias, name):
            found: object = getattr(block, name)
            return found
    return None
