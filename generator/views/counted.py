"""Turns records into how many there are, and how many of them are fictional."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from generator.load import Entry


@dataclass(frozen=True, slots=True)
class Counted:
    """A count; `examples` of it are fictional, which pages say in the same line."""

    count: int = 0
    examples: int = 0


def counted(flags: Iterable[bool]) -> Counted:
    """As many as there are flags; each tells whether its record is fictional."""
    found = list(flags)
    return Counted(len(found), sum(found))


def counted_entries(entries: Iterable[Entry[Any]]) -> Counted:
    """How many records, by their own mark."""
    return counted(bool(one.record.example) for one in entries)
