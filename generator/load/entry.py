"""What loading yields: records with their file, and what had to be left out of damaged ones."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from generator.model import AuditFirms, PublicBodies, Register
from generator.problem import KeyPath, Problem

R = TypeVar("R", bound=BaseModel, covariant=True)


@dataclass(frozen=True, slots=True)
class Entry(Generic[R]):
    """A record with its id and its file's path in the registry.

    A damaged file yields the record without its faulty parts, so that the rest is checked too.
    `kept` gives, for each list that lost items, the places its items have in the file; `damaged`
    and `bereft` name the blocks (as they stand in the record) that lost a value, or a block.
    """

    id: str
    path: str
    record: R
    kept: Mapping[KeyPath, tuple[int, ...]] = field(default_factory=dict)
    damaged: frozenset[KeyPath] = frozenset()
    bereft: frozenset[KeyPath] = frozenset()

    def in_file(self, keys: KeyPath) -> KeyPath:
        """Where `keys` of the record stand in the file."""
        if not self.kept:
            return keys
        found: list[Any] = []
        for depth, step in enumerate(keys):
            places = self.kept.get(keys[:depth]) if isinstance(step, int) else None
            found.append(places[step] if places and isinstance(step, int) else step)
        return tuple(found)

    def doubtful(self, keys: KeyPath) -> bool:
        """Whether what a rule says of `keys` may only echo a fault of form already reported."""
        if not (self.damaged or self.bereft):
            return False
        blocks = [keys[:n] for n in range(len(keys), -1, -1) if _may_be_block(keys, n)]
        near = blocks[:3]
        return any(b in self.damaged or b in self.bereft for b in near[:2]) or any(
            b in self.bereft for b in near
        )


def _may_be_block(keys: KeyPath, length: int) -> bool:
    """A prefix is a block, not a list, unless an index follows it."""
    return length == len(keys) or not isinstance(keys[length], int)


@dataclass(frozen=True, slots=True)
class Loaded:
    """All that could be read of a registry, and every fault of form in it.

    `entries` maps collection → id → record. `lost` holds every text that stood in what could not
    be read: a reference to one of these is not reported, for its cause already is.
    """

    entries: Mapping[str, Mapping[str, Entry[Any]]]
    register: Entry[Register] | None
    bodies: Entry[PublicBodies] | None
    auditors: Entry[AuditFirms] | None
    problems: tuple[Problem, ...]
    lost: frozenset[str]
