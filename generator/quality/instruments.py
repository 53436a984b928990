"""Programmes, pre-investment agreements and published tables → what is missing in them."""

from collections.abc import Iterator
from datetime import date

from generator.load import Entry
from generator.model.preinvestment import Preinvestment
from generator.model.programme import Programme
from generator.model.statistic import Statistic
from generator.problem import KeyPath
from generator.quality.gap import Gap, of_sources


def of_programme(entry: Entry[Programme], day: date) -> Iterator[Gap]:
    """When it began, what was reported, and goals that nothing can be compared with."""
    record = entry.record
    since = record.since.first() if record.since else None
    if record.since is None:
        yield Gap("falta", ("desde",), "no dice cuándo empezó")
    if not record.funding:
        yield Gap("falta", ("financiamiento",), "no dice quién lo financia", since)
    if not record.progress:
        yield Gap("falta", ("avances",), "no tiene avances informados", since)
    for place, goal in enumerate(record.goals):
        ends = date(goal.year, 12, 31) if goal.year else None
        ended = ends if ends and ends < day else None
        if goal.stage is None:
            text = f"la meta «{goal.name}» no dice de qué paso es"
            yield Gap("falta", ("metas", place, "etapa"), text, ended)
        if goal.quantity is None:
            text = f"la meta «{goal.name}» no dice cuántas"
            yield Gap("falta", ("metas", place, "cantidad"), text, ended)
    yield from of_sources(record, day)


def of_preinvestment(entry: Entry[Preinvestment], day: date) -> Iterator[Gap]:
    """Its roles, stages, contents and state."""
    record = entry.record
    found: tuple[tuple[bool, KeyPath, str], ...] = (
        (record.holder is None, ("titular",), "no dice de quién es el proyecto"),
        (record.guarantor is None, ("garante",), "no dice quién es el garante"),
        (record.facilitation is None, ("equipo_facilitacion",), "no dice quién facilita"),
        (
            record.technical_capacity is None,
            ("capacidad_tecnica",),
            "no dice quién aclara lo técnico",
        ),
        (not record.stages, ("etapas",), "no tiene etapas anotadas"),
        (record.matters is None, ("contenidos",), "no dice qué se acordó"),
        (record.state in (None, "sin_informacion"), ("estado",), "no dice cómo va"),
    )
    for is_missing, keys, text in found:
        if is_missing:
            yield Gap("falta", keys, text)
    for place, stage in enumerate(record.stages):
        if stage.begins is None:
            text = f"la etapa «{stage.name}» no dice cuándo empieza"
            yield Gap("falta", ("etapas", place, "inicio"), text)
    yield from of_sources(record, day)


def of_statistic(entry: Entry[Statistic], day: date) -> Iterator[Gap]:
    """Its date and its sources."""
    if entry.record.as_of is None:
        yield Gap("falta", ("al",), "no dice a qué fecha es")
    yield from of_sources(entry.record, day)
