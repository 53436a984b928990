"""A registry's folder → the record files in it, and a fault for every file that has no place."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator import folding
from generator.model import COLLECTIONS, SINGLE_FILES
from generator.problem import Place, Problem

IGNORED = "README.md"
INBOX = "entrada"
"""Where staff drop spreadsheets; nothing in it is a record."""

VOCABULARY = "vocabulario"
_FOLDERS = (*sorted(COLLECTIONS), VOCABULARY)
_LISTED = ", ".join(_FOLDERS)


@dataclass(frozen=True, slots=True, order=True)
class RecordFile:
    """A file to be read: its path in the registry, and its collection ("" for a single file)."""

    path: str
    collection: str

    @property
    def id(self) -> str:
        """The record's id, which is the file's stem."""
        return self.path.rsplit("/", 1)[-1].removesuffix(".yaml")


@dataclass(frozen=True, slots=True)
class Listing:
    """The record files of a registry in a fixed order, what does not belong, and where it is.

    `strays` are the files that nobody reads: what refers to a record in them is not at fault.
    """

    files: tuple[RecordFile, ...]
    problems: tuple[Problem, ...]
    strays: tuple[str, ...]


def listing(root: Path) -> Listing:
    """All that stands below `root`."""
    files: list[RecordFile] = []
    problems: list[Problem] = []
    strays: list[str] = []
    for seen in sorted(_walk(root, ""), key=lambda seen: seen.path):
        if file := _record_file(seen):
            files.append(file)
        else:
            problems.append(_problem(seen))
            strays += _inside(root, seen)
    return Listing(tuple(files), tuple(problems), tuple(strays))


@dataclass(frozen=True, slots=True)
class _Seen:
    path: str
    kind: Literal["file", "folder", "link", "closed", "other"]

    @property
    def name(self) -> str:
        return self.path.rsplit("/", 1)[-1]


def _walk(root: Path, inside: str) -> Iterator[_Seen]:
    try:
        entries = list(os.scandir(root / inside))
    except OSError:
        yield _Seen(inside, "closed")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = f"{inside}/{entry.name}" if inside else entry.name
        if entry.is_symlink():
            yield _Seen(path, "link")
        elif entry.is_dir():
            yield from _folder(root, path)
        elif not entry.is_file():
            yield _Seen(path, "other")
        elif entry.name != IGNORED:
            yield _Seen(path, "file")


def _folder(root: Path, path: str) -> Iterator[_Seen]:
    if path == INBOX:
        return
    if path.split("/", 1)[0] in COLLECTIONS or path == VOCABULARY:
        yield from _walk(root, path)
    else:
        yield _Seen(path, "folder")


def _record_file(seen: _Seen) -> RecordFile | None:
    if seen.kind != "file":
        return None
    if seen.path in SINGLE_FILES:
        return RecordFile(seen.path, "")
    top, _, rest = seen.path.partition("/")
    is_record = rest and top in COLLECTIONS and seen.path.endswith(".yaml")
    return RecordFile(seen.path, top) if is_record else None


def _problem(seen: _Seen) -> Problem:
    place = Place(seen.path)
    named: dict[str, object] = {"name": seen.name}
    if seen.kind == "closed":
        return Problem(place, "APL094", named)
    if seen.kind == "link":
        return Problem(place, "APL093", named)
    if seen.kind == "other":
        return Problem(place, "APL095", named)
    if seen.kind == "folder" and "/" in seen.path:
        return Problem(place, "APL096", named)
    if seen.kind == "folder":
        return Problem(place, "APL091", _folder_params(seen))
    return _of_a_file(seen, place, named)


def _of_a_file(seen: _Seen, place: Place, named: dict[str, object]) -> Problem:
    if seen.path in _FOLDERS:
        return Problem(place, "APL097", named)
    if not seen.path.endswith(".yaml"):
        return Problem(place, "APL092", _with_suggestion(named, _renamed(seen.name)))
    named = _with_suggestion({**named, "folders": _LISTED}, _single_file(seen))
    is_list = seen.path.startswith(f"{VOCABULARY}/")
    return Problem(place, "APL096" if is_list else "APL090", named)


def _folder_params(seen: _Seen) -> dict[str, object]:
    params: dict[str, object] = {"name": seen.name, "folders": _LISTED}
    return _with_suggestion(params, folding.closest(seen.path, _FOLDERS))


def _renamed(name: str) -> str | None:
    """`vino.yaml` for `vino.yml` and `vino.YAML`."""
    stem, dot, ending = name.rpartition(".")
    return f"{stem}.yaml" if dot and ending.lower() in ("yml", "yaml") else None


def _single_file(seen: _Seen) -> str | None:
    """The file that this one was meant to be, by its name alone."""
    stems = {name.rpartition("/")[2].removesuffix(".yaml"): name for name in SINGLE_FILES}
    return stems.get(folding.closest(seen.name.removesuffix(".yaml"), stems) or "")


def _with_suggestion(params: dict[str, object], close: str | None) -> dict[str, object]:
    return {**params, "suggestion": close} if close else params


def _inside(root: Path, seen: _Seen) -> Iterator[str]:
    """The files in what has no place, links not followed."""
    if seen.kind == "folder":
        for folder, _, names in os.walk(root / seen.path):
            yield from (os.path.relpath(os.path.join(folder, name), root) for name in names)
    else:
        yield seen.path
