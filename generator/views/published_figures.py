"""Turns published tables into the figures of this register's own, and sets both side by side."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from generator.days import long_es
from generator.funnel import Funnel, funnel_of_table
from generator.load import Entry
from generator.model.statistic import Statistic
from generator.views import funnel_figures, told_counts
from generator.views.coverage import coverage
from generator.views.figure import FOLDER, Column, Figure, Note, reaching
from generator.views.headline import TOTALS
from generator.views.survey import Survey

SOURCE = "fuente"


def size_tables(survey: Survey) -> tuple[Figure, ...]:
    """Every published table by company size, drawn as this register's own."""
    return tuple(
        _size_table(entry, found)
        for entry in survey.registry.statistics.values()
        if (found := funnel_of_table(entry.record))
    )


def _size_table(entry: Entry[Statistic], found: Funnel) -> Figure:
    made = funnel_figures.size_figure(found, f"tabla-{entry.id}", entry.record.name)
    told = next(iter(entry.record.sources), None)
    source = (told.document or told.url or "") if told else ""
    return replace(
        made,
        includes=(
            "Lo que publicó la fuente, con los porcentajes calculados de nuevo por el programa que"
            " cuenta las fichas de este registro."
        ),
        csv=f"estadisticas/tablas/{entry.id}.csv",
        examples=found.total.adhered if entry.record.example else 0,
        source=source or "sin fuente anotada",
    )


def own_by_company_size(survey: Survey) -> Figure:
    """This register's own, with what was published beside it and why they differ."""
    made = funnel_figures.by_company_size(survey)
    told = [
        found
        for entry in survey.registry.statistics.values()
        if not entry.record.example and (found := funnel_of_table(entry.record))
    ]
    return replace(made, notes=(*made.notes, *(_against(survey, one) for one in told)))


def _against(survey: Survey, published: Funnel) -> Note:
    own = survey.counted("reales")[1]
    when = f" ({long_es(published.as_of)})" if published.as_of else ""
    theirs = published.total.steps[:2]
    told = f"Publicado{when}: adhieren {{}} y certifican {{}}."
    if not own.adhered and not _is_held(survey):
        return Note(
            f"{told} Este registro aún no tiene esas nóminas: sin ejemplos, no hay qué comparar.",
            theirs,
        )
    numbers = (*theirs, own.adhered, own.certified, *_lists(survey))
    return Note(f"{told} Contado aquí, sin ejemplos: {{}} y {{}}. {_WHY}", numbers)


_WHY = (
    "La diferencia es de fecha y de nóminas: este registro tiene completa la de adheridos de {} de"
    " {} acuerdos."
)


def _lists(survey: Survey) -> tuple[int, int]:
    """Of how many agreements the list is complete, of how many that can have one."""
    found = coverage(survey, "adhered")
    complete, every = found.complete, found.agreements
    return complete.count - complete.examples, every.count - every.examples


def by_agreement(survey: Survey) -> Figure:
    """What was published of every agreement beside what is counted of it."""
    name = "publicado-por-acuerdo"
    csv = f"estadisticas/{name}.csv"
    made = told_counts.figure(survey, survey.agreements, FOLDER, csv, every=True)
    return replace(made, anchor=name)


class _Told(NamedTuple):
    what: str
    published: int
    when: str
    source: str


def side_by_side(survey: Survey) -> Figure:
    """The largest total that a source has published of each thing, and what is counted here."""
    entry = survey.registry.statistics.get(TOTALS)
    counted = _counted(survey)
    told = list(_largest(entry.record)) if entry else []
    made = Figure(
        anchor="publicado-y-contado",
        title="Lo publicado y lo contado aquí",
        unit="",
        day=survey.day,
        includes=(
            "El mayor total que publicó una fuente de cada cosa, y lo que cuentan las fichas de"
            " este registro, sin ejemplos. Cada fila tiene su unidad: no se suman."
        ),
        columns=(
            Column("que", "Qué", "texto"),
            Column("publicado", "Publicado"),
            Column("al", "Al", "texto"),
            Column(SOURCE, "Fuente", "texto"),
            Column("contado", "Contado aquí"),
            Column("diferencia", "Diferencia"),
        ),
        rows=tuple(
            (
                one.what,
                one.published,
                one.when,
                one.source,
                here := counted[one.what],
                None if here is None else one.published - here,
            )
            for one in told
        ),
        csv="estadisticas/publicado-y-contado.csv",
        notes=(Note(_WHY, _lists(survey)),) if told else (),
        empty="Este registro no tiene totales publicados con que compararse.",
    )
    return reaching(survey, made, "adhered")


def _is_held(survey: Survey) -> bool:
    """Whether any of the lists of real agreements is here, or a part of one."""
    found = coverage(survey, "adhered")
    return any(one.count > one.examples for one in (found.complete, found.past, found.partial))


def _counted(survey: Survey) -> Mapping[str, int | None]:
    """What is counted here, without examples; None of what no list is here."""
    own, whose = survey.counted("reales")
    held = own.adhered or _is_held(survey)
    agreements = [one for one in survey.agreements if not one.record.example]
    return {
        "Acuerdos": len(agreements),
        "Empresas que adhieren": whose.adhered if held else None,
        "Instalaciones que adhieren": own.adhered if held else None,
        "Instalaciones que certifican": own.certified if held else None,
        "Empresas que certifican": whose.certified if held else None,
    }


_COLUMNS = (
    ("acuerdos", "", "Acuerdos"),
    ("empresas", "", "Empresas que adhieren"),
    ("instalaciones", "", "Instalaciones que adhieren"),
    ("certificados", "instalaciones", "Instalaciones que certifican"),
    ("certificados", "empresas", "Empresas que certifican"),
)


def _largest(table: Statistic) -> Iterator[_Told]:
    ids = [one.id for one in table.columns]
    rows = [dict(zip(ids, row, strict=False)) for row in table.rows]
    for column, unit, what in _COLUMNS:
        found = [
            _Told(what, count, str(row.get("al") or ""), str(row.get(SOURCE) or ""))
            for row in rows
            if (count := _number(row.get(column))) is not None
            and (not unit or row.get("unidad-certificados") == unit)
        ]
        if found:
            yield max(found, key=lambda one: one.published)


def _number(cell: object) -> int | None:
    text = str(cell or "")
    return int(Decimal(text)) if text.isascii() and text.isdigit() else None
