"""All tables → the two files that hold them all: a workbook and a database.

Their rows are kept packed, a run of records together; few of them are ever unpacked again.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from generator.exports import cells
from generator.exports.cells import Flat
from generator.exports.columns import Row
from generator.exports.database import Runs, Standing, database
from generator.exports.downloads import FOLDER, WHOLE, Made
from generator.exports.notes import notes
from generator.exports.packed import Packed, count, packed
from generator.exports.tables import TABLES
from generator.exports.workbook import Sheet, workbook
from generator.runs import renewed_runs
from generator.strands import Renewed
from generator.views.survey import Survey

DATABASE = f"{FOLDER}/registro.sqlite"


def files(survey: Survey) -> Iterator[Made]:
    """Both files, of the same rows."""
    collections = dict.fromkeys(one.collection for one in TABLES.values())
    found = {one: _runs(survey, one) for one in collections}
    runs = _by_table({collection: one.kept for collection, one in found.items()})
    before = _by_table({collection: one.before for collection, one in found.items()})
    told, rows = notes(survey), sum(map(count, runs.values()))
    examples = sum(run.examples for each in runs.values() for run in each)
    made = partial(Made, table=WHOLE, rows=rows, examples=examples)
    sheets = [Sheet(name, one.columns, runs[name], one.keys) for name, one in TABLES.items()]
    keep = partial(survey.portions.of, "hojas")
    yield made(f"{FOLDER}/registro.xlsx", workbook(sheets, told, survey.day, keep))
    was = Standing(survey.portions.standing(DATABASE), before) if any(before.values()) else None
    yield made(DATABASE, database(tuple(TABLES.values()), runs, told, was))


OfRun = Sequence[Packed]
"""The rows of each table that follows from the records of a run, in the order of TABLES."""


def _by_table(found: Mapping[str, Mapping[str, OfRun]]) -> Runs:
    """The runs of each table, given those of each collection."""
    return {
        name: [run[_tables(one.collection).index(name)] for run in found[one.collection].values()]
        for name, one in TABLES.items()
    }


def _tables(collection: str) -> list[str]:
    """Those that follow from its records."""
    return [name for name, one in TABLES.items() if one.collection == collection]


def _runs(survey: Survey, collection: str) -> Renewed[OfRun, OfRun]:
    """The rows of all tables that follow from the records of a collection."""
    tables = [TABLES[name] for name in _tables(collection)]
    plain = [cells.flat(one.columns) for one in tables]

    def rows_of(ids: Sequence[str]) -> OfRun:
        found: list[list[Row]] = [[] for _ in tables]
        for id in ids:  # all tables of a company, then the next: they go the same way
            for rows, one in zip(found, tables, strict=True):
                rows += one.rows_of(survey, id)
        made = zip(tables, plain, found, strict=True)
        return [_packed(one.name, flat(rows)) for one, flat, rows in made]

    ids, kind = survey.registry.collection(collection), f"filas-{collection}"
    return renewed_runs(survey.portions, kind, ids, rows_of, lambda made: made)


def _packed(name: str, rows: list[Flat]) -> Packed:
    at = TABLES[name].header.index("ejemplo")
    return packed(rows, examples=sum(row[at] is True for row in rows))
