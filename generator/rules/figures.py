"""What sources published of an agreement: its figures, rolls, impacts and emissions."""

import re
from collections.abc import Iterator

from generator import folding
from generator.load import Entry, is_lost
from generator.model.agreement import Agreement, Figure
from generator.problem import Finding
from generator.rules.here import Here, each
from generator.rules.index import Index
from generator.rules.levels import in_words
from generator.rules.repeats import repeated


def _figures(entry: Entry[Agreement]) -> list[tuple[Figure, Here]]:
    return list(each(entry.record.figures, Here(entry.path), "cifras"))


def figure_has_a_number(index: Index) -> Iterator[Finding]:
    """A figure has a quantity or a percentage."""
    for entry in index.agreements:
        for figure, here in _figures(entry):
            if figure.quantity is None and figure.percentage is None:
                yield Finding(here.spot(), "APL316")


def certified_are_among_the_adhered(index: Index) -> Iterator[Finding]:
    """A certified quantity is at most the largest adhered one of its unit."""
    for entry in index.agreements:
        if is_lost(*entry.record.figures):
            continue
        figures = _figures(entry)
        for figure, here in figures:
            if figure.what != "certificados" or figure.quantity is None:
                continue
            adhered = [f for f, _ in figures if f.what == "adheridos" and f.unit == figure.unit]
            doubtful = [f.what for f, _ in figures] + [f.unit for f, _ in figures]
            if is_lost(*doubtful, *(f.quantity for f in adhered)):
                continue
            largest = max((f.quantity for f in adhered if f.quantity is not None), default=None)
            if largest is not None and figure.quantity > largest:
                params = {"value": figure.quantity, "largest": largest, "unit": figure.unit}
                yield Finding(here.spot("cantidad"), "APL317", params)


def figure_is_of_a_known_level(index: Index) -> Iterator[Finding]:
    """Where an agreement has levels, a figure's level is the number or name of one."""
    for entry in index.agreements:
        levels = entry.record.levels
        if not levels or is_lost(*levels, *(n for one in levels for n in (one.number, one.name))):
            continue
        names = {folding.fold(one.name) for one in levels}
        numbers = {str(one.number) for one in levels}
        for figure, here in _figures(entry):
            if figure.level and not _is_level(figure.level, numbers, names):
                params = {"value": figure.level, **in_words(one.number for one in levels)}
                yield Finding(here.spot("nivel"), "APL318", params)


def _is_level(written: str, numbers: set[str], names: set[str]) -> bool:
    """`2`, `Nivel 2`, `Avanzado` or `Nivel 2 (avanzado)`."""
    digits = set(re.findall(r"\d+", written))
    return bool(digits & numbers) or folding.fold(written) in names


def roll_says_up_to_when(index: Index) -> Iterator[Finding]:
    """A complete roll names its last day, or it would speak for days that nobody has looked at.

    A fictional one may be complete for good: nothing happens there that is not on record.
    """
    for entry in index.agreements:
        rolls = entry.record.rolls
        if not rolls or entry.record.example:
            continue
        named = (
            ("adheridos", rolls.adhered),
            ("certificados", rolls.certified),
            ("sellos", rolls.seals),
        )
        for key, roll in named:
            if roll and roll.coverage == "completa" and roll.as_of is None:
                yield Finding(Here(entry.path).spot("nominas", key), "APL319")


def impact_says_something(index: Index) -> Iterator[Finding]:
    """An impact has a value or a sentence."""
    for entry in index.agreements:
        for impact, here in each(entry.record.impacts, Here(entry.path), "impactos"):
            if impact.value is None and impact.text is None:
                yield Finding(here.spot(), "APL320")


def emission_years_differ(index: Index) -> Iterator[Finding]:
    """One row of emissions a year."""
    for entry in index.agreements:
        rows = each(entry.record.emissions, Here(entry.path), "emisiones")
        yield from repeated(((row.year, here) for row, here in rows), "anio", "APL321")


RULES = (
    figure_has_a_number,
    certified_are_among_the_adhered,
    figure_is_of_a_known_level,
    roll_says_up_to_when,
    impact_says_something,
    emission_years_differ,
)
