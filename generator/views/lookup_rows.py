"""Turns the registry and the prose into the families that search finds, and their labels."""

from collections.abc import Iterable, Iterator

from generator.prose import ProsePage
from generator.search.families import families
from generator.search.marks import Knower
from generator.search.shelf import Bunch
from generator.views.lookup_companies import company_families
from generator.views.lookup_instruments import instrument_rows
from generator.views.lookup_labels import labels, own_names
from generator.views.lookup_pages import page_rows
from generator.views.survey import Survey

__all__ = ["found", "labels", "own_names"]


def found(survey: Survey, prose: Iterable[ProsePage]) -> Iterator[Bunch]:
    """Everything that can be found, as it stands on the site's day."""
    knower = Knower(labels(survey.registry))
    yield from company_families(survey, knower)
    yield families([*instrument_rows(survey), *page_rows(survey, prose)], knower)
