"""Turns this register's funnel from adhesion to certification into what its slot shows."""

from generator.funnel import INCLUDES, funnel_of_records
from generator.views.page import Slot
from generator.views.survey import Survey


def slot(survey: Survey) -> Slot:
    """The funnel by size; nothing is said of sizes where nobody adhered."""
    own = funnel_of_records(survey.registry, survey.day)
    context = {
        "own": own if own.total.adhered else None,
        "includes": INCLUDES,
        "day": survey.day,
    }
    return Slot("fragments/funnel.html", context)
