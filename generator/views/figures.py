"""Turns the registry into the big figures of the home page, each with its unit and what it includes."""

from dataclasses import dataclass

from generator.views.standing import Tally
from generator.views.survey import Survey


@dataclass(frozen=True, slots=True)
class Figure:
    """A count with its unit; `examples` of it are fictional; `path` leads to what is counted."""

    count: int
    singular: str
    plural: str
    examples: int
    examples_singular: str
    examples_plural: str
    path: str


def summary(survey: Survey) -> tuple[Figure, ...]:
    """Elements with a certificate in force, seals in force, agreements and companies."""
    seals = [entry for entry, status in survey.seals if status.in_force]
    agreements = survey.registry.agreements.values()
    companies = {one.company.id: one for one in survey.standings if one.counts}
    return (
        certified(survey.tally, survey),
        _figure(
            len(seals),
            ("sello vigente", "sellos vigentes"),
            (sum(one.record.example for one in seals), "sello", "sellos"),
            "sellos/",
        ),
        _figure(
            len(agreements),
            ("acuerdo", "acuerdos"),
            (sum(one.record.example for one in agreements), "acuerdo", "acuerdos"),
            "acuerdos/",
        ),
        _figure(
            len(companies),
            ("empresa en algún acuerdo", "empresas en algún acuerdo"),
            (sum(one.example for one in companies.values()), "empresa", "empresas"),
            "empresas/",
        ),
    )


def certified(found: Tally, survey: Survey) -> Figure:
    """How many elements have a certificate in force."""
    examples = sum(one.example for one in survey.standings if one.in_force)
    return _figure(
        found.in_force,
        (
            f"{found.singular} con certificado vigente",
            f"{found.unit} con certificado vigente",
        ),
        (examples, found.singular, found.unit),
        "certificados/",
    )


def _figure(
    count: int, words: tuple[str, str], examples: tuple[int, str, str], path: str
) -> Figure:
    return Figure(count, *words, *examples, path)
