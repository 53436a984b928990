"""Turns counts of two groupings at once into figures, and all groupings into one table."""

from collections.abc import Callable, Iterable, Mapping

from generator import territory
from generator.funnel import NOBODY, SIZES, UNKNOWN_SIZE, Steps
from generator.views.charts import Cell, Grid
from generator.views.figure import (
    SIZE_KEY,
    SIZE_NAME,
    STEPS,
    Column,
    Figure,
    Note,
    Value,
    name_column,
    reaching,
    step_values,
)
from generator.views.funnel_figures import ADHERING
from generator.views.survey import Survey
from generator.views.told_steps import as_far_as, depth
from generator.vocabulary import RUBROS, label

HEADS = ("Micro", "Peq.", "Med.", "Gde.", "S/d")
"""What a phone has room for, where there are five columns; tables have the words in full."""
SHORT = (Note("Peq.: pequeña; Med.: mediana; Gde.: grande; S/d: sin dato."),)

Crossed = Mapping[tuple[str, str], Steps]

UNKNOWN = "Sin información"


def region_by_size(survey: Survey) -> Figure:
    """Compliance of each size in each region, from north to south."""
    names = {one.code: one.name for one in territory.regions()}
    return _by_size(survey, "region", "región y tamaño", "Región", (*names, ""), names.get)


def trade_by_size(survey: Survey) -> Figure:
    """Compliance of each size in each trade."""
    names = {key: one.es for key, one in RUBROS.items()}
    return _by_size(survey, "rubro", "rubro y tamaño", "Rubro", (*names, ""), names.get)


def year_by_size(survey: Survey) -> Figure:
    """Compliance of each size among those that adhered in each year."""
    found: Crossed = survey.counted("anio-tamano")
    years = sorted({year for year, _ in found})
    return _by_size(survey, "anio", "año de adhesión y tamaño", "Año", years, str)


def _by_size(
    survey: Survey,
    id: str,
    by: str,
    what: str,
    groups: Iterable[str],
    name: Callable[[str], str | None],
) -> Figure:
    found: Crossed = survey.counted(f"{id}-tamano")
    held = {one for one, _ in found}
    used = [(one, name(one) or UNKNOWN) for one in groups if one in held]
    sizes = [*SIZES, *([UNKNOWN_SIZE] if any(size == UNKNOWN_SIZE for _, size in found) else [])]
    made = Figure(
        anchor=f"cruce-{id}-tamano",
        title=f"Parte que se certifica, por {by}",
        unit=survey.counted("unidad"),
        day=survey.day,
        includes=ADHERING,
        columns=(
            Column(id, what, "texto", in_file_only=True),
            name_column(what),
            SIZE_KEY,
            SIZE_NAME,
            *STEPS,
        ),
        rows=_rows(found, used, sizes),
        charts=(_grid(found, used, sizes),) if found else (),
        examples=sum(steps.examples for steps in found.values()),
        csv=f"estadisticas/cruce-{id}-tamano.csv",
        notes=(
            Note(
                "En cada casilla, de lo que adhirió, la parte que se certifica; donde adhirieron"
                " menos de cinco, cuántos / de cuántos."
            ),
            *(SHORT if len(sizes) > len(SIZES) else ()),
        ),
    )
    made = as_far_as(made, depth(survey, survey.counted("total")[0]))
    return reaching(survey, made, "adhered")


def _rows(
    found: Crossed, used: list[tuple[str, str]], sizes: list[str]
) -> tuple[tuple[Value, ...], ...]:
    return tuple(
        (one, named, size, label("size", size), *step_values(found[one, size]))
        for one, named in used
        for size in sizes
        if (one, size) in found
    )


def _grid(found: Crossed, used: list[tuple[str, str]], sizes: list[str]) -> Grid:
    def cell(group: str, size: str) -> Cell:
        steps = found.get((group, size), NOBODY)
        return Cell(steps.certified, steps.adhered)

    return Grid(
        HEADS if len(sizes) > len(SIZES) else tuple(label("size", size) for size in sizes),
        tuple((name, tuple(cell(group, size) for size in sizes)) for group, name in used),
    )


def everything(survey: Survey) -> Figure:
    """All groupings at once, without a picture: for those who cross them as they like."""
    found: Mapping[tuple[str, ...], Steps] = survey.counted("cruces")
    names = ("acuerdo", "region", "sector", "rubro", "tamano", "anio")
    made = Figure(
        anchor="cruces",
        title="Adhesiones y certificados, con todos los cruces",
        unit="adhesiones",
        day=survey.day,
        includes=(
            "Instalaciones u otros elementos en cada acuerdo al que adhirieron: quien está en dos"
            " acuerdos tiene dos adhesiones. Tamaño y año son los de esa adhesión."
        ),
        columns=(*(Column(one, one.capitalize(), "texto") for one in names), *STEPS),
        rows=tuple((*key, *step_values(steps)) for key, steps in found.items()),
        examples=sum(steps.examples for steps in found.values()),
        csv="estadisticas/cruces.csv",
    )
    made = as_far_as(made, depth(survey, survey.counted("total")[0]))
    return reaching(survey, made, "adhered")
