"""Tables → their text files: CSV, CSV for Excel, NDJSON, the API's list and the map.

What a record adds to each of them is kept from build to build.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from generator.exports import cells, delimited, envelope, lines
from generator.exports.downloads import FOLDER, Made
from generator.exports.envelope import Origin
from generator.exports.table import Table
from generator.exports.tables import TABLES
from generator.views.survey import Survey

MAPPED = "elementos"
"""The table that is also given as a map."""


class Texts(NamedTuple):
    """What some rows of a table add to each of its files; `examples` of them are fictional."""

    rows: int
    examples: int
    csv: str
    excel: str
    json: str
    features: str


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

    def texts(self, survey: Survey, id: str) -> Texts:
        """The rows that follow from one record."""
        rows = list(self.table.rows_of(survey, id))
        flat = self._flat(rows)
        return Texts(
            len(rows),
            sum(row[self._example] is True for row in rows),
            self._csv.lines(flat),
            self._excel.lines(flat),
            self._json.lines(rows),
            self._map.lines(rows) if self._map else "",
        )

    def files(self, origin: Origin, found: Sequence[Texts]) -> Iterator[Made]:
        """The files of the table, of what its records add to them."""
        name, rows = self.table.name, sum(one.rows for one in found)
        examples = sum(one.examples for one in found)
        made = partial(Made, table=name, rows=rows, examples=examples)
        yield made(f"{FOLDER}/{name}.csv", self._csv.file(one.csv for one in found))
        yield made(f"{FOLDER}/{name}-excel.csv", self._excel.file(one.excel for one in found))
        yield made(f"{FOLDER}/{name}.ndjson", lines.ndjson(one.json for one in found))
        items = lines.listed(one.json for one in found)
        yield Made(envelope.path(name), envelope.listed(origin, rows, items))
        if self._map:
            yield made(f"{FOLDER}/{name}.geojson", lines.geojson(one.features for one in found))


def files(survey: Survey, origin: Origin, collection: str) -> Iterator[Made]:
    """The text files of all tables that follow from the records of a collection."""
    writers = [Writer(one) for one in TABLES.values() if one.collection == collection]

    def texts(id: str) -> list[Texts]:
        return [writer.texts(survey, id) for writer in writers]

    ids = list(survey.registry.collection(collection))
    found = survey.portions.of(f"tablas-{collection}", ids, texts)
    for number, writer in enumerate(writers):
        yield from writer.files(origin, [one[number] for one in found])
