"""A stand-in for what stood in a file but could not be read: no rule can find fault with it.

A record of a damaged file holds it in the place of every faulty value, so that one run tells what
is wrong with all the others. Like SQL's null it compares as nothing: neither before nor after,
neither equal nor different. It is false, empty, and everything taken from it is itself.
"""

from collections.abc import Iterator
from typing import Any


class Lost:
    """The type of `LOST`."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False

    def __eq__(self, other: object) -> bool:
        return False

    def __ne__(self, other: object) -> bool:
        return False

    def __lt__(self, other: object) -> bool:
        return False

    def __le__(self, other: object) -> bool:
        return False

    def __gt__(self, other: object) -> bool:
        return False

    def __ge__(self, other: object) -> bool:
        return False

    def __hash__(self) -> int:
        return 0

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __contains__(self, item: object) -> bool:
        return False

    def __getitem__(self, key: object) -> "Lost":
        return self

    def __getattr__(self, name: str) -> "Lost":
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __call__(self, *_: object, **__: object) -> "Lost":  # noqa: D102 - it is no method
        return self

    def __repr__(self) -> str:
        return "LOST"

    def __reduce__(self) -> str:
        return "LOST"  # the one instance, by its name

    def __str__(self) -> str:
        return "…"


LOST: Any = Lost()
"""The one instance; `Any`, because it stands where a date, a text or a block is declared."""


def is_lost(*values: object) -> bool:
    """Whether any of `values` could not be read."""
    for value in values:  # noqa: SIM110 - asked half a million times: no generator
        if value is LOST:
            return True
    return False
