"""Findings → what loading found, with `LOST` for each value that took part in a contradiction.

Of two values that clash, one is wrong and nobody knows which. Whatever else does not fit with
either follows from that, so to the rules that come later both are as good as unread.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel, RootModel

from generator.load import LOST, Entry, Loaded
from generator.problem import Finding, Key, KeyPath

Entries = tuple[Entry[Any], ...]


def without_doubtful(loaded: Loaded, findings: Iterable[Finding]) -> Loaded:
    """`loaded` itself where no finding doubts a value; else with the doubtful records set aside."""
    doubts: dict[str, set[KeyPath]] = defaultdict(set)
    for finding in findings:
        for spot in finding.doubts:
            doubts[spot.path].add(spot.keys)
    if not doubts:
        return loaded
    lost: set[str] = set(loaded.lost)
    sound, set_aside = {}, dict(loaded.set_aside)
    for name, entries in loaded.entries.items():
        sound[name] = {id: one for id, one in entries.items() if one.path not in doubts}
        damaged = tuple(
            _doubted(one, doubts, lost) for one in entries.values() if one.path in doubts
        )
        set_aside[name] = (*damaged, *_all_doubted(set_aside.get(name, ()), doubts, lost))
    set_aside |= _single_files(loaded, doubts, lost)
    return replace(loaded, entries=sound, set_aside=set_aside, lost=frozenset(lost))


def _all_doubted(entries: Entries, doubts: Mapping[str, set[KeyPath]], lost: set[str]) -> Entries:
    return tuple(_doubted(one, doubts, lost) if one.path in doubts else one for one in entries)


def _single_files(
    loaded: Loaded, doubts: Mapping[str, set[KeyPath]], lost: set[str]
) -> Iterator[tuple[str, Entries]]:
    """The doubtful files that stand alone, by their path."""
    for entry in (loaded.register, loaded.bodies, loaded.auditors):
        if entry and entry.path in doubts:
            found = loaded.set_aside.get(entry.path, (entry,))
            yield entry.path, _all_doubted(found, doubts, lost)
    for path, entries in loaded.set_aside.items():
        if path in doubts:
            yield path, _all_doubted(entries, doubts, lost)


def _doubted(entry: Entry[Any], doubts: Mapping[str, set[KeyPath]], lost: set[str]) -> Entry[Any]:
    return replace(entry, record=_without(entry.record, doubts[entry.path], lost))


def _without(value: Any, paths: Iterable[KeyPath], lost: set[str]) -> Any:
    """A value with `LOST` at each of `paths`; a text that goes is noted in `lost`."""
    below: dict[Key, list[KeyPath]] = defaultdict(list)
    for path in paths:
        if not path:
            if isinstance(value, str):
                lost.add(value)
            return LOST
        below[path[0]].append(path[1:])
    if isinstance(value, tuple):
        return tuple(
            _without(item, below[n], lost) if n in below else item for n, item in enumerate(value)
        )
    if isinstance(value, RootModel):
        return type(value).model_construct(_without(value.root, paths, lost))
    return _block_without(value, below, lost) if isinstance(value, BaseModel) else value


def _block_without(block: BaseModel, below: Mapping[Key, list[KeyPath]], lost: set[str]) -> Any:
    changes = {
        name: _without(getattr(block, name), below[info.alias or name], lost)
        for name, info in type(block).model_fields.items()
        if (info.alias or name) in below
    }
    return block.model_copy(update=changes)
