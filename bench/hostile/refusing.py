"""Every hostile value in every field → what the loader lets through or refuses wrongly.

A text takes what is only text; whatever is a date, code, id, number, address or listed value
refuses it, in the line where it stands, in one line that a terminal shows as it is.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bench.hostile.fields import KINDS, Leaf, leaves
from bench.hostile.records import plant
from bench.hostile.values import REFUSED, TEXTS
from bench.hostile.writing import written
from generator.load.files import RecordFile
from generator.load.records import read
from generator.messages import message
from generator.model import COLLECTIONS
from generator.problem import Problem

LONGEST_MESSAGE = 600
ALL: Mapping[str, str] = {**TEXTS, **REFUSED}

_UNSHOWABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]")


def refusals() -> tuple[int, list[str]]:
    """How many values × fields were tried, and what was judged wrongly."""
    tried, wrong = 0, list[str]()
    for kind in KINDS:
        for fields in _parts(kind):
            for name in ALL:
                tried += len(fields)
                wrong += _judged(kind, name, fields)
    return tried, wrong


def _parts(kind: str) -> Iterator[Sequence[Leaf]]:
    """What withdraws a record stands in a file of its own, for the rest is then not looked at."""
    for part in (True, False):
        if fields := [one for one in leaves(kind) if (one.path[0] == "baja") == part]:
            yield fields


def _judged(kind: str, name: str, fields: Sequence[Leaf]) -> Iterator[str]:
    """What the loader should have said of a file full of one value, and did not."""
    tree: dict[str, Any] = {"": []}
    for leaf in fields:
        plant(tree, ("", *leaf.path) if leaf.path[0] == 0 else leaf.path, ALL[name])
    text, lines = written(tree.pop("") or tree)
    collection = kind if kind in COLLECTIONS else ""
    file = RecordFile(f"{kind}/hostil.yaml" if collection else kind, collection)
    told: dict[int, list[Problem]] = defaultdict(list)
    for problem in read(file, text.encode()).problems:
        told[problem.place.line].append(problem)
        yield from _unclear(problem)
    for leaf in fields:
        is_refused = lines[leaf.path] in told
        if is_refused == (leaf.is_text and name not in REFUSED):
            yield f"{kind} {leaf.path}: {name} {'refused' if is_refused else 'let in'}"


def _unclear(problem: Problem) -> Iterator[str]:
    for language in ("es", "en"):
        said = message(problem, language)
        if not said or len(said) > LONGEST_MESSAGE or _UNSHOWABLE.search(said):
            yield f"{problem.place}: {problem.code} says {said[:80]!r}"
