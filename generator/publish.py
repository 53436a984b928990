"""Finished files → the site's folder: only what changed is written, and all of it or nothing."""

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

MARK = "recursos/registro.css"
"""A file that every site of ours has: a folder without it is not ours to clean."""


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

    What changed is first written beside `out` and moved in place when everything is there, so
    that a build that fails midway leaves the site as it was. Dot files are nobody's business here.
    """
    if not _is_ours(out):
        raise ForeignFolder(str(out))
    out.mkdir(parents=True, exist_ok=True)
    staging = out.parent / f".{out.name}.nuevo"
    shutil.rmtree(staging, ignore_errors=True)
    try:
        names, changed = _stage(out, staging, files)
        for name in changed:
            _move(staging / name, out / name)
        removed = _remove_others(out, names)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return Published(len(names), len(changed), removed)


def _is_ours(out: Path) -> bool:
    if not out.exists():
        return True
    if not out.is_dir():
        return False
    return (out / MARK).exists() or not any(not p.name.startswith(".") for p in out.iterdir())


def _stage(
    out: Path, staging: Path, files: Iterable[tuple[str, bytes]]
) -> tuple[set[str], list[str]]:
    names: set[str] = set()
    changed: list[str] = []
    for name, content in files:
        if name in names:
            raise ValueError(f"two files for one address: {name}")
        names.add(name)
        if _differs(out / name, content):
            target = staging / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
            changed.append(name)
    return names, changed


def _differs(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size != len(content) or path.read_bytes() != content
    except OSError:
        return True


def _move(source: Path, target: Path) -> None:
    if target.is_dir():
        shutil.rmtree(target)
    for parent in target.parents:
        if parent.is_file():
            parent.unlink()
    target.parent.mkdir(parents=True, exist_ok=True)
    os.replace(source, target)


def _remove_others(out: Path, names: set[str]) -> int:
    removed = 0
    for folder, folders, files in os.walk(out, topdown=False):
        inside = Path(folder).relative_to(out)
        if any(part.startswith(".") for part in inside.parts):
            continue
        for file in files:
            if not file.startswith(".") and (inside / file).as_posix() not in names:
                (Path(folder) / file).unlink()
                removed += 1
        if folders and inside.parts or not files and inside.parts:
            _remove_if_empty(Path(folder))
    return removed


def _remove_if_empty(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:
        return
