"""Rows of a table → JSON: a line each, or a feature each with its point on the map."""

from collections.abc import Iterable, Iterator, Sequence

from generator.exports.cells import encoded
from generator.exports.columns import Cell, Column, Row


def lines(columns: Sequence[Column], rows: Iterable[Row]) -> list[str]:
    """Each row as a JSON object on one line."""
    names = [column.name for column in columns]
    return [encoded(dict(zip(names, row, strict=True))) for row in rows]


def ndjson(found: Iterable[str]) -> bytes:
    """The lines as a file, each closed by its end of line."""
    return "".join(f"{line}\n" for line in found).encode()


def geojson(
    columns: Sequence[Column], keys: int, point: tuple[str, str], rows: Iterable[Row]
) -> bytes:
    """The rows as features (RFC 7946); one of which no point is published has no geometry.

    `point` names the columns of longitude and latitude.
    """
    names = [column.name for column in columns]
    longitude, latitude = (names.index(name) for name in point)
    features = ",\n".join(_features(names, keys, (longitude, latitude), rows))
    return f'{{"type":"FeatureCollection","features":[\n{features}\n]}}\n'.encode()


def _features(
    names: Sequence[str], keys: int, at: tuple[int, int], rows: Iterable[Row]
) -> Iterator[str]:
    for row in rows:
        where = [row[at[0]], row[at[1]]]
        geometry = None if None in where else {"type": "Point", "coordinates": where}
        id = "/".join(map(str, row[:keys]))
        held: dict[str, Cell] = dict(zip(names, row, strict=True))
        yield encoded({"type": "Feature", "id": id, "geometry": geometry, "properties": held})
