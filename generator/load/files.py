"""A registry's folder → the record files in it, and a fault for every file that has no place."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.model import COLLECTIONS, SINGLE_FILES
from generator.problem import Place, Problem

IGNORED = "README.md"
INBOX = "entrada"
"""Where staff drop spreadsheets; nothing in it is a record."""

VOCABULARY = "vocabulario"


@dataclass(frozen=True, slots=True, order=True)
class RecordFile:
    """A file to be read: its path in the registry, and its collection ("" for a single file)."""

    path: str
    collection: str

    @property
    def id(self) -> str:
        """The record's id, which is the file's stem."""
        return Path(self.path).stem


def record_files(root: Path) -> tuple[list[RecordFile], list[Problem]]:
    """All record files below `root` in a fixed order, and what does not belong there."""
    files: list[RecordFile] = []
    problems: list[Problem] = []
    for path in sorted(_walk(root, ""), key=lambda entry: entry.path):
        found = _classified(path)
        if isinstance(found, RecordFile):
            files.append(found)
        elif found is not None:
            problems.append(found)
    return files, problems


@dataclass(frozen=True, slots=True)
class _Seen:
    path: str
    kind: str  # "file", "folder", "link" or "other"


def _walk(root: Path, inside: str) -> Iterator[_Seen]:
    with os.scandir(root / inside) as entries:
        for entry in entries:
            if entry.name.startswith(".") or entry.name == IGNORED:
                continue
            path = f"{inside}/{entry.name}" if inside else entry.name
            if entry.is_symlink():
                yield _Seen(path, "link")
            elif entry.is_dir():
                yield from _folder(root, path)
            else:
                yield _Seen(path, "file" if entry.is_file() else "other")


def _folder(root: Path, path: str) -> Iterator[_Seen]:
    top = path.split("/", 1)[0]
    if path == INBOX:
        return
    if top in COLLECTIONS or path == VOCABULARY:
        yield from _walk(root, path)
    else:
        yield _Seen(path, "folder")


def _classified(seen: _Seen) -> RecordFile | Problem | None:
    place = Place(seen.path)
    if seen.kind == "link":
        return Problem(place, "APL093")
    if seen.kind == "folder":
        return Problem(place, "APL091", {"folders": _folder_names()})
    if seen.path in SINGLE_FILES and seen.kind == "file":
        return RecordFile(seen.path, "")
    top, _, rest = seen.path.partition("/")
    if seen.kind == "other" or not seen.path.endswith(".yaml"):
        return Problem(place, "APL092", {"name": seen.path.rsplit("/", 1)[-1]})
    if rest and top in COLLECTIONS:
        return RecordFile(seen.path, top)
    return Problem(place, "APL090", {"name": seen.path.rsplit("/", 1)[-1]})


def _folder_names() -> str:
    return ", ".join([*sorted(COLLECTIONS), VOCABULARY])
