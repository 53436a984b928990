"""Rows of a table → JSON: a line each, or a feature each with its point on the map."""

from collections.abc import Iterable, Sequence

from generator.exports.cells import encoded
from generator.exports.columns import Row

POINT = ("ubicacion_lon", "ubicacion_lat")
"""The columns that hold a longitude and a latitude."""


class Lines:
    """Each row as a JSON object on a line of its own, closed by the end of it."""

    def __init__(self, header: Sequence[str]) -> None:
        self._header = header

    def lines(self, rows: Iterable[Row]) -> str:
        """Rows as they stand in an NDJSON file."""
        names = self._header
        return "".join(f"{encoded(dict(zip(names, row, strict=True)))}\n" for row in rows)


class Features(Lines):
    """Each row as a feature (RFC 7946); one of which no point is published has no geometry.

    Its first `keys` columns name it.
    """

    def __init__(self, header: Sequence[str], keys: int) -> None:
        super().__init__(header)
        self._keys = keys
        self._longitude, self._latitude = map(header.index, POINT)

    def lines(self, rows: Iterable[Row]) -> str:
        """Features, one a line."""
        return "".join(f"{encoded(self._feature(row))}\n" for row in rows)

    def _feature(self, row: Row) -> dict[str, object]:
        where = [row[self._longitude], row[self._latitude]]
        return {
            "type": "Feature",
            "id": "/".join(map(str, row[: self._keys])),
            "geometry": None if None in where else {"type": "Point", "coordinates": where},
            "properties": dict(zip(self._header, row, strict=True)),
        }


def ndjson(lines: Iterable[bytes]) -> bytes:
    """The file of all lines."""
    return b"".join(lines)


def listed(lines: Iterable[bytes]) -> bytes:
    """The lines as the items of a JSON list, a line each."""
    return b"".join(lines).removesuffix(b"\n").replace(b"\n", b",\n")


def geojson(lines: Iterable[bytes]) -> bytes:
    """The file of all features."""
    return b'{"type":"FeatureCollection","features":[\n%b\n]}\n' % listed(lines)
