"""Files of a site → its folder."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Thread

import pytest

from generator import publish as publishing
from generator.occupancy import alone_in
from generator.publish import MARK, Files, ForeignFolder, Published

SHEET = (MARK, b"body {}")


def publish(out: Path, content: Iterable[tuple[str, bytes]]) -> Published:
    """Publish the files of a list."""

    def fill(files: Files) -> None:
        for name, held in content:
            files.put(name, held)

    publishing.refuse_foreign(out)
    with alone_in(out):
        return publishing.publish(out, fill)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below `folder`, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_folder_holds_exactly_the_files(tmp_path: Path) -> None:
    """A second publishing replaces, adds and removes, and leaves no empty folder."""
    out = tmp_path / "site"
    publish(out, [SHEET, ("index.html", b"one"), ("a/b/index.html", b"x"), ("c/index.html", b"y")])

    published = publish(out, [SHEET, ("index.html", b"two"), ("d/index.html", b"z")])

    assert tree(out) == {MARK: b"body {}", "index.html": b"two", "d/index.html": b"z"}
    assert published == Published(files=3, written=2, removed=2)
    assert sorted(p.name for p in out.iterdir()) == ["d", "index.html", "recursos"]


def test_what_did_not_change_is_not_written(tmp_path: Path) -> None:
    """Files of equal content keep their time, so that deploying sends only what changed."""
    out = tmp_path / "site"
    publish(out, [SHEET, ("index.html", b"same")])
    os.utime(out / "index.html", (1, 1))

    assert publish(out, [SHEET, ("index.html", b"same")]) == Published(2, 0, 0)
    assert (out / "index.html").stat().st_mtime == 1


@pytest.mark.parametrize("before", [[], [SHEET, ("index.html", b"good"), ("old/x", b"old")]])
def test_a_failure_midway_changes_nothing(tmp_path: Path, before: list[tuple[str, bytes]]) -> None:
    """A page that cannot be made leaves the site as it was, and nothing half done beside it."""
    out = tmp_path / "site"
    if before:
        publish(out, before)

    def failing() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"half"
        raise RuntimeError("no page")

    with pytest.raises(RuntimeError, match="no page"):
        publish(out, failing())

    assert tree(tmp_path) == {f"site/{name}": content for name, content in before}


@pytest.mark.parametrize("name", ["thesis.docx", "folder/notes.txt", "index.html"])
def test_a_foreign_folder_is_refused(tmp_path: Path, name: str) -> None:
    """A folder with files that no build of ours wrote is never cleaned."""
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(b"years of work")

    with pytest.raises(ForeignFolder):
        publish(tmp_path, [SHEET])

    assert tree(tmp_path) == {name: b"years of work"}


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """An output path that is a file is refused as foreign."""
    out = tmp_path / "site"
    out.write_bytes(b"a file")

    with pytest.raises(ForeignFolder):
        publish(out, [SHEET])

    assert out.read_bytes() == b"a file"


def test_dot_files_are_nobody_s_business(tmp_path: Path) -> None:
    """A folder of only dot files is free, and they stay: `.git` of a published branch."""
    (tmp_path / ".git" / "refs").mkdir(parents=True)
    (tmp_path / ".git" / "refs" / "main").write_bytes(b"abc")
    (tmp_path / ".nojekyll").write_bytes(b"")

    publish(tmp_path, [SHEET, ("index.html", b"x")])

    expected = {".git/refs/main": b"abc", ".nojekyll": b"", MARK: b"body {}", "index.html": b"x"}
    assert tree(tmp_path) == expected


def test_a_file_gives_way_to_a_folder_and_back(tmp_path: Path) -> None:
    """An address that turns from a file into a folder, or back, is no obstacle."""
    publish(tmp_path, [SHEET, ("a", b"file"), ("b/index.html", b"folder")])
    publish(tmp_path, [SHEET, ("a/index.html", b"folder"), ("b", b"file")])

    assert tree(tmp_path) == {MARK: b"body {}", "a/index.html": b"folder", "b": b"file"}


def test_two_files_for_one_address_are_our_mistake(tmp_path: Path) -> None:
    """The same address twice never silently loses one of its pages."""
    with pytest.raises(ValueError, match=r"two files for one address: index\.html"):
        publish(tmp_path, [SHEET, ("index.html", b"a"), ("index.html", b"b")])


def test_a_build_that_was_killed_does_not_make_the_folder_foreign(tmp_path: Path) -> None:
    """The mark goes in first, and a leftover of staging is cleared away."""
    out = tmp_path / "site"
    (out / ".en-obra" / "recursos").mkdir(parents=True)
    (out / ".en-obra" / "recursos" / "half").write_bytes(b"")
    moved: list[str] = []
    replace = os.replace

    def watched(source: str, target: str) -> None:
        if ".en-obra" not in str(target):
            moved.append(Path(target).relative_to(out).as_posix())
        replace(source, target)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "replace", watched)
        publish(out, [("a.html", b"a"), SHEET, ("b.html", b"b")])

    assert moved[0] == "recursos"  # whole, as all folders of a new site
    assert tree(out) == {"a.html": b"a", MARK: b"body {}", "b.html": b"b"}


def test_one_publisher_at_a_time(tmp_path: Path) -> None:
    """A second build into the same folder waits for the first, and neither breaks the other."""
    out = tmp_path / "site"
    done: list[str] = []

    def second() -> None:
        publish(out, [SHEET, ("index.html", b"second")])
        done.append("second")

    other = Thread(target=second)

    def first() -> Iterator[tuple[str, bytes]]:
        yield SHEET
        other.start()
        other.join(0.3)  # time enough to go wrong
        yield "index.html", b"first"

    publish(out, first())
    done.append("first")
    other.join()

    assert sorted(done) == ["first", "second"]
    assert tree(out) == {MARK: b"body {}", "index.html": b"second"}


def test_a_part_is_added_to_the_whole(tmp_path: Path) -> None:
    """What another process made counts as if it had been put here; so do its twins."""

    def fill(files: Files) -> None:
        part = files.part("two")
        part.put("b.html", b"b")
        files.put("a.html", b"a")
        files.put(*SHEET)
        files.add(part)

    assert publishing.publish(tmp_path, fill) == Published(3, 3, 0)
    assert tree(tmp_path) == {"a.html": b"a", "b.html": b"b", MARK: b"body {}"}

    def fill_twice(files: Files) -> None:
        fill(files)
        twin = files.part("three")
        twin.put("a.html", b"again")
        files.add(twin)

    for out in (tmp_path, tmp_path / "new"):
        with pytest.raises(ValueError, match="two files for one address: a"):
            publishing.publish(out, fill_twice)
    assert tree(tmp_path) == {"a.html": b"a", "b.html": b"b", MARK: b"body {}"}


def test_a_new_site_moves_by_its_folders(tmp_path: Path) -> None:
    """Moving one file after another is for a site that has others."""
    moved = []

    def fill(files: Files) -> None:
        files.put(*SHEET)
        files.put("a/b/index.html", b"x")
        files.put("a/c/index.html", b"y")
        files.put("diario", b"z")
        moved.append(files.moves())

    for _ in range(2):
        publishing.publish(tmp_path, fill)
        (tmp_path / "a/b/index.html").write_bytes(b"changed")

    assert [set(one) for one in moved] == [{"recursos", "a", "diario"}, {"a/b/index.html"}]
    assert (tmp_path / "diario").read_bytes() == b"z"


def test_dot_files_in_a_folder_of_a_new_site_stay(tmp_path: Path) -> None:
    """A folder that holds nothing of ours is not replaced by one that does."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a/.gitkeep").touch()

    publish(tmp_path, [SHEET, ("a/index.html", b"x")])

    assert tree(tmp_path) == {MARK: b"body {}", "a/.gitkeep": b"", "a/index.html": b"x"}
