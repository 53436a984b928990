"""A registry's folder → its records and every fault of form, file by file."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from generator import code
from generator.load import form
from generator.load.entry import Entry, Loaded
from generator.load.files import RecordFile, record_files
from generator.load.places import located
from generator.load.salvage import Salvaged, salvage
from generator.load.text import LARGEST, Decoded, decode
from generator.load.tree import Tree, parse
from generator.model import COLLECTIONS, SINGLE_FILES
from generator.model.fields import ID_PATTERN, LONGEST_ID
from generator.problem import Place, Problem

_WORD = re.compile(r"[\w-]{1,80}")


@dataclass(frozen=True, slots=True)
class Read:
    """What one file yielded."""

    file: RecordFile
    entry: Entry[Any] | None
    problems: tuple[Problem, ...]
    lost: frozenset[str] = frozenset()


def load(root: Path) -> Loaded:
    """Read every record file below `root`; faults are returned, all of them, never raised."""
    files, problems = record_files(root)
    reads = [read(root, file) for file in files]
    for one in reads:
        problems.extend(one.problems)
    entries, clashes = _by_id(reads)
    single = {one.file.path: one.entry for one in reads if not one.file.collection}
    return Loaded(
        entries=entries,
        register=single.get("registro.yaml"),
        bodies=single.get("vocabulario/organismos.yaml"),
        auditors=single.get("vocabulario/auditores.yaml"),
        problems=(*problems, *clashes),
        lost=frozenset().union(*(one.lost for one in reads)),
    )


def read(root: Path, file: RecordFile) -> Read:
    """One file's record and faults."""
    raw = _bytes(root / file.path)
    if isinstance(raw, str):
        return Read(file, None, (Problem(Place(file.path), "APL002", {"reason": raw}),), _ids(file))
    decoded = decode(file.path, raw)
    named = tuple(_name_problems(file))
    if decoded.text is None:
        return Read(file, None, (*named, *decoded.problems), _ids(file) | _words(raw))
    tree = parse(file.path, decoded.text, suspicious=decoded.has_forbidden)
    return _from_tree(file, tree, decoded, named)


def _bytes(path: Path) -> bytes | str:
    """The file's bytes (one more than allowed at most), or why it cannot be read."""
    try:
        with path.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except OSError as error:
        return error.strerror or type(error).__name__


def _name_problems(file: RecordFile) -> Iterator[Problem]:
    if file.collection and not (len(file.id) <= LONGEST_ID and re.fullmatch(ID_PATTERN, file.id)):
        yield Problem(Place(file.path), "APL001", {"name": file.id})


def _from_tree(file: RecordFile, tree: Tree, decoded: Decoded, named: tuple[Problem, ...]) -> Read:
    problems = [*named, *decoded.problems, *tree.problems]
    text = decoded.text or ""
    if not tree.readable:
        return Read(file, None, tuple(problems), _ids(file) | _words(text.encode()))
    if tree.data is None:
        if not tree.broken:
            problems.append(Problem(Place(file.path), "APL009"))
        return Read(file, None, tuple(problems), _ids(file) | _words(text.encode()))
    model = COLLECTIONS.get(file.collection) or SINGLE_FILES[file.path]
    wrong_root = _wrong_root(model, tree.data)
    if wrong_root:
        problems.append(Problem(Place(file.path), wrong_root))
        return Read(file, None, tuple(problems), _ids(file) | _words(text.encode()))
    result, faults = _validated(model, tree)
    problems += located(file.path, text, faults)
    entry = None
    if result.record is not None:
        entry = Entry(file.id, file.path, result.record, result.kept, result.damaged, result.bereft)
    return Read(file, entry, tuple(problems), result.lost | (frozenset() if entry else _ids(file)))


def _wrong_root(model: type[BaseModel], data: Any) -> str | None:
    if model in (SINGLE_FILES["registro.yaml"], *COLLECTIONS.values()):
        return None if isinstance(data, dict) else "APL027"
    return None if isinstance(data, list) else "APL028"


def _validated(model: type[BaseModel], tree: Tree) -> tuple[Salvaged, list[form.Fault]]:
    try:
        record = model.model_validate(tree.data)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        faults = form.faults(model, errors, tree)
        result = salvage(model, tree.data, errors, tree.broken)
    else:
        faults, result = [], Salvaged(record)
        if tree.broken:
            result = salvage(model, tree.data, [], tree.broken)
    faults += form.unknown_without_value(model, tree)
    taken = {fault.keys for fault in faults}
    faults += [f for f in form.unquoted_codes(model, tree) if f.keys not in taken]
    return result, faults


def _by_id(
    reads: list[Read],
) -> tuple[dict[str, dict[str, Entry[Any]]], list[Problem]]:
    """Records by collection and id; an id in two sub-folders is a fault at both."""
    paths: dict[tuple[str, str], list[str]] = defaultdict(list)
    entries: dict[str, dict[str, Entry[Any]]] = {name: {} for name in COLLECTIONS}
    for one in reads:
        if one.file.collection:
            paths[one.file.collection, one.file.id].append(one.file.path)
            if one.entry is not None:
                entries[one.file.collection].setdefault(one.file.id, one.entry)
    clashes = [
        Problem(Place(path), "APL019", {"id": key[1], "other": _other(path, twins)})
        for key, twins in paths.items()
        if len(twins) > 1
        for path in twins
    ]
    return entries, clashes


def _other(path: str, twins: list[str]) -> str:
    return ", ".join(twin for twin in twins if twin != path)


def _ids(file: RecordFile) -> frozenset[str]:
    return frozenset([file.id])


def _words(raw: bytes) -> frozenset[str]:
    """Every word of an unreadable file: any of them may be what another record refers to."""
    words = set(_WORD.findall(raw[:LARGEST].decode("utf-8", errors="replace")))
    return frozenset(words | {code.display(w) for w in words if len(w) < 12 and code.is_valid(w)})
