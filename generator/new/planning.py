"""A complete new record, or part of one → the file it goes into, and that file's whole text."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.edit import added, fresh
from generator.load import Entry
from generator.model import COLLECTIONS, SINGLE_FILES
from generator.new.answers import Data
from generator.new.kinds import Kind
from generator.new.known import Known, adhesion_of, element_of
from generator.problem import KeyPath

SCHEMAS = ".vscode/esquemas"
"""Where the schemas lie, beside the registry."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A text to be written; `before` is what the file holds now, None where there is none."""

    path: str
    text: str
    before: str | None = None


class NoPlace(Exception):
    """The place that was named is not there: which flag, what it said, and what there is."""

    def __init__(self, key: str, said: str, names: Mapping[str, str]) -> None:
        super().__init__(f"--{key} {said}")
        self.key, self.said, self.names = key, said, names


def modeline(path: str, schema: str) -> str:
    """The comment that tells an editor which schema a file of the registry has."""
    up = os.path.relpath(SCHEMAS, os.path.dirname(f"registry/{path}")).replace(os.sep, "/")
    return f"# yaml-language-server: $schema={up}/{schema}.schema.json"


def record(kind: Kind, id_: str, folder: str, data: Data) -> Plan:
    """The file of a new record, in a sub-folder of its collection if one is named."""
    path = "/".join(filter(None, (kind.collection, folder.strip("/"), f"{id_}.yaml")))
    model = COLLECTIONS[kind.collection]
    return Plan(path, fresh(data, model, [modeline(path, kind.collection)]))


def entry(root: Path, kind: Kind, data: Data) -> Plan:
    """A list with one more entry; a list that is not there yet is begun."""
    model, file = SINGLE_FILES[kind.single], root / kind.single
    if not file.is_file():
        head = [modeline(kind.single, Path(kind.single).stem)]
        return Plan(kind.single, fresh([data], model, head))
    before = file.read_bytes().decode("utf-8")
    return Plan(kind.single, added(before, model, (), data), before)


def part(root: Path, kind: Kind, place: Mapping[str, str], data: Data, known: Known) -> Plan:
    """A company's file with one more element, adhesion, audit or certificate."""
    company, at = find(kind, place, data, known)
    before = (root / company.path).read_bytes().decode("utf-8")
    return Plan(company.path, added(before, COLLECTIONS["empresas"], at, data), before)


def find(
    kind: Kind, place: Mapping[str, str], data: Data, known: Known
) -> tuple[Entry[Any], KeyPath]:
    """The company's file and the list in it that a place names; NoPlace where it is not there."""
    company = known.company(place["empresa"])
    if company is None:
        raise NoPlace("empresa", place["empresa"], known.names("empresas"))
    return company, _at(kind, company.record, place, data)


def _at(kind: Kind, company: Any, place: Mapping[str, str], data: Data) -> KeyPath:
    if "elemento" not in kind.place:
        return kind.within
    found = element_of(company, place["elemento"])
    if found is None:
        names = {one.id: one.name for one in company.elements}
        raise NoPlace("elemento", place["elemento"], names)
    number, element = found
    if "acuerdo" not in kind.place:
        return ("elementos", number, *kind.within)
    adhesion = adhesion_of(element, place["acuerdo"], str(data.get("fecha", "")))
    if adhesion is None:
        raise NoPlace("acuerdo", place["acuerdo"], {a.agreement_id: "" for a in element.adhesions})
    return ("elementos", number, "adhesiones", adhesion[0], *kind.within)
