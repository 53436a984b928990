"""What was read of a file before → the same again, as long as its bytes are the same.

A file whose size, times, inode and mode are those of before is not even opened, unless it had
changed so late that a later change might bear the same time: then its bytes are compared.
"""

import os
import pickle
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any, NamedTuple

from generator.file_states import is_fresh, state
from generator.load.entry import Entry


class Kept(NamedTuple):
    """One file as it was read.

    `state` is what the folder said of it, "" where that does not tell it from a later one; `digest`
    is that of its bytes. `is_plain` says that it holds a sound record and nothing to remark; then
    `pickled` is the record's entry, else all that reading gave.
    """

    state: str
    digest: bytes
    is_plain: bool
    pickled: bytes


def state_of(path: str, began: int) -> str:
    """What the folder says of a file; "" if it may still change at the same time, or is away."""
    try:
        found = os.lstat(path)
    except OSError:
        return ""
    return "" if is_fresh(found, began) else state(found)


def digest_of(raw: bytes) -> bytes:
    """What tells these bytes from any others."""
    return sha256(raw).digest()


def packed(value: object) -> bytes:
    """A value as bytes; none where it cannot be kept, so that it is read again each time."""
    try:
        return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    except (pickle.PicklingError, AttributeError, TypeError):
        return b""


def unpacked(pickled: bytes) -> Any:
    """The value again."""
    return pickle.loads(pickled)


class Shelf(Mapping[str, Entry[Any]]):
    """Entries by id, each unpacked when somebody first asks for it."""

    def __init__(self) -> None:
        self._held: dict[str, Entry[Any] | bytes] = {}

    def put(self, id: str, entry: Entry[Any] | bytes) -> None:
        """Hold an entry, packed or not."""
        self._held[id] = entry

    def __getitem__(self, id: str) -> Entry[Any]:
        found = self._held[id]
        if isinstance(found, bytes):
            found = self._held[id] = unpacked(found)
        return found

    def __contains__(self, id: object) -> bool:
        return id in self._held

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)
