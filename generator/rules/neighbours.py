"""A few edited companies and seals → the records that a rule may find fault with because of them.

A record that has to do with another one names it: by its id, a RUT or a code. So whatever names
what an edited record names, before or after, is its neighbour, and so on. Agreements and programmes
are read but do not lead on: thousands of records name them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.load import Entry, Loaded
from generator.load.kept import Kept, Shelf, unpacked
from generator.model.company import Company
from generator.model.programme import Programme
from generator.model.seal import Seal

MOST = 100
"""With more neighbours than these, looking at every record is as quick."""

_LEADING = ("empresas", "sellos")


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The paths of the records to be judged anew, and all that is needed to judge them.

    `was` is the same before the edit.
    """

    paths: frozenset[str]
    around: Loaded
    was: Loaded


def neighbours(
    loaded: Loaded, before: Mapping[str, Kept], changed: Iterable[str]
) -> Neighbours | None:
    """Those of the changed files; None where the change is of another kind, or far-reaching."""
    edited = frozenset(changed)
    if not all(_is_ordinary(loaded, before, path) for path in edited):
        return None
    found, names = set(edited), set[str]()
    fresh = [_entry(kept.get(path)) for kept in (before, loaded.kept) for path in edited]
    while new := set().union(*(_names(one) for one in fresh if one)) - names:
        names |= new
        paths = {p for p in _naming(loaded.kept, new) if p.startswith(_FOLDERS)} - found
        found |= paths
        if len(found) > MOST:
            return None
        fresh = [_entry(loaded.kept[path]) for path in paths]
    return _with_surroundings(loaded, found, edited, before)


_FOLDERS = tuple(f"{name}/" for name in _LEADING)


def _is_ordinary(loaded: Loaded, before: Mapping[str, Kept], path: str) -> bool:
    """Whether it is a company or seal, sound then and now, that was and is simply there."""
    old, new = _entry(before.get(path)), _entry(loaded.kept.get(path))
    if new is None or not path.startswith(_FOLDERS) or (old is None and path in before):
        return False
    records = [one.record for one in (old, new) if one]
    if any(one.draft or one.withdrawal for one in records):
        return False
    return len({one.example for one in records}) == 1


def _entry(kept: Kept | None) -> Entry[Any] | None:
    return unpacked(kept.pickled) if kept and kept.is_plain else None


def _names(entry: Entry[Any]) -> Iterator[str]:
    """All by which a company or seal is named, and by which it names others."""
    record = entry.record
    yield entry.id
    yield from record.former_ids
    if isinstance(record, Seal):
        yield from (record.code, *record.certificates, record.holder.company_id)
    elif isinstance(record, Company):
        yield from filter(None, (record.rut, *(one.rut for one in record.former_names)))
        for element in record.elements:
            yield from (former.partition("/")[0] for former in element.former_ids)
            for adhesion in element.adhesions:
                for one in adhesion.certificates:
                    yield from filter(None, (one.code, one.renews))


def _naming(files: Mapping[str, Kept], names: Iterable[str]) -> Iterator[str]:
    """The files whose records hold any of these texts, or refer to an element of such a company.

    A packed record holds its texts as they are, each with its length before it.
    """
    marks = [mark for name in names for mark in (_whole_text(name), f"{name}/".encode())]
    for path, kept in files.items():
        pickled = kept.pickled
        for mark in marks:
            if mark in pickled:
                yield path
                break


def _whole_text(text: str) -> bytes:
    raw = text.encode()
    return bytes([len(raw)]) + raw if len(raw) < 256 else raw


def _with_surroundings(
    loaded: Loaded, paths: set[str], edited: frozenset[str], before: Mapping[str, Kept]
) -> Neighbours:
    """The neighbours with the programmes that name them, and what all of these refer to."""
    entries = {path: unpacked(loaded.kept[path].pickled) for path in paths}
    companies = {one.id for one in entries.values() if isinstance(one.record, Company)}
    programmes = [
        one
        for one in loaded.entries["programas"].values()
        if companies.intersection(_members(one.record))
    ]
    needed = companies.union(*(_members(one.record) for one in programmes))
    agreements = {
        adhesion.agreement_id
        for one in entries.values()
        if isinstance(one.record, Company)
        for element in one.record.elements
        for adhesion in element.adhesions
    }
    kept = {
        **{name: Shelf() for name in loaded.entries},
        "empresas": _some(loaded, "empresas", needed),
        "sellos": _some(loaded, "sellos", (e.id for p, e in entries.items() if p[:2] == "se")),
        "acuerdos": _some(loaded, "acuerdos", agreements),
        "programas": _some(loaded, "programas", (one.id for one in programmes)),
    }
    judged = frozenset(paths.union(one.path for one in programmes))
    around = replace(loaded, entries=kept, problems=(), kept={})
    return Neighbours(judged, around, _as_before(around, edited, before))


def _as_before(around: Loaded, edited: frozenset[str], before: Mapping[str, Kept]) -> Loaded:
    """The same surroundings with the edited records as they were, new ones left out."""
    was = {name: Shelf() for name in _LEADING}
    for name, shelf in was.items():
        for id, one in around.entries[name].items():
            if one.path not in edited:
                shelf.put(id, one)
            elif one.path in before:
                shelf.put(id, unpacked(before[one.path].pickled))
    return replace(around, entries={**around.entries, **was})


def _members(programme: Programme) -> Iterator[str]:
    return (one.company_id for one in programme.participants)


def _some(loaded: Loaded, collection: str, ids: Iterable[str]) -> Shelf:
    every, some = loaded.entries[collection], Shelf()
    for id in sorted(ids):
        if id in every:
            some.put(id, every[id])
    return some
