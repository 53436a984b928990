"""What each record adds to a file of all of them → kept from build to build.

A file that holds something of every company (a table, the search index) is made again after any
edit, but what it holds of the other companies is the same: only the portions of records that an
edit reaches are worked out again.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple, TypeVar

from generator.ledger import Ledger
from generator.reads import ANYTHING, Reads
from generator.store import Keeper
from generator.strands import Renewed

T = TypeVar("T")
K = TypeVar("K")

Stamp = tuple[str, str]
"""A kind of portions, and what tells those that were kept from any others of the kind."""


class Portion(NamedTuple):
    """What a record adds, and the names of all that it was made from."""

    value: Any
    reads: frozenset[str]


class Portions:
    """Portions of every kind; without a keeper, each is made whenever it is asked for.

    `stamps` name those that an earlier build kept, by kind; `changed` names all that has changed
    since. A kind is asked for by one task only. `standing` tells where a file of the site is that
    an earlier build left; as long as portions of it are kept, it stands as it was.
    """

    def __init__(
        self,
        reads: Reads,
        keeper: Keeper | None = None,
        stamps: Mapping[str, str] | None = None,
        changed: frozenset[str] = frozenset(),
        standing: Callable[[str], str] = str,
    ) -> None:
        self._reads = reads
        self._keeper = keeper
        self._stamps = stamps or {}
        self._changed = changed
        self._kept: list[Stamp] = []
        self.standing = standing

    def of(self, kind: str, ids: Iterable[str], make: Callable[[str], T]) -> list[T]:
        """What `make` gives for each id, now or earlier; whoever asks depends on anything.

        Beside what it reads of the survey, `make` may depend only on what every page depends on.
        """
        return list(self.renewed(kind, ids, make, _itself).kept.values())

    def renewed(
        self, kind: str, ids: Iterable[str], make: Callable[[str], T], keep: Callable[[T], K]
    ) -> Renewed[K, T]:
        """The same where no more is kept than what `keep` gives of that which `make` gives."""
        ledger, made = Ledger(self._keeper, kind), {}
        before = ledger.held(self._stamps.get(kind, ""))
        found = {}
        for id in ids:
            if (still := self._still(before.get(id))) is None:
                made[id], reads = self._made(make, id)
                still = Portion(keep(made[id]), reads)
            found[id] = still
        if stamp := ledger.keep(found):
            self._kept.append((kind, stamp))
        self._reads.note(ANYTHING)
        return Renewed(_values(found), made, _values(before))

    def taken(self) -> tuple[Stamp, ...]:
        """What has been kept since this was last asked."""
        found, self._kept = tuple(self._kept), []
        return found

    def _still(self, held: Portion | None) -> Portion | None:
        return held if held and held.reads.isdisjoint(self._changed) else None

    def _made(self, make: Callable[[str], T], id: str) -> tuple[T, frozenset[str]]:
        with self._reads.unnoted():
            return self._reads.collect(lambda: make(id))


def _itself(value: T) -> T:
    return value


def _values(portions: Mapping[str, Portion]) -> dict[str, Any]:
    return {id: one.value for id, one in portions.items()}
