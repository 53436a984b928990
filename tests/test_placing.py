"""A change of a site that ends at any step of it, and what the next command makes of that."""

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from generator import placing, publish
from generator.occupancy import alone_in
from generator.placing import NOTE, STAGING
from generator.publish import MARK, Files
from tests.small_project import tree
from tests.steps import instead_of, is_killed_at

BEFORE = {MARK: "css", "index.html": "one", "old/deep/x.html": "x", "turns": "file", "same": "same"}
AFTER = {
    MARK: "new css",
    "index.html": "two",
    "new/deep/y.html": "y",
    "turns/index.html": "folder",
    "same": "same",
    "ñandú/index.html": "ñ",
}


def written(out: Path, files: dict[str, str]) -> None:
    def fill(put: Files) -> None:
        for name, text in files.items():
            put.put(name, text.encode())

    with alone_in(out):
        publish.publish(out, fill)


def texts(out: Path) -> dict[str, str]:
    """The files of a site, without what only an unfinished one has."""
    return {
        name: (out / name).read_text(encoding="utf-8")
        for name in tree(out)
        if name != NOTE and not name.startswith(STAGING)
    }


def moments(folder: Path, before: dict[str, str]) -> Iterator[Path]:
    """The site after a death at each step, until there is no step left."""
    for steps in range(200):
        out = folder / f"{steps}" / "site"
        if before:
            written(out, before)
        if not is_killed_at(steps, partial(written, out, AFTER)):
            return
        yield out
    raise AssertionError("it never ends")


@pytest.mark.parametrize("before", [{}, BEFORE], ids=["first", "later"])
def test_at_whatever_step_it_dies(tmp_path: Path, before: dict[str, str]) -> None:
    """Each file is the old or the new one; the set is one of both, or a note says it is not."""
    count = 0
    for out in moments(tmp_path, before):
        count += 1
        found = texts(out) if out.exists() else {}
        assert set(found.items()) <= set(before.items()) | set(AFTER.items())
        assert found in (before, AFTER) or placing.is_unfinished(out)
        publish.refuse_foreign(out)  # it is known as ours

        written(out, AFTER)
        assert texts(out) == AFTER
        assert not placing.is_unfinished(out) and not (out / STAGING).exists()
        assert sorted(one.name for one in out.iterdir() if one.is_dir()) == [
            "new", "recursos", "turns", "ñandú",
        ]  # fmt: skip
    assert count > 12


def test_what_was_begun_is_finished_without_building(tmp_path: Path) -> None:
    """Where the next build has faults to tell, the site is whole all the same."""
    ended = set()
    for out in moments(tmp_path, BEFORE):
        begun = placing.has_journal(out)
        assert placing.finish(out) is begun
        ended.add(begun)
        assert texts(out) == (AFTER if begun else texts(out))
        assert not placing.is_unfinished(out)
        assert texts(out) in (BEFORE, AFTER)
    assert ended == {True, False}


def test_a_disk_that_is_full_at_whatever_step(tmp_path: Path) -> None:
    """Nothing has changed, or the journal is there; with room again the next one is right."""

    def full() -> None:
        raise OSError(28, "No space left on device")

    for steps in range(200):
        out = tmp_path / f"{steps}"
        written(out, BEFORE)
        try:
            with instead_of(steps, full):
                written(out, AFTER)
            break
        except OSError:
            assert texts(out) in (BEFORE, AFTER) or placing.is_unfinished(out)
        written(out, AFTER)
        assert texts(out) == AFTER
    assert steps > 8


def test_a_reader_sees_the_note_and_only_meanwhile(tmp_path: Path) -> None:
    """It is a page that hosts serve, in Spanish and English."""
    (_, *_, out) = [*(one for one in moments(tmp_path, BEFORE) if (one / NOTE).exists())]

    told = (out / NOTE).read_text(encoding="utf-8")
    assert "Este sitio se está escribiendo" in told and "This site is being written" in told
    assert placing.finish(out)
    assert not (out / NOTE).exists()


@pytest.mark.parametrize(
    "name", ["../outside", "/outside", "a/../../outside", "a//b", ".", "a/./b"]
)
def test_a_journal_that_leads_outside_is_none(tmp_path: Path, name: str) -> None:
    """What a copied folder brings along moves and removes nothing elsewhere."""
    outside, out = tmp_path / "outside", tmp_path / "site"
    outside.write_text("years of work")
    staging = out / STAGING
    staging.mkdir(parents=True)
    for change in (
        placing.Change({name: "0"}, frozenset()),
        placing.Change({}, frozenset({name})),
        placing.Change({"index.html": "../../outside"}, frozenset()),
    ):
        placing._write_journal(staging, change)
        assert placing.finish(out) is False

    assert outside.read_text() == "years of work"


@pytest.mark.parametrize("cut", [0, 1, 70, -1])
def test_half_a_journal_is_none(tmp_path: Path, cut: int) -> None:
    """So is one of which a bit has changed."""
    staging = tmp_path / STAGING
    staging.mkdir()
    placing._write_journal(staging, placing.Change({"a": "0"}, frozenset()))
    (journal,) = staging.iterdir()
    whole = journal.read_bytes()

    journal.write_bytes(whole[:cut])
    assert not placing.has_journal(tmp_path)
    journal.write_bytes(whole.replace(b'"a"', b'"b"'))
    assert not placing.has_journal(tmp_path)
    journal.write_bytes(whole)
    assert placing.has_journal(tmp_path)


def test_a_note_without_a_journal_goes_with_the_next_build(tmp_path: Path) -> None:
    """Somebody has removed the hidden folder: the build is right, and says so."""
    written(tmp_path, BEFORE)
    (tmp_path / NOTE).write_text("x")
    assert placing.is_unfinished(tmp_path)

    written(tmp_path, BEFORE)

    assert not placing.is_unfinished(tmp_path)
    assert texts(tmp_path) == BEFORE
    shutil.rmtree(tmp_path / "old")
