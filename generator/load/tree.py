"""YAML text → plain mappings, lists and texts, with a fault for all that records may not use.

Every scalar stays the text that stands in the file: what it means is the model's affair. Libyaml
reads the text into events; building from these, rather than from a finished document, is what
makes anchors, tags and repeated keys visible.
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.load import comments, syntax
from generator.load.text import (
    FORBIDDEN,
    MOST_OF_A_KIND,
    UNREADABLE,
    forbidden_code,
    point,
)
from generator.problem import KeyPath, Place, Problem

DEEPEST = 20
ABYSS = 100
"""How much too deep is still read: libyaml's time grows with the square of the depth."""

NUMBER = re.compile(
    r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)
"""What the core schema of YAML 1.2 reads as a number."""

_TAG = re.compile(r"!\S*")
ABSENT = ("", "~", "null")

Mark = tuple[int, int]
Put = Callable[[Any], None]


@dataclass(slots=True)
class Tree:
    """What a file holds, and what is wrong with how it is written.

    `data` is None for an empty file; where `readable` is false it ends somewhere, and only what
    stands before `sound_until` was read as it was meant. `broken`
    holds the paths whose value cannot be trusted (no further fault is reported there), `absent`
    the keys without a value, `numbers` the plain scalars that YAML 1.2 reads as numbers. `marks`
    maps a path to the line and column of its key (None in lists) and of its value; it is filled
    only where asked for.
    """

    data: Any = None
    readable: bool = True
    sound_until: Mark | None = None
    problems: list[Problem] = field(default_factory=list)
    broken: set[KeyPath] = field(default_factory=set)
    absent: list[KeyPath] = field(default_factory=list)
    numbers: list[KeyPath] = field(default_factory=list)
    marks: dict[KeyPath, tuple[Mark | None, Mark]] = field(default_factory=dict)

    @property
    def is_clean(self) -> bool:
        """Whether nothing in it asks for a second look at what a record made of it."""
        return not (self.broken or self.absent or self.numbers)


def parse(path: str, text: str, *, suspicious: bool = False, with_marks: bool = False) -> Tree:
    """Read one document; `suspicious` says that forbidden characters were already reported."""
    builder = _Builder(path, text, suspicious, with_marks)
    tree = builder.tree
    try:
        builder.document()
    except _TooDeep:
        tree.readable = False
    except yaml.YAMLError as error:
        tree.readable = False
        fault = syntax.problem(path, text, error, builder.last_scalar)
        tree.sound_until = (fault.place.line, fault.place.column)
        is_told = any(fault.place == other.place for other in tree.problems)
        if not is_told and not (suspicious and _is_near(text, fault.place.line)):
            tree.problems.append(fault)
    builder.count_the_rest()
    if builder.last_scalar is not None:
        mark = builder.last_scalar.start_mark
        last = (mark.line + 1, mark.column + 1)
        tree.sound_until = min(tree.sound_until or last, last)
    if tree.readable:
        tree.problems += comments.problems(path, text, builder.spans)
    return tree


def _is_near(text: str, line: int) -> bool:
    """Whether a character that was replaced may be what broke the YAML at `line`."""
    lines = text.splitlines()
    return any(UNREADABLE in one for one in lines[max(0, line - 2) : line + 1])


class _TooDeep(Exception):
    """The nesting is such that reading on would take forever."""


