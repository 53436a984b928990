"""Turns the name of a figure into the figure, and into what its slot shows."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from generator.views import (
    certificate_figures,
    crossed_figures,
    funnel_figures,
    published_figures,
    time_figures,
)
from generator.views.figure import Figure
from generator.views.page import Slot
from generator.views.survey import Survey

Make = Callable[[Survey], Figure]

FIGURES: Mapping[str, Make] = {
    "embudo": funnel_figures.total,
    "embudo-tamano": published_figures.own_by_company_size,
    "embudo-tamano-instalaciones": funnel_figures.by_size,
    "embudo-region": funnel_figures.by_region,
    "embudo-sector": funnel_figures.by_section,
    "embudo-rubro": funnel_figures.by_trade,
    "embudo-acuerdo": funnel_figures.by_agreement,
    "embudo-anio": funnel_figures.by_year,
    "cruce-region-tamano": crossed_figures.region_by_size,
    "cruce-rubro-tamano": crossed_figures.trade_by_size,
    "cruce-anio-tamano": crossed_figures.year_by_size,
    "cruces": crossed_figures.everything,
    "en-el-tiempo": time_figures.through_time,
    "cumplimiento": time_figures.compliance,
    "plazo": time_figures.time_to_certificate,
    "certificados": certificate_figures.by_state,
    "vencimientos": certificate_figures.by_month,
    "publicado-y-contado": published_figures.side_by_side,
    "publicado-por-acuerdo": published_figures.by_agreement,
}
"""Every figure that is counted here, by its anchor on the page of statistics."""

ONLY_A_FILE = frozenset(("cruces",))
"""Figures whose table is too long for a page: it leads to the file."""

PUBLISHED = "publicado-por-tamano"
"""The slot of all published tables by company size."""


def slot(survey: Survey, name: str) -> Slot:
    """One figure, or all those that a name stands for."""
    is_published = name == PUBLISHED
    shown = published_figures.size_tables(survey) if is_published else (FIGURES[name](survey),)
    return Slot(
        "fragments/figures.html", shown_figures(survey, shown, table=name not in ONLY_A_FILE)
    )


def shown_figures(
    survey: Survey, figures: Iterable[Figure], *, table: bool = True
) -> dict[str, object]:
    """Figures with what their citation names."""
    settings = survey.registry.settings
    return {
        "drawn": tuple(figures),
        "with_table": table,
        "author": settings.operator or settings.name,
        "register": settings.name,
        "home": survey.site.url,
    }


def slots() -> Mapping[str, Callable[[Survey], Slot]]:
    """Every slot that shows figures, by name."""
    named = {f"figura:{name}": partial(_slot, name=name) for name in (*FIGURES, PUBLISHED)}
    return {**named, "embudo": partial(_slot, name="embudo-tamano")}


def _slot(survey: Survey, name: str) -> Slot:
    return slot(survey, name)
