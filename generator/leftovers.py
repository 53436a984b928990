"""A folder → the same without what commands that were killed had begun to write aside there."""

import os
import re
import shutil
from pathlib import Path

RECORDS = re.compile(r"\.[a-z0-9-]+\.yaml\.([0-9]+)")
"""What waits beside a record, by the number of the process that wrote it."""
CACHE = re.compile(r"[.a-z0-9-]+\.([0-9]+)")
"""The same below a cache, where every name is ours."""


def sweep(root: Path, ours: re.Pattern[str]) -> None:
    """Remove what processes that are no more have left; the name of each ends with its number."""
    for folder, folders, files in os.walk(root):
        for name in (*files, *folders):
            found = ours.fullmatch(name)
            if found and not _lives(int(found[1])):
                _remove(Path(folder, name))
        folders[:] = [one for one in folders if not one.startswith(".")]


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
