"""Turns counts through time into figures: compliance year by year, and the months that it takes."""

from collections.abc import Mapping, Sequence
from datetime import date

from generator.funnel import SIZES, Steps
from generator.views.charts import FEW, Columns, Lines, Series, Upright
from generator.views.counting.terms import LAST, STEP, Terms
from generator.views.figure import (
    ADHERED,
    CERTIFIED,
    PERCENT,
    SIZE_KEY,
    SIZE_NAME,
    VALID,
    Column,
    Figure,
    Note,
    Value,
    reaching,
)
from generator.views.survey import Survey
from generator.views.told_steps import ADHERED as ADHERED_ONLY
from generator.views.told_steps import as_far_as, depth
from generator.vocabulary import label

Years = tuple[
    tuple[date, ...], tuple[Steps, ...], tuple[Steps, ...], Mapping[str, tuple[Steps, ...]]
]

ON = Column("al", "Al", "fecha")


def through_time(survey: Survey) -> Figure:
    """How many elements had adhered, were ever certified and had a certificate, each year's end."""
    found: Years = survey.counted("tiempo")
    made = courses(survey, found[0], found[1], survey.counted("total")[0].examples)
    made = as_far_as(made, depth(survey, survey.counted("total")[0]))
    return reaching(survey, made, "certified")


def courses(survey: Survey, told: Sequence[date], own: Sequence[Steps], examples: int) -> Figure:
    """The same of whatever elements are counted in `own`, a day each."""
    unit = survey.counted("unidad")
    known = bool(own[-1].adhered)
    lines = Lines(
        _labels(told),
        (
            Series("Adhieren", tuple(one.adhered for one in own)),
            Series("Certifican", tuple(one.certified for one in own)),
            Series("Con certificado vigente", tuple(one.valid for one in own)),
        ),
    )
    return Figure(
        anchor="en-el-tiempo",
        title=f"{unit.capitalize()} que han adherido y se han certificado, año por año",
        unit=unit,
        day=survey.day,
        includes=(
            "Lo acumulado al último día de cada año y, al final, al día de los datos: cuántas"
            " habían adherido alguna vez, cuántas se habían certificado y cuántas tenían ese día un"
            " certificado vigente, según lo que hoy dicen las fichas."
        ),
        columns=(ON, ADHERED, CERTIFIED, PERCENT, VALID),
        rows=tuple(
            (day, one.adhered, one.certified, one.percent, one.valid)
            for day, one in zip(told, own, strict=True)
        )
        if known
        else (),
        charts=(lines,) if known else (),
        examples=examples,
        csv="estadisticas/en-el-tiempo.csv",
    )


def compliance(survey: Survey) -> Figure:
    """Of the companies that had adhered by each year's end, the part ever certified, by size."""
    found: Years = survey.counted("tiempo")
    told, whose, by_size = found[0], found[2], found[3]
    sizes = [one for one in SIZES if one in by_size]
    known = depth(survey, survey.counted("total")[1]) > ADHERED_ONLY and bool(whose[-1].adhered)
    series = [
        ("total", "Total", whose),
        *((one, label("size", one), by_size[one]) for one in sizes),
    ]
    made = Figure(
        anchor="cumplimiento",
        title="Cumplimiento de las empresas, año por año",
        unit="empresas",
        day=survey.day,
        includes=(
            "De las empresas que habían adherido al 31 de diciembre de cada año (la última vez, al"
            " día de los datos), la parte que se había certificado alguna vez, según su tamaño al"
            " adherir por primera vez."
        ),
        columns=(ON, SIZE_KEY, SIZE_NAME, ADHERED, CERTIFIED, PERCENT),
        rows=tuple(_by_size(told, series)) if known else (),
        charts=tuple(_panel(told, name, one) for _, name, one in series) if known else (),
        examples=survey.counted("total")[1].examples,
        csv="estadisticas/cumplimiento.csv",
        empty="Este registro aún no tiene certificados con que contarla.",
        notes=(
            Note("El porcentaje baja cuando adhieren empresas que aún no se certifican."),
            Note("Mientras habían adherido menos de cinco, no se dibuja: está en la tabla."),
        ),
    )
    return reaching(survey, made, "certified")


def _by_size(
    told: Sequence[date], series: Sequence[tuple[str, str, Sequence[Steps]]]
) -> list[tuple[Value, ...]]:
    return [
        (day, id, name, one.adhered, one.certified, one.percent)
        for at, day in enumerate(told)
        for id, name, counts in series
        if (one := counts[at]).adhered
    ]


def _panel(told: Sequence[date], name: str, counts: Sequence[Steps]) -> Lines:
    return Lines(_labels(told), (Series(name, _percents(counts)),), percent=True, small=True)


def _percents(counts: Sequence[Steps]) -> tuple[int | None, ...]:
    return tuple(one.percent if one.adhered >= FEW else None for one in counts)


def _labels(told: Sequence[date]) -> tuple[str, ...]:
    return tuple(str(day.year) for day in told)


def time_to_certificate(survey: Survey) -> Figure:
    """Months from an adhesion to its first certificate, in groups of six."""
    return reaching(survey, months(survey, survey.counted("plazo")), "certified")


def months(survey: Survey, found: Terms) -> Figure:
    """The same of the adhesions counted in `found`."""
    known = bool(found.total)
    names = [f"{at * STEP} a {at * STEP + STEP - 1}" for at in range(LAST // STEP)]
    names.append(f"{LAST} o más")
    marks = [*(str(at * STEP) for at in range(LAST // STEP)), f"{LAST}+"]
    pairs = list(zip(names, found.groups, marks, strict=True))
    return Figure(
        anchor="plazo",
        title="Meses entre adherir y certificarse",
        unit="adhesiones",
        day=survey.day,
        includes=(
            "Adhesiones de una instalación u otro elemento a un acuerdo que terminaron en un"
            " certificado no anulado: meses completos desde la primera adhesión hasta el primer"
            " certificado."
        ),
        columns=(Column("meses", "Meses", "texto"), Column("adhesiones", "Adhesiones")),
        rows=tuple((name, count) for name, count, _ in pairs) if known else (),
        charts=(Columns(tuple(Upright(*one) for one in pairs), "adhesiones"),) if known else (),
        examples=found.examples,
        csv="estadisticas/plazo.csv",
        notes=_terms_told(found) if known else (),
        empty="Este registro aún no tiene certificados con que contarla.",
    )


def _terms_told(found: Terms) -> tuple[Note, ...]:
    middle = (
        "Cada columna reúne seis meses. La mitad tardó {} meses o menos; la mitad central, entre"
        " {} y {}."
    )
    numbers = (found.median or 0, found.quarter or 0, found.three_quarters or 0)
    one = found.waiting == 1
    waiting = "{} adhesión que aún no tiene" if one else "{} adhesiones que aún no tienen"
    left = f"No incluye {waiting} certificado: nadie sabe todavía cuánto tardará."
    waits = [Note(left, (found.waiting,), counts=True)] if found.waiting else []
    return (Note(middle, numbers, counts=True), *waits)
