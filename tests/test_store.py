"""Values kept below the cache."""

import os
from pathlib import Path

import pytest

from generator import store


def test_what_was_kept_under_a_key_comes_back(tmp_path: Path) -> None:
    """Under that key only."""
    store.keep(tmp_path / "new" / "a.kind", "key", {"x": (1, 2)})

    assert store.kept(tmp_path / "new" / "a.kind", "key") == {"x": (1, 2)}
    assert store.kept(tmp_path / "new" / "a.kind", "other") is None


def test_any_flipped_bit_makes_it_void(tmp_path: Path) -> None:
    """Wherever it is."""
    file = tmp_path / "a.kind"
    store.keep(file, "key", ["value"])
    whole = file.read_bytes()

    for place in range(len(whole)):
        damaged = bytearray(whole)
        damaged[place] ^= 1
        file.write_bytes(damaged)
        assert store.kept(file, "key") is None


@pytest.mark.parametrize("content", [b"", b"\n", b"key", b"key deadbeef\nx", b"\xff\xfe\n"])
def test_what_is_no_store_is_nothing(tmp_path: Path, content: bytes) -> None:
    """Cut off, empty, or somebody else's."""
    (tmp_path / "a.kind").write_bytes(content)

    assert store.kept(tmp_path / "a.kind", "key") is None


def test_a_closed_cache_is_no_harm(tmp_path: Path) -> None:
    """Where a file stands in the place of the folder, nothing is kept."""
    (tmp_path / "file").write_text("")
    store.keep(tmp_path / "file" / "a.kind", "key", 1)

    assert store.kept(tmp_path / "file" / "a.kind", "key") is None


def test_the_oldest_of_a_kind_go(tmp_path: Path) -> None:
    """Each is of another site, and sites come and go."""
    for number in range(store.MOST + 3):
        store.keep(tmp_path / f"{number}.kind", "key", number)
        os.utime(tmp_path / f"{number}.kind", (number, number))
    store.keep(tmp_path / "x.other", "key", 1)

    left = {file.name for file in tmp_path.glob("*.kind")}
    assert len(left) == store.MOST
    assert f"{store.MOST + 2}.kind" in left and "0.kind" not in left
