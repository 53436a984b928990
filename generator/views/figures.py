"""Turns the register's big numbers into the home page's figures, each with what it includes."""

from dataclasses import dataclass

from generator import statistics
from generator.language import ngettext
from generator.views.coverage import RollName, coverage
from generator.views.page import Slot
from generator.views.survey import Survey

SINGULARS = {
    "instalaciones con certificado vigente": "instalación con certificado vigente",
    "elementos con certificado vigente": "elemento con certificado vigente",
    "sellos vigentes": "sello vigente",
    "acuerdos": "acuerdo",
    "empresas en acuerdos": "empresa en acuerdos",
}
"""The unit of one, by the unit of many."""
_ROLLS: dict[str, RollName] = {
    "instalaciones": "certified",
    "sellos": "seals",
    "empresas": "adhered",
}
_PATHS = {
    "instalaciones": "certificados/",
    "sellos": "sellos/",
    "acuerdos": "acuerdos/",
    "empresas": "empresas/",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A count with its unit; `examples` of it are fictional; `path` leads to what is counted.

    `known` is False where nothing is counted only because the register lacks the list.
    """

    known: bool
    count: int
    singular: str
    plural: str
    examples: int
    path: str

    @property
    def noun(self) -> tuple[str, str]:
        """The first word of the unit, in both numbers."""
        return self.singular.split()[0], self.plural.split()[0]


def slot(survey: Survey) -> Slot:
    """The big figures."""
    return Slot("fragments/summary.html", {"figures": summary(survey), "day": survey.day})


def summary(survey: Survey) -> tuple[Figure, ...]:
    """Elements with a certificate in force, seals in force, agreements and companies."""
    return tuple(_figure(survey, one) for one in survey.big_figures)


def _figure(survey: Survey, one: statistics.Figure) -> Figure:
    singular = SINGULARS.get(one.unit, one.unit)
    words = ngettext(singular, one.unit, 1), ngettext(singular, one.unit, 2)
    return Figure(_is_known(survey, one), one.value, *words, one.examples, _PATHS[one.id])


def _is_known(survey: Survey, one: statistics.Figure) -> bool:
    roll = _ROLLS.get(one.id)
    if one.value or roll is None:
        return True
    return coverage(survey, roll).is_held
