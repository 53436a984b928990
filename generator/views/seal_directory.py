"""Turns the seals into a directory to browse: by region, by trade, and by the brands in shops."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator import territory
from generator.decision.facts import seal_status
from generator.folding import sort_key
from generator.load import Entry
from generator.model.company import Company
from generator.model.seal import Seal
from generator.views import seal_shelves
from generator.views.certificate_lists import FEW, SealRow, ordered_rows, seal_row, seal_slot
from generator.views.counted import Counted, counted
from generator.views.coverage import coverage
from generator.views.page import Crumb, Page, Planned, Slot
from generator.views.paging import ROWS
from generator.views.record_parts import SECTIONS, Linked, description
from generator.views.seal_shelves import BRANDS, REGIONS, RUBROS
from generator.views.survey import Survey
from generator.vocabulary import RUBROS as RUBRO_LABELS

INLINE_BRANDS = 150
"""The most brands that the directory's first page lists itself."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A region, trade or letter: its page, how many of its seals hold, and how many it has."""

    name: str
    path: str
    in_force: Counted
    total: Counted


@dataclass(frozen=True, slots=True)
class Brand:
    """A brand as it stands on a package, and the seal of whoever makes it."""

    name: str
    seal: SealRow


def shelf_path(key: str) -> str:
    """The address of a shelf, given its key (`regiones/maule`)."""
    return f"sellos/{key}/"


def pages(survey: Survey) -> Iterator[Planned]:
    """A page for each shelf on which any seal stands."""
    with survey.reads.unnoted():
        keys = list(survey.seals_by)
    for key in keys:
        yield Planned(shelf_path(key), partial(_page, survey, key))


def slot(survey: Survey) -> Slot:
    """The directory's first page: its shelves and brands, then the seals themselves."""
    listed = seal_slot(survey, "fragments/seals.html", ROWS)
    return Slot(listed.template, {**listed.context, **_overview(survey)})


def _overview(survey: Survey) -> dict[str, object]:
    holding = {entry.id for entry, status in survey.seals if status.in_force}
    found = {
        key: _shelf(key, [(one.id in holding, one.record.example) for one in entries])
        for key, entries in survey.seals_by.items()
    }
    count = sum(len(_holder(survey, entry).brands) for entry, _ in survey.seals)
    return {
        "regions": [found[key] for key in _region_keys() if key in found],
        "rubros": [found[key] for key in _rubro_keys() if key in found],
        "letters": [one for key, one in found.items() if key.startswith(f"{BRANDS}/")],
        "brands": _every_brand(survey) if count <= INLINE_BRANDS else (),
        "brand_count": count,
    }


def _every_brand(survey: Survey) -> tuple[Brand, ...]:
    return brand_rows([seal_row(survey, entry, status) for entry, status in survey.seals])


def _holder(survey: Survey, entry: Entry[Seal]) -> Company:
    return survey.registry.companies[entry.record.holder.company_id].record


def _region_keys() -> Iterator[str]:
    return (f"{REGIONS}/{one.slug}" for one in territory.regions())


def _rubro_keys() -> Iterator[str]:
    return (f"{RUBROS}/{rubro}" for rubro in RUBRO_LABELS)


def shelf_block(survey: Survey, key: str) -> dict[str, object]:
    """What the page of a region or trade shows of its shelf: the first few seals that hold."""
    if key not in survey.seals_by:
        return {"shelf": None, "holders": ()}
    rows = shelf_rows(survey, key)
    holding = [row for row in rows if row.in_force]
    shelf = _shelf(key, [(row.in_force, row.example) for row in rows])
    return {"shelf": shelf, "holders": tuple(holding[:FEW])}


def _shelf(key: str, seals: Sequence[tuple[bool, bool]]) -> Shelf:
    """A shelf, given of each seal whether it holds and whether it is fictional."""
    holding = counted(example for holds, example in seals if holds)
    return Shelf(_name(key), shelf_path(key), holding, counted(example for _, example in seals))


def shelf_rows(survey: Survey, key: str) -> list[SealRow]:
    """The seals of a shelf, those in force first, then by holder."""
    found = []
    for entry in survey.seals_by.get(key, ()):
        status = seal_status(survey.registry, entry.record, survey.day)
        found.append(seal_row(survey, entry, status))
    return sorted(ordered_rows(found), key=lambda row: not row.in_force)


def brand_rows(rows: list[SealRow]) -> tuple[Brand, ...]:
    """Every brand with each seal of its maker, by brand; what holds comes first."""
    found = [Brand(name, row) for row in rows for name in row.brands]
    found.sort(key=lambda one: (sort_key(one.name), not one.seal.in_force, one.seal.code))
    return tuple(found)


def _name(key: str) -> str:
    kind, _, part = key.partition("/")
    if kind == RUBROS:
        return RUBRO_LABELS[part].es if part in RUBRO_LABELS else part
    if kind == BRANDS:
        letter = seal_shelves.letter_of(part)
        return "Otros signos" if letter == "#" else letter
    return next((one.name for one in territory.regions() if one.slug == part), part)


def _page(survey: Survey, key: str) -> Page:
    kind, _, part = key.partition("/")
    rows = shelf_rows(survey, key)
    letter = seal_shelves.letter_of(part)
    brands = (
        [one for one in brand_rows(rows) if seal_shelves.initial(one.name) == letter]
        if kind == BRANDS
        else []
    )
    title, told = _words(key)
    return Page(
        path=shelf_path(key),
        mould="sellos",
        template="pages/sellos.html",
        title=title,
        description=description(told, "Con su estado y sus fechas."),
        context={
            "kind": kind,
            "rows": tuple(rows[:ROWS]),
            "brands": tuple(brands[:ROWS]),
            "in_force": counted(one.example for one in rows if one.in_force),
            "total": counted(one.example for one in rows),
            "place": _place(key),
            "siblings": _siblings(survey, key),
            "coverage": coverage(survey, "seals"),
        },
        crumbs=(Crumb("Registro", "registro/"), SECTIONS["sellos"]),
        source="sellos/",
    )


def _words(key: str) -> tuple[str, str]:
    """The page's title, and a sentence on what it lists."""
    kind, _, part = key.partition("/")
    if kind == REGIONS:
        region = next(one for one in territory.regions() if one.slug == part)
        return (
            f"Sellos APL: {region.official_name}",
            f"Quién puede usar el Sello APL (Estrella Azul) por sus instalaciones en la"
            f" {region.official_name}.",
        )
    if kind == RUBROS:
        return (
            f"Sellos APL del rubro {_name(key)}",
            f"{_name(key)}: quién puede usar el Sello APL (Estrella Azul) en este rubro.",
        )
    letter = seal_shelves.letter_of(part)
    which = "con otro signo" if letter == "#" else f"con {letter}"
    return (
        f"Marcas que empiezan {which}: su Sello APL",
        f"Marcas que empiezan {which} y cuya empresa tiene un Sello APL (Estrella Azul) anotado.",
    )


def _place(key: str) -> Linked | None:
    """The page on all that this register has of the region or trade."""
    return Linked(_name(key), f"{key}/") if not key.startswith(BRANDS) else None


def _siblings(survey: Survey, key: str) -> tuple[Linked, ...]:
    """The other shelves of the same kind, in their own order."""
    kind = key.partition("/")[0]
    order = {REGIONS: _region_keys, RUBROS: _rubro_keys}.get(kind)
    found = [one for one in survey.seals_by if one.startswith(f"{kind}/")]
    if order:
        found = [one for one in order() if one in found]
    return tuple(Linked(_name(one), "" if one == key else shelf_path(one)) for one in found)
