"""New text of a file → the file, whole or not at all."""

import os
import shutil
from pathlib import Path


def replace(path: Path, text: str) -> None:
    """Give a file another text; who reads it meanwhile finds the old one or the new one."""
    aside = _written_aside(path, text)
    try:
        shutil.copymode(path, aside)
        os.replace(aside, path)
    finally:
        aside.unlink(missing_ok=True)


def create(path: Path, text: str) -> None:
    """Write a new file and the folders it needs; FileExistsError where there is one already."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = _written_aside(path, text)
    try:
        os.link(aside, path)  # unlike a renaming, it never takes another file's place
    except FileExistsError:
        raise
    except OSError:  # no links on this disk
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    finally:
        aside.unlink(missing_ok=True)


def _written_aside(path: Path, text: str) -> Path:
    """A file beside `path`, hidden, so that an interrupted write is no file of the registry."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    with aside.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    return aside
