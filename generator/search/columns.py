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

from collections.abc import Sequence
from dataclasses import dataclass, field

RECENT = 8
NEW = RECENT

Group = tuple[int, ...]


@dataclass(slots=True)
class Coded:
    """A column: the groups in the order of their first naming, what NEW means, the streams."""

    groups: list[Group] = field(default_factory=list)
    fresh: list[int] = field(default_factory=list)
    streams: list[list[int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Plan:
    """How a column is coded: by a model, alone or not, and whether heads are unions."""

    like: Sequence[Group] | None = None
    settled: bool = False
    unions: bool = True


def encode(
    rows: Sequence[Group], plan: Plan, sizes: Sequence[int], streams: Sequence[int]
) -> Coded:
    """Code `rows`, which come in families of the given `sizes`, each row to its stream."""
    coded = Coded(streams=[[] for _ in range(max(streams, default=0) + 1)])
    name = _Namer(rows, plan.like, coded)
    reach = 0 if plan.settled else RECENT
    at = 0
    for size in sizes:
        recent: list[Group] = []
        for row in range(at + 1, at + size + 1):
            place = _place(rows[row], recent)
            coded.streams[streams[row]].append(place if place < reach else name(row))
        same = plan.unions and recent and rows[at] == union(recent)
        coded.streams[0].append(0 if same else name(at))
        at += size + 1
    return coded


def union(groups: Sequence[Group]) -> Group:
    """The values of all of `groups`, in order."""
    if len(groups) == 1:
        return groups[0]
    return tuple(sorted(set().union(*groups)))


def _place(group: Group, recent: list[Group]) -> int:
    """Where `group` stands among the recent ones (RECENT if nowhere); it moves to the front."""
    if group not in recent:
        recent.insert(0, group)
        return RECENT
    place = recent.index(group)
    if place:
        recent.insert(0, recent.pop(place))
    return place


class _Namer:
    """Gives a row's group its explicit code, noting in `coded` what is new."""

    def __init__(self, rows: Sequence[Group], like: Sequence[Group] | None, coded: Coded) -> None:
        self.rows = rows
        self.like = like
        self.coded = coded
        self.numbers: dict[Group, int] = {}
        self.lists: dict[Group, dict[Group, int]] = {}

    def __call__(self, row: int) -> int:
        group = self.rows[row]
        named = self.lists.setdefault(self.like[row] if self.like else (), {})
        code = named.get(group)
        if code is not None:
            return code
        named[group] = NEW + 1 + len(named)
        self._introduce(group)
        return NEW

    def _introduce(self, group: Group) -> None:
        number = self.numbers.get(group)
        self.coded.fresh.append(0 if number is None else number + 1)
        if number is None:
            self.numbers[group] = len(self.numbers)
            self.coded.groups.append(group)
