"""Rows of plain cells → an SQLite database with indexes and full-text search.

The same rows give the same bytes, with the same SQLite: what is made, from nothing or from the
database as it stands, is at last copied in order (VACUUM).
"""

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from generator.exports.kinds import Kind
from generator.exports.packed import Packed, unpacked
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


_SCHEMA = 1
"""How often SQLite is told that the schema has changed, however often it has."""

_PIECE = 1 << 16


Runs = Mapping[str, Sequence[Packed]]
"""The rows of each table, in runs."""


class Standing(NamedTuple):
    """The database as it stands, and what it was made from."""

    file: str
    runs: Runs

    def is_like(self, runs: Runs) -> bool:
        """Whether these have their rows under the same numbers, but for what is in them."""
        both = [(self.runs[name], found) for name, found in runs.items()]
        return _reach(self.runs) == _reach(runs) and all(len(was) == len(is_) for was, is_ in both)

    def changed(self, name: str, runs: Runs) -> list[int]:
        """Which runs of a table are others now."""
        both = zip(self.runs[name], runs[name], strict=True)
        return [number for number, (was, is_) in enumerate(both) if was != is_]


def database(
    tables: Sequence[Table],
    runs: Runs,
    notes: Mapping[str, str],
    standing: Standing | None = None,
) -> Iterator[bytes]:
    """The file, a piece at a time; `notes` stand in the table `acerca_de`.

    It is made on the disk, in a folder of its own, so that it is never held in memory; OSError
    where that has no room for it.
    """
    with TemporaryDirectory(prefix="registro-") as folder:
        file = Path(folder, "registro.sqlite")
        _make(Path(folder), file, tables, runs, notes, standing)
        yield from _unsigned(file)


def _make(
    folder: Path,
    file: Path,
    tables: Sequence[Table],
    runs: Runs,
    notes: Mapping[str, str],
    standing: Standing | None,
) -> None:
    """From the one that stands, unless that is damaged or too unlike."""
    if standing and standing.is_like(runs):
        with suppress(sqlite3.DatabaseError), _opened(folder / "otra.sqlite", standing) as base:
            _renew(base, tables, runs, notes, standing)
            _copy(base, file)
            return
    with _opened(folder / "obra.sqlite") as base:
        _write(base, tables, runs, notes)
        _copy(base, file)


@contextmanager
def _opened(file: Path, standing: Standing | None = None) -> Iterator[sqlite3.Connection]:
    """A database to work on, perhaps a copy of the one that stands; nobody else reads it."""
    if standing:
        shutil.copyfile(standing.file, file)
    with closing(sqlite3.connect(file, isolation_level=None)) as base, _room(str(file.parent)):
        for setting in ("journal_mode = OFF", "synchronous = OFF", "page_size = 4096"):
            base.execute(f"PRAGMA {setting}")
        yield base


def _copy(base: sqlite3.Connection, file: Path) -> None:
    base.execute(f"PRAGMA schema_version = {_SCHEMA}")
    file.unlink(missing_ok=True)
    base.execute("VACUUM INTO ?", (str(file),))


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
    runs: Runs,
    notes: Mapping[str, str],
) -> None:
    """Everything."""
    base.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    base.execute("BEGIN")
    for table in tables:
        _fill(base, table, runs[table.name], _reach(runs))
    base.execute("CREATE TABLE acerca_de (que TEXT PRIMARY KEY, texto TEXT NOT NULL)")
    base.executemany("INSERT INTO acerca_de VALUES (?, ?)", notes.items())
    _analyse(base, tables)
    base.execute("COMMIT")


def _renew(
    base: sqlite3.Connection,
    tables: Sequence[Table],
    runs: Runs,
    notes: Mapping[str, str],
    standing: Standing,
) -> None:
    """What is not as it stands."""
    base.execute("BEGIN")
    changed = [(one, found) for one in tables if (found := standing.changed(one.name, runs))]
    for table, numbers in changed:
        for number in numbers:
            first = number * _reach(runs)
            within = f"rowid >= {first} AND rowid < {first + _reach(runs)}"
            base.execute(f"DELETE FROM {_quoted(table.name)} WHERE {within}")
            _insert(base, table, first, runs[table.name][number])
        if table.search:
            _index_words(base, table)
    base.execute("DELETE FROM acerca_de")
    base.executemany("INSERT INTO acerca_de VALUES (?, ?)", notes.items())
    _analyse(base, [table for table, _ in changed])
    base.execute("COMMIT")


def _reach(runs: Runs) -> int:
    """A power of two: each run has its rows numbered from another multiple of it.

    So a row more or less in one leaves the numbers of all others as they are.
    """
    return 1 << max((run.size for each in runs.values() for run in each), default=0).bit_length()


def _analyse(base: sqlite3.Connection, tables: Sequence[Table]) -> None:
    """Tell the planner of queries how many rows there are of a kind, in an order that is sure."""
    for table in tables:
        base.execute(f"ANALYZE {_quoted(table.name)}")
    told = base.execute("SELECT tbl, idx, stat FROM sqlite_stat1 ORDER BY tbl, idx").fetchall()
    base.execute("DELETE FROM sqlite_stat1")
    base.executemany("INSERT INTO sqlite_stat1 VALUES (?, ?, ?)", told)


def _fill(base: sqlite3.Connection, table: Table, runs: Sequence[Packed], reach: int) -> None:
    base.execute(f"CREATE TABLE {_quoted(table.name)} ({', '.join(_definitions(table))})")
    for number, run in enumerate(runs):
        _insert(base, table, number * reach, run)
    for name in table.header:
        if name in _INDEXED and (name,) != table.unique:
            index = _quoted(f"{table.name}_{name}")
            base.execute(f"CREATE INDEX {index} ON {_quoted(table.name)} ({_quoted(name)})")
    if table.search:
        _make_searchable(base, table)


def _insert(base: sqlite3.Connection, table: Table, first: int, run: Packed) -> None:
    names, marks = ", ".join(map(_quoted, table.header)), ", ?" * len(table.header)
    rows = ((at, *row) for at, row in enumerate(unpacked([run]), start=first))
    into = f"INSERT INTO {_quoted(table.name)} (rowid, {names}) VALUES (?{marks})"
    base.executemany(into, rows)


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
    _index_words(base, table)


def _index_words(base: sqlite3.Connection, table: Table) -> None:
    index = _quoted(f"{table.name}_fts")
    base.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")


def _unsigned(file: Path) -> Iterator[bytes]:
    """Without the release of the library, which differs from machine to machine."""
    with open(file, "r+b") as made:
        made.seek(_RELEASE.start)
        made.write(bytes(_RELEASE.stop - _RELEASE.start))
        made.seek(0)
        while piece := made.read(_PIECE):
            yield piece


def _quoted(name: str) -> str:
    return f'"{name}"'
