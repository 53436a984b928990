"""A whole folder takes another's place."""

import os
from functools import partial
from pathlib import Path
from threading import Thread

import pytest

from generator import publish, swapping
from generator.occupancy import alone_in
from generator.publish import MARK, Files, Published
from tests.small_project import tree
from tests.steps import is_killed_at
from tests.test_placing import AFTER, BEFORE, texts, written


def swapped(out: Path, files: dict[str, str]) -> Published:
    def fill(put: Files) -> None:
        for name, text in files.items():
            put.put(name, text.encode())

    with alone_in(out) as alone:
        swapping.tidy(out, alone)
        return swapping.swap(out, alone, lambda place: publish.publish(place, fill))


@pytest.fixture(params=["at once", "in two steps"])
def _system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "in two steps":
        monkeypatch.setattr(swapping, "_exchanged", lambda *_: False)


@pytest.mark.usefixtures("_system")
def test_the_new_folder_is_the_whole_site(tmp_path: Path) -> None:
    """Nothing stays beside it; files that did not change are the same files as before."""
    out = tmp_path / "site"
    written(out, BEFORE)
    (out / ".git").mkdir()
    (out / ".git" / "HEAD").write_text("ref")
    same = (out / "same").stat()

    published = swapped(out, AFTER)

    assert published == Published(6, 5, 2)
    assert texts(out) == {**AFTER, ".git/HEAD": "ref"}
    assert (out / "same").stat().st_ino == same.st_ino
    assert (out / "same").stat().st_mtime_ns == same.st_mtime_ns
    assert [one.name for one in tmp_path.iterdir()] == ["site"]


@pytest.mark.usefixtures("_system")
def test_a_first_site_is_swapped_in_too(tmp_path: Path) -> None:
    """For an empty folder; a second time without changes leaves the folder itself."""
    out = tmp_path / "site"
    swapped(out, AFTER)
    first = out.stat().st_ino

    assert swapped(out, AFTER).written == 0
    assert (texts(out), out.stat().st_ino) == (AFTER, first)


def test_a_link_to_the_site_stays_a_link(tmp_path: Path) -> None:
    """The folder that it leads to is what is swapped."""
    written(tmp_path / "real", BEFORE)
    (tmp_path / "site").symlink_to("real")

    swapped(tmp_path / "site", AFTER)

    assert (tmp_path / "site").is_symlink()
    assert texts(tmp_path / "real") == AFTER


def test_a_failure_leaves_the_site_and_nothing_beside(tmp_path: Path) -> None:
    """Whatever could not be made."""
    out = tmp_path / "site"
    written(out, BEFORE)

    def fails(place: Path) -> Published:
        raise OSError(28, "No space left on device", str(place))

    with pytest.raises(OSError, match="No space"), alone_in(out) as alone:
        swapping.swap(out, alone, fails)

    assert tree(tmp_path).keys() == {f"site/{name}" for name in BEFORE}


def test_readers_see_one_whole_site(tmp_path: Path) -> None:
    """Whoever reads while it is swapped back and forth finds the old files or the new ones."""
    out = tmp_path / "site"
    written(out, BEFORE)
    pairs, done = set(), []

    def read() -> None:
        while not done:
            folder = os.open(out, os.O_RDONLY | os.O_DIRECTORY)  # as a server's request would
            texts = []
            for name in (MARK, "index.html"):
                file = os.open(name, os.O_RDONLY, dir_fd=folder)
                texts.append(os.read(file, 99))
                os.close(file)
            pairs.add(tuple(texts))
            os.close(folder)

    reader = Thread(target=_forgiving(read))
    reader.start()
    for _ in range(20):
        swapped(out, AFTER)
        swapped(out, BEFORE)
    done.append(True)
    reader.join()

    assert pairs <= {(b"css", b"one"), (b"new css", b"two")} and pairs


def _forgiving(read):  # type: ignore[no-untyped-def]
    """The old folder may go while it is read: its files are not there then, but never others."""

    def again() -> None:
        while True:
            try:
                return read()
            except FileNotFoundError:
                continue

    return again


@pytest.mark.usefixtures("_system")
def test_at_whatever_step_it_is_killed(tmp_path: Path) -> None:
    """The site is whole, and the next build clears away what lies beside it."""
    small, new = {MARK: "css", "a": "a"}, {MARK: "new", "b/b": "b"}
    seen = set()
    for steps in range(60):
        folder = tmp_path / f"{steps}"
        folder.mkdir()
        out = folder / "site"
        written(out, small)
        ended = is_killed_at(steps, partial(swapped, out, new))
        with alone_in(out) as alone:
            swapping.tidy(out, alone)
        assert texts(out) in (small, new)
        assert [one.name for one in folder.iterdir()] == ["site"]
        seen.add(texts(out) == new)
        if not ended:
            break
    assert seen == {True, False} and steps > 15


def test_what_is_not_ours_beside_it_stays(tmp_path: Path) -> None:
    """A folder that happens to be called so is not cleared away, and the build says it is there."""
    out = tmp_path / "site"
    written(out, BEFORE)
    (tmp_path / ".site.en-obra").mkdir()
    (tmp_path / ".site.en-obra" / "work").write_text("years")

    with pytest.raises(FileExistsError):
        swapped(out, AFTER)

    assert (tmp_path / ".site.en-obra" / "work").read_text() == "years"
    assert texts(out) == BEFORE
