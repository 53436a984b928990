"""One facet of all rows → a column of small codes that gzip carries well; `columns.js` undoes it.

Each row has a group: a tuple of numbers (values of a facet). Families repeat themselves, so
rows are coded family by family, members first:

- a code below RECENT names a group already seen in the family, the latest first; for the head
  of a family with members 0 says "the union of my members";
- NEW names a group for the first time in its list, which `fresh` then tells: 0 for the next of
  `groups`, n + 1 for group n. There is one list for each group of the facet this one is like:
  a region is like its comuna, so its lists are short;
- any higher code is a place in that list.

Codes go to one stream per kind of place (heads, first members, later members by kind),
because rows of one stream resemble one another.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from sys import intern
from typing import NamedTuple

from generator.search.pack import pack

RECENT = 8
NEW = RECENT

_VALUE, _LIKE, _NAME = "\0", "\1", "\2"

Group = str
"""The values of a facet that a row has, each after a sign that no value holds."""

Coded = str
"""One facet of a family, as far as its own rows tell it.

Two figures a row, members first: its stream, and its code or NEW. Then for each NEW the group that
this one is like, and the group.
"""


class Plan(NamedTuple):
    """How a column is coded: by a model, alone or not, and whether heads are unions."""

    like: Sequence[Group] | None = None
    settled: bool = False
    unions: bool = True


@lru_cache(maxsize=16_384)
def group(values: tuple[str, ...]) -> Group:
    """These values, whatever their order."""
    return "".join([f"{_VALUE}{one}" for one in sorted(set(values))])


def values(group: Group) -> list[str]:
    """Each of them."""
    return group.split(_VALUE)[1:]


def code(rows: Sequence[Group], plan: Plan, streams: Sequence[int]) -> Coded:
    """Code the rows of a family, the head first, each row to its stream."""
    steps, names, recent = [], [], list[Group]()
    reach = 0 if plan.settled else RECENT
    for row in range(1, len(rows)):
        place = _place(rows[row], recent)
        if place >= reach:
            names.append(_name(rows, plan.like, row))
        steps.append(f"{streams[row]}{place if place < reach else NEW}")
    if plan.unions and recent and rows[0] == union(recent):
        steps.append("00")
    else:
        names.append(_name(rows, plan.like, 0))
        steps.append(f"0{NEW}")
    return intern("".join((*steps, *names)))  # many are alike: each is kept but once


def union(groups: Sequence[Group]) -> Group:
    """The values of all of `groups`."""
    return groups[0] if len(groups) == 1 else group(tuple(chain.from_iterable(map(values, groups))))


def _name(rows: Sequence[Group], like: Sequence[Group] | None, row: int) -> str:
    return f"{_NAME}{like[row] if like else ''}{_LIKE}{rows[row]}"


def _place(group: Group, recent: list[Group]) -> int:
    """Where `group` stands among the recent ones (RECENT if nowhere); it moves to the front."""
    if group not in recent:
        recent.insert(0, group)
        return RECENT
    place = recent.index(group)
    if place:
        recent.insert(0, recent.pop(place))
    return place


class Column:
    """All families, coded: the groups in the order of their first naming, and what NEW means."""

    def __init__(self, families: Iterable[Coded]) -> None:
        self.fresh: list[int] = []
        self._numbers: dict[Group, int] = {}
        self._codes: dict[str, str] = {}
        self._lengths: defaultdict[Group, int] = defaultdict(int)
        self._streams: defaultdict[str, list[str]] = defaultdict(list)
        known: dict[Coded, list[tuple[str, str]]] = {}
        for one in families:
            if (found := known.get(one)) is None:
                before = len(self.fresh)
                found = self._coded(one)
                if len(self.fresh) == before:
                    known[one] = found
            for stream, text in found:
                self._streams[stream].append(text)

    @property
    def groups(self) -> list[Group]:
        """All groups."""
        return list(self._numbers)

    def rows(self, streams: Iterable[int]) -> list[str]:
        """The codes of each of these streams."""
        return ["".join(self._streams.get(str(stream), ())) for stream in streams]

    def _coded(self, family: Coded) -> list[tuple[str, str]]:
        """What it adds to each stream."""
        steps, *names = family.split(_NAME)
        found: defaultdict[str, str] = defaultdict(str)
        at = 0
        for stream, place in zip(steps[::2], steps[1::2], strict=True):
            if place == _NEW:
                found[stream] += self._codes.get(names[at]) or self._introduced(names[at])
                at += 1
            else:
                found[stream] += _PACKED[place]
        return list(found.items())

    def _introduced(self, name: str) -> str:
        """NEW; from now on the name has a place in the list of what its group is like."""
        like, group = name.split(_LIKE)
        self._lengths[like] += 1
        self._codes[name] = pack([NEW + self._lengths[like]])
        number = self._numbers.get(group)
        self.fresh.append(0 if number is None else number + 1)
        self._numbers.setdefault(group, len(self._numbers))
        return _PACKED[_NEW]


_NEW = str(NEW)
_PACKED = {str(place): pack([place]) for place in range(NEW + 1)}
