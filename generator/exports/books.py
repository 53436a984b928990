"""All tables → the two files that hold them all: a workbook and a database.

Their rows are kept packed, a run of records together, and are unpacked a run at a time.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from generator.exports import cells
from generator.exports.cells import Flat
from generator.exports.columns import Row
from generator.exports.database import database
from generator.exports.downloads import FOLDER, WHOLE, Made
from generator.exports.notes import notes
from generator.exports.packed import Packed, count, packed, unpacked
from generator.exports.tables import TABLES
from generator.exports.workbook import Sheet, workbook
from generator.runs import portions_of_runs
from generator.views.survey import Survey


def files(survey: Survey) -> Iterator[Made]:
    """Both files, of the same rows."""
    found = {name: rows for one in _collections() for name, rows in _rows(survey, one).items()}
    runs, told = {name: found[name] for name in TABLES}, notes(survey)
    rows = sum(map(count, runs.values()))
    examples = sum(run.examples for each in runs.values() for run in each)
    made = partial(Made, table=WHOLE, rows=rows, examples=examples)
    sheets = [Sheet(name, one.columns, runs[name], one.keys) for name, one in TABLES.items()]
    keep = partial(survey.portions.of, "hojas")
    yield made(f"{FOLDER}/registro.xlsx", workbook(sheets, told, survey.day, keep))
    plain = {name: unpacked(each) for name, each in runs.items()}
    yield made(f"{FOLDER}/registro.sqlite", database(tuple(TABLES.values()), plain, told))


def _collections() -> tuple[str, ...]:
    """The collections from whose records the tables follow."""
    return tuple(dict.fromkeys(table.collection for table in TABLES.values()))


def _rows(survey: Survey, collection: str) -> Mapping[str, Sequence[Packed]]:
    """The rows of all tables that follow from the records of a collection."""
    tables = [one for one in TABLES.values() if one.collection == collection]
    plain = [cells.flat(one.columns) for one in tables]

    def rows_of(ids: Sequence[str]) -> list[Packed]:
        found: list[list[Row]] = [[] for _ in tables]
        for id in ids:  # all tables of a company, then the next: they go the same way
            for rows, one in zip(found, tables, strict=True):
                rows += one.rows_of(survey, id)
        made = zip(tables, plain, found, strict=True)
        return [_packed(one.name, flat(rows)) for one, flat, rows in made]

    ids = survey.registry.collection(collection)
    runs = portions_of_runs(survey.portions, f"filas-{collection}", ids, rows_of)
    return {one.name: [run[number] for run in runs] for number, one in enumerate(tables)}


def _packed(name: str, rows: list[Flat]) -> Packed:
    at = TABLES[name].header.index("ejemplo")
    return packed(rows, examples=sum(row[at] is True for row in rows))
