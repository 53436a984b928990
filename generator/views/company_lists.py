"""Turns the companies into the list from A to Z, and the full list that needs no JavaScript."""

from collections import Counter as Count
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from generator.folding import fold
from generator.load import Entry
from generator.model.company import Company
from generator.views.counted import Counted, counted
from generator.views.coverage import coverage
from generator.views.page import Crumb, Page, Planned, Slot, redirect
from generator.views.paging import ROWS
from generator.views.record_parts import Linked, description, public_name
from generator.views.standing import Standing, Tally, tally
from generator.views.states import ElementRow, element_rows
from generator.views.survey import Survey

_PATH = "registro/lista/"
_CRUMB = Crumb("Registro", "registro/")


@dataclass(frozen=True, slots=True)
class CompanyRow:
    """A company in a list, with its own sum; `elements` only where the list shows them."""

    name: str
    path: str
    tally: Tally
    comunas: tuple[str, ...]
    example: bool
    elements: tuple[ElementRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """An initial: how many companies it has, and where the full list comes to it."""

    letter: str
    anchor: str
    count: int
    path: str
    rows: tuple[CompanyRow, ...]


_Held = tuple[Entry[Company], tuple[Standing, ...]]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What one page of the full list holds."""

    number: int
    companies: tuple[_Held, ...]


def pages(survey: Survey) -> Iterator[Planned]:
    """The full list, 500 rows a page; a company is never cut."""
    sheets = list(_sheets(survey.companies))
    total = counted(one.example for one in survey.standings)
    for sheet in sheets:
        ids = tuple(entry.id for entry, _ in sheet.companies)
        make = partial(_page, survey, sheet.number, ids, len(sheets), total)
        yield Planned(f"{_PATH}{sheet.number}/", make, (ids, len(sheets), total))
    yield redirect(_PATH, f"{_PATH}1/", "La lista completa")


def _sheets(companies: Sequence[_Held]) -> Iterator[_Sheet]:
    held: list[_Held] = []
    number, size = 1, 0
    for one in companies:
        rows = max(1, len(one[1]))
        if held and size + rows > ROWS:
            yield _Sheet(number, tuple(held))
            held, size, number = [], 0, number + 1
        held.append(one)
        size += rows
    if held or number == 1:
        yield _Sheet(number, tuple(held))


def _page(survey: Survey, number: int, ids: Sequence[str], of: int, total: Counted) -> Page:
    held = [(survey.registry.companies[id], survey.by_company.get(id, ())) for id in ids]
    rows = company_rows(survey, held, with_elements=True)
    return Page(
        path=f"{_PATH}{number}/",
        mould="lista",
        template="pages/lista.html",
        title=f"Lista completa, página {number} de {of}",
        description=description(
            f"Todas las empresas del registro con sus instalaciones y el estado de cada una, de la"
            f" A a la Z. Página {number} de {of}."
        ),
        context={
            "number": number,
            "of": of,
            "total": total,
            "letters": tuple(_letters(rows)),
            "numbers": tuple(Linked(str(n), f"{_PATH}{n}/") for n in range(1, of + 1)),
            "previous": f"{_PATH}{number - 1}/" if number > 1 else "",
            "next": f"{_PATH}{number + 1}/" if number < of else "",
            "coverage": coverage(survey, "adhered"),
        },
        crumbs=(_CRUMB,),
        source="empresas/",
    )


def company_rows(
    survey: Survey, companies: Iterable[_Held], *, with_elements: bool
) -> tuple[CompanyRow, ...]:
    """Companies as lists show them, each with the elements it is given with."""
    return tuple(
        CompanyRow(
            public_name(entry.record),
            f"empresas/{entry.id}/",
            tally(ones),
            tuple(dict.fromkeys(one.comuna.name for one in ones if one.comuna)),
            entry.record.example,
            element_rows(survey, ones) if with_elements else (),
        )
        for entry, ones in companies
    )


def _letters(rows: Iterable[CompanyRow]) -> Iterator[Letter]:
    by_letter: dict[str, list[CompanyRow]] = {}
    for row in rows:
        by_letter.setdefault(initial(row.name), []).append(row)
    for letter, ones in by_letter.items():
        yield Letter(letter, _anchored(letter), len(ones), "", tuple(ones))


def initial(name: str) -> str:
    """The capital under which a name stands, Ñ included; `#` for anything but a letter."""
    return _capital(name.strip()[:1])


@lru_cache(maxsize=1024)
def _capital(first: str) -> str:
    if first.upper() == "Ñ":
        return "Ñ"
    letter = fold(first.upper())[:1].upper()
    return letter if "A" <= letter <= "Z" else "#"


def list_slot(survey: Survey) -> Slot:
    """The companies from A to Z; where they are too many, their letters lead to the full list."""
    companies, inline = survey.companies, len(survey.companies) <= ROWS
    rows = company_rows(survey, companies, with_elements=False) if inline else ()
    context = {
        "letters": tuple(_letters(rows) if inline else _leading(companies)),
        "inline": inline,
        "count": len(companies),
        "examples": sum(entry.record.example for entry, _ in companies),
        "list_path": f"{_PATH}1/",
        "coverage": coverage(survey, "adhered"),
        "day": survey.day,
    }
    return Slot("fragments/companies.html", context)


def _leading(companies: Sequence[_Held]) -> Iterator[Letter]:
    """The initials of all companies, each with where the full list comes to it."""
    paths: dict[str, str] = {}
    found: Count[str] = Count()
    for sheet in _sheets(companies):
        for entry, _ in sheet.companies:
            letter = initial(public_name(entry.record))
            found[letter] += 1
            paths.setdefault(letter, f"{_PATH}{sheet.number}/#{_anchored(letter)}")
    for letter, count in found.items():
        yield Letter(letter, _anchored(letter), count, paths[letter], ())


def _anchored(letter: str) -> str:
    """The id of a letter's heading: `letra-a`, `letra-enie`, `letra-otros`."""
    part = {"Ñ": "enie", "#": "otros"}.get(letter, letter.lower())
    return f"letra-{part}"
