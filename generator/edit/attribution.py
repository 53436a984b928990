"""Comments and blank lines of a text → the parts that they are about.

What stands on a line of its own is about what follows; unless it is indented as what came before
and deeper than what follows: then it ends that block. What stands behind a value is about it.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from generator.edit.parts import BLANK, Block, Document, Part, Scalar, push, pushed, without_lead

_FOR_THE_EDITOR = re.compile(r"#\s*yaml-language-server:")
"""A comment that names the schema: first of all, and about the file as a whole."""

_MARKS = ("", "---", "...")
"""What may stand before a comment that has its line for itself."""


@dataclass(frozen=True, slots=True)
class Place:
    """A part, and the blocks it stands in, from the root down."""

    part: Part
    within: tuple[Block, ...]


def attribute(
    text: str, comments: list[tuple[int, int]], root: Block, places: list[Place]
) -> Document:
    """The document, with every comment where it belongs."""
    desk = _Desk(text, root, places)
    for start, end in comments:
        desk.take(start, text[start:end].rstrip())
    for place in places:
        if desk.begins_its_line(place.part) and desk.is_after_blank(place.part.start):
            push(place.part.above, BLANK)
    return Document(root, _head(root))


def _head(root: Block) -> list[str]:
    """What is said before the first part and is about the whole file.

    That is what a blank line parts from it; and wherever it stands, the line for the editor.
    """
    if not root.parts:
        return []
    first = root.parts[0]
    parted = len(first.above) - first.above[::-1].index(BLANK) if BLANK in first.above else 0
    for_editor = [line for line in first.above if _FOR_THE_EDITOR.match(line)]
    others = [line for line in first.above[:parted] if line not in for_editor]
    first.above = [line for line in first.above[parted:] if line not in for_editor]
    return pushed(for_editor, others if for_editor else without_lead(others))


class _Desk:
    """Where the comments of one text are handed out, in its order."""

    def __init__(self, text: str, root: Block, places: list[Place]) -> None:
        self._text = text
        self._root = root
        self._places = places
        self._starts = [place.part.start for place in places]
        self._gap: int | None = None
        self._open: list[Block] = []  # the blocks that the gap's next comment may still end

    def take(self, start: int, said: str) -> None:
        """Give one comment to its part."""
        number = bisect_right(self._starts, start)
        before = self._places[number - 1] if number else None
        if before and self._line_before(start) not in _MARKS:
            self._beside(before, start, said)
            return
        lines = self._above(start, number, before)
        if self.is_after_blank(start):
            push(lines, BLANK)
        push(lines, said)

    def begins_its_line(self, part: Part) -> bool:
        return not self._line_before(part.start)

    def is_after_blank(self, start: int) -> bool:
        """Whether the line above is empty; the first line has none above."""
        line_start = self._text.rfind("\n", 0, start) + 1
        above = self._text.rfind("\n", 0, max(0, line_start - 1)) + 1
        return line_start > 0 and not self._text[above:line_start].strip()

    def _line_before(self, start: int) -> str:
        return self._text[self._text.rfind("\n", 0, start) + 1 : start].strip()

    def _beside(self, place: Place, start: int, said: str) -> None:
        part: Part | None = place.part
        for depth in range(len(place.within) - 1, -1, -1):
            block = place.within[depth]
            if not block.flow or start < block.end:
                break
            part = self._owner(place.within, depth)
        if part is None:
            push(self._root.foot, said)
            return
        if part.beside:
            push(part.above, part.beside)
        part.beside = said

    def _owner(self, within: tuple[Block, ...], depth: int) -> Part | None:
        """The part whose value is the block at `depth`."""
        holder = within[depth - 1].parts if depth else []
        return next((part for part in holder if part.value is within[depth]), None)

    def _above(self, start: int, number: int, before: Place | None) -> list[str]:
        """The lines that an own-line comment joins."""
        after = self._places[number] if number < len(self._places) else None
        if before is None:
            return after.part.above if after else self._root.foot
        if flow := self._flow_around(before, start):
            inside = after and after.part.start < flow.end
            return after.part.above if after and inside else flow.foot
        value = before.part.value
        if isinstance(value, Scalar) and value.start > start:
            return before.part.above
        return self._closed_or_next(start, number, before, after)

    def _flow_around(self, before: Place, start: int) -> Block | None:
        around = [*before.within, before.part.value]
        found = [b for b in around if isinstance(b, Block) and b.flow and b.start < start < b.end]
        return found[-1] if found else None

    def _closed_or_next(
        self, start: int, number: int, before: Place, after: Place | None
    ) -> list[str]:
        if self._gap != number:
            still_open = after.within if after else ()
            ended = [*before.within, before.part.value]
            self._gap, self._open = (
                number,
                [b for b in ended if isinstance(b, Block) and not b.flow and b not in still_open],
            )
        column = start - (self._text.rfind("\n", 0, start) + 1)
        chosen, deepest = 0, after.part.column if after else -1
        for depth, block in enumerate(self._open, start=1):
            if deepest < block.column <= column:
                chosen, deepest = depth, block.column
        self._open = self._open[:chosen]
        if chosen:
            return self._open[-1].foot
        return after.part.above if after else self._root.foot
