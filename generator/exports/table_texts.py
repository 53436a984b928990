"""Tables → their text files: CSV, CSV for Excel, NDJSON, the API's list and the map.

What a run of records adds to each of them stays where it is from build to build.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from typing import NamedTuple

from generator.exports import cells, delimited, envelope, lines
from generator.exports.downloads import FOLDER, Made
from generator.exports.envelope import Origin
from generator.exports.table import Table
from generator.runs import renewed_runs
from generator.strands import Renewed
from generator.views.survey import Survey

MAPPED = "elementos"
"""The table that is also given as a map."""


class Sizes(NamedTuple):
    """How much some rows of a table add to each of its files; `examples` of them are fictional."""

    rows: int
    examples: int
    csv: int
    excel: int
    json: int
    features: int

    @property
    def items(self) -> int:
        """What they add to a list."""
        return lines.length(self.json, self.rows)

    @property
    def mapped(self) -> int:
        """What they add to the map."""
        return lines.length(self.features, self.rows)


class Texts(NamedTuple):
    """What they add, as it is."""

    rows: int
    examples: int
    csv: bytes
    excel: bytes
    json: bytes
    features: bytes

    @property
    def sizes(self) -> Sizes:
        """How much it is."""
        return Sizes(*self[:2], *map(len, self[2:]))


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

    def files(self, origin: Origin, found: Renewed[Sizes, Texts]) -> Iterator[Made]:
        """The files of the table."""
        name, every = self.table.name, found.kept.values()
        rows, examples = sum(one.rows for one in every), sum(one.examples for one in every)
        made = partial(Made, table=name, rows=rows, examples=examples)
        csv = found.strands(lambda one: one.csv, lambda one: one.csv)
        yield made(f"{FOLDER}/{name}.csv", chain((self._csv.heading,), csv))
        excel = found.strands(lambda one: one.excel, lambda one: one.excel)
        yield made(f"{FOLDER}/{name}-excel.csv", chain((self._excel.heading,), excel))
        if self._map:
            mapped = found.strands(
                lambda one: one.mapped,
                lambda one: lines.items(one.features),
                lines.JOINT,
                lines.END,
            )
            yield made(f"{FOLDER}/{name}.geojson", chain((lines.HEAD,), mapped))
        json = found.strands(lambda one: one.json, lambda one: one.json)
        yield made(f"{FOLDER}/{name}.ndjson", json)
        items = found.strands(
            lambda one: one.items, lambda one: lines.items(one.json), lines.JOINT, envelope.END
        )
        yield Made(envelope.path(name), chain((envelope.head(origin, rows),), items))


def files(survey: Survey, origin: Origin, table: Table) -> Iterator[Made]:
    """The text files of a table."""
    writer, ids = Writer(table), survey.registry.collection(table.collection)
    make, kind = partial(writer.texts, survey), f"tablas-{table.name}"
    found = renewed_runs(survey.portions, kind, ids, make, lambda texts: texts.sizes)
    return writer.files(origin, found)
