"""A registry and the steps of the schema → the text of every file that they change.

Nothing is written here. The steps work on the trees of `edit`, so comments and order stay, and a
file that no step changes keeps its bytes.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.edit.canonical import Garbled, fresh
from generator.edit.parts import Block, Document, Part, Scalar, comments
from generator.edit.reading import read
from generator.edit.writing import is_absent, write
from generator.load import records, types
from generator.load.files import RecordFile, listing
from generator.load.reading import bytes_of
from generator.load.text import decode
from generator.load.tree import parse
from generator.messages import level
from generator.migration.steps import Step
from generator.model import COLLECTIONS, SINGLE_FILES
from generator.problem import Place, Problem

SETTINGS = RecordFile("registro.yaml", "")
KEY = "esquema"
FIRST = 1
"""What a registry is that does not say."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What takes a registry from one version to another; `faults` are why it cannot be told."""

    before: int
    steps: tuple[Step, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    originals: Mapping[str, bytes] = field(default_factory=dict)
    faults: tuple[Problem, ...] = ()


def plan(root: Path, steps: Mapping[int, Step], known: int) -> Plan:
    """The way of the registry in `root` to version `known`; without steps where it is there."""
    before, faults = _version(root)
    if faults or before >= known:
        return Plan(before, faults=faults)
    files = {file.path: file for file in listing(root).files}
    raw = {path: bytes_of(str(root / path)) for path in files}
    faults = tuple(one for path in files for one in _unreadable(path, raw[path]))
    if faults:
        return Plan(before, faults=faults)
    originals = {path: one for path, one in raw.items() if isinstance(one, bytes)}
    due = tuple(steps[version] for version in range(before + 1, known + 1))
    texts = {
        path: _written(files[path], document, originals[path].decode("utf-8"))
        for path, document in _stepped(originals, due, known)
    }
    if SETTINGS.path not in originals:
        texts[SETTINGS.path] = fresh({KEY: str(known)}, SINGLE_FILES[SETTINGS.path])
    return Plan(before, due, texts, originals)


def _version(root: Path) -> tuple[int, tuple[Problem, ...]]:
    """The version that a registry says it has, or what is wrong with how it says so."""
    if not (root / SETTINGS.path).exists():
        return FIRST, ()
    raw = bytes_of(str(root / SETTINGS.path))
    faults = tuple(_unreadable(SETTINGS.path, raw))
    if faults or isinstance(raw, str):
        return FIRST, faults
    told = read(raw.decode("utf-8")).root.member(KEY)
    if told is None or (isinstance(told.value, Scalar) and is_absent(told.value)):
        return FIRST, ()
    text = told.value.text if isinstance(told.value, Scalar) else ""
    if text.isascii() and text.isdigit() and int(text) >= FIRST:
        return int(text), ()
    return FIRST, tuple(one for one in records.read(SETTINGS, raw).problems if _is_fault(one))


def _unreadable(path: str, raw: bytes | str) -> Iterator[Problem]:
    """What keeps a file from being edited: its form alone, for its keys may be those of before."""
    if isinstance(raw, str):
        yield Problem(Place(path), "APL002", {"reason": raw})
        return
    decoded = decode(path, raw)
    yield from filter(_is_fault, decoded.problems)
    if decoded.text is None or not decoded.is_whole:
        return
    tree = parse(path, decoded.text, suspicious=decoded.has_forbidden)
    yield from filter(_is_fault, tree.problems)
    is_list = path in SINGLE_FILES and path != SETTINGS.path
    if tree.readable and not isinstance(tree.data, list if is_list else dict):
        yield Problem(Place(path), "APL028" if is_list else "APL027")


def _is_fault(problem: Problem) -> bool:
    return level(problem) == "error"


def _stepped(
    originals: Mapping[str, bytes], due: Iterable[Step], known: int
) -> Iterator[tuple[str, Document]]:
    """The documents that are not what they were, once all steps are done."""
    documents = {path: read(raw.decode("utf-8")) for path, raw in originals.items()}
    before = {path: (_said(one.root), comments(one)) for path, one in documents.items()}
    for step in due:
        step.change(documents)
    if SETTINGS.path in documents:
        _say_version(documents[SETTINGS.path].root, known)
    for path, document in documents.items():
        said, kept = before[path]
        if comments(document) != kept:
            raise Garbled(path)
        if _said(document.root) != said:
            yield path, document


def _say_version(settings: Block, version: int) -> None:
    told = settings.member(KEY)
    if told is None:
        settings.parts.append(told := Part(KEY, Scalar("")))
    told.value = Scalar(str(version))


def _said(value: Block | Scalar) -> object:
    """What a part says, in its order."""
    if isinstance(value, Scalar):
        return None if is_absent(value) else value.text
    return [(part.key, _said(part.value)) for part in value.parts]


def _written(file: RecordFile, document: Document, before: str) -> str:
    model = COLLECTIONS.get(file.collection) or SINGLE_FILES[file.path]
    text = write(document, types.root_type(model), ordered=False)
    if comments(read(text)) != comments(read(before)):
        raise Garbled(file.path)
    return text
