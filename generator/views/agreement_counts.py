"""Turns an agreement's adhesions and published figures into counts that stand side by side."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from generator.days import PartialDate
from generator.language import gettext, ngettext
from generator.model.agreement import Agreement, Figure
from generator.status import ElementStatus
from generator.views.agreement_parts import level_name
from generator.views.counting.certified import holds
from generator.views.standing import Standing
from generator.views.states import State, element_rows
from generator.views.survey import Survey
from generator.vocabulary import label

MOST_ADHERENTS = 200
"""The most adherents that the page itself lists; the explorer has them all."""


PLANTS, ELEMENTS, COMPANIES = UNITS = (
    ("instalación", "instalaciones"),
    ("elemento", "elementos"),
    ("empresa", "empresas"),
)
"""What is counted, one and many."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity with its unit in both numbers."""

    quantity: int
    singular: str
    plural: str


@dataclass(frozen=True, slots=True)
class Count:
    """Elements counted from the records, and the companies that they belong to."""

    what: str
    elements: Amount
    companies: Amount


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """A figure as a source gives it; `amount` or `percentage` may be all that there is."""

    what: str
    level: str
    amount: Amount | None
    percentage: Decimal | float | int | None
    as_of: PartialDate | None
    note: str


class Adherent(NamedTuple):
    """An element in the agreement: where it leads, whose it is, where it is, and how it stands."""

    name: str
    path: str
    company: str
    place: str
    state: State


@dataclass(frozen=True, slots=True)
class Adherents:
    """The elements of an agreement on record, what they sum up to, and how many are fictional."""

    total: int
    examples: int
    listed: tuple[Adherent, ...]
    counts: tuple[Count, ...]


def adherents(survey: Survey, id: str, agreement: Agreement) -> Adherents:
    """Everything that had adhered to the agreement by the site's day."""
    members = survey.by_agreement.get(id, ())
    pairs = [(one, status) for one in members if (status := _status(survey, one, id))]
    return Adherents(
        len(pairs),
        sum(one.example for one, _ in pairs),
        tuple(_adherent(survey, one, id) for one, _ in pairs[:MOST_ADHERENTS]),
        tuple(_counts(pairs, survey, agreement)) if pairs else (),
    )


def _status(survey: Survey, one: Standing, id: str) -> ElementStatus | None:
    """Where it stands in this agreement; of two that became one, the adhesion made last."""
    found = [s for s in one.statuses if survey.agreement_id(s.agreement_id) == id]
    return found[-1] if found else None


def _adherent(survey: Survey, one: Standing, id: str) -> Adherent:
    path = f"acuerdos/{id}/"
    (row,) = element_rows(survey, [one])
    state = next(s for s in row.states if s.agreement and s.agreement.path == path)
    comuna = one.comuna
    return Adherent(
        one.element.name, one.path, one.company_name, comuna.name if comuna else "", state
    )


Pairs = list[tuple[Standing, ElementStatus]]


def _counts(pairs: Pairs, survey: Survey, agreement: Agreement) -> Iterator[Count]:
    staying = [one for one, status in pairs if not _left(status, survey)]
    ever = [one for one, status in pairs if _was_certified(one, status, survey)]
    now = [(one, status) for one, status in pairs if status.state == "certificado"]
    plants = all(one.element.scope == "establecimiento" for one, _ in pairs)
    yield _count(gettext("Adheridos, sin quienes se retiraron"), staying, plants)
    yield _count(gettext("Certificados alguna vez, sin los anulados"), ever, plants)
    yield _count(gettext("Con certificado vigente"), [one for one, _ in now], plants)
    for level in agreement.levels:
        name = level_name(agreement.levels, level.number)
        held = [one for one, s in now if s.certificate and s.certificate.level == level.number]
        yield _count(gettext("Con certificado vigente, {level}").format(level=name), held, plants)


def _was_certified(one: Standing, status: ElementStatus, survey: Survey) -> bool:
    """Ever, in this agreement; a certificate that was annulled is none."""
    return any(
        holds(certificate, survey.day)
        for adhesion in one.element.adhesions
        if survey.agreement_id(adhesion.agreement_id) == survey.agreement_id(status.agreement_id)
        for certificate in adhesion.certificates
    )


def _left(status: ElementStatus, survey: Survey) -> bool:
    return status.withdrawn_on is not None and status.withdrawn_on <= survey.day


def _count(what: str, found: Iterable[Standing], plants: bool) -> Count:
    rows = list(found)
    unit = _forms(PLANTS if plants else ELEMENTS)
    companies = len({one.company.id for one in rows})
    return Count(what, Amount(len(rows), *unit), Amount(companies, *_forms(COMPANIES)))


def _forms(unit: tuple[str, str]) -> tuple[str, str]:
    return ngettext(*unit, 1), ngettext(*unit, 2)


def published(agreement: Agreement) -> tuple[PublishedFigure, ...]:
    """What sources published, in the record's order; levels are never added up."""
    return tuple(_published(one, agreement) for one in agreement.figures)


def _published(figure: Figure, agreement: Agreement) -> PublishedFigure:
    unit = figure.unit
    words = (label("figure_unit_singular", unit), label("figure_unit", unit))
    amount = None if figure.quantity is None else Amount(figure.quantity, *words)
    level = figure.level or ""
    if level.isascii() and level.isdigit():
        level = level_name(agreement.levels, int(level))
    what = label("figure", figure.what)
    if amount is None:
        what = f"{what} ({words[1]})"
    return PublishedFigure(what, level, amount, figure.percentage, figure.as_of, figure.note or "")
