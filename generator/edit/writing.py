"""A document and the model of its record → its text: order, quotes, indentation, comments."""

from typing import Any

from generator.edit.parts import Block, Document, Part, Scalar, pushed, without_lead
from generator.edit.scalars import WIDTH, Marks, canonical_text, inline, written
from generator.load import types

STEP = 2
"""Columns of indentation a level."""


def write(document: Document, kind: Any, *, ordered: bool = True) -> str:
    """The whole file; the parts keep their order where they are not to be `ordered`.

    The document is settled on the way: nothing else should be done with it.
    """
    _Settler(ordered).block(document.root, kind, is_in_list=False)
    writer = _Writer()
    writer.lines += document.head
    if not document.root.parts:
        writer.lines.append(_flow(document.root, kind))
    writer.block(document.root, kind, 0)
    return "\n".join(writer.lines) + "\n"


class _Settler:
    """Puts parts in order, and every comment where the canonical form has a place for it."""

    def __init__(self, ordered: bool) -> None:
        self._ordered = ordered

    def block(self, block: Block, kind: Any, *, is_in_list: bool) -> None:
        if self._ordered and not block.is_list and types.is_block(kind):
            rank = {key: number for number, key in enumerate(types.keys_of(kind))}
            block.parts.sort(key=lambda part: rank.get(part.key or "", len(rank)))
        for part in block.parts:
            self._part(part, kind, block.is_list)
        if block.parts:
            block.parts[0].above = without_lead(block.parts[0].above)
        block.flow = not block.parts or (is_in_list and _is_row(block))

    def _part(self, part: Part, kind: Any, is_item: bool) -> None:
        if not isinstance(part.value, Block):
            return
        self.block(part.value, _below(kind, part)[0], is_in_list=is_item)
        if not part.value.parts:
            part.above = pushed(part.above, without_lead(part.value.foot))
            part.value.foot = []
        elif is_item:
            # The first key stands on the line of the dash: what is above it goes above both.
            first, beside = part.value.parts[0], []
            if part.beside and not part.value.flow:
                beside, part.beside = [part.beside], ""
            part.above, first.above = pushed(part.above, beside, first.above), []


def _is_row(block: Block) -> bool:
    """A list of plain values in a list, such as a table's row, is written in brackets."""
    return (
        block.is_list
        and not any(block.foot)
        and all(
            isinstance(part.value, Scalar) and not part.beside and not (number and any(part.above))
            for number, part in enumerate(block.parts)
        )
    )


def _below(kind: Any, part: Part) -> tuple[Any, Marks]:
    return types.below(kind, 0 if part.key is None else part.key)


class _Writer:
    """Collects the lines of one document."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def block(self, block: Block, kind: Any, indent: int, dashes: str = "") -> None:
        """A block's parts; its first goes behind the `dashes` of the items it begins."""
        margin = " " * indent
        for part in block.parts:
            self._comments(part.above, margin)
            self._part(part, kind, dashes or margin, indent)
            dashes = ""
        self._comments(block.foot, margin)

    def _comments(self, lines: list[str], margin: str) -> None:
        self.lines += [margin + line if line else line for line in lines]

    def _part(self, part: Part, kind: Any, margin: str, indent: int) -> None:
        label = margin + ("-" if part.key is None else f"{part.key}:")
        below, marks = _below(kind, part)
        match part.value:
            case Scalar() as scalar:
                self._scalar(part, scalar, label, below, marks, indent + STEP)
            case Block(flow=True) as row:
                self._line(label, _flow(row, below), part.beside)
            case Block() as block if part.key is None:
                self.block(block, below, indent + STEP, dashes=f"{label} ")
            case Block() as block:
                self._line(label, "", part.beside)
                self.block(block, below, indent + STEP)

    def _scalar(
        self, part: Part, scalar: Scalar, label: str, kind: Any, marks: Marks, deep: int
    ) -> None:
        if is_absent(scalar):
            self._line(label, "" if part.key else "null", part.beside)
            return
        found = written(scalar, kind, marks, WIDTH - len(label) - 1, deep)
        self._line(label, found.first, part.beside)
        self.lines += [" " * deep + line if line else line for line in found.more]

    def _line(self, label: str, value: str, beside: str) -> None:
        self.lines.append(" ".join(filter(None, (label, value, beside))))


def is_absent(scalar: Scalar) -> bool:
    """Whether a value stands for nothing: empty, `null` or `~`, and no quotes."""
    return not scalar.quoted and scalar.text in ("", "null", "~")


def _flow(block: Block, kind: Any) -> str:
    if not block.is_list:
        return "{}"
    shown = []
    for part in block.parts:
        below, marks = _below(kind, part)
        scalar = part.value
        assert isinstance(scalar, Scalar), "only rows of plain values are written in brackets"
        text = canonical_text(scalar.text, below, marks)
        plain = inline(text, scalar.quoted, below, marks, in_flow=True)
        shown.append("null" if is_absent(scalar) else plain)
    return f"[{', '.join(shown)}]"
