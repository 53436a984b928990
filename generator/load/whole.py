"""A registry's folder → its records by collection and id, and every fault of form in them."""

import os
import stat
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator import folding
from generator.load.entry import Entry
from generator.load.files import listing
from generator.load.kept import Kept, Shelf
from generator.load.loaded import Loaded
from generator.load.reading import NOTHING, Reading, bytes_of, readings
from generator.load.records import Read, words
from generator.model import COLLECTIONS
from generator.problem import Place, Problem

_YAML_NAMES = (".yaml", ".yml")


def load(root: Path, before: Mapping[str, Kept] = NOTHING, *, keep: bool = False) -> Loaded:
    """Read every record file below `root`; faults are returned, all of them, never raised.

    What was kept of files `before` is not read again where they are the same. With `keep` the
    result holds what spares the next run from reading.
    """
    found = listing(root)
    given = readings(root, found.files, before, keep=keep)
    marked = [one.whole() for one in given if not one.is_plain]
    problems = [*found.problems, *(p for one in marked for p in one.problems), *_clashes(given)]
    entries, set_aside = _by_id(given)
    single = {one.file.path: one.whole().entry for one in given if _stands_alone(one)}
    unread = {one.file.path for one in marked if one.entry is None}
    return Loaded(
        entries=entries,
        register=single.get("registro.yaml"),
        bodies=single.get("vocabulario/organismos.yaml"),
        auditors=single.get("vocabulario/auditores.yaml"),
        problems=tuple(problems),
        lost=frozenset().union(*(one.lost for one in marked), _stray_words(root, found.strays)),
        set_aside=set_aside,
        unread=frozenset(unread.union(found.strays)),
        kept={one.file.path: one.kept for one in given if one.kept},
    )


def _stands_alone(one: Reading) -> bool:
    return not one.file.collection and (one.is_plain or one.whole().is_sound)


def _by_id(
    given: list[Reading],
) -> tuple[dict[str, Shelf], dict[str, tuple[Entry[Any], ...]]]:
    """Sound records by collection and id; apart, damaged ones and further ones of the same id."""
    entries = {name: Shelf() for name in COLLECTIONS}
    set_aside: dict[str, list[Entry[Any]]] = defaultdict(list)
    for one in given:
        known = entries.get(one.file.collection)
        if known is not None and one.is_plain and one.file.id not in known:
            known.put(one.file.id, one.entry)
        elif known is not None or not one.is_plain:
            _put_aside(one.whole(), known, set_aside)
    return entries, {name: tuple(found) for name, found in set_aside.items()}


def _put_aside(one: Read, known: Shelf | None, set_aside: dict[str, list[Entry[Any]]]) -> None:
    """A sound record with something to remark is one of all; what is damaged or a twin is not."""
    if one.entry is None:
        return
    if not one.is_sound or (known is not None and one.file.id in known):
        set_aside[one.file.collection or one.file.path].append(one.entry)
    elif known is not None:
        known.put(one.file.id, one.entry)


def _clashes(given: list[Reading]) -> Iterator[Problem]:
    """An id in two sub-folders is a fault at both, of whatever their files hold."""
    paths: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in given:
        if one.file.collection:
            paths[one.file.collection, one.file.id].append(one.file.path)
    for (_, id_), twins in paths.items():
        for path in twins if len(twins) > 1 else ():
            other = ", ".join(twin for twin in twins if twin != path)
            yield Problem(Place(path), "APL019", {"id": id_, "other": other})


def _stray_words(root: Path, strays: Sequence[str]) -> Iterator[str]:
    """The ids and words of files that nobody reads, such as a record that ends in `.yml`."""
    for path in strays:
        name = path.rsplit("/", 1)[-1]
        yield folding.slug(name.rsplit(".", 1)[0])
        try:
            is_record = stat.S_ISREG(os.lstat(root / path).st_mode)
        except OSError:
            is_record = False
        if is_record and name.lower().endswith(_YAML_NAMES):
            raw = bytes_of(f"{root}/{path}")
            yield from words(raw) if isinstance(raw, bytes) else ()
