"""Ordinary YAML text → mappings, lists and texts, fast; None where `tree` must take a closer look.

Nearly every record is ordinary: no comments, anchors, tags or escapes, no key twice, no key without
a value, no code without its quotes. For these there is nothing to remember but the data. Whatever
else a text holds, this gives up at once, and `tree.parse` reads it from the start; where this
answers, both answer the same.
"""

import re
from collections.abc import Callable, Collection
from typing import Any

import yaml
from yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from generator.load.tree import ABSENT, DEEPEST, NUMBER

_CLOSER_LOOK = re.compile(r"[#&*!\\\t]")
"""What may be a comment, an anchor, an alias, a tag, an escape or a tabulator."""

_Next = Callable[[], Any]


def read(text: str, code_keys: Collection[str]) -> Any | None:
    """The data of an ordinary text without forbidden characters; None for any other, even sound.

    `code_keys` are the keys whose values must not look like numbers.
    """
    if _CLOSER_LOOK.search(text):
        return None
    next_event: _Next = yaml.CSafeLoader(text).get_event
    try:
        next_event()  # the start of the stream
        if type(next_event()) is not DocumentStartEvent:
            return None
        data = _Reader(next_event, code_keys).value(next_event(), 0)
        is_whole = type(next_event()) is DocumentEndEvent and type(next_event()) is StreamEndEvent
    except (_Unusual, yaml.YAMLError):
        return None
    return data if is_whole else None


class _Unusual(Exception):
    """Something that an ordinary record does not have."""


class _Reader:
    """Walks libyaml's events once, without a memory of what it passed."""

    __slots__ = ("_code_keys", "_next")

    def __init__(self, next_event: _Next, code_keys: Collection[str]) -> None:
        self._next = next_event
        self._code_keys = code_keys

    def value(self, event: Any, depth: int, is_code: bool = False) -> Any:
        kind = type(event)
        if kind is ScalarEvent:
            return _text(event, is_code)
        if depth >= DEEPEST:
            raise _Unusual
        if kind is MappingStartEvent:
            return self._mapping(depth + 1)
        if kind is SequenceStartEvent:
            return self._sequence(depth + 1, is_code)
        raise _Unusual

    def _mapping(self, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        next_event, code_keys = self._next, self._code_keys
        while True:
            event = next_event()
            if type(event) is MappingEndEvent:
                return found
            name = event.value if type(event) is ScalarEvent else ""
            if name in found or name == "<<" or not name.strip():
                raise _Unusual
            event = next_event()
            if type(event) is ScalarEvent:  # as `value` does, without a call: most are texts
                found[name] = _text(event, name in code_keys)
            else:
                found[name] = self.value(event, depth, name in code_keys)

    def _sequence(self, depth: int, is_code: bool) -> list[Any]:
        found: list[Any] = []
        while True:
            event = self._next()
            if type(event) is SequenceEndEvent:
                return found
            found.append(self.value(event, depth, is_code))


def _text(event: Any, is_code: bool) -> str:
    value: str = event.value
    if value in ABSENT or (is_code and not event.style and NUMBER.fullmatch(value)):
        raise _Unusual
    return value
