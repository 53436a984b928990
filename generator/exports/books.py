"""All tables → the two files that hold them all: a workbook and a database."""

from collections.abc import Iterator, Mapping

from generator.exports import cells
from generator.exports.cells import Flat
from generator.exports.database import database
from generator.exports.downloads import FOLDER, WHOLE, Made
from generator.exports.notes import notes
from generator.exports.tables import TABLES
from generator.exports.workbook import Sheet, workbook
from generator.views.survey import Survey


def files(survey: Survey) -> Iterator[Made]:
    """Both files, of the same rows."""
    flat = {name: rows for one in collections() for name, rows in _rows(survey, one).items()}
    told = notes(survey)
    sheets = [Sheet(name, one.columns, flat[name], one.keys) for name, one in TABLES.items()]
    rows = sum(map(len, flat.values()))
    examples = sum(_examples(name, flat[name]) for name in TABLES)
    book = workbook(sheets, told, survey.day)
    yield Made(f"{FOLDER}/registro.xlsx", book, WHOLE, rows, examples)
    base = database(tuple(TABLES.values()), flat, told)
    yield Made(f"{FOLDER}/registro.sqlite", base, WHOLE, rows, examples)


def collections() -> tuple[str, ...]:
    """The collections from whose records the tables follow."""
    return tuple(dict.fromkeys(table.collection for table in TABLES.values()))


def _rows(survey: Survey, collection: str) -> Mapping[str, list[Flat]]:
    """The plain rows of all tables that follow from the records of a collection."""
    tables = [one for one in TABLES.values() if one.collection == collection]
    plain = [cells.flat(one.columns) for one in tables]

    def rows_of(id: str) -> list[list[Flat]]:
        return [flat(one.rows_of(survey, id)) for one, flat in zip(tables, plain, strict=True)]

    ids = list(survey.registry.collection(collection))
    found = survey.portions.of(f"filas-{collection}", ids, rows_of)
    return {
        one.name: [row for held in found for row in held[number]]
        for number, one in enumerate(tables)
    }


def _examples(name: str, rows: list[Flat]) -> int:
    """How many rows are fictional."""
    at = TABLES[name].header.index("ejemplo")
    return sum(row[at] is True for row in rows)
