"""A site → a whole copy of it, changed beside it, that takes its place in one step.

The copy is made of links to the same files, so that it costs no room and unchanged files stay what
they are; a changed one is never written to, but replaced.
"""

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from generator.occupancy import Alone
from generator.placing import NOTE, STAGING
from generator.publish import Published

_NEW, _OLD = "sitio", "anterior"
_AT_ONCE = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS
_HERE = -100  # AT_FDCWD


def swap(out: Path, alone: Alone, publish: Callable[[Path], Published]) -> Published:
    """Publish into a copy of `out`, and put it in the place of `out`.

    OSError where the folder cannot be swapped, such as a disk of its own.
    """
    real = out.resolve()
    if real.stat().st_dev != real.parent.stat().st_dev:
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV), str(out))
    room = _room(real)
    room.mkdir()
    try:
        (room / NOTE).touch()  # by which it is known as ours
        aside = room / _NEW
        aside.mkdir()
        _link_tree(real, aside)
        alone.also(aside)
        published = publish(aside)
        if published.written or published.removed:
            _exchange(aside, real, room / _OLD)
    finally:
        _clear(room)
    return published


def tidy(out: Path, alone: Alone) -> None:
    """Clear away what an interrupted swap left beside a site, which itself is whole."""
    real = out.resolve()
    room = _room(real)
    if not room.is_dir() or (any(room.iterdir()) and not (room / NOTE).exists()):
        return
    if (room / _OLD).exists() and not any(real.iterdir()):
        os.rename(room / _OLD, real)  # it ended between the two steps of a swap
        alone.also(real)
    _clear(room)


def _room(real: Path) -> Path:
    """A folder beside a site, for what is to take its place."""
    return real.with_name(f".{real.name}{STAGING}")


def _clear(room: Path) -> None:
    """Remove it, and last of all by what it is known."""
    for folder in (room / _NEW, room / _OLD):
        shutil.rmtree(folder, ignore_errors=True)
    (room / NOTE).unlink(missing_ok=True)
    room.rmdir()


def _link_tree(source: Path, target: Path) -> None:
    """Links to every file, dot files too, in folders of the same age."""
    with os.scandir(source) as found:
        for entry in found:
            place = target / entry.name
            if entry.is_dir(follow_symlinks=False):
                place.mkdir()
                _link_tree(Path(entry.path), place)
            else:
                _link(entry.path, place)
    shutil.copystat(source, target)


def _link(source: str, target: Path) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:  # no links on this disk
        shutil.copy2(source, target, follow_symlinks=False)


def _exchange(new: Path, old: Path, before: Path) -> None:
    """In one step where the system can, else in two; `new` or `before` then holds what was."""
    if _exchanged(new, old):
        return
    os.rename(old, before)
    try:
        os.rename(new, old)
    except OSError:
        os.rename(before, old)
        raise


def _exchanged(new: Path, old: Path) -> bool:
    paths = os.fsencode(new), os.fsencode(old)
    with suppress(OSError, AttributeError):
        system = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            return bool(system.renamex_np(*paths, _AT_ONCE) == 0)
        return bool(system.renameat2(_HERE, paths[0], _HERE, paths[1], _AT_ONCE) == 0)
    return False
