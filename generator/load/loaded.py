"""What loading yields: records with their file, and what stood in files that could not be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.load.entry import Entry
from generator.load.kept import Kept
from generator.model import AuditFirms, PublicBodies, Register
from generator.problem import Problem


@dataclass(frozen=True, slots=True)
class Loaded:
    """All that could be read of a registry, and every fault of form in it.

    `entries` maps collection → id → record, sound ones only, as do `register`, `bodies` and
    `auditors`. `set_aside` maps a collection (or a single file's path) to records that the rules
    alone may read: damaged ones, with `LOST` in the place of what is faulty, and further ones of
    an id already taken. `lost` holds every text that stood in what could not be read: a reference
    to one of these is not reported, for its cause already is. `unread` are the paths of files of
    which nothing could be read. `kept` is what spares the next run from reading files again.
    """

    entries: Mapping[str, Mapping[str, Entry[Any]]]
    register: Entry[Register] | None
    bodies: Entry[PublicBodies] | None
    auditors: Entry[AuditFirms] | None
    problems: tuple[Problem, ...]
    lost: frozenset[str]
    set_aside: Mapping[str, tuple[Entry[Any], ...]] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    kept: Mapping[str, Kept] = field(default_factory=dict, compare=False, repr=False)
