"""A registry's folder → its companies, seals and agreements as plain data, found by their names."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import code, folding, rut
from generator.load import types
from generator.load.files import listing
from generator.load.plain import read as read_plain
from generator.load.text import decode
from generator.load.tree import parse
from generator.model import COLLECTIONS
from generator.problem import KeyPath
from generator.sheets.tables import tables


@dataclass(frozen=True, slots=True)
class Record:
    """A record's file: its path in the registry, its bytes, and what it holds as texts."""

    collection: str
    id: str
    path: str
    raw: bytes
    data: dict[str, Any]


Spot = tuple[str, KeyPath]
"""A block of a record: the record's path, and the keys that lead to it."""


def records(root: Path) -> Iterator[Record]:
    """Every record that spreadsheets speak of; its registry must be sound."""
    spoken_of = {table.collection for table in tables().values()}
    for file in listing(root).files:
        if file.collection in spoken_of:
            raw = (root / file.path).read_bytes()
            data = _data(file.path, raw, file.collection)
            yield Record(file.collection, file.id, file.path, raw, data)


def _data(path: str, raw: bytes, collection: str) -> dict[str, Any]:
    text = decode(path, raw).text or ""
    data = read_plain(text, types.code_keys(COLLECTIONS[collection]))
    return data if isinstance(data, dict) else dict(parse(path, text).data or {})


class Index:
    """Where records are found by what people call them; it grows with what is entered."""

    def __init__(self, shelf: Mapping[str, Record]) -> None:
        self.by_id: dict[tuple[str, str], str] = {}
        self.by_rut: dict[str, set[str]] = defaultdict(set)
        self.by_name: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.by_code: dict[str, list[Spot]] = defaultdict(list)
        self.taken_ids: dict[str, set[str]] = defaultdict(set)
        for record in shelf.values():
            self.add(record.collection, record.id, record.path, record.data)

    def add(self, collection: str, id: str, path: str, data: Mapping[str, Any]) -> None:
        """Make a record known by its id and by all that it says of itself today."""
        self.by_id[collection, id] = path
        self.taken_ids[collection] |= {id, *data.get("ids_anteriores", ())}
        if "baja" in data:
            return
        for name in names(data):
            self.by_name[collection, name].add(path)
        for one in ruts(data):
            self.by_rut[one].add(path)
        if "codigo" in data:
            self.by_code[code.display(data["codigo"])].append((path, ()))
        for keys, certificate in certificates(data):
            self.by_code[code.display(certificate.get("codigo", ""))].append((path, keys))


def certificates(data: Mapping[str, Any]) -> Iterator[tuple[KeyPath, Mapping[str, Any]]]:
    """Every certificate of a company, with its place."""
    for e, element in enumerate(data.get("elementos", ())):
        for a, adhesion in enumerate(element.get("adhesiones", ())):
            for c, certificate in enumerate(adhesion.get("certificados", ())):
                yield ("elementos", e, "adhesiones", a, "certificados", c), certificate


def name_key(text: str) -> str:
    """A name for comparing: without case, accents and legal suffix."""
    return folding.without_legal_suffix(folding.fold(text))


def names(data: Mapping[str, Any]) -> Iterator[str]:
    """What a record is called, today and before."""
    for key in ("razon_social", "nombre_fantasia", "nombre"):
        if isinstance(data.get(key), str):
            yield name_key(data[key])


def ruts(data: Mapping[str, Any]) -> Iterator[str]:
    """The RUTs of a company, today's and former ones."""
    for one in (data, *data.get("nombres_anteriores", ())):
        if "rut" in one:
            yield rut.canonical(one["rut"])
