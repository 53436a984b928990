"""A register full of marked hostile texts and the site made of it → where each text came out.

Every text that is planted begins with a mark of its own. Wherever a reader finds the mark, what
follows it has to be the text as it was written: nothing eaten, added, run or ended early.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.hostile import records
from bench.hostile.fields import KINDS, leaves
from bench.hostile.reading import Broken, texts
from bench.hostile.writing import written
from generator.problem import KeyPath

_FIELDS = [(kind, leaf.path) for kind in KINDS for leaf in leaves(kind) if leaf.is_text]
FIELDS: Mapping[tuple[str, KeyPath], int] = {one: n for n, one in enumerate(_FIELDS)}
"""A number for each text of each record type."""

_MARK = re.compile(r"Zq([0-9]+)x([0-9]+)q")
_CUT = "…"


@dataclass
class Findings:
    """What readers found: marks by kind of file, texts that came out wrong, files that broke."""

    seen: dict[str, set[tuple[int, int]]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    files: int = 0

    def outputs(self) -> dict[str, int]:
        """How many values × fields each kind of file holds."""
        return {kind: len(found) for kind, found in sorted(self.seen.items())}


def planted(number: int, value: str, kind: str, path: KeyPath) -> str:
    """The marked text of a field; a formula must come first to be one."""
    mark = f"Zq{number}x{FIELDS[kind, path]}q"
    return f"{value}{mark}" if value[0] in "=+-@\n" else f"{mark}{value}"


def write(folder: Path, those: Mapping[str, str], register: str = "") -> int:
    """Write a register that holds each of these values in each text; the number of records.

    The settings of the register can hold but one of them, `register`.
    """
    vocabulary: dict[str, list[Any]] = {}
    count = 0
    for number, value in enumerate(those.values()):

        def text(kind: str, path: KeyPath, n: int = number, v: str = value) -> str:
            return planted(n, v, kind, path)

        for one in records.records(number, text):
            _put(folder / one.file, one.tree)
            count += 1
        for name, item in records.lists(number, text):
            vocabulary.setdefault(name, []).append(item)
    for name, items in vocabulary.items():
        _put(folder / name, items)
    chosen = register or next(iter(those))
    at = list(those).index(chosen)
    settings = records.register(lambda kind, path: planted(at, those[chosen], kind, path))
    _put(folder / "registro.yaml", settings)
    return count


def _put(path: Path, tree: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(written(tree)[0], encoding="utf-8", newline="")


def read_back(site: Path, those: Mapping[str, str]) -> Findings:
    """Every file of the site, by its own reader."""
    found = Findings()
    whole = {n: _plain(value) for n, value in enumerate(those.values())}
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        found.files += 1
        seen = found.seen.setdefault(path.suffix, set())
        try:
            for text in texts(path):
                for mark, wrong in _marked(text, whole):
                    seen.add(mark)
                    if wrong:
                        found.wrong.append(f"{path.relative_to(site)}: {mark} {wrong!r}")
        except Broken as error:
            found.wrong.append(f"{path.relative_to(site)}: {error}")
    return found


def _marked(text: str, whole: Mapping[int, str]) -> Iterator[tuple[tuple[int, int], str]]:
    """The marks in a text, and what stands there in place of the planted value; "" if it does."""
    if "Zq" not in text:
        return
    text = _plain(text)
    for found in _MARK.finditer(text):
        mark = int(found[1]), int(found[2])
        value = whole[mark[0]]
        if value[0] in "=+-@":
            before = text[max(0, found.start() - len(value)) : found.start()]
            yield mark, "" if before == value else before
        else:
            after = text[found.end() : found.end() + len(value)]
            yield mark, "" if after == value or _is_cut(text[found.end() :], value) else after


def _is_cut(rest: str, value: str) -> bool:
    """Whether the value was cut short in the open."""
    kept, cut, _ = rest.partition(_CUT)
    return bool(cut) and value.startswith(kept.rstrip())


def _plain(text: str) -> str:
    """White space is shown as one space, and lines end in any way."""
    return " ".join(text.split())
