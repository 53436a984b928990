"""Tables → their text files: CSV, CSV for Excel, NDJSON, the API's list and the map.

What a run of records adds to each of them is kept from build to build.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

from generator.exports import cells, delimited, envelope, lines
from generator.exports.downloads import FOLDER, Made
from generator.exports.envelope import Origin
from generator.exports.table import Table
from generator.runs import portions_of_runs
from generator.views.survey import Survey

MAPPED = "elementos"
"""The table that is also given as a map."""


class Texts(NamedTuple):
    """What some rows of a table add to each of its files; `examples` of them are fictional."""

    rows: int
    examples: int
    csv: bytes
    excel: bytes
    json: bytes
    features: bytes


class Writer:
    """Writes the rows of one table."""

    def __init__(self, table: Table) -> None:
        self.table = table
        header = table.header
        self._flat = cells.flat(table.columns)
        self._csv = delimited.Exact(table.columns)
        self._excel = delimited.ForExcel(table.columns)
        self._json = lines.Lines(header)
        self._map = lines.Features(header, table.keys) if table.name == MAPPED else None
        self._example = header.index("ejemplo")

    def texts(self, survey: Survey, ids: Iterable[str]) -> Texts:
        """The rows that follow from some records."""
        rows = list(self.table.rows(survey, ids))
        flat, json = self._flat(rows), self._json.lines(rows)
        return Texts(
            len(rows),
            sum(row[self._example] is True for row in rows),
            self._csv.lines(flat).encode(),
            self._excel.lines(flat).encode(),
            "".join(json).encode(),
            "".join(self._map.lines(rows, json)).encode() if self._map else b"",
        )

    def files(self, origin: Origin, found: list[Texts]) -> Iterator[Made]:
        """The files of the table; what its records add to one is let go as soon as it is made."""
        name, rows = self.table.name, sum(one.rows for one in found)
        made = partial(Made, table=name, rows=rows, examples=sum(one.examples for one in found))
        csv, excel = [one.csv for one in found], [one.excel for one in found]
        json, features = [one.json for one in found], [one.features for one in found]
        found.clear()
        yield made(f"{FOLDER}/{name}.csv", self._csv.file(csv))
        csv.clear()
        yield made(f"{FOLDER}/{name}-excel.csv", self._excel.file(excel))
        excel.clear()
        if self._map:
            yield made(f"{FOLDER}/{name}.geojson", lines.geojson(features))
        features.clear()
        yield made(f"{FOLDER}/{name}.ndjson", lines.ndjson(json))
        yield Made(envelope.path(name), envelope.listed(origin, rows, lines.listed(json)))


def files(survey: Survey, origin: Origin, table: Table) -> Iterator[Made]:
    """The text files of a table."""
    writer, ids = Writer(table), survey.registry.collection(table.collection)
    make = partial(writer.texts, survey)
    return writer.files(
        origin, portions_of_runs(survey.portions, f"tablas-{table.name}", ids, make)
    )
