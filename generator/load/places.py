"""Paths in records → lines and columns, by reading the file once more, only when asked."""

from collections.abc import Iterable
from pathlib import Path

from generator.load.form import Fault
from generator.load.text import LARGEST, decode
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


def locate(root: Path, findings: Iterable[Finding]) -> list[Problem]:
    """What rules found, each at its line."""
    trees: dict[str, Tree] = {}
    problems = []
    for finding in findings:
        path = finding.spot.path
        if path not in trees:
            trees[path] = _marked(root, path)
        place = _place(path, trees[path], finding.spot.keys, finding.spot.on)
        problems.append(Problem(place, finding.code, finding.params, finding.is_old))
    return problems


def _marked(root: Path, path: str) -> Tree:
    try:
        with (root / path).open("rb") as stream:
            decoded = decode(path, stream.read(LARGEST + 1))
    except OSError:  # it was there when its record was read
        return Tree()
    return parse(path, decoded.text or "", with_marks=True)


def _place(path: str, tree: Tree, keys: KeyPath, on: str) -> Place:
    """The nearest marked place: the path itself, or the block it would stand in.

    The key of the whole record is its file's name: a fault of that stands at 1:1.
    """
    if not keys and on == "key":
        return Place(path)
    for length in range(len(keys), -1, -1):
        if mark := tree.marks.get(keys[:length]):
            key_place, value_place = mark
            wanted = key_place if on == "key" and length == len(keys) else value_place
            return Place(path, *(wanted or value_place))
    return Place(path)
