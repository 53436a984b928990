"""Contents of files, compressed piece by piece → a zip file of them, glued together.

Pieces of deflate that end on a whole byte make one stream when they follow each other (RFC 1951),
so a file of which one part has changed need not be compressed whole. `zipfile` cannot take them.
"""

import struct
import zlib
from collections.abc import Mapping, Sequence
from functools import cache, reduce
from typing import NamedTuple

_LAST = b"\x03\x00"
"""An empty block that ends a stream."""

_DEFLATED = 8
_DAY = 0x21  # 1 January 1980, midnight: the first moment that the format knows
_VERSION = 20
_POLYNOMIAL = 0xEDB88320
_ONE = 1 << 31
"""The polynomial 1: the highest bit is the lowest power."""


class Piece(NamedTuple):
    """A part of a file, compressed; the checksum and the length of what it was."""

    deflated: bytes
    crc: int
    size: int


def piece(content: bytes, level: int) -> Piece:
    """A part that can stand before, between or after any others."""
    packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    deflated = packer.compress(content) + packer.flush(zlib.Z_FULL_FLUSH)
    return Piece(deflated, zlib.crc32(content), len(content))


def archive(files: Mapping[str, Sequence[Piece]]) -> bytes:
    """The zip file of these files, by name; the same give the same bytes."""
    held, directory, at = [], [], 0
    for name, pieces in files.items():
        about = _about(name, pieces)
        head = struct.pack("<L", 0x04034B50) + about + name.encode()
        entry = [head, *(one.deflated for one in pieces), _LAST]
        held += entry
        directory += [
            struct.pack("<LH", 0x02014B50, _VERSION) + about,
            struct.pack("<HHHLL", 0, 0, 0, 0, at) + name.encode(),
        ]
        at += sum(map(len, entry))
    much, many = sum(map(len, directory)), len(files)
    end = struct.pack("<LHHHHLLH", 0x06054B50, 0, 0, many, many, much, at, 0)
    return b"".join((*held, *directory, end))


def _about(name: str, pieces: Sequence[Piece]) -> bytes:
    """What is said of a file both before its content and in the directory."""
    deflated = sum(len(one.deflated) for one in pieces) + len(_LAST)
    size = sum(one.size for one in pieces)
    crc = reduce(_joined, pieces, 0)
    long = len(name.encode())
    return struct.pack("<HHHHHLLLHH", _VERSION, 0, _DEFLATED, 0, _DAY, crc, deflated, size, long, 0)


# The checksum of what follows each other: it is a remainder, which each further byte multiplies.


def _joined(crc: int, after: Piece) -> int:
    return _product(_power(after.size), crc) ^ after.crc


def _power(size: int) -> int:
    """What so many bytes multiply a checksum by: the polynomial x to the power of their bits."""
    found, bits, square = _ONE, size, _ONE >> 8
    while bits:
        if bits & 1:
            found = _product(square, found)
        square = _squared(square)
        bits >>= 1
    return found


@cache
def _squared(one: int) -> int:
    return _product(one, one)


def _product(one: int, other: int) -> int:
    """Of two polynomials over two elements, what remains after division by that of CRC-32."""
    found = 0
    while one:
        if one & _ONE:
            found ^= other
        one = one << 1 & 0xFFFFFFFF
        other = other >> 1 ^ _POLYNOMIAL if other & 1 else other >> 1
    return found
