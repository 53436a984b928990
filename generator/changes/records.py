"""Records of two states → which are new, renamed, withdrawn or gone, and what else says other."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.changes.fields import field_changes
from generator.changes.model import Change, Kind, Table
from generator.changes.pairs import Pairs
from generator.changes.side import PUBLIC, Side
from generator.changes.states import seal_state
from generator.code import compact
from generator.decision.facts import company_name, record_name
from generator.load import Entry
from generator.model.record import Block
from generator.model.seal import Seal
from generator.registry import Tombstone

_LEFT_OUT = frozenset({"elementos", "correcciones", "ids_anteriores", "baja", "codigo", "ejemplo"})
_PRIVATE = "privacidad"


def record_changes(pairs: Pairs) -> Iterator[Change]:
    """What became of every record, and the values of records that differ."""
    yield from _register(pairs)
    for name in PUBLIC:
        for entry in pairs.new(name):
            yield _new(pairs, name, entry)
        for id, was in pairs.base.registry.collection(name).items():
            if pairs.is_told(name, id):
                yield from _became(pairs, name, was)
        for (collection, id), stone in pairs.base.registry.withdrawn.items():
            if collection == name and pairs.is_told(name, id):
                yield from _stone_became(pairs, stone)
    yield from _vocabulary(pairs, "organismos", pairs.base.registry.bodies, pairs.head)
    yield from _vocabulary(pairs, "auditores", pairs.base.registry.auditors, pairs.head)


def removed(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """The changes by which a record or element is no longer shown."""
    gone = ("baja", "oculto", "quitado", "sello_quitado", "elemento_quitado")
    return tuple(one for one in changes if one.kind in gone)


def _new(pairs: Pairs, name: str, entry: Entry[Any]) -> Change:
    if (name, entry.id) in pairs.base.registry.withdrawn:
        return _of_record("vuelve", pairs.head, name, entry)
    if isinstance(entry.record, Seal):
        seal = entry.record
        told = {"since": seal.since, "is_ahead": seal.since > pairs.head.day}
        return _of_record("sello", pairs.head, name, entry, after=seal.until.isoformat(), **told)
    return _of_record("alta", pairs.head, name, entry)


def _became(pairs: Pairs, name: str, was: Entry[Any]) -> Iterator[Change]:
    now = pairs.entry_now(name, was.id)
    if now is None:
        yield _gone(pairs, name, was)
        return
    if now.id != was.id and name != "sellos":
        path, before = _path(name, now), _path(name, was)
        yield _of_record("renombrado", pairs.head, name, now, before=before, after=path)
    if fields := tuple(field_changes(was.record, now.record, _LEFT_OUT)):
        yield _of_record("datos", pairs.head, name, now, fields=fields)
    known = was.record.corrections
    for one in now.record.corrections:
        if one not in known:
            yield _of_record("correccion", pairs.head, name, now, after=one.field)
    if isinstance(was.record, Seal) and was.record.code == now.record.code:
        yield from seal_state(pairs, was, now)


def _gone(pairs: Pairs, name: str, was: Entry[Any]) -> Change:
    id = pairs.id_now(name, was.id)
    stone = pairs.head.registry.withdrawn.get((name, id))
    if stone:
        heir = pairs.heir(name, was.id) if stone.heir else ""
        reason = stone.reason
        found = _of_record("baja", pairs.base, name, was, before=reason, after=heir)
        return found if reason != _PRIVATE else _nameless(found)
    if id in pairs.head.loaded.entries.get(name, {}):
        return _of_record("oculto", pairs.base, name, was)
    kind: Kind = "sello_quitado" if name == "sellos" else "quitado"
    return _of_record(kind, pairs.base, name, was)


def _nameless(change: Change) -> Change:
    """A record that goes for privacy is not named once more."""
    table, path, file = change.table, change.path, change.file
    return Change("baja", table, change.id, change.id, path, file, before=_PRIVATE)


def _stone_became(pairs: Pairs, stone: Tombstone) -> Iterator[Change]:
    """What is still said of a withdrawn record may go too, and its address with it."""
    name, id = stone.collection, pairs.id_now(stone.collection, stone.id)
    head = pairs.head.registry
    if (name, id) not in head.withdrawn and id not in head.collection(name):
        table: Any = name
        path = "" if name == "sellos" else f"{name}/{stone.id}/"
        yield Change("quitado", table, stone.id, stone.id, path, example=stone.example)


def _of_record(kind: Kind, side: Side, name: str, entry: Entry[Any], **more: Any) -> Change:
    table: Any = name
    record, who, title = entry.record, "", record_name(entry)
    id, title = (record.code, record.code) if isinstance(record, Seal) else (entry.id, title)
    if isinstance(record, Seal) and record.holder.company_id in side.registry.companies:
        who = company_name(side.registry.companies[record.holder.company_id].record)
    path, file, example = _path(name, entry), entry.path, record.example
    return Change(kind, table, id, title, path, file, who, example=example, **more)


def _path(name: str, entry: Entry[Any]) -> str:
    if isinstance(entry.record, Seal):
        return f"v/{compact(entry.record.code)}/"
    return f"{name}/{entry.id}/"


# The files that stand alone.


def _register(pairs: Pairs) -> Iterator[Change]:
    file, base, head = "registro.yaml", pairs.base, pairs.head
    if base.is_damaged(file) or head.is_damaged(file):
        return
    if fields := tuple(field_changes(base.settings, head.settings)):
        name = head.settings.name
        yield Change("datos", "registro", "registro", name, "", file, fields=fields)


def _vocabulary(
    pairs: Pairs, table: Table, old: Mapping[str, Block], head: Side
) -> Iterator[Change]:
    file = f"vocabulario/{table}.yaml"
    if pairs.base.is_damaged(file) or head.is_damaged(file):
        return
    new: Mapping[str, Any] = (
        head.registry.bodies if table == "organismos" else head.registry.auditors
    )
    for id, one in new.items():
        if id not in old:
            yield Change("alta", table, id, one.name, "", file)
        elif fields := tuple(field_changes(old[id], one)):
            yield Change("datos", table, id, one.name, "", file, fields=fields)
    for id, gone in old.items():
        if id not in new:
            yield Change("quitado", table, id, str(getattr(gone, "name", id)), "", file)
