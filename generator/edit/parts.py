"""A record as it is edited: mappings and lists of parts, each with the comments about it.

This tree is made to be changed, unlike the records that are read from it: it lives for as long as
one file is edited.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

BLANK = ""
"""A blank line among comments; one is as good as many."""


@dataclass(slots=True, eq=False)
class Scalar:
    """A text as it is meant, whether it stood in quotes, and from where to where.

    `lines` are those of a text that was folded, as its writer broke them.
    """

    text: str
    quoted: bool = False
    start: int = -1
    end: int = -1
    lines: tuple[str, ...] = ()


@dataclass(slots=True, eq=False)
class Block:
    """A mapping or a list. `foot` are the comments after its last part.

    `flow` says that it is written in brackets; `column` is where its parts begin if it is not,
    `start` and `end` are where it stands in the text.
    """

    is_list: bool
    parts: list["Part"] = field(default_factory=list)
    flow: bool = False
    foot: list[str] = field(default_factory=list)
    column: int = 0
    start: int = -1
    end: int = -1

    def member(self, key: str) -> "Part | None":
        """The part under `key`."""
        return next((part for part in self.parts if part.key == key), None)


@dataclass(slots=True, eq=False)
class Part:
    """A key with its value, or an item of a list (`key` is None).

    `above` are the comments before it, blank lines among them; `beside` is the one on its line.
    `label_end` is where its key ends in the text.
    """

    key: str | None
    value: "Scalar | Block"
    above: list[str] = field(default_factory=list)
    beside: str = ""
    start: int = -1
    column: int = 0
    label_end: int = -1


@dataclass(slots=True, eq=False)
class Document:
    """A whole file; `head` are the comments that are about all of it."""

    root: Block
    head: list[str] = field(default_factory=list)


def push(lines: list[str], line: str) -> None:
    """Add a comment or a blank line; two blank lines are one."""
    if line or not lines or lines[-1] != BLANK:
        lines.append(line)


def pushed(*several: list[str]) -> list[str]:
    """All these lines in a row, two blank ones as one."""
    found: list[str] = []
    for lines in several:
        for line in lines:
            push(found, line)
    return found


def without_lead(lines: list[str]) -> list[str]:
    """The lines from the first comment on."""
    return lines[1:] if lines[:1] == [BLANK] else lines


def comments(document: Document) -> list[str]:
    """Every comment of a document, sorted: the same before and after it is written."""
    return sorted(line for line in (*document.head, *_comments(document.root)) if line)


def _comments(block: Block) -> Iterator[str]:
    for part in block.parts:
        yield from part.above
        yield part.beside
        if isinstance(part.value, Block):
            yield from _comments(part.value)
    yield from block.foot
