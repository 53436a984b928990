"""New texts of several files → all of them on the disk, or none."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from generator.occupancy import alone_in
from generator.sheets import journal


class Moved(Exception):
    """A file is not what it was when it was read; its path."""


def write_all(root: Path, texts: Mapping[str, str], originals: Mapping[str, bytes]) -> None:
    """Every file is written beside its place; once all are, they are moved there.

    A failure undoes what was done, and what is killed is finished by the next command
    (`journal`). `Moved` where somebody has changed a file since it was read
    into `originals`; OSError where the disk refuses.
    """
    with alone_in(root):
        _write_all(root, texts, originals)


def _write_all(root: Path, texts: Mapping[str, str], originals: Mapping[str, bytes]) -> None:
    for path in texts:
        if _now(root / path) != originals.get(path):
            raise Moved(path)
    asides: dict[str, Path] = {}
    moved: list[str] = []
    folders: list[Path] = []
    try:
        for path, text in texts.items():
            folders += _made_folders(root / path)
            asides[path] = _written_aside(root / path, text)
        journal.write(root, asides)
        for path, aside in asides.items():
            os.replace(aside, root / path)
            moved.append(path)
    except BaseException:
        journal.clear(root)
        for path in moved:
            _restore(root / path, originals.get(path))
        for aside in asides.values():
            aside.unlink(missing_ok=True)
        for folder in reversed(folders):
            folder.rmdir()
        raise
    journal.clear(root)


def _now(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None


def _made_folders(file: Path) -> list[Path]:
    missing = [folder for folder in file.parents if not folder.exists()][::-1]
    for folder in missing:
        folder.mkdir()
    return missing


def _written_aside(file: Path, text: str) -> Path:
    """A hidden file beside the place, so that an interrupted write is none of the registry's."""
    aside = file.with_name(f".{file.name}.{os.getpid()}")
    with aside.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    if file.exists():
        shutil.copymode(file, aside)
    return aside


def _restore(file: Path, before: bytes | None) -> None:
    if before is None:
        file.unlink(missing_ok=True)
    else:
        os.replace(_written_aside(file, before.decode("utf-8")), file)


def write_bytes(file: Path, data: bytes) -> None:
    """Write a file whole or not at all, with the folders it needs."""
    file.parent.mkdir(parents=True, exist_ok=True)
    aside = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        aside.write_bytes(data)
        os.replace(aside, file)
    finally:
        aside.unlink(missing_ok=True)
