"""The figures → their tables as CSV and their pictures as SVG, beside the page that shows them."""

import csv
import io
from collections.abc import Iterator
from typing import NamedTuple

from generator import sectors, territory
from generator.exports.downloads import Made
from generator.figures.sheet import Whose, sheet
from generator.views.figure import Figure
from generator.views.figure_slots import FIGURES
from generator.views.published_figures import size_tables
from generator.views.scope_figures import scope_figures
from generator.views.survey import Survey
from generator.vocabulary import RUBROS

ALWAYS = ("ambito", "unidad", "dia", "fuente_cifra", "cobertura")
"""What every row says besides its values, so that it says it wherever it is pasted."""


class Scope(NamedTuple):
    """The counts behind one page, by their name, and the page's address."""

    name: str
    page: str


def scopes(survey: Survey) -> Iterator[Scope]:
    """Every page of a record or a place that has figures of its own."""
    for id in survey.registry.agreements:
        yield Scope(f"acuerdos/{id}", f"acuerdos/{id}/")
    for region in territory.regions():
        yield Scope(f"regiones/{region.code}", f"regiones/{region.slug}/")
    for rubro in RUBROS:
        yield Scope(f"rubros/{rubro}", f"rubros/{rubro}/")
    for slug in (*(one.slug for one in sectors.sections().values()), *sectors.divisions()):
        yield Scope(f"sectores/{slug}", f"sectores/{slug}/")


def country(survey: Survey, name: str) -> Iterator[Made]:
    """The files of one figure of the page of statistics."""
    yield from _files(survey, FIGURES[name](survey))


def published(survey: Survey) -> Iterator[Made]:
    """The files of published tables that are drawn as this register's own."""
    for one in size_tables(survey):
        yield from _files(survey, one)


def of_scope(survey: Survey, scope: Scope) -> Iterator[Made]:
    """The files of one page; none where nothing adhered."""
    for one in scope_figures(survey, scope.name, scope.page):
        yield from _files(survey, one)


def _files(survey: Survey, figure: Figure) -> Iterator[Made]:
    yield _table(figure)
    if figure.svg:
        settings = survey.registry.settings
        author = settings.operator or settings.name
        whose = Whose(author, settings.name, survey.site.url or "")
        yield Made(figure.svg, sheet(figure, whose))


def _table(figure: Figure) -> Made:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([*(column.id for column in figure.columns), *ALWAYS])
    told = (
        figure.where or "todo el país",
        figure.unit,
        str(figure.day or ""),
        figure.source,
        _coverage(figure),
    )
    writer.writerows([*row, *told] for row in figure.rows)
    return Made(figure.csv, out.getvalue().encode())


def _coverage(figure: Figure) -> str:
    """`completa en 3 de 58 acuerdos`; "" where it says nothing of a published figure."""
    found = figure.coverage
    if found is None:
        return " ".join(figure.lists)
    complete, every = found.complete.count, found.agreements.count
    return f"nómina de {figure.roll} completa en {complete} de {every} acuerdos"
