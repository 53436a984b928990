"""A tree with faults → the same without its faulty parts, so that the rest can still be checked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator import code
from generator.problem import KeyPath


@dataclass(slots=True)
class Salvaged:
    """A record without its faulty parts (None where nothing is left), and what was left out."""

    record: BaseModel | None
    kept: dict[KeyPath, tuple[int, ...]] = field(default_factory=dict)
    damaged: frozenset[KeyPath] = frozenset()
    bereft: frozenset[KeyPath] = frozenset()
    lost: frozenset[str] = frozenset()


def salvage(
    model: type[BaseModel], data: Any, errors: list[ErrorDetails], broken: Iterable[KeyPath]
) -> Salvaged:
    """Leave out faulty values, and blocks that cannot do without them, until the rest is sound."""
    dead: set[KeyPath] = set(broken)
    kept: dict[KeyPath, tuple[int, ...]] = {}
    while True:
        dead |= {_original(_culprit(error), kept) for error in errors}
        if () in dead:
            return Salvaged(None, lost=frozenset(texts(data)))
        kept = {}
        rest = _without(data, dead, (), (), kept)
        try:
            record = model.model_validate(rest)
        except ValidationError as error:
            errors = error.errors(include_url=False)
        else:
            return _salvaged(record, data, dead, kept)


def _culprit(error: ErrorDetails) -> KeyPath:
    """What has to go: the value, or the whole block that lacks a key."""
    at = tuple(error["loc"])
    return at[:-1] if error["type"] == "missing" else at


def _original(path: KeyPath, kept: dict[KeyPath, tuple[int, ...]]) -> KeyPath:
    found: list[Any] = []
    for depth, step in enumerate(path):
        places = kept.get(path[:depth]) if isinstance(step, int) else None
        found.append(places[step] if places and isinstance(step, int) else step)
    return tuple(found)


def _without(
    value: Any,
    dead: set[KeyPath],
    old: KeyPath,
    new: KeyPath,
    kept: dict[KeyPath, tuple[int, ...]],
) -> Any:
    if isinstance(value, dict):
        return {
            k: _without(v, dead, (*old, k), (*new, k), kept)
            for k, v in value.items()
            if (*old, k) not in dead
        }
    if isinstance(value, list):
        alive = [i for i in range(len(value)) if (*old, i) not in dead]
        if len(alive) < len(value):
            kept[new] = tuple(alive)
        return [_without(value[i], dead, (*old, i), (*new, n), kept) for n, i in enumerate(alive)]
    return value


def _salvaged(
    record: BaseModel, data: Any, dead: set[KeyPath], kept: dict[KeyPath, tuple[int, ...]]
) -> Salvaged:
    renumbered = {_renumbered(path, kept) for path in dead if _at(data, path) is not None}
    blocks = {p for p in dead if isinstance(_at(data, p), dict | list)}
    lost = frozenset(text for path in dead for text in texts(_at(data, path)))
    return Salvaged(
        record,
        kept,
        damaged=frozenset(_owner(p) for p in renumbered if p is not None),
        bereft=frozenset(
            _owner(p) for p in (_renumbered(b, kept) for b in blocks) if p is not None
        ),
        lost=lost,
    )


def _renumbered(path: KeyPath, kept: dict[KeyPath, tuple[int, ...]]) -> KeyPath | None:
    """The path of a dead value with its ancestors counted as in the record; None inside others."""
    found: list[Any] = []
    for step in path[:-1]:
        places = kept.get(tuple(found)) if isinstance(step, int) else None
        if places is not None and step not in places:
            return None
        found.append(places.index(step) if places is not None and isinstance(step, int) else step)
    return (*found, path[-1])


def _owner(path: KeyPath) -> KeyPath:
    """The block that the value at `path` belongs to."""
    owner = path[:-1]
    return owner[:-1] if path and isinstance(path[-1], int) and owner else owner


def _at(data: Any, path: KeyPath) -> Any:
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def texts(value: Any) -> Iterator[str]:
    """Every text in a tree, codes in their canonical writing too."""
    if isinstance(value, dict):
        for member in value.values():
            yield from texts(member)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)
    elif isinstance(value, str):
        yield value
        if len(value) < 20 and code.is_valid(value):
            yield code.display(value)
