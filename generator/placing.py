"""Files that wait aside → their places in a site, by a list that a later command can finish.

All that changes is written aside first. Then a journal of it is written, and a note in the site
that it is between two states; then files are moved and removed, and note and journal go. Whoever
finds a journal does what is left of it: a file that waits no more is in its place already.
"""

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator.turns import take_turns

STAGING = ".en-obra"
NOTE = "en-obra.txt"
"""A file that a site has only while its files may be of two states."""

_JOURNAL, _NOTE_ASIDE = "diario", "nota"
_TOLD = """\
Este sitio se está escribiendo, o algo lo interrumpió: sus archivos pueden ser de dos momentos.
No tome nada de aquí por cierto todavía. La próxima orden «apl build» lo termina.

This site is being written, or that was interrupted: its files may be of two moments.
Rely on nothing here yet. The next “apl build” finishes it.
"""


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of a site: `waiting` names files and what they are called in the staging."""

    waiting: Mapping[str, str]
    gone: frozenset[str]


def place(out: Path, change: Change, first: str) -> None:
    """Do it, beginning with the file `first`; what interrupts it leaves what `finish` needs."""
    if not change.waiting and not change.gone:
        (out / NOTE).unlink(missing_ok=True)
        return
    made: list[str] = []
    try:
        if os.path.lexists(f"{out}/{first}"):  # else there is no site yet that this could spare
            _make_folders(out, change.waiting, made)
        (out / STAGING / _NOTE_ASIDE).write_text(_TOLD, encoding="utf-8")
        _write_journal(out / STAGING, change)
    except BaseException:  # no room, say: nothing has happened to the site yet
        for folder in reversed(made):
            remove_if_empty(Path(folder))
        raise
    if first in change.waiting:
        _move(f"{out}/{STAGING}/{change.waiting[first]}", f"{out}/{first}")
    _carry_out(out, change)


def finish(out: Path) -> bool:
    """Do what is left of a change that was interrupted; whether there was one."""
    change = _journal(out / STAGING)
    if change is None:
        return False
    _carry_out(out, change)
    shutil.rmtree(out / STAGING)
    return True


def has_journal(out: Path) -> bool:
    """Whether there is something to finish."""
    return _journal(out / STAGING) is not None


def is_unfinished(out: Path) -> bool:
    """Whether the files of a site may be of two states."""
    return os.path.lexists(out / NOTE) or has_journal(out)


def _carry_out(out: Path, change: Change) -> None:
    waits = set(os.listdir(out / STAGING))
    if _NOTE_ASIDE in waits:
        os.replace(out / STAGING / _NOTE_ASIDE, out / NOTE)
    names = [name for name, aside in change.waiting.items() if aside in waits]
    take_turns(names, partial(_move_all, out, change.waiting))
    _remove(out, change.gone)
    (out / NOTE).unlink(missing_ok=True)
    (out / STAGING / _JOURNAL).unlink()


# The journal: a digest, and what it tells of.


def _write_journal(staging: Path, change: Change) -> None:
    body = json.dumps({"waiting": dict(change.waiting), "gone": sorted(change.gone)})
    aside = staging / f"{_JOURNAL}.nuevo"
    aside.write_text(f"{_digest(body)}\n{body}", encoding="ascii")
    os.replace(aside, staging / _JOURNAL)


def _journal(staging: Path) -> Change | None:
    """None where there is none, or none that was written whole by a build."""
    try:
        told, _, body = (staging / _JOURNAL).read_text(encoding="ascii").partition("\n")
        held: Any = json.loads(body) if told == _digest(body) else None
        change = Change(dict(held["waiting"]), frozenset(held["gone"]))
    except (OSError, ValueError, LookupError, TypeError):
        return None
    inside = all(map(_is_inside, (*change.waiting, *change.gone)))
    return change if inside and not any("/" in one for one in change.waiting.values()) else None


def _is_inside(name: str) -> bool:
    return all(part not in ("", ".", "..") for part in name.split("/"))


def _digest(body: str) -> str:
    return sha256(body.encode("ascii")).hexdigest()


# Files and folders.


def _make_folders(out: Path, names: Iterable[str], made: list[str]) -> None:
    """Make the folders that are missing, and add them to `made`."""
    wanted = {name.rpartition("/")[0] for name in names} - {""}
    try:
        for folder in sorted(wanted):
            if not os.path.lexists(f"{out}/{folder}"):
                made += _made(f"{out}/{folder}")
    except (NotADirectoryError, FileExistsError):
        return  # a file stands in the way; whatever is moved makes its way then


def _made(folder: str) -> Iterator[str]:
    """Make a folder and those above it that are missing; gives each as it is made."""
    above = os.path.dirname(folder)
    if not os.path.lexists(above):
        yield from _made(above)
    os.mkdir(folder)
    yield folder


def _move_all(out: Path, waiting: Mapping[str, str], turns: Iterator[str]) -> None:
    for name in turns:
        _move(f"{out}/{STAGING}/{waiting[name]}", f"{out}/{name}")


def _move(source: str, target: str) -> None:
    """Most files of a new site want but a folder; making way looks at all that is above."""
    try:
        os.replace(source, target)
    except OSError:
        try:
            os.mkdir(os.path.dirname(target))
        except OSError:
            _make_way(Path(target))
        os.replace(source, target)


def _make_way(target: Path) -> None:
    """Give a file its folder, and its place where a folder stood; a file may stand in the way."""
    if target.is_dir():
        shutil.rmtree(target)
    for parent in target.parents:
        if parent.is_file():
            parent.unlink(missing_ok=True)  # another process may make way as well
    target.parent.mkdir(parents=True, exist_ok=True)


def _remove(out: Path, names: Iterable[str]) -> None:
    """Remove these files, and the folders that are empty without them."""
    for name in names:
        file = out / name
        if file.is_file():  # a folder may stand there now
            file.unlink()
        for folder in file.relative_to(out).parents:
            remove_if_empty(out / folder)


def remove_if_empty(folder: Path) -> None:
    """A folder that holds something stays."""
    try:
        folder.rmdir()
    except OSError:
        return
