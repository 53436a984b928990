"""Turns a survey into the title of each company, worked out once for all that show it."""

from collections.abc import Mapping

from generator.views.record_parts import company_titles
from generator.views.survey import Survey

_REMEMBERED = ("titles", "companies")


def titles(survey: Survey) -> Mapping[str, str]:
    """A name for each company that no other one has; whoever asks depends on all of them."""
    found: Mapping[str, str] | None = survey.remembered.get(_REMEMBERED)
    if found is None:
        found = survey.remembered[_REMEMBERED] = company_titles(survey.registry)
    return found
