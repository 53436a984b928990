"""Turns counts of steps into the figures of the funnel: in all, and by each way of grouping."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from generator import sectors, territory
from generator.funnel import INCLUDES, NOBODY, SIZES, UNKNOWN_SIZE, Funnel, Steps
from generator.views.charts import Bar, Bars, Cell, Shades
from generator.views.figure import (
    KEY,
    STAGES,
    STEPS,
    Column,
    Figure,
    Note,
    Value,
    name_column,
    reaching,
    step_bar,
    step_values,
)
from generator.views.funnel import own_funnel
from generator.views.survey import Survey
from generator.views.told_steps import as_far_as, depth
from generator.vocabulary import RUBROS, label

MOST_BARS = 20
"""The most agreements that are drawn; the table has them all."""

UNKNOWN = "Sin información"
ADHERING = (
    "Cada una cuenta una vez, desde su primera adhesión aceptada y aunque después se haya retirado."
    " Certifican las que obtuvieron alguna vez un certificado que no se anuló; entre ellas se"
    " cuentan las que lo tienen vigente ese día y, entre estas, las que llevan un sello vigente."
)
"""What every funnel of elements counts."""


def total(survey: Survey) -> Figure:
    """The four steps of all elements, and of their companies."""
    own, whose = survey.counted("total")
    unit = survey.counted("unidad")
    words = ("Adhieren", "Certifican", "Con certificado vigente", "Con sello vigente")
    values = [_told(own), _told(whose)]
    rows: tuple[tuple[Value, ...], ...] = tuple(zip(STAGES, words, *values, strict=True))
    steps = depth(survey, own)
    rows = tuple(row if at < steps else (*row[:2], None, None) for at, row in enumerate(rows))
    drawn = list(zip(words, values[0], strict=True))[:steps]
    bars = Bars(tuple(Bar(word, (one,)) for word, one in drawn), (), True)
    made = Figure(
        anchor="embudo",
        title=f"{unit.capitalize()} que adhieren, se certifican y tienen el sello",
        unit=unit,
        day=survey.day,
        includes=ADHERING,
        columns=(
            KEY,
            name_column("Hasta dónde llegan"),
            Column(unit, unit.capitalize()),
            Column("empresas", "Empresas"),
        ),
        rows=rows if own.adhered else (),
        charts=(bars,) if own.adhered else (),
        examples=own.examples,
        csv="estadisticas/embudo.csv",
    )
    return reaching(survey, made, "adhered")


def _told(steps: Steps) -> tuple[int, ...]:
    return steps.adhered, steps.certified, steps.valid or 0, steps.sealed or 0


def by_company_size(survey: Survey) -> Figure:
    """The deck's table, of this register's own companies."""
    found = own_funnel(survey)
    made = replace(
        size_figure(found, "embudo-tamano", "Cumplimiento según el tamaño de la empresa"),
        includes=INCLUDES,
        csv="estadisticas/embudo-tamano.csv",
    )
    return reaching(survey, as_far_as(made, depth(survey, found.total.steps)), "adhered")


def size_figure(found: Funnel, anchor: str, title: str) -> Figure:
    """The funnel by company size, published or counted: sizes, then the sums of some of them."""
    known = bool(found.total.adhered)
    told = (*found.steps, *found.aggregates, found.total)
    full = found.total.steps.valid is not None
    columns = STEPS if full else STEPS[:3]
    bars = Bars(
        tuple(step_bar(one.label, one.steps) for one in found.steps), STAGES if full else STAGES[:2]
    )
    return Figure(
        anchor=anchor,
        title=title,
        unit=found.unit,
        day=found.as_of,
        includes="",
        columns=(KEY, name_column("Tamaño"), *columns),
        rows=tuple((one.id, one.label, *step_values(one.steps)[: len(columns)]) for one in told)
        if known
        else (),
        charts=(bars,) if known else (),
        examples=found.examples,
        notes=(
            Note(
                "MiPyme reúne micro, pequeñas y medianas; Pyme, pequeñas y medianas. No se suman a"
                " los tamaños otra vez."
            ),
        ),
    )


Names = Callable[[str], str]
Found = Mapping[str, Steps]


def _grouped(
    survey: Survey,
    anchor: str,
    by: str,
    what: str,
    groups: Iterable[tuple[str, str, Steps]],
    most: int = 1000,
    drawn: Callable[[str], str] = str,
) -> Figure:
    """A figure of elements by group, in the order given; `most` are drawn, under `drawn` names."""
    told = tuple(groups)
    unit = survey.counted("unidad")
    known = any(steps.adhered for _, _, steps in told)
    bars = Bars(tuple(step_bar(drawn(name), steps) for _, name, steps in told[:most]), STAGES)
    made = Figure(
        anchor=anchor,
        title=f"{unit.capitalize()} que adhieren y se certifican, por {by}",
        unit=unit,
        day=survey.day,
        includes=ADHERING,
        columns=(KEY, name_column(what), *STEPS),
        rows=tuple((key, name, *step_values(steps)) for key, name, steps in told) if known else (),
        charts=(bars,) if known else (),
        examples=sum(steps.examples for _, _, steps in told),
        csv=f"estadisticas/{anchor}.csv",
    )
    made = as_far_as(made, depth(survey, survey.counted("total")[0]))
    return reaching(survey, made, "adhered")


def by_size(survey: Survey) -> Figure:
    """Elements by the size of their company when they first adhered."""
    return replace(
        _grouped(
            survey,
            "embudo-tamano-instalaciones",
            "tamaño de empresa",
            "Tamaño",
            sizes(survey.counted("tamano")),
        ),
        notes=(Note("El tamaño es el que tenía la empresa cuando adhirió, no el de hoy."),),
    )


def sizes(found: Found) -> Iterator[tuple[str, str, Steps]]:
    """The four sizes in order, then those of which it is not recorded."""
    for size in SIZES:
        yield size, label("size", size), found.get(size, NOBODY)
    if UNKNOWN_SIZE in found:
        yield UNKNOWN_SIZE, label("size", UNKNOWN_SIZE), found[UNKNOWN_SIZE]


def by_region(survey: Survey) -> Figure:
    """The 16 regions, that with most elements first; and their compliance on the map."""
    found: Found = survey.counted("region")
    order = sorted(territory.regions(), key=lambda one: (-_adhered(found, one.code), one.order))
    rows = [(one.code, f"{one.name} ({one.order})", found.get(one.code, NOBODY)) for one in order]
    made = _grouped(survey, "embudo-region", "región", "Región", (*rows, *_unknown(found)))
    cells = {
        code: Cell(one.certified, one.adhered, one.examples) for code, one in found.items() if code
    }
    return replace(
        made,
        charts=(Shades(cells), *made.charts) if _is_compared(made) else made.charts,
        notes=(
            Note(
                "La región es la de la instalación, no la de la casa matriz. El número entre"
                " paréntesis la ubica en el mapa, de norte a sur."
            ),
            Note("Que falten datos de una región no significa que allí no haya nada."),
        ),
    )


def _is_compared(figure: Figure) -> bool:
    """Whether it tells of more than adhesion."""
    return any(isinstance(one, Bars) and len(one.stages) > 1 for one in figure.charts)


def _adhered(found: Found, key: str) -> int:
    return found.get(key, NOBODY).adhered


def _unknown(found: Found) -> Iterator[tuple[str, str, Steps]]:
    if "" in found:
        yield "", UNKNOWN, found[""]


def by_section(survey: Survey) -> Figure:
    """The sections of the economic classification that any element is in."""
    found: Found = survey.counted("seccion")
    names = {one.slug: f"{one.code} · {one.title}" for one in sectors.sections().values()}
    made = _grouped(
        survey,
        "embudo-sector",
        "sector económico",
        "Sección CIIU",
        (*_largest(found, names.__getitem__), *_unknown(found)),
    )
    return replace(made, notes=(Note("Secciones de la clasificación CIIU4.CL 2012."),))


def by_trade(survey: Survey) -> Figure:
    """The everyday trades that any element is of."""
    found: Found = survey.counted("rubro")
    groups = (*_largest(found, lambda key: RUBROS[key].es), *_unknown(found))
    return _grouped(survey, "embudo-rubro", "rubro", "Rubro", groups)


def _largest(found: Found, name: Names) -> Iterator[tuple[str, str, Steps]]:
    """The groups with most first; "" is none."""
    for key in sorted(found, key=lambda one: (-found[one].adhered, one)):
        if key:
            yield key, name(key), found[key]


def by_agreement(survey: Survey) -> Figure:
    """Every agreement that anything adhered to; an element counts in each of its own."""
    found: Found = survey.counted("acuerdo")

    def name(id: str) -> str:
        known = survey.registry.agreements.get(id)
        return known.record.name if known else id

    made = _grouped(
        survey, "embudo-acuerdo", "acuerdo", "Acuerdo", _largest(found, name), MOST_BARS, _short
    )
    notes = [Note("Lo que está en varios acuerdos cuenta en cada uno: sus cuentas no se suman.")]
    if len(found) > MOST_BARS:
        told = "Se dibujan los {} con más adhesiones; la tabla los tiene todos."
        notes.append(Note(told, (MOST_BARS,)))
    return replace(made, notes=tuple(notes))


def _short(name: str) -> str:
    """Nearly all names of agreements begin with the same words, which fill a phone's line."""
    return name.replace("Acuerdo de Producción Limpia", "APL", 1)


def by_year(survey: Survey) -> Figure:
    """Elements by the year in which they first adhered: how far each year's got by today."""
    found: Found = survey.counted("anio")
    made = _grouped(
        survey,
        "embudo-anio",
        "año de adhesión",
        "Año",
        ((year, year, found[year]) for year in sorted(found)),
    )
    late = "Lo que adhirió hace poco ha tenido menos tiempo para certificarse."
    return replace(made, notes=(Note(late),))
