"""Turns the registry and the prose into the rows that search finds, and their labels."""

from collections.abc import Iterable

from generator.prose import ProsePage
from generator.search.rows import Row
from generator.views.lookup_companies import company_rows
from generator.views.lookup_instruments import instrument_rows
from generator.views.lookup_labels import labels, own_names
from generator.views.lookup_pages import page_rows
from generator.views.survey import Survey

__all__ = ["labels", "own_names", "rows"]


def rows(survey: Survey, prose: Iterable[ProsePage]) -> list[Row]:
    """Everything that can be found, as it stands on the site's day."""
    return [*company_rows(survey), *instrument_rows(survey), *page_rows(survey, prose)]
