"""Folders of prose and templates → an error for one that cannot be opened.

Whoever walks through folders passes by such a one in silence, and the site would lose its pages.
"""

import os
from collections.abc import Iterable
from pathlib import Path


def refuse_closed(folders: Iterable[Path]) -> None:
    """OSError, with its name, for the first folder at or below these that does not open."""
    for folder in folders:
        for _ in os.walk(folder, onerror=_raise):
            pass


def _raise(error: OSError) -> None:
    raise error
