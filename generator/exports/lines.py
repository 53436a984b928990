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

    def lines(self, rows: Iterable[Row]) -> list[str]:
        """Rows as they stand in an NDJSON file."""
        names = self._header
        return [f"{encoded(dict(zip(names, row, strict=True)))}\n" for row in rows]


class Features:
    """Each row as a feature (RFC 7946); one of which no point is published has no geometry.

    Its first `keys` columns name it.
    """

    def __init__(self, header: Sequence[str], keys: int) -> None:
        self._keys = keys
        self._longitude, self._latitude = map(header.index, POINT)

    def lines(self, rows: Iterable[Row], objects: Iterable[str]) -> list[str]:
        """Features, one a line, given each row also as a line of JSON."""
        return [self._feature(row, one) for row, one in zip(rows, objects, strict=True)]

    def _feature(self, row: Row, properties: str) -> str:
        where = [row[self._longitude], row[self._latitude]]
        point = None if None in where else {"type": "Point", "coordinates": where}
        id = "/".join(map(str, row[: self._keys]))
        head = encoded({"type": "Feature", "id": id, "geometry": point})
        return f'{head[:-1]},"properties":{properties[:-1]}}}\n'


JOINT = b",\n"
"""Between the items of a list, a line each."""

HEAD, END = b'{"type":"FeatureCollection","features":[\n', b"\n]}\n"
"""What stands around the features of a map."""


def items(lines: bytes) -> bytes:
    """Lines as items of a JSON list, the last one without its end."""
    return lines.removesuffix(b"\n").replace(b"\n", JOINT)


def length(lines: int, rows: int) -> int:
    """How long so many lines of such length are as items."""
    return lines + (rows - 1) * (len(JOINT) - 1) - 1 if rows else 0
