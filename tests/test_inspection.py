"""What a check keeps below the cache for the next one."""

import os
from pathlib import Path

import pytest

from generator import inspection
from generator.checking import FIRST
from generator.load import reading
from tests.scratch import TODAY, line, sound_files, write

LAGUNA = "empresas/conservas-laguna.yaml"
LONG_AGO = 1_700_000_000


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    """The sound registry, its files old enough to be told by their state alone."""
    root = write(tmp_path / "registry", sound_files())
    for file in root.rglob("*.yaml"):
        os.utime(file, (LONG_AGO, LONG_AGO))
    return root


@pytest.fixture
def cache(tmp_path: Path, registry: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a first check has kept what it found, a while ago."""
    monkeypatch.setattr("generator.file_states.TICK", -(10**12))
    inspection.check_again(registry, TODAY, tmp_path / "cache")
    return tmp_path / "cache"


def _edit(registry: Path) -> None:
    file = registry / LAGUNA
    file.write_text(file.read_text(encoding="utf-8").replace("2", "3"), encoding="utf-8")


def _told(registry: Path, cache: Path | None) -> list[str]:
    return [line(one) for one in inspection.check_again(registry, TODAY, cache).problems]


def test_a_later_check_says_what_a_first_one_says(registry: Path, cache: Path) -> None:
    """Before an edit, after it, and once it is undone."""
    sound = (registry / LAGUNA).read_text(encoding="utf-8")
    assert _told(registry, cache) == _told(registry, None)

    _edit(registry)
    assert _told(registry, cache) == _told(registry, None) != []

    (registry / LAGUNA).write_text(sound, encoding="utf-8")
    assert _told(registry, cache) == _told(registry, None)


def test_only_an_edited_file_is_read(
    registry: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others are not opened."""
    opened: list[str] = []
    read = reading.bytes_of

    def noted(path: str) -> bytes | str:
        opened.append(path)
        return read(path)

    monkeypatch.setattr(reading, "bytes_of", noted)
    _edit(registry)
    inspection.check_again(registry, TODAY, cache)

    assert opened == [f"{registry}/{LAGUNA}"]


def test_after_an_edit_little_is_written(registry: Path, cache: Path) -> None:
    """What was read of all other files stays as it was kept."""
    before = {file: file.stat().st_mtime_ns for file in cache.iterdir()}
    _edit(registry)
    inspection.check_again(registry, TODAY, cache)

    same = {file.suffix for file, changed in before.items() if file.stat().st_mtime_ns == changed}
    assert same == {".leidos"}


def test_a_check_that_lost_a_part_begins_anew(registry: Path, cache: Path) -> None:
    """What was found is nothing without what was read."""
    for file in cache.glob("*.leidos"):
        file.unlink()

    assert inspection.Notes(cache, registry).before() == FIRST
    assert _told(registry, cache) == _told(registry, None)
