"""Shelved rows → the codes, RUTs and numbers they are found by, sorted like words.

Only a large register needs them, as with `words.py`.
"""

from collections import defaultdict

from generator.search.fold import key
from generator.search.shelf import Shelf
from generator.search.words import Entry


def keys(shelf: Shelf) -> list[Entry]:
    """Each key ("ABCDEFGG", "999000001") with its places, as `words.py` counts them."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(shelf.rows):
        for one in sorted({key(code) for code in row.codes} - {""}):
            found[one].append(2 * number)
    return sorted(found.items())
