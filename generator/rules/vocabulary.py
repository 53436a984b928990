"""The registry's own lists: public bodies and audit firms, and the references to them."""

import re
from collections.abc import Iterator
from typing import Any

from generator import rut
from generator.load import is_lost
from generator.model.fields import ID_PATTERN
from generator.problem import Finding, KeyPath
from generator.rules.circles import circles
from generator.rules.here import Here
from generator.rules.index import Index
from generator.rules.repeats import repeated

BODIES = "vocabulario/organismos.yaml"
AUDITORS = "vocabulario/auditores.yaml"


def _listed(index: Index, path: str) -> list[tuple[Any, Here]]:
    """The readable entries of a list, with their places; none where there is no such file."""
    entry = index.single(path)
    items = entry.record.root if entry else ()
    return [(one, Here(path, (n,))) for n, one in enumerate(items) if not is_lost(one)]


def ids_of_lists_differ(index: Index) -> Iterator[Finding]:
    """An id stands for one public body, or for one firm."""
    for path in (BODIES, AUDITORS):
        uses = ((one.id, here) for one, here in _listed(index, path))
        yield from repeated(uses, "id", "APL208", is_referred_to=True)


def named_body_is_listed(index: Index) -> Iterator[Finding]:
    """Every body that an agreement or a predecessor names stands in the list."""
    named: list[Named] = [
        (id, Here(entry.path), ("organismos", number))
        for entry in index.agreements
        for number, id in enumerate(entry.record.bodies)
    ]
    named += [
        (one.successor_id, here, ("sucesor",))
        for one, here in _listed(index, BODIES)
        if one.successor_id is not None
    ]
    yield from _unlisted(index, BODIES, named, "APL224")


Named = tuple[str, Here, KeyPath]
"""An id, the block that it stands in, and its keys there."""


def _unlisted(index: Index, path: str, named: list[Named], code: str) -> Iterator[Finding]:
    """The ids that a list lacks, where it is known to its last entry."""
    if not index.is_whole(path):
        return
    known = {one.id for one, _ in _listed(index, path)}
    for id, here, keys in named:
        if id in known or index.is_excused(id) or not re.fullmatch(ID_PATTERN, id):
            continue
        params: dict[str, object] = {"id": id}
        if close := index.closest_of(id, sorted(known)):
            params["suggestion"] = close
        yield Finding(here.spot(*keys), code, params)


def named_auditor_is_listed(index: Index) -> Iterator[Finding]:
    """An `auditor` with the form of an id stands in the list; any other text names a firm."""
    named: list[Named] = [
        (audit.auditor, here, ("auditor",)) for _, audit, here in index.audits if audit.auditor
    ]
    yield from _unlisted(index, AUDITORS, named, "APL225")  # a text without that form is no id


def successions_end_somewhere(index: Index) -> Iterator[Finding]:
    """No body follows itself."""
    places = {one.id: here for one, here in _listed(index, BODIES) if not is_lost(one.id)}
    following = {
        one.id: None if is_lost(one.successor_id) else one.successor_id
        for one, _ in _listed(index, BODIES)
        if not is_lost(one.id)
    }
    for id, circle in circles(following):
        code = "APL541" if following[id] == id else "APL540"
        yield Finding(places[id].spot("sucesor"), code, {"circle": circle})


def auditors_are_firms(index: Index) -> Iterator[Finding]:
    """An auditor with a natural person's RUT is a person, whom this register does not record."""
    for one, here in _listed(index, AUDITORS):
        if one.rut and rut.is_natural(one.rut):
            yield Finding(here.spot("rut"), "APL542", {"value": one.rut})


def auditors_ruts_differ(index: Index) -> Iterator[Finding]:
    """No two firms share a RUT."""
    uses = ((one.rut, here) for one, here in _listed(index, AUDITORS))
    yield from repeated(uses, "rut", "APL543")


RULES = (
    ids_of_lists_differ,
    named_body_is_listed,
    named_auditor_is_listed,
    successions_end_somewhere,
    auditors_are_firms,
    auditors_ruts_differ,
)