class _Builder:
    """Walks libyaml's events once; one instance a file."""

    def __init__(self, path: str, text: str, suspicious: bool, with_marks: bool) -> None:
        self.tree = Tree()
        self.last_scalar: Any = None
        self.spans: list[comments.Span] = []
        self._path = path
        self._text = text
        self._reported: Counter[str] = Counter()
        self._has_comments = "#" in text
        self._suspicious = suspicious
        self._with_marks = with_marks
        self._next: Callable[[], Any] = yaml.CSafeLoader(text).get_event

    def document(self) -> None:
        self._next()  # the start of the stream
        event = self._next()
        if isinstance(event, yaml.DocumentStartEvent):
            self._value(self._next(), (), self._put_root)
            self._next()  # the end of the document
            event = self._next()
        if isinstance(event, yaml.DocumentStartEvent):
            self._report("APL011", event)
            self.tree.readable = False  # what seems to be missing may stand in the other one

    def _put_root(self, value: Any) -> None:
        self.tree.data = value

    def _report(self, code: str, event: Any, **params: object) -> None:
        self._reported[code] += 1
        if self._reported[code] <= MOST_OF_A_KIND + 1:
            mark = event.start_mark
            place = Place(self._path, mark.line + 1, mark.column + 1)
            self.tree.problems.append(Problem(place, code, params))

    def count_the_rest(self) -> None:
        """Let the last of too many faults of a kind tell how many there are."""
        for code, count in self._reported.items():
            if count > MOST_OF_A_KIND:
                last = max(n for n, p in enumerate(self.tree.problems) if p.code == code)
                params = {"count": count - MOST_OF_A_KIND, "code": code}
                self.tree.problems[last] = Problem(self.tree.problems[last].place, "APL099", params)

    def _value(self, event: Any, at: KeyPath, put: Put) -> bool:
        """Put the value in its place, before what it holds; whether there was one."""
        if self._with_marks and at not in self.tree.marks:
            self._mark(at, None, event)
        if isinstance(event, yaml.AliasEvent):
            self._report("APL013", event, name=event.anchor)
            self.tree.broken.add(at)
            put(None)
            return True
        self._look_for_anchor_and_tag(event, at)
        if isinstance(event, yaml.ScalarEvent):
            value = self._scalar(event, at)
            put(value)
            return value is not None or at in self.tree.broken
        if len(at) >= DEEPEST:
            self._report("APL015", event, deepest=DEEPEST)
            self.tree.broken.update(at[:n] for n in range(1, len(at) + 1))
            put(None)
            self._skip(event)
        elif isinstance(event, yaml.MappingStartEvent):
            self._mapping(at, put)
        else:
            self._sequence(at, put)
        return True

    def _look_for_anchor_and_tag(self, event: Any, at: KeyPath) -> None:
        if event.anchor is not None:
            self._report("APL012", event, name=event.anchor)
        if event.tag is not None:
            name = _TAG.search(self._text, event.start_mark.index)
            self._report("APL014", event, name=name[0] if name else event.tag)
        if isinstance(event, yaml.ScalarEvent) and (event.anchor or event.tag):
            self.tree.broken.add(at)

    def _raw(self, event: Any) -> str:
        """The scalar as it stands in the text, escapes unread."""
        return self._text[event.start_mark.index : event.end_mark.index]

    def _scalar(self, event: Any, at: KeyPath) -> str | None:
        self._remember(event)
        value: str = event.value
        if value in ABSENT:
            return None
        if not event.style and NUMBER.fullmatch(value):
            self.tree.numbers.append(at)
        self._look_for_forbidden(event, at)
        return value

    def _remember(self, event: Any) -> None:
        self.last_scalar = event
        if self._has_comments:
            start, end = event.start_mark.index, event.end_mark.index
            if event.style in ("|", ">"):  # behind that sign a comment may stand
                start = max(start, self._text.find("\n", start, end))
            self.spans.append((start, end, not event.style))

    def _look_for_forbidden(self, event: Any, at: KeyPath) -> None:
        """Escapes (`"\\u200b"`) smuggle in what the bytes do not show."""
        if self._suspicious and UNREADABLE in event.value:
            self.tree.broken.add(at)
        elif found := FORBIDDEN.search(event.value):
            self.tree.broken.add(at)
            if found[0] not in self._raw(event):
                self._report(forbidden_code(found[0]), event, point=point(found[0]))
        elif "\t" in event.value:
            self._report("APL006", event, point=point("\t"))
            self.tree.broken.add(at)

    def _mapping(self, at: KeyPath, put: Put) -> None:
        found: dict[str, Any] = {}
        put(found)
        seen: dict[str, int] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            name = self._key(event, at)
            if name is None:
                self._skip(self._next())
            elif name in seen:
                self._report("APL017", event, key=name, first=seen[name])
                self._skip(self._next())
            else:
                seen[name] = event.start_mark.line + 1
                self._member(found, name, event, at)

    def _member(self, found: dict[str, Any], name: str, key_event: Any, at: KeyPath) -> None:
        here = (*at, name)
        event = self._next()
        if self._with_marks:
            self._mark(here, key_event, event)

        def put(value: Any) -> None:
            found[name] = value

        if not self._value(event, here, put):
            del found[name]
            self.tree.absent.append(here)

    def _key(self, event: Any, at: KeyPath) -> str | None:
        """The key's text; None, with its fault reported, where it is no plain name."""
        if isinstance(event, yaml.AliasEvent):
            self._report("APL013", event, name=event.anchor)
            return None
        if not isinstance(event, yaml.ScalarEvent):
            self._report("APL016", event)
            self._skip(event)
            return None
        self._remember(event)
        name = str(event.value)
        if name == "<<" and not event.style:
            self._report("APL018", event)
            return None
        if not name.strip():
            self._report("APL016", event)
            return None
        self._look_for_anchor_and_tag(event, (*at, name))
        self._look_for_forbidden(event, (*at, name))
        return name

    def _sequence(self, at: KeyPath, put: Put) -> None:
        found: list[Any] = []
        put(found)
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            self._value(event, (*at, len(found)), found.append)

    def _skip(self, event: Any) -> None:
        """Pass over a node and all that it holds."""
        depth = 0
        while True:
            if isinstance(event, yaml.ScalarEvent):
                self._remember(event)
            elif isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth == 0:
                return
            if depth > ABYSS:
                raise _TooDeep
            event = self._next()

    def _mark(self, at: KeyPath, key_event: Any, event: Any) -> None:
        key_place = None
        if key_event is not None:
            key_place = (key_event.start_mark.line + 1, key_event.start_mark.column + 1)
        start = event.start_mark
        is_empty = isinstance(event, yaml.ScalarEvent) and not event.value and not event.style
        place = (start.line + 1, start.column + 1)
        # An empty value stands nowhere; its key is what a reader sees.
        self.tree.marks[at] = (key_place, key_place or place if is_empty else place)
