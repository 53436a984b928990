"""Record files → what each of them gave, read now by all processors or kept from before."""

import os
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.load.entry import Entry
from generator.load.files import RecordFile
from generator.load.kept import Kept, digest_of, packed, state_of, unpacked
from generator.load.records import Read, read
from generator.load.text import LARGEST
from generator.turns import take_turns

NOTHING: Mapping[str, Kept] = {}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file gave: here, or packed; `kept` is None where nobody asked to keep it."""

    file: RecordFile
    kept: Kept | None
    here: Read | None

    @property
    def is_plain(self) -> bool:
        """Whether it is a sound record with nothing to remark."""
        return self.kept.is_plain if self.kept else _is_plain(self.here)

    @property
    def entry(self) -> Entry | bytes:  # type: ignore[type-arg]
        """The entry of a plain one, packed where nobody has unpacked it."""
        if self.here and self.here.entry:
            return self.here.entry
        return self.kept.pickled if self.kept else b""

    def whole(self) -> Read:
        """All that reading gave."""
        if self.here:
            return self.here
        assert self.kept is not None
        value = unpacked(self.kept.pickled)
        return Read(self.file, (), value, is_sound=True) if self.kept.is_plain else value


def _is_plain(given: Read | None) -> bool:
    return bool(given and given.is_sound and not given.problems and not given.lost)


def readings(
    root: Path, files: Sequence[RecordFile], before: Mapping[str, Kept] = NOTHING, *, keep: bool
) -> list[Reading]:
    """What each file gave, in the order given.

    A file that is what it was `before` is not read again. With `keep` all of them can be kept.
    """
    desk = _Desk(root, before, keep)
    found = {n: one for n, file in enumerate(files) if (one := desk.known(file))}
    rest = tuple((n, file) for n, file in enumerate(files) if n not in found)
    for part in take_turns(rest, desk.work):
        found |= {n: Reading(files[n], kept, here) for n, kept, here in part}
    return [_arrived(root, found[n]) for n in range(len(files))]


def _arrived(root: Path, one: Reading) -> Reading:
    """What could not travel from another process is read again in this one."""
    if one.here or (one.kept and one.kept.pickled):
        return one
    return Reading(one.file, one.kept, read(one.file, bytes_of(f"{root}/{one.file.path}")))


class _Desk:
    """Where files are read: in the process that asked, or in one that helps it."""

    def __init__(self, root: Path, before: Mapping[str, Kept], keep: bool) -> None:
        self.root, self.before, self.keep = root, before, keep
        self.home, self.began = os.getpid(), time.time_ns()

    def work(
        self, turns: Iterator[tuple[int, RecordFile]]
    ) -> list[tuple[int, Kept | None, Read | None]]:
        """By their number: what is known of a file already need not travel."""
        return [(n, one.kept, one.here) for n, file in turns if (one := self.reading(file))]

    def known(self, file: RecordFile) -> Reading | None:
        """What the file gave before, if its state alone tells that it is the same."""
        before = self.before.get(file.path)
        if not (self.keep and before and before.state and before.pickled):
            return None
        state = state_of(f"{self.root}/{file.path}", self.began)
        return Reading(file, before, None) if before.state == state else None

    def reading(self, file: RecordFile) -> Reading:
        path, before = f"{self.root}/{file.path}", self.before.get(file.path)
        state = state_of(path, self.began) if self.keep else ""
        raw = bytes_of(path)
        if before and before.pickled and isinstance(raw, bytes) and before.digest == digest_of(raw):
            return Reading(file, before._replace(state=state), None)
        given = read(file, raw)
        is_home = os.getpid() == self.home
        if is_home and not self.keep:
            return Reading(file, None, given)
        kept = _kept(given, raw, state)
        return Reading(file, kept, given if is_home else None)


def _kept(given: Read, raw: bytes | str, state: str) -> Kept:
    if isinstance(raw, str):  # it could not be read: nothing tells when it can
        return Kept("", b"", False, b"")
    plain = _is_plain(given)
    pickled = packed(given.entry if plain else given)
    return Kept(state, digest_of(raw), plain and bool(pickled), pickled)


def bytes_of(path: str) -> bytes | str:
    """The file's bytes (one more than allowed at most), or why it cannot be read."""
    try:
        with open(path, "rb", buffering=0) as stream:
            size = os.fstat(stream.fileno()).st_size
            # A buffer for the largest file would cost more than reading the usual one.
            return stream.read(min(size, LARGEST) + 1)
    except OSError as error:
        return error.strerror or type(error).__name__
