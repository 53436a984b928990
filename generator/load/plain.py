"""Ordinary YAML text → mappings, lists and texts, fast; None where `tree` must take a closer look.

Nearly every record is ordinary: no comments, anchors, tags or escapes, no key twice, no key without
a value. For these there is nothing to remember but the data. Whatever else a text holds, this gives
up at once, and `tree.parse` reads it from the start; where this answers, both answer the same.
"""

import re
from collections.abc import Callable
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

_SHORTEST_CODE = 8
"""A shorter number cannot be the code of a certificate that lacks its quotes."""

_Next = Callable[[], Any]


def read(text: str) -> Any | None:
    """The data of an ordinary text without forbidden characters; None for any other, even sound."""
    if _CLOSER_LOOK.search(text):
        return None
    next_event: _Next = yaml.CSafeLoader(text).get_event
    try:
        next_event()  # the start of the stream
        if type(next_event()) is not DocumentStartEvent:
            return None
        data = _value(next_event(), next_event, 0)
        is_whole = type(next_event()) is DocumentEndEvent and type(next_event()) is StreamEndEvent
    except (_Unusual, yaml.YAMLError):
        return None
    return data if is_whole else None


class _Unusual(Exception):
    """Something that an ordinary record does not have."""


def _value(event: Any, next_event: _Next, depth: int) -> Any:
    kind = type(event)
    if kind is ScalarEvent:
        return _text(event)
    if depth >= DEEPEST:
        raise _Unusual
    if kind is MappingStartEvent:
        return _mapping(next_event, depth + 1)
    if kind is SequenceStartEvent:
        return _sequence(next_event, depth + 1)
    raise _Unusual


def _text(event: Any) -> str:
    value: str = event.value
    if value in ABSENT:
        raise _Unusual
    if len(value) >= _SHORTEST_CODE and value.isalnum() and NUMBER.fullmatch(value):
        raise _Unusual
    return value


def _mapping(next_event: _Next, depth: int) -> dict[str, Any]:
    found: dict[str, Any] = {}
    while True:
        event = next_event()
        if type(event) is MappingEndEvent:
            return found
        name = event.value if type(event) is ScalarEvent else ""
        if name in found or name == "<<" or not name.strip():
            raise _Unusual
        event = next_event()
        if type(event) is ScalarEvent:  # as `_value` does; most values are texts
            found[name] = _text(event)
        else:
            found[name] = _value(event, next_event, depth)


def _sequence(next_event: _Next, depth: int) -> list[Any]:
    found: list[Any] = []
    while True:
        event = next_event()
        if type(event) is SequenceEndEvent:
            return found
        found.append(_value(event, next_event, depth))
