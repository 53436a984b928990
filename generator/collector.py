"""Keeps Python's collector of cycles from walking over records that all stay.

While a registry is read, or what was kept of it, and while its indexes are made, objects only come
and none is a cycle: looking for some among all that are there, again and again, took a quarter of
the time of the first, half of the second and a fifth of the third.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def at_rest() -> Iterator[None]:
    """Look for no cycles meanwhile; what is there at the end counts as there to stay."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()
