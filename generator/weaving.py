"""Strands → a file beside the one that stands in the site, unless it would be the same.

Long files pass through a piece at a time: none is ever held whole.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from hashlib import sha256
from typing import BinaryIO, NamedTuple

from generator.strands import Strand

_PIECE = 1 << 16
"""Bytes at once: memory for more would be asked of the system each time."""


class Woven(NamedTuple):
    """What tells a file from any other; `is_new` unless it is as it stands.

    The digest is "" where nobody asks for it.
    """

    size: int
    sha256: str
    is_new: bool


def weave(strands: Iterable[Strand], standing: str, aside: str, *, is_told: bool = True) -> Woven:
    """Write a file `aside` where it is not the one `standing` in the site, if there is one.

    `is_told` asks for its digest.
    """
    with ExitStack() as opened:
        loom = _Loom(standing, aside, opened, is_told)
        for strand in strands:
            loom.take(strand)
        return loom.woven()


class _Loom:
    """As long as all is as it stands, nothing is written."""

    def __init__(self, standing: str, aside: str, opened: ExitStack, is_told: bool) -> None:
        self._aside, self._opened = aside, opened
        self._standing = _opened(standing, opened)
        self._reach = os.fstat(self._standing.fileno()).st_size if self._standing else 0
        self._new: BinaryIO | None = None
        self._size, self._digest = 0, sha256() if is_told else None

    def take(self, strand: Strand) -> None:
        """The next one; IndexError for a stretch that is not there."""
        if isinstance(strand, bytes):
            self._add(strand, is_there=False)
            return
        at = self._reach - strand.before_end
        for piece in self._pieces(at, strand.size):
            self._add(piece, is_there=at == self._size)
            at += len(piece)

    def woven(self) -> Woven:
        """All of it."""
        if self._new is None and (self._standing is None or self._size != self._reach):
            self._part()
        told = self._digest.hexdigest() if self._digest else ""
        return Woven(self._size, told, self._new is not None)

    def _add(self, piece: bytes, *, is_there: bool) -> None:
        if self._new is None and not is_there and self._read(self._size, len(piece)) != piece:
            self._part()
        if self._new is not None:
            self._new.write(piece)
        if self._digest:
            self._digest.update(piece)
        self._size += len(piece)

    def _part(self) -> None:
        """What comes now is not as it stands; all that came before is."""
        self._new = self._opened.enter_context(open(self._aside, "wb"))  # noqa: SIM115
        for piece in self._pieces(0, self._size):
            self._new.write(piece)

    def _pieces(self, at: int, size: int) -> Iterator[bytes]:
        for start in range(at, at + size, _PIECE):
            much = min(_PIECE, at + size - start)
            piece = self._read(start, much) if start >= 0 else b""
            if len(piece) != much:
                raise IndexError("a stretch that the file does not have")
            yield piece

    def _read(self, at: int, size: int) -> bytes:
        return os.pread(self._standing.fileno(), size, at) if self._standing else b""


def _opened(path: str, opened: ExitStack) -> BinaryIO | None:
    try:
        return opened.enter_context(open(path, "rb"))
    except FileNotFoundError:
        return None
