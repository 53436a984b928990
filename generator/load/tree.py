"""YAML text → plain mappings, lists and texts, with a fault for all that records may not use.

Every scalar stays the text that stands in the file: what it means is the model's affair. Libyaml
reads the text into events; building from these, rather than from a finished document, is what
makes anchors, tags and repeated keys visible.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.load.text import FORBIDDEN, UNREADABLE, forbidden_code, point
from generator.load.words import in_spanish
from generator.problem import KeyPath, Place, Problem

DEEPEST = 20
NUMBER = re.compile(
    r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)
"""What the core schema of YAML 1.2 reads as a number."""

_ABSENT = ("", "~", "null")


@dataclass(slots=True)
class Tree:
    """What a file holds, and what is wrong with how it is written.

    `data` is None for an empty or unreadable file. `broken` holds the paths whose value cannot be
    trusted (no further fault is reported there), `absent` the keys without a value, `numbers` the
    plain scalars that YAML 1.2 reads as numbers. `marks` maps a path to the line and column of
    its key (None in lists) and of its value; it is filled only where asked for.
    """

    data: Any = None
    readable: bool = True
    problems: list[Problem] = field(default_factory=list)
    broken: set[KeyPath] = field(default_factory=set)
    absent: list[KeyPath] = field(default_factory=list)
    numbers: list[KeyPath] = field(default_factory=list)
    marks: dict[KeyPath, tuple[tuple[int, int] | None, tuple[int, int]]] = field(
        default_factory=dict
    )


def parse(path: str, text: str, *, suspicious: bool = False, with_marks: bool = False) -> Tree:
    """Read one document; `suspicious` says that forbidden characters were already reported."""
    builder = _Builder(path, text, suspicious, with_marks)
    try:
        builder.document()
    except yaml.YAMLError as error:
        builder.tree.readable = False
        builder.tree.problems.append(_syntax_problem(path, error))
    return builder.tree


def _syntax_problem(path: str, error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    place = Place(path, mark.line + 1, mark.column + 1) if mark else Place(path)
    said = str(getattr(error, "problem", None) or error)
    return Problem(place, "APL010", {"problem": in_spanish(said), "problem_en": said})


class _Builder:
    """Walks libyaml's events once; one instance a file."""

    def __init__(self, path: str, text: str, suspicious: bool, with_marks: bool) -> None:
        self.tree = Tree()
        self._path = path
        self._text = text
        self._suspicious = suspicious
        self._with_marks = with_marks
        self._next: Callable[[], Any] = yaml.CSafeLoader(text).get_event

    def document(self) -> None:
        self._next()  # the start of the stream
        event = self._next()
        if isinstance(event, yaml.DocumentStartEvent):
            self.tree.data = self._value(self._next(), ())
            self._next()  # the end of the document
            event = self._next()
        while isinstance(event, yaml.DocumentStartEvent):
            self._report("APL011", event)
            self._skip(self._next())
            self._next()
            event = self._next()

    def _report(self, code: str, event: Any, **params: object) -> None:
        mark = event.start_mark
        place = Place(self._path, mark.line + 1, mark.column + 1)
        self.tree.problems.append(Problem(place, code, params))

    def _value(self, event: Any, at: KeyPath) -> Any:
        if self._with_marks and at not in self.tree.marks:
            self._mark(at, None, event)
        if isinstance(event, yaml.AliasEvent):
            self._report("APL013", event, name=event.anchor)
            self.tree.broken.add(at)
            return None
        if event.anchor is not None:
            self._report("APL012", event, name=event.anchor)
        if event.tag is not None:
            self._report("APL014", event, name=event.tag)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, at)
        if len(at) >= DEEPEST:
            self._report("APL015", event, deepest=DEEPEST)
            self.tree.broken.add(at)
            self._skip(event)
            return None
        return (
            self._mapping(at) if isinstance(event, yaml.MappingStartEvent) else self._sequence(at)
        )

    def _scalar(self, event: Any, at: KeyPath) -> str | None:
        value: str = event.value
        if event.style is None:
            if value in _ABSENT:
                return None
            if NUMBER.fullmatch(value):
                self.tree.numbers.append(at)
        elif not value:
            return None
        self._look_for_forbidden(event, at)
        return value

    def _look_for_forbidden(self, event: Any, at: KeyPath) -> None:
        """Escapes (`"\\u200b"`) smuggle in what the bytes do not show."""
        if self._suspicious and (UNREADABLE in event.value or FORBIDDEN.search(event.value)):
            self.tree.broken.add(at)
        elif event.style == '"' and (found := _smuggled(event.value)):
            self._report(forbidden_code(found), event, point=point(found))
            self.tree.broken.add(at)
        elif "\t" in event.value:
            self._report("APL006", event, point=point("\t"))
            self.tree.broken.add(at)

    def _mapping(self, at: KeyPath) -> dict[str, Any]:
        found: dict[str, Any] = {}
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
        return found

    def _member(self, found: dict[str, Any], name: str, key_event: Any, at: KeyPath) -> None:
        here = (*at, name)
        event = self._next()
        if self._with_marks:
            self._mark(here, key_event, event)
        value = self._value(event, here)
        if value is None and here not in self.tree.broken:
            self.tree.absent.append(here)
        else:
            found[name] = value

    def _key(self, event: Any, at: KeyPath) -> str | None:
        """The key's text; None, with its fault reported, where it is no plain name."""
        if not isinstance(event, yaml.ScalarEvent):
            code = "APL013" if isinstance(event, yaml.AliasEvent) else "APL016"
            self._report(code, event, name=getattr(event, "anchor", ""))
            if not isinstance(event, yaml.AliasEvent):
                self._skip(event)
            return None
        if event.anchor is not None:
            self._report("APL012", event, name=event.anchor)
        if event.tag is not None:
            self._report("APL014", event, name=event.tag)
        if event.value == "<<" and event.style is None:
            self._report("APL018", event)
            return None
        return str(event.value)

    def _sequence(self, at: KeyPath) -> list[Any]:
        found: list[Any] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            found.append(self._value(event, (*at, len(found))))
        return found

    def _skip(self, event: Any) -> None:
        """Pass over a node and all that it holds."""
        depth = 0
        while True:
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth == 0:
                return
            event = self._next()

    def _mark(self, at: KeyPath, key_event: Any, event: Any) -> None:
        key_place = None
        if key_event is not None:
            key_place = (key_event.start_mark.line + 1, key_event.start_mark.column + 1)
        start = event.start_mark
        if isinstance(event, yaml.ScalarEvent) and not event.value and event.style is None:
            # Libyaml puts an empty value where the next token stands; its key is what a reader sees.
            self.tree.marks[at] = (key_place, key_place or (start.line + 1, start.column + 1))
            return
        self.tree.marks[at] = (key_place, (start.line + 1, start.column + 1))


def _smuggled(value: str) -> str | None:
    match = FORBIDDEN.search(value)
    return match[0] if match else None
