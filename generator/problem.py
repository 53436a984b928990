"""Problems as values: what is wrong, where, and with which words to say it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Level = Literal["error", "warning", "info"]
Key = str | int
KeyPath = tuple[Key, ...]


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A point in a file; `line` and `column` count from 1, in characters."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Spot:
    """A point in a record, before anyone asked which line it is.

    `keys` leads from the root to a value (`("elementos", 0, "comuna")`); `on` says whether the
    key itself or its value is meant. A mapping's value starts at its first key, so a missing key
    is `Spot(file, keys of the mapping)`.
    """

    path: str
    keys: KeyPath = ()
    on: Literal["value", "key"] = "value"


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault or warning that a rule found; `code` and `params` word it (`generator.messages`).

    `doubts` are the values that contradict one another: no other rule can build on them.
    `is_old` says that it is on something from before its rule.
    """

    spot: Spot
    code: str
    params: Mapping[str, object] = field(default_factory=dict)
    doubts: tuple[Spot, ...] = ()
    is_old: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding with its place in the file, ready to be shown."""

    place: Place
    code: str
    params: Mapping[str, object] = field(default_factory=dict)
    is_old: bool = False
