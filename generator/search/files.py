"""Rows and labels → the files of the search index, `buscar/…`, as bytes.

`facetas` comes first and names all others, each with a short hash of its content, so that a
browser never mixes two builds. `filas-N` holds the texts of a run of rows, `fechas` the days.
A register too large to be taken whole also gets `palabras-N` and `claves-N`.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from generator.search.blocks import blocks, cut
from generator.search.days import days
from generator.search.facets import columns, examples, families, streams_of
from generator.search.keys import keys
from generator.search.pack import pack_rising
from generator.search.rows import Row, Shelf, shelve
from generator.search.words import Entry, lengths, slices, words

Labels = Mapping[str, Mapping[str, str]]
Part = tuple[str, Mapping[str, object]]

FOLDER = "buscar"
GLOBAL = "registroBuscar"  # where parts written as scripts put themselves
VERSION = 1
WHOLE = 60_000  # up to so many rows the browser takes all texts and needs no list of words
ROWS_WHOLE, ROWS_SHARDED = 8_000, 1_000  # rows a block
KIND_LABELS = "tipo"


def files(rows: Sequence[Row], labels: Labels, *, offline: bool) -> Iterator[tuple[str, bytes]]:
    """The files of the index, `facetas` first; for `offline` scripts in place of JSON."""
    shelf = shelve(rows)
    large = len(shelf.rows) > WHOLE
    starts = cut(shelf, ROWS_SHARDED if large else ROWS_WHOLE)
    streams = streams_of(shelf)
    texts: list[Part] = [
        (f"filas-{n}", dict(block)) for n, block in enumerate(blocks(shelf, labels, starts))
    ]
    dated: Part = ("fechas", dict(days(shelf, streams)))
    first_words, word_parts = _sliced("palabras", words(shelf, labels) if large else [])
    first_keys, key_parts = _sliced("claves", keys(shelf) if large else [])
    others = [dated, *texts, *word_parts, *key_parts]
    head: Part = (
        "facetas",
        {
            "version": VERSION,
            "families": families(shelf, labels.get(KIND_LABELS, {})),
            "facets": columns(shelf, labels),
            "examples": examples(shelf),
            "blocks": pack_rising(starts),
            "lengths": lengths(shelf) if large else "",
            "words": first_words,
            "keys": first_keys,
            "parts": {name: _hash(part) for name, part in others},
        },
    )
    for part in (head, *others):
        yield _file(part, offline=offline)


def _sliced(name: str, entries: Sequence[Entry]) -> tuple[list[str], list[Part]]:
    firsts: list[str] = []
    parts: list[Part] = []
    for n, (first, one) in enumerate(slices(entries)):
        firsts.append(first)
        parts.append((f"{name}-{n}", dict(one)))
    return firsts, parts


def _file(part: Part, *, offline: bool) -> tuple[str, bytes]:
    name, content = part
    text = _json({"hash": _hash(content), **content})
    if offline:
        text = f"(self.{GLOBAL}=self.{GLOBAL}||{{}})[{json.dumps(name)}]={text};\n"
    return f"{FOLDER}/{name}.{'js' if offline else 'json'}", text.encode()


def _hash(content: Mapping[str, object]) -> str:
    return sha256(_json(content).encode()).hexdigest()[:8]


def _json(content: Mapping[str, object]) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
