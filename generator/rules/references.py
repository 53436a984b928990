"""References from one record to another: to one that is there, no draft, and as fictional."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from generator.load import Entry, is_lost
from generator.problem import Finding, KeyPath, Spot
from generator.rules.here import Here, each
from generator.rules.index import Index

UNKNOWN = {"acuerdos": "APL220", "empresas": "APL221"}
_UNKNOWN_HEIR = "APL226"


class Reference(NamedTuple):
    """A place in `source`, by `keys` below `here`, that names the record `id` of a collection."""

    source: Entry[Any]
    here: Here
    keys: KeyPath
    collection: str
    id: str

    @property
    def spot(self) -> Spot:
        """The place."""
        return self.here.spot(*self.keys)

    @property
    def is_to_itself(self) -> bool:
        """Whether a record of this collection names itself."""
        return self.id == self.source.id and self.source.record.collection == self.collection


def references(index: Index) -> tuple[Reference, ...]:
    """Every reference from one record to another but those to codes and elements."""
    return index.remembered("references", lambda: tuple(_references(index)))


def _references(index: Index) -> Iterator[Reference]:
    for entry in index.agreements:
        if entry.record.previous_id:
            id, here = entry.record.previous_id, Here(entry.path)
            yield Reference(entry, here, ("acuerdo_anterior",), "acuerdos", id)
    for of in index.adhesions:
        id = of.adhesion.agreement_id
        yield Reference(of.of.company, of.here, ("acuerdo",), "acuerdos", id)
    for seal in index.seals:
        id, here = seal.record.holder.company_id, Here(seal.path)
        yield Reference(seal, here, ("titular", "empresa"), "empresas", id)
    for programme in index.programmes:
        members = programme.record.participants
        for member, here in each(members, Here(programme.path), "participantes"):
            yield Reference(programme, here, ("empresa",), "empresas", member.company_id)
    yield from _heirs(index)


def _heirs(index: Index) -> Iterator[Reference]:
    for collection, entry in index.records():
        gone = entry.record.withdrawal
        if gone and gone.heir and gone.reason == "fusion":
            yield Reference(entry, Here(entry.path), ("baja", "en"), collection, gone.heir)


def reference_leads_to_a_record(index: Index) -> Iterator[Finding]:
    """What a record names exists, under that id, and is no draft."""
    for ref in references(index):
        if index.is_excused(ref.id) or ref.is_to_itself:
            continue
        target = index.find(ref.collection, ref.id)
        if target is None:
            yield _missing(index, ref)
        elif target.record.draft is True:
            yield Finding(ref.spot, "APL227", {"id": ref.id})


def _missing(index: Index, ref: Reference) -> Finding:
    if today := index.former(ref.collection).get(ref.id):
        return Finding(ref.spot, "APL229", {"id": ref.id, "suggestion": today})
    is_heir = ref.keys[:1] == ("baja",)
    code = _UNKNOWN_HEIR if is_heir else UNKNOWN[ref.collection]
    params: dict[str, object] = {"id": ref.id, "collection": ref.collection}
    if close := index.closest(ref.collection, ref.id):
        params["suggestion"] = close
    return Finding(ref.spot, code, params)


def reference_leads_to_a_living_record(index: Index) -> Iterator[Finding]:
    """What a record names has not been withdrawn, unless it has been withdrawn itself."""
    for ref in references(index):
        target = index.resolve(ref.collection, ref.id)
        if target is None or ref.is_to_itself or ref.source.record.withdrawal is not None:
            continue
        gone = target.record.withdrawal
        if gone:
            params: dict[str, object] = {"id": ref.id}
            if gone.reason == "fusion" and gone.heir:
                params["suggestion"] = gone.heir
            yield Finding(ref.spot, "APL228", params)


def heir_is_not_withdrawn_for_good(index: Index) -> Iterator[Finding]:
    """A merged record leads to one that still says something."""
    for ref in _heirs(index):
        target = index.resolve(ref.collection, ref.id)
        gone = target.record.withdrawal if target else None
        if gone and gone.reason != "fusion" and not is_lost(gone.reason):
            yield Finding(ref.spot, "APL246", {"id": ref.id})


def examples_keep_to_themselves(index: Index) -> Iterator[Finding]:
    """An example refers to examples only, and no real record refers to one."""
    for ref in references(index):
        target = index.resolve(ref.collection, ref.id)
        if target is None or ref.is_to_itself:
            continue
        if ref.source.record.example is True and target.record.example is False:
            yield Finding(ref.spot, "APL230", {"id": ref.id})
        if ref.source.record.example is False and target.record.example is True:
            yield Finding(ref.spot, "APL231", {"id": ref.id})


RULES = (
    reference_leads_to_a_record,
    reference_leads_to_a_living_record,
    heir_is_not_withdrawn_for_good,
    examples_keep_to_themselves,
)
