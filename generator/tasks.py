"""Tasks → files of the site, made by all processors, or kept as they were made before."""

import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from itertools import chain
from typing import NamedTuple

from generator.exports.downloads import DataFile
from generator.portions import Stamp
from generator.publish import Files
from generator.turns import take_turns
from generator.views.survey import Survey


class Address(NamedTuple):
    """The address of a page, and whether search engines are told of it."""

    path: str
    is_listed: bool


class Gave(NamedTuple):
    """What a task gave besides files: addresses of pages, hashes of parts, files for download."""

    addresses: tuple[Address, ...] = ()
    hashes: tuple[tuple[str, str], ...] = ()
    downloads: tuple[DataFile, ...] = ()


class Made(NamedTuple):
    """What a task made: the names of its files, what it gave, what it knew and what it read."""

    names: tuple[str, ...]
    gave: Gave
    known: str
    reads: frozenset[str]
    stamps: tuple[Stamp, ...] = ()
    """Of the portions that were kept for the next time."""


@dataclass(frozen=True, slots=True)
class Poured:
    """All that was made, by task; `frame` tells what stands around every page from any other.

    `others` are the names of the files that list what all tasks gave. `spent` tells the seconds
    that went into each kind of files, in all processes.
    """

    made: Mapping[str, Made] = field(default_factory=dict)
    frame: str = ""
    sums: Mapping[str, str] = field(default_factory=dict)
    others: tuple[str, ...] = ()
    stamps: tuple[Stamp, ...] = ()
    """Of the portions that no task of its own asked for."""
    spent: Mapping[str, float] = field(default_factory=dict)

    @property
    def pages(self) -> int:
        """How many pages the site has."""
        return sum(len(one.gave.addresses) for one in self.made.values())

    @property
    def names(self) -> frozenset[str]:
        """Every file of the site."""
        return frozenset(self.others).union(*(one.names for one in self.made.values()))


NOTHING = Poured()


class Part(NamedTuple):
    """Puts some files of one kind."""

    kind: str
    put: Callable[[Files], Gave]


@dataclass(frozen=True, slots=True)
class Task:
    """What is made, or kept, at once; `weight` tells how many ordinary pages take as long.

    Which `parts` it has is asked when it is made, and noted with what they read. `given` is what
    it was given beside that, a value whose `repr` tells it from any other.
    """

    key: str
    parts: Callable[[], Iterable[Part]]
    given: object = ()
    weight: int = 1

    @property
    def known(self) -> str:
        """What tells all that it was given from anything else; "" for nothing."""
        return digest_of(self.given) if self.given != () else ""


def alone(key: str, put: Callable[[Files], Gave], given: object = (), weight: int = 1) -> Task:
    """One whose files are all of a kind: the first word of its key, or the section of its page."""
    part = Part(section(key.partition(" ")[0]), put)
    return Task(key, partial(_only, part), given, weight)


def section(path: str) -> str:
    """The first folder of an address."""
    return path.partition("/")[0]


def _only(part: Part) -> tuple[Part, ...]:
    return (part,)


Spent = dict[str, float]


def done(
    tasks: Iterable[Task],
    survey: Survey,
    files: Files,
    held: Mapping[str, Made],
    changed: frozenset[str],
) -> tuple[dict[str, Made], Spent]:
    """What tasks make, or made before; and the seconds that it took, by kind.

    `held` is what was made before, `changed` names what was changed of all it may have read.
    """
    kept, todo = {}, []
    for task in tasks:
        one = held.get(task.key)
        if one and one.known == task.known and one.reads.isdisjoint(changed):
            kept[task.key] = one
        else:
            todo.append(task)
    for one in kept.values():
        files.keep(one.names)
    new, spent = _all_made(survey, todo, files)
    return {**kept, **new}, spent


def _all_made(
    survey: Survey, tasks: Sequence[Task], files: Files
) -> tuple[Mapping[str, Made], Spent]:
    made: dict[str, Made] = {}
    spent: defaultdict[str, float] = defaultdict(float)
    weight = sum(task.weight for task in tasks)
    for part, found, seconds in take_turns(tasks, partial(_work, survey, files), weight=weight):
        files.add(part)
        made |= found
        for kind, lasted in seconds.items():
            spent[kind] += lasted
    return made, spent


def _work(
    survey: Survey, files: Files, turns: Iterator[Task]
) -> tuple[Files, dict[str, Made], Spent]:
    # A process may work twice on one site: its second part is named by what is there by then.
    part, found = files.part(f"{os.getpid()}-{len(files.names)}"), {}
    spent: defaultdict[str, float] = defaultdict(float)
    for task in turns:
        already = len(part.put_names)
        gave, reads = survey.reads.collect(partial(_put, task, part, spent))
        names = tuple(part.put_names[already:])
        found[task.key] = Made(names, gave, task.known, reads, survey.portions.taken())
    return part, found, spent


def _put(task: Task, files: Files, spent: Spent) -> Gave:
    """Put the files of all its parts; the seconds are added to those `spent` on each kind."""
    gave = []
    for part in task.parts():
        began = time.process_time()
        gave.append(part.put(files))
        spent[part.kind] += time.process_time() - began
    return gave[0] if len(gave) == 1 else _joined(gave)


def _joined(gave: Iterable[Gave]) -> Gave:
    return Gave(*(tuple(chain.from_iterable(each)) for each in zip(*gave, strict=True)))


def digest_of(value: object) -> str:
    """What tells a value from any other, by its `repr`."""
    return sha256(repr(value).encode()).hexdigest()[:24]
