"""Sound YAML text → its parts, each with the comments that are about it.

Libyaml says where every value stands; what is left between the values is brackets, dashes and
comments. (ruamel.yaml hangs a comment on what stands before it, so that a key that moves takes its
neighbour's along, and reads `01101` as a number.)
"""

from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from generator.edit.attribution import Place, attribute
from generator.edit.parts import Block, Document, Part, Scalar

Span = tuple[int, int]


def read(text: str) -> Document:
    """The document that `text` holds; it must be one that `generator.load` finds sound."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    events = list(_events(text))
    spans = _spans(text, events)
    comments = list(_comments(text, spans))
    builder = _Builder(text, _bare(text, spans, comments), events)
    root = builder.root()
    return attribute(text, comments, root, builder.places)


def scalars(text: str) -> list[Span]:
    """Where the scalars of readable YAML stand, from where to where; `|` and `>` left out."""
    return _spans(text, _events(text))


def _spans(text: str, events: Iterable[Any]) -> list[Span]:
    return [_span(text, event) for event in events if _is_scalar(event)]


def _events(text: str) -> Iterator[Any]:
    loader = yaml.CSafeLoader(text)
    while not isinstance(event := loader.get_event(), yaml.StreamEndEvent):
        yield event


def _is_scalar(event: Any) -> bool:
    return isinstance(event, yaml.ScalarEvent)


def _span(text: str, event: Any) -> Span:
    """Where a scalar stands; of one with `|` or `>`, only its lines: that sign may be commented."""
    start, end = event.start_mark.index, event.end_mark.index
    if event.style in ("|", ">"):
        line_end = text.find("\n", start)
        start = end if line_end < 0 else line_end
    return start, max(start, end)


def _comments(text: str, spans: list[Span]) -> Iterator[Span]:
    """Outside of scalars a `#` always begins a comment."""
    at = 0
    for start, end in [*spans, (len(text), len(text))]:
        while (found := text.find("#", at, start)) >= 0:
            line_end = text.find("\n", found)
            at = len(text) if line_end < 0 else line_end
            yield found, at
        at = max(at, end)


def _bare(text: str, spans: list[Span], comments: list[Span]) -> str:
    """The text with nothing in it but signs: as long, its words and comments blotted out."""
    bare, at = [], 0
    for start, end in sorted([*spans, *comments]):
        bare += [text[at:start], "x" * (end - start)]
        at = end
    return "".join([*bare, text[at:]])


class _Builder:
    """Walks the events of one document; `places` are its parts in the order of the text."""

    def __init__(self, text: str, bare: str, events: list[Any]) -> None:
        self.places: list[Place] = []
        self._text = text
        self._bare = bare
        self._events = iter(events)
        self._cursor = 0  # behind all that was read so far

    def root(self) -> Block:
        next(self._events)  # the start of the stream
        self._cursor = next(self._events).end_mark.index  # behind a `---`
        value = self._value(next(self._events), ())
        assert isinstance(value, Block), "a sound record is a block of keys, or a list"
        return value

    def _value(self, event: Any, within: tuple[Block, ...]) -> Scalar | Block:
        if _is_scalar(event):
            self._pass(event.end_mark.index)
            start, end = event.start_mark.index, event.end_mark.index
            return Scalar(event.value, bool(event.style), start, end, self._folded(event))
        block = Block(
            is_list=isinstance(event, yaml.SequenceStartEvent),
            flow=bool(event.flow_style),
            column=event.start_mark.column,
            start=event.start_mark.index,
        )
        if block.flow:
            self._pass(event.end_mark.index)
        for event in iter(lambda: next(self._events), None):
            if isinstance(event, yaml.CollectionEndEvent):
                break
            self._part(event, block, (*within, block))
        if block.flow:
            self._pass(event.end_mark.index)
        block.end = self._cursor
        return block

    def _part(self, event: Any, block: Block, within: tuple[Block, ...]) -> None:
        part = Part(None, Scalar(""), start=event.start_mark.index, column=event.start_mark.column)
        self.places.append(Place(part, within))
        block.parts.append(part)
        if not block.is_list:
            part.key, part.label_end = event.value, event.end_mark.index
            self._pass(event.end_mark.index)
            event = next(self._events)
        elif not block.flow:
            part.start, part.column = self._bare.index("-", self._cursor), block.column
            self._pass(part.start + 1)
        part.value = self._value(event, within)

    def _folded(self, event: Any) -> tuple[str, ...]:
        if event.style != ">":
            return ()
        raw = self._text[event.start_mark.index : event.end_mark.index]
        return tuple(line.strip() for line in raw.rstrip().split("\n")[1:])

    def _pass(self, index: int) -> None:
        self._cursor = max(self._cursor, index)
