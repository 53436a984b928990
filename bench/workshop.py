"""A folder for everything a benchmark makes; nothing in it is deleted before the last figure.

Writing right after many files were deleted is several times slower on ext4, so every run writes
into a folder that was never there, and all of them go when the measuring is over.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

_SPARE = 2


class NoRoom(Exception):
    """The disk could not take what the next run would write."""


@dataclass(slots=True)
class Workshop:
    """Gives out folders that do not exist yet."""

    folder: Path
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def fresh(self, name: str) -> Path:
        """A path below the folder that nothing has yet, its parent made."""
        path = self.folder / f"{next(self._numbers):03}-{name}"
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def need(self, size: int) -> None:
        """NoRoom unless twice as much as is about to be written fits on the disk."""
        free = shutil.disk_usage(self.folder).free
        if free < _SPARE * size:
            raise NoRoom(f"{free / 1e9:.1f} GB free, {_SPARE * size / 1e9:.1f} GB wanted")


@contextmanager
def workshop(folder: Path) -> Iterator[Workshop]:
    """A workshop that is cleared away at the end, and only then."""
    folder.mkdir(parents=True)
    try:
        yield Workshop(folder)
    finally:
        shutil.rmtree(folder)
