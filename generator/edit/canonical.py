"""Sound text of a record → its canonical form, or the same with something more in it."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from generator.edit.building import block_of, list_of, part_of
from generator.edit.parts import Block, Document, comments
from generator.edit.reading import read
from generator.edit.writing import write
from generator.load import types
from generator.load.tree import parse
from generator.model.record import Record
from generator.model.withdrawn import emptied
from generator.problem import KeyPath

Plain = str | Sequence["Plain"] | Mapping[str, "Plain"]
"""What a record holds, as text alone: values, lists of it, and blocks by their Spanish keys."""


class Garbled(Exception):
    """The text written does not say what the text read said: a mistake of ours, nothing is kept."""


def canonical(text: str, model: type[BaseModel]) -> str:
    """The one way to write what a sound `text` holds: the same data and comments, every one.

    Keys stand in the model's order, codes in quotes and in their one writing; long texts are
    folded at 100 columns. What is canonical already comes back as it is.
    """
    document = read(text)
    said = comments(document)
    found = write(document, types.root_type(model))
    if found == text:
        return text
    if typed(found, model) != typed(text, model) or comments(read(found)) != said:
        raise Garbled(text[:200])
    return found


def added(text: str, model: type[BaseModel], at: KeyPath, item: Plain) -> str:
    """A sound `text` with one more item at the end of the list at `at`; the list may be missing.

    What is there keeps its order and its comments; a key that was missing comes in its place.
    """
    document = read(text)
    said = comments(document)
    block, kind = document.root, types.root_type(model)
    for step in at:
        block, kind = _entered(block, kind, step)
    block.parts.append(part_of(None, item, types.below(kind, 0)[0]))
    block.flow = False
    found = write(document, types.root_type(model), ordered=False)
    if comments(read(found)) != said:
        raise Garbled(text[:200])
    return found


def fresh(
    data: Mapping[str, Plain] | Sequence[Plain], model: type[BaseModel], head: Sequence[str] = ()
) -> str:
    """The text of a new record, or of a file of one list; `head` are the comments that open it."""
    root = block_of(data) if isinstance(data, Mapping) else list_of(data)
    return write(Document(root, list(head)), types.root_type(model))


def typed(text: str, model: type[BaseModel]) -> object:
    """What a sound text means, its values typed."""
    tree = parse("", text)
    if issubclass(model, Record) and tree.data.get("baja") is not None:
        model = emptied(model)
    return model.model_validate(tree.data)


def _entered(block: Block, kind: Any, step: object) -> tuple[Block, Any]:
    """The block one step down; where a key is missing, an empty list is put in its place."""
    below = types.below(kind, step)[0]
    if isinstance(step, int):
        found = block.parts[step].value
    else:
        part = block.member(str(step))
        if part is None:
            part = part_of(str(step), (), below)
            block.parts.insert(_place(block, kind, str(step)), part)
        if not isinstance(part.value, Block):
            part.value = Block(is_list=True)
        found = part.value
    assert isinstance(found, Block), f"{step} holds no list"
    return found, below


def _place(block: Block, kind: Any, key: str) -> int:
    """Where a new key goes: behind the last of those that come before it in the model."""
    keys = types.keys_of(kind)
    before = set(keys[: keys.index(key)])
    return max((n for n, part in enumerate(block.parts, start=1) if part.key in before), default=0)
