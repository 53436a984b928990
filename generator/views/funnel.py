"""Turns this register's counts into its funnel from adhesion to certification by company size."""

from generator.funnel import NOBODY, SIZES, UNIT, Funnel, funnel
from generator.views.survey import Survey


def own_funnel(survey: Survey) -> Funnel:
    """The funnel of this register's companies by their size when they first adhered."""
    found = survey.counted("empresas-tamano")
    return funnel({**dict.fromkeys(SIZES, NOBODY), **found}, UNIT, survey.day)
