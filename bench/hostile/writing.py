"""Trees of texts → YAML as an editor may write it, and the line of every value."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from generator.problem import KeyPath

Line = tuple[KeyPath, str]
"""The path of what stands in a line, and the line."""


def written(tree: Mapping[str, Any] | list[Any]) -> tuple[str, dict[KeyPath, int]]:
    """The file's text, and the line of each value, from 1; every value is quoted."""
    lines = list(_lines(tree, (), ""))
    places = {path: number for number, (path, _) in enumerate(lines, start=1)}
    return "".join(f"{line}\n" for _, line in lines), places


def _lines(tree: Any, at: KeyPath, indent: str) -> Iterator[Line]:
    items = enumerate(tree) if isinstance(tree, list) else tree.items()
    for key, value in items:
        head = f"{indent}-" if isinstance(tree, list) else f"{indent}{key}:"
        if isinstance(value, str):
            yield (*at, key), f"{head} {quoted(value)}"
        else:
            yield (*at, key), head
            yield from _lines(value, (*at, key), f"{indent}  ")


def quoted(text: str) -> str:
    """A double-quoted scalar with what it holds as it is, but for what would end or break it."""
    safe = json.dumps(text, ensure_ascii=False)
    return safe.replace("\x7f", "\\x7f").replace("\x85", "\\N").replace("\ufeff", "\\ufeff")
