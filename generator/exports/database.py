"""Rows of plain cells → an SQLite database with indexes and full-text search.

The same rows give the same bytes, with the same SQLite.
"""

import errno
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.exports.cells import Flat
from generator.exports.kinds import Kind
from generator.exports.table import Table

_TYPES: Mapping[Kind, str] = {"integer": "INTEGER", "number": "REAL", "boolean": "BOOLEAN"}
_INDEXED = frozenset(
    "acuerdo acuerdo_anterior certificado codigo comuna elemento_comuna empresa estado region"
    " rubro rut seccion situacion tamano titular_empresa vigente_hasta certificado_vigente_hasta"
    " certificado_estado empresa_rut".split()
)
"""Columns that people ask by."""

_RELEASE = range(96, 100)
"""In the file's head: which release of SQLite wrote it."""

APPLICATION_ID = 0x41504C31
"""`APL1`, in the head of the file."""


def database(
    tables: Sequence[Table], rows: Mapping[str, Iterable[Flat]], notes: Mapping[str, str]
) -> bytes:
    """The file; `notes` stand in the table `acerca_de`.

    It is made on the disk, in a folder of its own, so that it is not held in memory twice; OSError
    where that has no room for it.
    """
    with TemporaryDirectory(prefix="registro-") as folder:
        file = Path(folder, "registro.sqlite")
        with closing(sqlite3.connect(file, isolation_level=None)) as base, _room(folder):
            _write(base, tables, rows, notes)
        return _unsigned(file)


@contextmanager
def _room(folder: str) -> Iterator[None]:
    """A full disk is told as one: SQLite has an error of its own for it."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_FULL:
            raise
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), folder) from error


def _write(
    base: sqlite3.Connection,
    tables: Sequence[Table],
    rows: Mapping[str, Iterable[Flat]],
    notes: Mapping[str, str],
) -> None:
    """Everything, in the order in which it is to lie in the file; nobody else reads it yet."""
    for setting in ("journal_mode = OFF", "synchronous = OFF", "page_size = 4096"):
        base.execute(f"PRAGMA {setting}")
    base.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    base.execute("BEGIN")
    for table in tables:
        _fill(base, table, rows[table.name])
    base.execute("CREATE TABLE acerca_de (que TEXT PRIMARY KEY, texto TEXT NOT NULL)")
    base.executemany("INSERT INTO acerca_de VALUES (?, ?)", notes.items())
    base.execute("ANALYZE")
    base.execute("COMMIT")


def _fill(base: sqlite3.Connection, table: Table, rows: Iterable[Flat]) -> None:
    base.execute(f"CREATE TABLE {_quoted(table.name)} ({', '.join(_definitions(table))})")
    marks = ", ".join("?" * len(table.columns))
    base.executemany(f"INSERT INTO {_quoted(table.name)} VALUES ({marks})", rows)
    for name in table.header:
        if name in _INDEXED and (name,) != table.unique:
            index = _quoted(f"{table.name}_{name}")
            base.execute(f"CREATE INDEX {index} ON {_quoted(table.name)} ({_quoted(name)})")
    if table.search:
        _make_searchable(base, table)


def _definitions(table: Table) -> Iterator[str]:
    for column in table.columns:
        needed = " NOT NULL" if column.required else ""
        yield f"{_quoted(column.name)} {_TYPES.get(column.kind, 'TEXT')}{needed}"
    if table.unique:
        yield f"PRIMARY KEY ({', '.join(map(_quoted, table.unique))})"
    for column_name, other, their in table.parents:
        yield (
            f"FOREIGN KEY ({_quoted(column_name)}) REFERENCES {_quoted(other)} ({_quoted(their)})"
        )


def _make_searchable(base: sqlite3.Connection, table: Table) -> None:
    """A table `<tabla>_fts` whose words are found without accents (FTS5)."""
    index, names = _quoted(f"{table.name}_fts"), ", ".join(map(_quoted, table.search))
    base.execute(
        f"CREATE VIRTUAL TABLE {index} USING fts5({names}, content={_quoted(table.name)},"
        " tokenize='unicode61 remove_diacritics 2')"
    )
    base.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")


def _unsigned(file: Path) -> bytes:
    """Without the release of the library, which differs from machine to machine."""
    with open(file, "r+b") as made:
        made.seek(_RELEASE.start)
        made.write(bytes(_RELEASE.stop - _RELEASE.start))
        made.seek(0)
        return made.read()


def _quoted(name: str) -> str:
    return f'"{name}"'
