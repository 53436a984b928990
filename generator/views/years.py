"""Turns the registry into years: agreements signed, certificates granted, and those that end."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from generator.load import Entry
from generator.model.agreement import Agreement
from generator.registry import Granted
from generator.views.agreement_rows import agreement_rows
from generator.views.counted import Counted, counted, counted_entries
from generator.views.coverage import Coverage, coverage
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
    signed: Counted
    granted: Counted
    ended: Counted
    ending: Counted


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
    examples: int
    lines: tuple[CertificateLine, ...]


@dataclass(frozen=True, slots=True)
class _Year:
    signed: tuple[Entry[Agreement], ...]
    granted: tuple[Granted, ...]
    ending: tuple[Granted, ...]


def pages(survey: Survey) -> Iterator[Planned]:
    """A page for each year in which something was signed or granted, or ends."""
    order = _years(survey)
    for place, year in enumerate(order):
        before = order[place - 1] if place else None
        after = order[place + 1] if place + 1 < len(order) else None
        make = partial(_page, survey, year, before, after)
        yield Planned(f"anios/{year}/", make, (before, after))


def list_slot(survey: Survey) -> Slot:
    """The years, the latest first."""
    found = {year: _year(survey, year) for year in _years(survey)}
    rows = tuple(_row(survey.day, year, found[year]) for year in reversed(found))
    undated = (entry for entry in survey.agreements if _signed_year(entry) is None)
    certificates = _counted([one for year in found.values() for one in year.granted])
    context = {
        "rows": rows,
        "certificates": certificates,
        "known": certificates.count > 0 or _coverage(survey).is_held,
        "day": survey.day,
        "undated": counted_entries(undated),
    }
    return Slot("fragments/years.html", context)


def _row(day: date, year: int, found: _Year) -> YearRow:
    return YearRow(
        year,
        f"anios/{year}/",
        counted_entries(found.signed),
        _counted(found.granted),
        _counted(one for one in found.ending if one.certificate.valid_until < day),
        _counted(one for one in found.ending if one.certificate.valid_until >= day),
    )


def _counted(found: Iterable[Granted]) -> Counted:
    return counted(one.company.record.example for one in found)


def _coverage(survey: Survey) -> Coverage:
    return coverage(survey, "certified")


def _years(survey: Survey) -> list[int]:
    """The years with anything dated by the site's day; ends may lie ahead of it."""
    return sorted({*_signed_in(survey), *survey.granted_by_year, *survey.ending_by_year})


def _year(survey: Survey, year: int) -> _Year:
    return _Year(
        tuple(_signed_in(survey).get(year, ())),
        survey.granted_by_year.get(year, ()),
        survey.ending_by_year.get(year, ()),
    )


def _signed_in(survey: Survey) -> Mapping[int, list[Entry[Agreement]]]:
    signed: defaultdict[int, list[Entry[Agreement]]] = defaultdict(list)
    for entry in survey.agreements:
        year = _signed_year(entry)
        if year is not None and year <= survey.day.year:
            signed[year].append(entry)
    return signed


def _signed_year(entry: Entry[Agreement]) -> int | None:
    dates = entry.record.dates
    return dates.signed.year if dates and dates.signed else None


def _page(survey: Survey, year: int, before: int | None, after: int | None) -> Page:
    one = _year(survey, year)
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
            "previous": _link(before) if before is not None else None,
            "next": _link(after) if after is not None else None,
            "known": bool(one.granted or one.ending) or _coverage(survey).is_held,
            "coverage": _coverage(survey),
        },
        crumbs=(_CRUMB,),
        source="",
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
    return tuple(
        CertificateGroup(
            agreement_link(survey, id),
            len(ones),
            _counted(ones).examples,
            _lines(ones, ends=ends) if len(every) <= ROWS else (),
        )
        for id, ones in sorted(by_agreement.items(), key=lambda pair: (-len(pair[1]), pair[0]))
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
