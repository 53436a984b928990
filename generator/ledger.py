"""A mapping ↔ files below the cache: what has changed since it was kept whole stands beside it."""

import secrets
from collections.abc import Mapping
from typing import Any, NamedTuple

from generator.store import Keeper


class Held(NamedTuple):
    """Entries; those that stand `beside` others, which bear this stamp, take their place.

    `gone` are the keys of those others that are no longer there. `order` has all keys where these
    are in another order than they come to be in.
    """

    stamp: str
    entries: Mapping[str, Any]
    beside: str = ""
    gone: frozenset[str] = frozenset()
    order: tuple[str, ...] = ()

    def with_those(self, others: Mapping[str, Any]) -> Mapping[str, Any]:
        """All entries, given those that it stands beside."""
        rest = {key: one for key, one in others.items() if key not in self.gone}
        found = {**rest, **self.entries}
        return {key: found[key] for key in self.order} if self.order else found


_NOTHING = Held("", {})
_BESIDE = "-mas"
_FEW = 4
"""As long as no more than one in so many has changed, only those are written."""


class Ledger:
    """One kind of entries of one owner; without a keeper, nothing is kept."""

    def __init__(self, keeper: Keeper | None, kind: str) -> None:
        self._keeper, self._kind = keeper, kind
        self._whole = _NOTHING

    def held(self, stamp: str) -> Mapping[str, Any]:
        """The entries that were kept under this stamp, in order; none if others stand there now."""
        if not stamp:
            return {}
        whole = self._read(self._kind)
        if whole.stamp == stamp:
            self._whole = whole
            return whole.entries
        few = self._read(f"{self._kind}{_BESIDE}")
        if (few.stamp, few.beside) != (stamp, whole.stamp):
            return {}
        self._whole = whole
        return few.with_those(whole.entries)

    def keep(self, entries: Mapping[str, Any]) -> str:
        """Keep entries, most of them perhaps the same as held before; their stamp, "" if unkept."""
        if self._keeper is None:
            return ""
        stamp, old = secrets.token_hex(8), self._whole.entries
        new = {key: one for key, one in entries.items() if _differs(one, old.get(key))}
        gone = frozenset(old.keys() - entries.keys())
        if (len(new) + len(gone)) * _FEW <= len(old):
            few = Held(stamp, new, self._whole.stamp, gone)
            if list(few.with_those(old)) != list(entries):
                few = few._replace(order=tuple(entries))
            self._keeper.keep(f"{self._kind}{_BESIDE}", few)
        else:
            self._whole = Held(stamp, entries)
            self._keeper.keep(self._kind, self._whole)
        return stamp

    def _read(self, kind: str) -> Held:
        held = self._keeper.kept(kind) if self._keeper else None
        return held if isinstance(held, Held) else _NOTHING


def _differs(one: object, other: object) -> bool:
    return one is not other and one != other
