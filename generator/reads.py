"""What is asked of indexes while something is made → the names of all that it depends on.

`name:key` is one entry of an index, `name:*` the whole of it: an index that gains or loses an entry
has changed as a whole, too.
"""

from collections.abc import Callable, ItemsView, Iterator, KeysView, Mapping, ValuesView
from contextlib import contextmanager
from typing import Generic, TypeVar, overload

K = TypeVar("K")
V = TypeVar("V", covariant=True)
D = TypeVar("D")
R = TypeVar("R")

WHOLE = "*"

ANYTHING = "*"
"""What is asked for by whoever depends on every record: it has changed if anything has."""


class Reads:
    """A list of what is asked for, kept while somebody collects it."""

    def __init__(self) -> None:
        self._noted: set[str] | None = None

    def note(self, token: str) -> None:
        """Something named `token` has been asked for."""
        if self._noted is not None:
            self._noted.add(token)

    def note_all(self, tokens: frozenset[str]) -> None:
        """All these have been asked for, perhaps on behalf of somebody else before."""
        if self._noted is not None:
            self._noted |= tokens

    def collect(self, make: Callable[[], R]) -> tuple[R, frozenset[str]]:
        """What `make` gives, and all that it asked for; whoever collects around it has it too."""
        around, self._noted = self._noted, set()
        try:
            made = make()
            found = frozenset(self._noted)
        finally:
            self._noted = around
        if around is not None:
            around |= found
        return made, found

    @contextmanager
    def unnoted(self) -> Iterator[None]:
        """What is asked for meanwhile is nobody's: an index that is noted itself is being made."""
        around, self._noted = self._noted, None
        try:
            yield
        finally:
            self._noted = around


class Watched(Mapping[K, V], Generic[K, V]):
    """An index that notes what is asked of it."""

    def __init__(self, held: Mapping[K, V], name: str, reads: Reads) -> None:
        self._held, self._name, self._reads = held, name, reads
        self._tokens: dict[object, str] = {}

    def _note(self, key: object) -> None:
        token = self._tokens.get(key)
        if token is None:  # the same text each time: it is kept for every page that asks
            token = self._tokens[key] = f"{self._name}:{key}"
        self._reads.note(token)

    def __getitem__(self, key: K) -> V:
        self._note(key)
        return self._held[key]

    @overload
    def get(self, key: K, /) -> V | None: ...
    @overload
    def get(self, key: K, /, default: V | D) -> V | D: ...
    def get(self, key: K, /, default: object = None) -> object:
        """The value for `key`, or `default`."""
        self._note(key)
        return self._held.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._note(key)
        return key in self._held

    def __iter__(self) -> Iterator[K]:
        self._note(WHOLE)
        return iter(self._held)

    def __len__(self) -> int:
        self._note(WHOLE)
        return len(self._held)

    def keys(self) -> KeysView[K]:
        """The keys; the whole is asked for."""
        self._note(WHOLE)
        return self._held.keys()

    def values(self) -> ValuesView[V]:
        """The values; the whole is asked for."""
        self._note(WHOLE)
        return self._held.values()

    def items(self) -> ItemsView[K, V]:
        """The pairs; the whole is asked for."""
        self._note(WHOLE)
        return self._held.items()

    def tokens(self) -> frozenset[str]:
        """The names of all its entries that hold anything, and of the whole if there is one."""
        found = frozenset(f"{self._name}:{key}" for key, value in self._held.items() if value)
        return found | {f"{self._name}:{WHOLE}"} if found else found
