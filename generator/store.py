"""Values that spare the next run its work ↔ files below the cache, in which nothing is trusted.

A file counts only if it was written under the same key and not a bit of it has changed since.
"""

import os
import pickle
from contextlib import suppress
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

from generator import collector

MOST = 8
"""Files of one kind kept side by side: each is of another registry or site."""

_DAMAGED = (OSError, ValueError, pickle.UnpicklingError, EOFError, AttributeError, ImportError)


class Keeper:
    """Values of one owner, a file for each kind, all under one key."""

    def __init__(self, folder: Path, owner: str, key: str) -> None:
        self._folder, self._owner, self._key = folder, owner, key

    def kept(self, kind: str) -> Any | None:
        """The value of a kind, as `kept` gives it."""
        return kept(self._file(kind), self._key)

    def keep(self, kind: str, value: object) -> None:
        """Keep the value of a kind."""
        keep(self._file(kind), self._key, value)

    def _file(self, kind: str) -> Path:
        return self._folder / f"{self._owner}.{kind}"


def kept(file: Path, key: str) -> Any | None:
    """What was kept under `key`; None where nothing was, or it can no longer be trusted."""
    try:
        with open(file, "rb") as stream:
            head = stream.readline(200)
            # Gone through twice rather than held twice: some of these files are large.
            if head.decode("ascii").split() != [key, file_digest(stream, "sha256").hexdigest()]:
                return None
            stream.seek(len(head))
            with collector.at_rest():
                return pickle.load(stream)
    except (*_DAMAGED, LookupError, TypeError):
        return None


def keep(file: Path, key: str, value: object, most: int | None = MOST) -> None:
    """Keep a value, and `most` files of its kind; a cache that is closed is no harm."""
    body = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    aside = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with open(aside, "wb") as stream:
            stream.write(f"{key} {sha256(body).hexdigest()}\n".encode("ascii"))
            stream.write(body)
        os.replace(aside, file)
        if most is not None:
            _forget(file, most)
    except OSError:
        with suppress(OSError):
            aside.unlink()


def _forget(newest: Path, most: int) -> None:
    kind = newest.parent.glob(f"*{newest.suffix}")
    for file in sorted(kind, key=lambda one: one.stat().st_mtime_ns, reverse=True)[most:]:
        file.unlink(missing_ok=True)
