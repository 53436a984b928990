"""One facet of all rows → a column of small codes that gzip carries well; `columns.js` undoes it.

Each row has a group: a set of values. Families repeat themselves, so rows are coded family by
family, members first:

- a code below RECENT names a group already seen in the family, the latest first; for the head
  of a family with members 0 says "the union of my members";
- from RECENT on, a code is a place in the list of groups named so far by rows that have the
  same group in the facet this one is like (a region is like its comuna); the place just past
  the end of that list is a group new to it: the next number of `fresh`, a place in `groups`.

Codes go to one stream per kind of place (heads, first members, later members by kind),
because rows of one stream resemble one another.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

RECENT = 8

Group = tuple[int, ...]


@dataclass(slots=True)
class Coded:
    """A column: groups named by number, the numbers of new ones in order, the streams."""

    groups: list[Group] = field(default_factory=list)
    fresh: list[int] = field(default_factory=list)
    streams: list[list[int]] = field(default_factory=list)


def encode(
    rows: Sequence[Group],
    like: Sequence[Group] | None,
    sizes: Sequence[int],
    streams: Sequence[int],
    *,
    settled: bool,
) -> Coded:
    """Code `rows`; `settled` columns follow what they are like, so families say nothing."""
    coded = Coded(streams=[[] for _ in range(max(streams, default=0) + 1)])
    name = _Namer(rows, like, coded)
    at = 0
    for size in sizes:
        recent: list[Group] = []
        for row in range(at + 1, at + size + 1):
            group = rows[row]
            if group in recent:
                place = recent.index(group)
                if place:
                    recent.insert(0, recent.pop(place))
                code = place if place < RECENT and not settled else name(row)
            else:
                recent.insert(0, group)
                code = name(row)
            coded.streams[streams[row]].append(code)
        coded.streams[0].append(0 if recent and rows[at] == union(recent) else name(at))
        at += size + 1
    return coded


def union(groups: Sequence[Group]) -> Group:
    """The values of all of `groups`, in order."""
    if len(groups) == 1:
        return groups[0]
    return tuple(sorted(set().union(*groups)))


class _Namer:
    """Gives groups their explicit codes, noting new ones in `coded`."""

    def __init__(
        self, rows: Sequence[Group], like: Sequence[Group] | None, coded: Coded
    ) -> None:
        self.rows = rows
        self.like = like
        self.coded = coded
        self.numbers: dict[Group, int] = {}
        self.lists: dict[Group, dict[Group, int]] = {}

    def __call__(self, row: int) -> int:
        group = self.rows[row]
        named = self.lists.setdefault(self.like[row] if self.like else (), {})
        code = named.get(group)
        if code is None:
            code = named[group] = len(named) + RECENT
            self._introduce(group)
        return code

    def _introduce(self, group: Group) -> None:
        if group not in self.numbers:
            self.numbers[group] = len(self.numbers)
            self.coded.groups.append(group)
        self.coded.fresh.append(self.numbers[group])
