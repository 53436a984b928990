"""Values given one after another → the data of a record, as YAML holds it."""

from typing import Any

from generator.model import sure
from generator.new.leaves import Leaf

Data = dict[str, Any]


class Repeated(Exception):
    """A value was given twice where only one belongs."""


def put(data: Data, leaf: Leaf, said: str) -> None:
    """Put a value in its place, in its canonical writing where that is sure.

    A second value for the same key of a block in a list begins the list's next block:
    `--fuentes-url a --fuentes-nota x --fuentes-url b` are two sources.
    """
    block, blocks, depth = data, None, 0
    for number, key in enumerate(leaf.path[:-1]):
        if number in leaf.lists:
            blocks, depth = block.setdefault(key, [{}]), number
            block = blocks[-1]
        else:
            block = block.setdefault(key, {})
    key = leaf.path[-1]
    if leaf.many:
        block.setdefault(key, []).append(_value(leaf, said))
        return
    if key in block:
        if blocks is None:
            raise Repeated(leaf.flag)
        blocks.append({})
        block = blocks[-1]
        for step in leaf.path[depth + 1 : -1]:
            block = block.setdefault(step, {})
    block[key] = _value(leaf, said)


def _value(leaf: Leaf, said: str) -> Any:
    if leaf.row:
        return [cell.strip() for cell in said.split(";")]
    return sure.meant(said, leaf.kind, leaf.marks) or said
