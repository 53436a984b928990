"""Paths in records → lines and columns, by reading the file once more, only when asked."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from generator.load.entry import Entry
from generator.load.form import Fault
from generator.load.text import decode
from generator.load.tree import Tree, parse
from generator.problem import Finding, KeyPath, Place, Problem


def located(path: str, text: str, faults: Iterable[Fault]) -> list[Problem]:
    """The faults of form of one file, each at its line."""
    faults = list(faults)
    if not faults:
        return []
    marks = parse(path, text, with_marks=True)
    return [
        Problem(_place(path, marks, fault.keys, fault.on), fault.code, fault.params)
        for fault in faults
    ]


def locate(root: Path, findings: Iterable[Finding], entries: Iterable[Entry[Any]]) -> list[Problem]:
    """What rules found, each at its line; what merely echoes a fault of form is left out."""
    by_path = {entry.path: entry for entry in entries}
    trees: dict[str, Tree] = {}
    problems = []
    for finding in findings:
        path, keys = finding.spot.path, finding.spot.keys
        entry = by_path.get(path)
        if entry is not None and entry.doubtful(keys):
            continue
        if path not in trees:
            trees[path] = _marked(root, path)
        in_file = entry.in_file(keys) if entry is not None else keys
        place = _place(path, trees[path], in_file, finding.spot.on)
        problems.append(Problem(place, finding.code, finding.params))
    return problems


def _marked(root: Path, path: str) -> Tree:
    decoded = decode(path, (root / path).read_bytes())
    return parse(path, decoded.text or "", with_marks=True)


def _place(path: str, tree: Tree, keys: KeyPath, on: str) -> Place:
    """The nearest marked place: the path itself, or the block it would stand in."""
    for length in range(len(keys), -1, -1):
        if mark := tree.marks.get(keys[:length]):
            key_place, value_place = mark
            wanted = key_place if on == "key" and length == len(keys) else value_place
            return Place(path, *(wanted or value_place))
    return Place(path)
