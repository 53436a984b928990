"""Two states → the promises on codes and ids that the step from one to the other breaks.

A code is printed on packages and an id stands in links that others made: neither may go, change, or
come to mean something else.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.changes.identity import same_element, same_record
from generator.changes.model import Breach, Broken
from generator.changes.pairs import Pairs, Place, elements
from generator.decision.facts import company_name, element_name, record_name
from generator.load import Entry
from generator.model.seal import Seal
from generator.registry import Granted, Tombstone


@dataclass(frozen=True, slots=True)
class _Kept:
    """A code of the earlier state: whose it is, in which collection and file."""

    code: str
    collection: str
    id: str
    file: str
    whose: str


def breaches(pairs: Pairs) -> Iterator[Breach]:
    """Every promise broken, codes first."""
    yield from _certificates(pairs)
    yield from _seals(pairs)
    yield from _codes_of_withdrawn(pairs)
    yield from _ids(pairs)
    yield from _element_ids(pairs)
    yield from _former_ids(pairs)
    yield from _former_elements(pairs)


# Codes.


def _certificates(pairs: Pairs) -> Iterator[Breach]:
    head = pairs.head.registry
    for code, was in pairs.base.registry.certificates.items():
        if not pairs.is_told("empresas", was.company.id):
            continue
        kept = _Kept(code, "empresas", was.company.id, was.company.path, _holder(was))
        now = head.certificates.get(code)
        if now is not None:
            if not _is_same(pairs, was, now):
                yield _breach("codigo_reutilizado", kept, now=_holder(now))
        elif code in head.seals_by_code:
            yield _breach("codigo_reutilizado", kept, now="un sello")
        elif code not in head.withdrawn_codes:
            yield from _lost(pairs, kept, _new_code(pairs, was))


def _holder(held: Granted) -> str:
    return f"{element_name(held.element)}, de {company_name(held.company.record)}"


def _is_same(pairs: Pairs, was: Granted, now: Granted) -> bool:
    """Whether a code still means what it meant, for who holds the paper that bears it."""
    company = pairs.id_now("empresas", was.company.id) == now.company.id
    heir = pairs.heir("empresas", was.company.id) == now.company.id
    place = pairs.place_now(Place(was.company, was.element))
    if place and place.id == Place(now.company, now.element).id:
        company = True
    agreement = pairs.id_now("acuerdos", was.adhesion.agreement_id) == now.adhesion.agreement_id
    dated = was.certificate.certified_on == now.certificate.certified_on
    there = place is not None and place.element.id == now.element.id
    return (company or heir) and (agreement or dated or there)


def _new_code(pairs: Pairs, was: Granted) -> str:
    """The code that took the place of one that is gone: of the same certificate, as it seems."""
    place = pairs.place_now(Place(was.company, was.element))
    old, before = was.certificate, pairs.base.registry.certificates
    for adhesion in place.element.adhesions if place else ():
        for one in adhesion.certificates:
            alike = one.certified_on == old.certified_on or one.valid_until == old.valid_until
            if one.code not in before and alike:
                return one.code
    return ""


def _seals(pairs: Pairs) -> Iterator[Breach]:
    head = pairs.head.registry
    for code, was in pairs.base.registry.seals_by_code.items():
        if not pairs.is_told("sellos", was.id) or not _holder_is_told(pairs, was):
            continue
        kept = _Kept(code, "sellos", was.id, was.path, "un sello")
        now = head.seals_by_code.get(code)
        if now is not None:
            if not _same_holder(pairs, was, now):
                yield _breach("codigo_reutilizado", kept, now=f"otro sello ({now.path})")
        elif code in head.certificates:
            yield _breach("codigo_reutilizado", kept, now=_holder(head.certificates[code]))
        elif code not in head.withdrawn_codes:
            successor = pairs.entry_now("sellos", was.id)
            yield from _lost(pairs, kept, successor.record.code if successor else "")


def _holder_is_told(pairs: Pairs, seal: Entry[Seal]) -> bool:
    return pairs.is_told("empresas", seal.record.holder.company_id)


def _same_holder(pairs: Pairs, was: Entry[Seal], now: Entry[Seal]) -> bool:
    holder, company = was.record.holder, now.record.holder.company_id
    if company in (
        pairs.id_now("empresas", holder.company_id),
        pairs.heir("empresas", holder.company_id),
    ):
        return True
    moved = pairs.head.moved.get(f"{holder.company_id}/{holder.element_id}")
    return moved is not None and moved[0] == company


def _codes_of_withdrawn(pairs: Pairs) -> Iterator[Breach]:
    head = pairs.head.registry
    for code, stone in pairs.base.registry.withdrawn_codes.items():
        known = code in head.certificates or code in head.seals_by_code
        if known or code in head.withdrawn_codes or not pairs.is_told(stone.collection, stone.id):
            continue
        whose = "una ficha dada de baja"
        kept = _Kept(code, stone.collection, stone.id, _file(pairs, stone), whose)
        yield from _lost(pairs, kept, "")


def _file(pairs: Pairs, stone: Tombstone) -> str:
    return pairs.base.loaded.entries[stone.collection][stone.id].path


def _lost(pairs: Pairs, kept: _Kept, new: str) -> Iterator[Breach]:
    """A code that is not published any more; one withdrawn for privacy may go with its record."""
    stone = pairs.head.registry.withdrawn.get(
        (kept.collection, pairs.id_now(kept.collection, kept.id))
    )
    if stone and stone.reason == "privacidad":
        return
    if new:
        yield _breach("codigo_cambiado", kept, now=new)
    elif kept.code in pairs.head.hidden_codes:
        yield _breach("codigo_oculto", kept)
    else:
        yield _breach("codigo_quitado", kept)


def _breach(kind: Broken, kept: _Kept, now: str = "") -> Breach:
    return Breach(kind, kept.code, kept.file, {"whose": kept.whose, "now": now})


# Ids.


def _ids(pairs: Pairs) -> Iterator[Breach]:
    """An id that means another record now, or that stood for one that is withdrawn."""
    for name in ("acuerdos", "empresas", "programas", "preinversion", "estadisticas"):
        head = pairs.head.registry.collection(name)
        for id, was in pairs.base.registry.collection(name).items():
            now = head.get(id)
            if now and pairs.is_told(name, id) and not same_record(was, now):
                yield _reused(f"{name}/{id}", now, record_name(was))
        for (collection, id), stone in pairs.base.registry.withdrawn.items():
            now = head.get(id) if collection == name else None
            old = pairs.base.loaded.entries[collection].get(id)
            if now and old and not same_record(old, now):
                yield _reused(f"{name}/{id}", now, f"una ficha dada de baja ({stone.withdrawn_on})")


def _element_ids(pairs: Pairs) -> Iterator[Breach]:
    """An `empresa/elemento` that means another plant now, while the first one is nowhere."""
    for id, was in elements(pairs.base).items():
        now = pairs.elements.get(id)
        if now is None or not pairs.is_told("empresas", was.company.id):
            continue
        # A company that is another altogether is told once, not for each of its plants.
        if not same_element(was.element, now.element) and same_record(was.company, now.company):
            params = {"whose": element_name(was.element), "now": element_name(now.element)}
            yield Breach("id_reutilizado", id, now.company.path, params)


def _reused(id: str, now: Entry[Any], before: str) -> Breach:
    params = {"whose": before, "now": record_name(now)}
    return Breach("id_reutilizado", id, now.path, params)


def _former_ids(pairs: Pairs) -> Iterator[Breach]:
    """A former id whose address leads nowhere now, or to another record."""
    for name, former in pairs.base.registry.former.items():
        if name == "sellos":
            continue
        for old, id in former.items():
            if not pairs.is_told(name, id):
                continue
            heir = pairs.heir(name, id)
            living = pairs.head.registry.living(name, old)
            leads = living.id if living else pairs.head.registry.former.get(name, {}).get(old)
            if leads is None and (name, heir) not in pairs.head.registry.withdrawn:
                if pairs.entry_now(name, id):
                    yield _address_lost(pairs, name, old, id)
            elif living and living.id != heir and pairs.entry_now(name, id):
                yield _reused(f"{name}/{old}", living, f"un id anterior de «{id}»")


def _address_lost(pairs: Pairs, name: str, old: str, id: str) -> Breach:
    now = pairs.entry_now(name, id)
    file = now.path if now else ""
    return Breach("id_anterior_perdido", f"{name}/{old}", file, {"whose": id, "now": ""})


def _former_elements(pairs: Pairs) -> Iterator[Breach]:
    """`empresa/elemento` of a plant that was sold or merged, whose page leads nowhere now."""
    for old, (company, element) in pairs.base.registry.former_elements.items():
        entry = pairs.entry_now("empresas", company)
        if entry is None or not pairs.is_told("empresas", company):
            continue
        if old not in pairs.head.registry.former_elements and old not in pairs.elements:
            whose = f"{company}/{element}"
            yield Breach("id_anterior_perdido", old, entry.path, {"whose": whose, "now": ""})
