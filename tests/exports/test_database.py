"""The database: renewed, it is as if it were made from nothing; a full disk is told as one."""

import errno
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.exports import database
from generator.exports.columns import Column
from generator.exports.database import Runs, Standing
from generator.exports.packed import packed
from generator.exports.table import Table
from generator.exports.tables import TABLES

Things = Sequence[Sequence[tuple[str, str | None, int]]]
"""Runs of rows: a name, a region and a number."""


def _no_rows(*_: object) -> Iterator[Any]:
    return iter(())


def _column(name: str, kind: Any = "text", *, required: bool = False) -> Column:
    return Column(name, kind, name, name, name, name, required=required)


COLUMNS = (
    _column("id", required=True),
    _column("nombre"),
    _column("region"),
    _column("cuantos", "integer"),
)
THINGS = Table(
    "cosas",
    ("Cosas", "Things"),
    ("Cosas.", "Things."),
    COLUMNS,
    "cosas",
    _no_rows,
    keys=1,
    unique=("id",),
    search=("nombre",),
)
ROW = st.tuples(
    st.text("añz ", max_size=5), st.sampled_from([None, "07", "13"]), st.integers(0, 10**12)
)
THREE = st.lists(st.lists(ROW, max_size=5), min_size=3, max_size=3)
SOME = st.lists(st.lists(ROW, max_size=9), max_size=4)


def runs(things: Things) -> Runs:
    """As the database takes them."""
    return {
        "cosas": [
            packed([(f"{run}-{at}", *row) for at, row in enumerate(rows)])
            for run, rows in enumerate(things)
        ]
    }


def made(things: Things, standing: Standing | None = None, note: str = "uno") -> bytes:
    """The file."""
    return b"".join(database.database((THINGS,), runs(things), {"Nota": note}, standing))


@settings(max_examples=40, deadline=None)
@given(THREE, st.one_of(THREE, SOME))
def test_a_renewed_database_is_one_that_is_made_from_nothing(
    tmp_path_factory: pytest.TempPathFactory, before: Things, after: Things
) -> None:
    """To the last byte, whatever changed in whichever runs, came or went."""
    file = tmp_path_factory.mktemp("site") / "cosas.sqlite"
    file.write_bytes(made(before, note="antes"))

    assert made(after, Standing(str(file), runs(before))) == made(after)


BEFORE: Things = ([("Ñandú", "13", 1)], [("Zorro", None, 2), ("Abeja", "07", 3)], [])
AFTER: Things = ([("Ñandú", "13", 1)], [("Zorrino", None, 2)], [("Cóndor", "07", 4)] * 2)


def test_only_runs_that_changed_are_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what is found by words is what is there now."""
    file = tmp_path / "cosas.sqlite"
    file.write_bytes(made(BEFORE))
    monkeypatch.setattr(database, "_write", None)
    base = sqlite3.connect(":memory:")
    base.deserialize(made(AFTER, Standing(str(file), runs(BEFORE))))

    assert [one for (one,) in base.execute("SELECT nombre FROM cosas")] == [
        "Ñandú",
        "Zorrino",
        "Cóndor",
        "Cóndor",
    ]
    found = "SELECT count(*) FROM cosas_fts WHERE cosas_fts MATCH ?"
    words = ("condor", "nandu", "abeja", "zorro")
    assert [base.execute(found, (word,)).fetchone()[0] for word in words] == [2, 1, 0, 0]


@pytest.mark.parametrize("held", [b"", b"nothing of the kind", None])
def test_a_database_that_is_damaged_is_made_anew(tmp_path: Path, held: bytes | None) -> None:
    """Cut short, another thing, or broken in the middle."""
    file, whole = tmp_path / "cosas.sqlite", made(BEFORE)
    file.write_bytes(whole[:4096] + bytes(len(whole) - 4096) if held is None else held)

    assert made(AFTER, Standing(str(file), runs(BEFORE))) == made(AFTER)


def test_a_full_disk_is_told_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite's own error would be shown as a mistake of the program."""
    write = database._write

    def in_a_corner(base: sqlite3.Connection, *given: Any) -> None:
        base.execute("PRAGMA max_page_count = 8")
        write(base, *given)

    monkeypatch.setattr(database, "_write", in_a_corner)
    with pytest.raises(OSError) as caught:
        list(database.database(tuple(TABLES.values()), dict.fromkeys(TABLES, ()), {}))
    assert caught.value.errno == errno.ENOSPC


def test_any_other_fault_of_it_is_ours() -> None:
    """It is not taken for a want of room."""
    with pytest.raises(sqlite3.OperationalError), database._room(""):
        sqlite3.connect(":memory:").execute("SELECT nothing FROM nowhere")
