"""A folder of a yard → a disk of its own there, which can be made too small and large again."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.faults.yard import Yard

NO_DISK = "no small disk could be mounted: run this as root, or in «unshare -rm»"
_LARGE = "1g"


@dataclass(frozen=True, slots=True)
class Disk:
    """A disk in memory; `is_there` tells if this machine lets us have one."""

    folder: Path
    is_there: bool

    @property
    def site(self) -> Path:
        """Where a site goes on it."""
        return self.folder / "site"

    def used(self) -> int:
        """Bytes, as whole blocks."""
        told = os.statvfs(self.folder)
        return (told.f_blocks - told.f_bfree) * told.f_frsize

    def shrink(self, size: int) -> None:
        """Leave it so many bytes."""
        self._mount(f"remount,size={size}")

    def grow(self) -> None:
        """Give it room again."""
        self._mount(f"remount,size={_LARGE}")

    def _mount(self, how: str) -> None:
        subprocess.run(["mount", "-o", how, self.folder], check=True)


@contextmanager
def small_disk(yard: Yard) -> Iterator[Disk]:
    """A disk with room for now."""
    with tempfile.TemporaryDirectory(dir=yard.folder) as folder:
        mounted = ["mount", "-t", "tmpfs", "-o", f"size={_LARGE}", "tmpfs", folder]
        done = subprocess.run(mounted, check=False, capture_output=True)
        try:
            yield Disk(Path(folder), not done.returncode)
        finally:
            if not done.returncode:
                subprocess.run(["umount", folder], check=True)
