"""Families and labels → the files of the search index, `buscar/…`, as bytes.

`facetas` comes first and names all others, each with a short hash of its content, so that a
browser never mixes two builds. `filas-N` holds the texts of a run of rows, `fechas` the days.
A register too large to be taken whole also gets `palabras-N` and `claves-N`.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from generator.search.blocks import blocks, cut
from generator.search.days import days
from generator.search.facets import columns, examples, families
from generator.search.families import shelve
from generator.search.keys import keys
from generator.search.pack import pack_rising
from generator.search.shelf import Bunch
from generator.search.words import Entry, lengths, slices, words

Labels = Mapping[str, Mapping[str, str]]

FOLDER = "buscar"
GLOBAL = "registroBuscar"  # where parts written as scripts put themselves
VERSION = 1
WHOLE = 60_000  # up to so many rows the browser takes all texts and needs no list of words
ROWS_WHOLE, ROWS_SHARDED = 8_000, 1_000  # rows a block
KIND_LABELS = "tipo"


@dataclass(frozen=True, slots=True)
class Part:
    """One file to be: its name, its content as JSON text, a short hash of that."""

    name: str
    body: str
    hash: str

    def file(self, *, offline: bool) -> tuple[str, bytes]:
        """Where it goes and its bytes: JSON, or for `offline` a script that sets itself down."""
        text = f'{{"hash":"{self.hash}",{self.body[1:]}'
        if offline:
            text = f"(self.{GLOBAL}=self.{GLOBAL}||{{}})[{json.dumps(self.name)}]={text};\n"
        return f"{FOLDER}/{self.name}.{'js' if offline else 'json'}", text.encode()


def files(found: Iterable[Bunch], labels: Labels, *, offline: bool) -> Iterator[tuple[str, bytes]]:
    """The files of the index; `labels` tells facet → id → Spanish label, `tipo` those of kinds."""
    shelf = shelve(found)
    large = shelf.starts[-1] > WHOLE
    starts = cut(shelf, ROWS_SHARDED if large else ROWS_WHOLE)
    first_words, word_parts = _sliced("palabras", words(shelf, labels) if large else [])
    first_keys, key_parts = _sliced("claves", keys(shelf) if large else [])
    others = [
        _part("fechas", days(shelf)),
        *(_part(f"filas-{n}", one) for n, one in enumerate(blocks(shelf, starts))),
        *word_parts,
        *key_parts,
    ]
    head = {
        "version": VERSION,
        "families": families(shelf, labels.get(KIND_LABELS, {})),
        "facets": columns(shelf, labels),
        "examples": examples(shelf),
        "blocks": pack_rising(shelf.starts[one] for one in starts),
        "lengths": lengths(shelf) if large else "",
        "words": first_words,
        "keys": first_keys,
        "parts": {part.name: part.hash for part in others},
    }
    for part in (_part("facetas", head), *others):
        yield part.file(offline=offline)


def _sliced(name: str, entries: Sequence[Entry]) -> tuple[list[str], list[Part]]:
    """The first word of each slice, and the slices."""
    made = [(first, _part(f"{name}-{n}", one)) for n, (first, one) in enumerate(slices(entries))]
    return [first for first, _ in made], [part for _, part in made]


def _part(name: str, content: Mapping[str, object]) -> Part:
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return Part(name, body, sha256(body.encode()).hexdigest()[:8])
