"""Turns what is no longer there (withdrawn records, former ids) into pages and redirects."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from generator import decision
from generator.decision.facts import record_name
from generator.language import gettext
from generator.load import Entry
from generator.model.seal import Seal
from generator.registry import Registry, Tombstone
from generator.views.page import Page, Planned, Redirect, redirect
from generator.views.page_answers import Said
from generator.views.record_codes import code_path
from generator.views.record_moves import Move, moves_by_company
from generator.views.record_parts import SECTIONS, Linked, channels, description
from generator.views.survey import Survey

COLLECTIONS = ("acuerdos", "empresas", "programas", "preinversion", "estadisticas")
"""Those whose records have an address made of their id; a seal's is made of its code."""


def pages(survey: Survey) -> Iterator[Planned]:
    """Pages of withdrawn records and of their codes; redirects from every former id."""
    registry = survey.registry
    moves = moves_by_company(registry)
    for (collection, id), stone in registry.withdrawn.items():
        if collection in COLLECTIONS:
            shown = () if stone.reason == "privacidad" else moves.get(id, ())
            moved = shown if collection == "empresas" else ()
            make = partial(_record_page, registry, stone, moved)
            yield Planned(f"{collection}/{id}/", make, (stone, moved))
    for code, stone in registry.withdrawn_codes.items():
        yield Planned(code_path(code), partial(_code_page, registry, code, stone), stone)
    for collection in COLLECTIONS:
        for former, id in registry.former.get(collection, {}).items():
            yield _redirect(registry, collection, former, id)
    for id, gone in moves.items():
        if id not in registry.companies and ("empresas", id) not in registry.withdrawn:
            yield Planned(f"empresas/{id}/", partial(_former_company, registry, id, gone), gone)


def _record_page(registry: Registry, stone: Tombstone, moves: tuple[Move, ...]) -> Page:
    return Page(
        path=f"{stone.collection}/{stone.id}/",
        mould=stone.collection,
        template="pages/retirado.html",
        title=gettext("Ficha retirada: {id}").format(id=stone.id),
        description=description(
            gettext("La ficha «{id}» se retiró de este registro.").format(id=stone.id)
        ),
        context={"heading": gettext("Ficha retirada"), **_context(registry, stone, moves)},
        crumbs=(SECTIONS[stone.collection],),
        indexable=False,
        example=stone.example,
        source=f"{stone.collection}/",
    )


def _code_page(registry: Registry, code: str, stone: Tombstone) -> Page:
    return Page(
        path=code_path(code),
        mould="codigos",
        template="pages/retirado.html",
        title=gettext("Ficha retirada: código {code}").format(code=code),
        description=description(
            gettext("La ficha del código {code} se retiró de este registro.").format(code=code)
        ),
        context={
            "heading": gettext("Código {code}").format(code=code),
            **_context(registry, stone, ()),
        },
        crumbs=(SECTIONS["certificados" if stone.collection == "empresas" else "sellos"],),
        indexable=False,
        example=stone.example,
        source=f"{stone.collection}/",
    )


def _context(registry: Registry, stone: Tombstone, moves: tuple[Move, ...]) -> dict[str, object]:
    heir = registry.living(stone.collection, stone.heir) if stone.heir else None
    return {
        "answer": Said(decision.withdrawn(registry, stone)),
        "heir": _linked(stone.collection, heir) if heir else None,
        "moves": moves,
        "channels": channels(registry.settings),
    }


def _linked(collection: str, entry: Entry[Any]) -> Linked:
    if isinstance(entry.record, Seal):
        return Linked(
            gettext("Sello {code}").format(code=entry.record.code), code_path(entry.record.code)
        )
    return Linked(record_name(entry), f"{collection}/{entry.id}/")


def _redirect(registry: Registry, collection: str, former: str, id: str) -> Planned:
    living = registry.collection(collection).get(id)
    title = record_name(living) if living else "la ficha que la continúa"
    return redirect(f"{collection}/{former}/", f"{collection}/{id}/", title)


def _former_company(registry: Registry, id: str, gone: tuple[Move, ...]) -> Page | Redirect:
    """An id left only in `ids_anteriores` of elements: on to their company, where it is one."""
    companies = {move.company.path: move.company for move in gone}
    if len(companies) == 1:
        only = next(iter(companies.values()))
        return Redirect(f"empresas/{id}/", only.path, only.text)
    return Page(
        path=f"empresas/{id}/",
        mould="empresas",
        template="pages/retirado.html",
        title=gettext("Dirección anterior: {id}").format(id=id),
        description=description(
            gettext("Las instalaciones de «{id}» pasaron a otras empresas.").format(id=id)
        ),
        context={
            "heading": gettext("Dirección anterior"),
            "answer": None,
            "heir": None,
            "moves": gone,
            "channels": channels(registry.settings),
        },
        crumbs=(SECTIONS["empresas"],),
        indexable=False,
        source="empresas/",
    )
