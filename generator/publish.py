"""Finished files → the site's folder: only what changed is written, and all of it or nothing."""

import fcntl
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

MARK = "recursos/registro.css"
"""A file that every site of ours has: a folder without it is not ours to clean."""
STAGING = ".en-obra"


class ForeignFolder(Exception):
    """The output folder holds files that no build of ours wrote."""


@dataclass(frozen=True, slots=True)
class Published:
    """How many files the site has, and how many were written and removed."""

    files: int
    written: int
    removed: int


def publish(out: Path, files: Iterable[tuple[str, bytes]]) -> Published:
    """Make `out` hold exactly `files` (path in the site, content).

    What changed is first written aside and moved in place when everything is there, so that a
    build that fails midway leaves the site as it was. Dot files are nobody's business here.
    """
    refuse_foreign(out)
    out.mkdir(parents=True, exist_ok=True)
    with _alone_in(out), _staging(out) as staging:
        names, changed = _stage(out, staging, files)
        for name in sorted(changed, key=lambda name: name != MARK):
            _move(changed[name], f"{out}/{name}")
        removed = _remove_others(out, names)
    return Published(len(names), len(changed), removed)


def refuse_foreign(out: Path) -> None:
    """ForeignFolder unless `out` is absent, empty or a site of ours."""
    if not out.exists():
        return
    if not out.is_dir():
        raise ForeignFolder(str(out))
    if not (out / MARK).exists() and any(not p.name.startswith(".") for p in out.iterdir()):
        raise ForeignFolder(str(out))


@contextmanager
def _alone_in(out: Path) -> Iterator[None]:
    """One publisher at a time; the lock goes with the process, however that ends."""
    descriptor = os.open(out, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


@contextmanager
def _staging(out: Path) -> Iterator[Path]:
    """A folder inside `out`, because only there is moving a file in place surely one step."""
    staging = out / STAGING
    shutil.rmtree(staging, ignore_errors=True)
    try:
        yield staging
    finally:
        shutil.rmtree(staging, ignore_errors=True)
        _remove_if_empty(out)


def _stage(
    out: Path, staging: Path, files: Iterable[tuple[str, bytes]]
) -> tuple[set[str], dict[str, str]]:
    """The names of all files, and where each changed one waits: side by side, so that writing
    aside costs no folders.
    """
    names: set[str] = set()
    changed: dict[str, str] = {}
    staging.mkdir()
    for name, content in files:
        if name in names:
            raise ValueError(f"two files for one address: {name}")
        names.add(name)
        if _differs(f"{out}/{name}", content):
            changed[name] = f"{staging}/{len(changed)}"
            with open(changed[name], "wb") as file:
                file.write(content)
    return names, changed


def _differs(path: str, content: bytes) -> bool:
    try:
        if os.stat(path).st_size != len(content):
            return True
        with open(path, "rb") as file:
            return file.read() != content
    except OSError:
        return True


def _move(source: str, target: str) -> None:
    try:
        os.replace(source, target)
    except OSError:
        _make_way(Path(target))
        os.replace(source, target)


def _make_way(target: Path) -> None:
    """Give a file its folder, and its place where a folder stood; a file may stand in the way."""
    if target.is_dir():
        shutil.rmtree(target)
    for parent in target.parents:
        if parent.is_file():
            parent.unlink()
    target.parent.mkdir(parents=True, exist_ok=True)


def _remove_others(out: Path, names: set[str]) -> int:
    removed = 0
    for folder, folders, files in os.walk(out, topdown=False):
        inside = Path(folder).relative_to(out)
        if any(part.startswith(".") for part in inside.parts):
            continue
        others = [
            f for f in files if not f.startswith(".") and (inside / f).as_posix() not in names
        ]
        for file in others:
            (Path(folder) / file).unlink()
        removed += len(others)
        if others or folders or not files:
            _remove_if_empty(Path(folder))
    return removed


def _remove_if_empty(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:
        return
