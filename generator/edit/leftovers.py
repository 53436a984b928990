"""A registry's folder → the same without the half-written files of commands that were killed."""

import os
import re
from pathlib import Path

_ASIDE = re.compile(r"\.[a-z0-9-]+\.yaml\.([0-9]+)")


def sweep(root: Path) -> None:
    """Remove what was written beside records by processes that are no more."""
    for folder, folders, files in os.walk(root):
        folders[:] = [one for one in folders if not one.startswith(".")]
        for name in files:
            found = _ASIDE.fullmatch(name)
            if found and not _lives(int(found[1])):
                Path(folder, name).unlink(missing_ok=True)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
