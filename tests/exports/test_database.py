"""The database where the disk has no room for it."""

import errno
import sqlite3
from typing import Any

import pytest

from generator.exports import database
from generator.exports.tables import TABLES


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
