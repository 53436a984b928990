"""Turns the registry into years: agreements signed, certificates granted, and those that end."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from generator.load import Entry
from generator.model.agreement import Agreement
from generator.registry import Granted
from generator.views.agreement_rows import agreement_rows
from generator.views.coverage import coverage
from generator.views.page import Crumb, Page, Planned, Slot
from generator.views.paging import ROWS
from generator.views.record_parts import Linked, description, public_name
from generator.views.states import code_path
from generator.views.survey import Survey

_CRUMB = Crumb("Años", "anios/")


@dataclass(frozen=True, slots=True)
class YearRow:
    """A year in the list: what was signed, granted and ended in it, or is still to end."""

    year: int
    path: str
    signed: int
    granted: int
    ended: int
    ending: int


@dataclass(frozen=True, slots=True)
class CertificateLine:
    """A certificate in a year's list: whose it is, and the day that counts."""

    element: str
    path: str
    company: str
    on: date
    example: bool


@dataclass(frozen=True, slots=True)
class CertificateGroup:
    """A year's certificates of one agreement; the lines are left out where there are too many."""

    agreement: Linked
    count: int
    lines: tuple[CertificateLine, ...]


@dataclass(frozen=True, slots=True)
class _Year:
    signed: tuple[Entry[Agreement], ...]
    granted: tuple[Granted, ...]
    ending: tuple[Granted, ...]


def pages(survey: Survey) -> Iterator[Planned]:
    """A page for each year in which something was signed or granted, or ends."""
    found = _years(survey)
    for year in sorted(found):
        yield partial(_page, survey, year, found)


def list_slot(survey: Survey) -> Slot:
    """The years, the latest first."""
    found = _years(survey)
    rows = tuple(_row(survey.day, year, found[year]) for year in sorted(found, reverse=True))
    certificates = [one for year in found.values() for one in year.granted]
    context = {
        "rows": rows,
        "examples": sum(one.company.record.example for one in certificates),
        "day": survey.day,
        "undated": sum(_signed_year(entry) is None for entry in survey.agreements),
    }
    return Slot("fragments/years.html", context)


def _row(day: date, year: int, found: _Year) -> YearRow:
    ended = sum(one.certificate.valid_until < day for one in found.ending)
    return YearRow(
        year,
        f"anios/{year}/",
        len(found.signed),
        len(found.granted),
        ended,
        len(found.ending) - ended,
    )


def _years(survey: Survey) -> Mapping[int, _Year]:
    """By year, counting only what is dated by the site's day; ends may lie ahead of it."""
    signed: defaultdict[int, list[Entry[Agreement]]] = defaultdict(list)
    granted: defaultdict[int, list[Granted]] = defaultdict(list)
    ending: defaultdict[int, list[Granted]] = defaultdict(list)
    for entry in survey.agreements:
        year = _signed_year(entry)
        if year is not None and year <= survey.day.year:
            signed[year].append(entry)
    for one in survey.registry.certificates.values():
        if one.certificate.certified_on <= survey.day:
            granted[one.certificate.certified_on.year].append(one)
            ending[one.certificate.valid_until.year].append(one)
    return {
        year: _Year(tuple(signed[year]), tuple(granted[year]), tuple(ending[year]))
        for year in sorted({*signed, *granted, *ending})
    }


def _signed_year(entry: Entry[Agreement]) -> int | None:
    dates = entry.record.dates
    return dates.signed.year if dates and dates.signed else None


def _page(survey: Survey, year: int, found: Mapping[int, _Year]) -> Page:
    one = found[year]
    order = sorted(found)
    place = order.index(year)
    return Page(
        path=f"anios/{year}/",
        mould="anios",
        template="pages/anio.html",
        title=f"Año {year}: acuerdos firmados y certificados",
        description=description(
            f"Lo que este registro tiene de {year}: acuerdos firmados, certificados otorgados y"
            " certificados que vencen ese año."
        ),
        context={
            "year": year,
            "signed": agreement_rows(survey, one.signed),
            "granted": _groups(survey, one.granted, ends=False),
            "ending": _groups(survey, one.ending, ends=True),
            "row": _row(survey.day, year, one),
            "granted_examples": sum(c.company.record.example for c in one.granted),
            "ending_examples": sum(c.company.record.example for c in one.ending),
            "previous": _link(order[place - 1]) if place else None,
            "next": _link(order[place + 1]) if place + 1 < len(order) else None,
            "coverage": coverage(survey.registry, "certified", survey.day),
        },
        crumbs=(_CRUMB,),
    )


def _link(year: int) -> Linked:
    return Linked(str(year), f"anios/{year}/")


def _groups(
    survey: Survey, found: Iterable[Granted], *, ends: bool
) -> tuple[CertificateGroup, ...]:
    """Certificates by agreement, the largest group first; each one too, where they are few."""
    every = list(found)
    by_agreement: defaultdict[str, list[Granted]] = defaultdict(list)
    for one in every:
        by_agreement[survey.agreement_id(one.adhesion.agreement_id)].append(one)
    sizes = Counter({id: len(ones) for id, ones in by_agreement.items()})
    return tuple(
        CertificateGroup(
            agreement_link(survey, id),
            size,
            _lines(by_agreement[id], ends=ends) if len(every) <= ROWS else (),
        )
        for id, size in sorted(sizes.items(), key=lambda pair: (-pair[1], pair[0]))
    )


def agreement_link(survey: Survey, id: str) -> Linked:
    """An agreement's name and page; one that is not published has neither."""
    known = survey.registry.agreements.get(id)
    if known is None:
        return Linked("Un acuerdo que este registro no publica")
    return Linked(known.record.name, f"acuerdos/{id}/")


def _lines(found: Iterable[Granted], *, ends: bool) -> tuple[CertificateLine, ...]:
    lines = (
        CertificateLine(
            one.element.name,
            code_path(one.certificate.code),
            public_name(one.company.record),
            one.certificate.valid_until if ends else one.certificate.certified_on,
            one.company.record.example,
        )
        for one in found
    )
    return tuple(sorted(lines, key=lambda line: (line.on, line.company, line.element)))
