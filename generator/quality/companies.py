"""A company's elements → what is missing, old or contradictory in each on a day.

What natural persons did not agree to publish is never asked for: it is not in the record.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from generator.days import term_gap_days
from generator.model.agreement import Agreement
from generator.model.company import Adhesion, Certificate, Company, Element
from generator.problem import KeyPath
from generator.quality.gap import Gap, of_sources

MOST_DAYS = 31
"""How far from its term a certificate may end: sources count it from different days."""


def of_company(record: Company, day: date) -> Iterator[Gap]:
    """What concerns the company as a whole."""
    if record.size == "sin_informacion":
        yield Gap("falta", ("tamano",), "no dice su tamaño")
    if record.ciiu is None and any(one.ciiu is None for one in record.elements):
        yield Gap("falta", ("ciiu",), "sin código de actividad")
    yield from of_sources(record, day)


def without_comuna(element: Element, place: int) -> Gap:
    """What is missing of an element that names no comuna, the one at `place` of its company."""
    keys = ("elementos", place, "comuna")
    return Gap("falta", keys, "no dice en qué comuna está", anchor=("id", element.id))


class Term(NamedTuple):
    """What an agreement allows: from which day to adhere, until which, and for how many years.

    `levels` gives the years of each level that has its own.
    """

    opens: date
    closes: date
    years: int | None
    levels: Mapping[int, int]


def term(agreement: Agreement | None) -> Term:
    """As far as its record tells: asked once for thousands of adhesions."""
    if agreement is None:
        return Term(date.min, date.max, None, {})
    dates = agreement.dates
    signed, ends = (dates.signed, dates.adhesion_ends) if dates else (None, None)
    return Term(
        signed.first() if signed else date.min,
        ends.last() if ends else date.max,
        agreement.certificate_years,
        {one.number: one.validity_years for one in agreement.levels if one.validity_years},
    )


def of_adhesion(
    adhesion: Adhesion, allowed: Term, keys: KeyPath, element: str, day: date
) -> Iterator[Gap]:
    """What concerns an adhesion and its certificates in force; `keys` leads to the adhesion."""
    on = adhesion.adhered_on
    if on < allowed.opens:
        text = "adhirió antes de que se firmara el acuerdo"
        yield Gap("contradice", (*keys, "fecha"), text, on, ("id", element))
    if on > allowed.closes:
        text = "adhirió después del fin de la adhesión"
        yield Gap("contradice", (*keys, "fecha"), text, on, ("id", element))
    for place, one in enumerate(adhesion.certificates):
        if one.certified_on <= day <= one.valid_until and one.annulment is None:
            here = (*keys, "certificados", place)
            yield from _certificate(one, adhesion, allowed, keys, here)


def _certificate(
    one: Certificate, adhesion: Adhesion, allowed: Term, keys: KeyPath, here: KeyPath
) -> Iterator[Gap]:
    since, anchor = one.certified_on, ("codigo", one.code)
    if one.document is None and one.official_number is None:
        text = "sin documento ni número oficial"
        yield Gap("falta", (*here, "documento"), text, since, anchor)
    if not any(audit.kind == "final" for audit in adhesion.audits):
        text = "sin auditoría final anotada"
        yield Gap("falta", (*keys, "auditorias"), text, since, anchor)
    years = allowed.levels.get(one.level or 0) or allowed.years
    if years and term_gap_days(since, one.valid_until, years) > MOST_DAYS:
        text = f"no dura lo que dice su acuerdo ({years} {'año' if years == 1 else 'años'})"
        yield Gap("contradice", (*here, "vigente_hasta"), text, since, anchor)
