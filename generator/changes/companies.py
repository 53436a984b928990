"""Companies of two states → what changed in their elements, adhesions and certificates."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from generator.changes.fields import field_changes
from generator.changes.model import Change, Kind, Table
from generator.changes.pairs import Pairs, Place, elements
from generator.changes.states import certificate_state, company_count, element_states
from generator.code import compact
from generator.decision.facts import agreement_name, company_name, element_name
from generator.load import Entry
from generator.model.company import Adhesion, Company
from generator.registry import Granted, Registry


def company_changes(pairs: Pairs) -> Iterator[Change]:
    """All that changed in companies that both states publish, and the certificates of new ones."""
    before = elements(pairs.base)
    heirs = {id: now for id, was in before.items() if (now := pairs.place_now(was))}
    known = {now.id for now in heirs.values()}
    continued = {pairs.id_now("empresas", id) for id in pairs.base.registry.companies}
    for id, now in pairs.elements.items():
        if id not in known and now.company.id in continued and _is_told(pairs, now):
            yield _of_element("elemento_nuevo", now)
    for id, was in before.items():
        if not _is_told(pairs, was):
            continue
        if id in heirs:
            yield from _element_changes(pairs, was, heirs[id])
        elif was.company.id in pairs.base.registry.companies and pairs.entry_now(
            "empresas", was.company.id
        ):
            yield _of_element("elemento_quitado", was)
    yield from _certificates(pairs)
    for id in pairs.base.registry.companies:
        if pairs.is_told("empresas", id) and pairs.entry_now("empresas", id):
            yield from company_count(pairs, id)


def _is_told(pairs: Pairs, place: Place) -> bool:
    return pairs.is_told("empresas", place.company.id)


def _of_element(kind: Kind, place: Place, **more: Any) -> Change:
    record = place.company.record
    return Change(
        kind,
        "elementos",
        place.id,
        place.element.name,
        f"empresas/{place.company.id}/#{place.element.id}",
        place.company.path,
        company_name(record),
        element_name(place.element),
        example=record.example,
        **more,
    )


def _element_changes(pairs: Pairs, was: Place, now: Place) -> Iterator[Change]:
    if pairs.id_now("empresas", was.company.id) != now.company.id:
        name = company_name(was.company.record)
        after = company_name(now.company.record)
        yield _of_element("elemento_movido", now, before=name, after=after)
    left_out = {"adhesiones", "ids_anteriores", "id"}
    if fields := tuple(field_changes(was.element, now.element, left_out)):
        yield _of_element("datos", now, fields=fields)
    yield from _adhesion_changes(pairs, was, now)
    yield from element_states(pairs, was, now)


# Adhesions: an element has few, each known by its agreement and day.

_Key = tuple[str, date]


def _adhesion_changes(pairs: Pairs, was: Place, now: Place) -> Iterator[Change]:
    old = {
        (pairs.id_now("acuerdos", one.agreement_id), one.adhered_on): one
        for one in was.element.adhesions
    }
    new = {(one.agreement_id, one.adhered_on): one for one in now.element.adhesions}
    redated = _redated(old, new)
    for key, adhesion in new.items():
        before = old.get(key) or old.get(redated.get(key, key))
        if before is None:
            yield _of_adhesion("adhesion", pairs.head.registry, now, adhesion)
            continue
        left_out = {"acuerdo", "certificados", "estado"}
        if fields := tuple(field_changes(before, adhesion, left_out)):
            yield _of_adhesion("datos", pairs.head.registry, now, adhesion, fields)
    for key, adhesion in old.items():
        if key not in new and key not in redated.values():
            yield _of_adhesion("adhesion_quitada", pairs.base.registry, now, adhesion)


def _redated(old: Mapping[_Key, Adhesion], new: Mapping[_Key, Adhesion]) -> dict[_Key, _Key]:
    """An adhesion whose day was corrected: the only one that came to an agreement and one left."""
    found: dict[_Key, _Key] = {}
    for id in {id for id, _ in new}:
        come = [key for key in new if key[0] == id and key not in old]
        gone = [key for key in old if key[0] == id and key not in new]
        if len(come) == len(gone) == 1:
            found[come[0]] = gone[0]
    return found


def _of_adhesion(
    kind: Kind, registry: Registry, place: Place, adhesion: Adhesion, fields: Any = ()
) -> Change:
    record = place.company.record
    return Change(
        kind,
        "adhesiones",
        f"{place.id}/{adhesion.agreement_id}",
        place.element.name,
        f"empresas/{place.company.id}/#{place.element.id}",
        place.company.path,
        company_name(record),
        element_name(place.element),
        agreement_name(registry, adhesion.agreement_id),
        since=adhesion.adhered_on,
        fields=fields,
        example=record.example,
    )


# Certificates: known by their code, wherever they stand.


def _certificates(pairs: Pairs) -> Iterator[Change]:
    old, new = pairs.base.registry.certificates, pairs.head.registry.certificates
    for code, now in new.items():
        was = old.get(code)
        if not _tells(pairs, now.company):
            continue
        if was is None:
            yield _granted(pairs, now)
            continue
        yield from _moved(pairs, was, now)
        if fields := tuple(field_changes(was.certificate, now.certificate, {"codigo"})):
            yield _of_certificate("datos", pairs.head.registry, now, fields=fields)
        yield from certificate_state(pairs, was, now)
    for code, was in old.items():
        goes_alone = pairs.entry_now("empresas", was.company.id) is not None
        if code not in new and goes_alone and _tells(pairs, was.company):
            yield _of_certificate("certificado_quitado", pairs.base.registry, was)


def _tells(pairs: Pairs, company: Entry[Company]) -> bool:
    return pairs.is_told("empresas", company.id)


def _granted(pairs: Pairs, now: Granted) -> Change:
    renewed = now.certificate.renews
    held = now.certificate
    return _of_certificate(
        "renovacion" if renewed else "certificado",
        pairs.head.registry,
        now,
        before=renewed or "",
        after=held.valid_until.isoformat(),
        since=held.certified_on,
        is_ahead=held.certified_on > pairs.head.day,
    )


def _moved(pairs: Pairs, was: Granted, now: Granted) -> Iterator[Change]:
    heir = pairs.place_now(Place(was.company, was.element))
    place = Place(now.company, now.element)
    same = pairs.id_now("acuerdos", was.adhesion.agreement_id) == now.adhesion.agreement_id
    if heir is None or heir.id != place.id or not same:
        before, after = _where(pairs.base.registry, was), _where(pairs.head.registry, now)
        yield _of_certificate(
            "certificado_movido", pairs.head.registry, now, before=before, after=after
        )


def _where(registry: Registry, held: Granted) -> str:
    agreement = agreement_name(registry, held.adhesion.agreement_id)
    return f"{element_name(held.element)}, de {company_name(held.company.record)} ({agreement})"


def _of_certificate(kind: Kind, registry: Registry, held: Granted, **more: Any) -> Change:
    table: Table = "certificados"
    code, record = held.certificate.code, held.company.record
    return Change(
        kind,
        table,
        code,
        code,
        f"v/{compact(code)}/",
        held.company.path,
        company_name(record),
        element_name(held.element),
        agreement_name(registry, held.adhesion.agreement_id),
        example=record.example,
        **more,
    )
