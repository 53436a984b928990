"""The bytes of one file → its record and every fault of form in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator import code, folding
from generator.load import form, plain, types
from generator.load.entry import Entry
from generator.load.files import RecordFile
from generator.load.partial import partial
from generator.load.places import located
from generator.load.text import LARGEST, UNREADABLE, Decoded, decode
from generator.load.tree import Tree, parse
from generator.model import COLLECTIONS, SINGLE_FILES
from generator.model.fields import ID_PATTERN, LONGEST_ID
from generator.model.record import Record
from generator.model.withdrawn import emptied
from generator.problem import Place, Problem

HOPELESS = 1000
"""A file with more errors than these is not read as a record: no rule could add anything."""

_WORD = re.compile(r"[\w-]{1,80}")
_CODE = re.compile(r"\b\w{4}[ -]?\w{4}\b")
_YAML_NAMES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Read:
    """What one file yielded: a sound or a damaged record, or none; and what was lost of it."""

    file: RecordFile
    problems: tuple[Problem, ...]
    entry: Entry[Any] | None = None
    is_sound: bool = False
    lost: frozenset[str] = field(default_factory=frozenset)


def read(file: RecordFile, raw: bytes | str) -> Read:
    """One file's record and faults, given its bytes, or why it cannot be read."""
    named = list(_name_problems(file))
    if isinstance(raw, str):
        closed = Problem(Place(file.path), "APL002", {"reason": raw})
        return Read(file, (*named, closed), lost=_ids(file))
    decoded = decode(file.path, raw)
    if decoded.text is None:
        return Read(file, (*named, *decoded.problems), lost=_ids(file) | words(raw))
    judged = _judged(file, decoded, decoded.text)
    problems = (*named, *decoded.problems, *judged.problems)
    if judged.record is None:
        return Read(file, problems, lost=_ids(file) | words(raw))
    return Read(
        file=file,
        problems=problems,
        entry=Entry(file.id, file.path, judged.record),
        is_sound=judged.is_sound and not named,
        lost=judged.lost | (_ids(file) if named else frozenset()),
    )


def _name_problems(file: RecordFile) -> Iterator[Problem]:
    if file.collection and not (len(file.id) <= LONGEST_ID and re.fullmatch(ID_PATTERN, file.id)):
        mended = folding.slug(file.id)
        suggestion = {"suggestion": f"{mended}.yaml"} if mended else {}
        yield Problem(Place(file.path), "APL001", {"name": file.id, **suggestion})


@dataclass(frozen=True, slots=True)
class _Judged:
    """What a file's text says: `record` is None where it says nothing that can be typed."""

    problems: Sequence[Problem]
    record: Any = None
    is_sound: bool = False
    lost: frozenset[str] = frozenset()


def _judged(file: RecordFile, decoded: Decoded, text: str) -> _Judged:
    model = COLLECTIONS.get(file.collection) or SINGLE_FILES[file.path]
    tree = _tree(file, decoded, text, model)
    if not decoded.is_whole:
        return _Judged(_of_a_fragment(file, tree, model, text))
    if not tree.readable:
        return _Judged([*tree.problems, *_of_a_fragment(file, tree, model, text)])
    if tree.data is None or not isinstance(tree.data, _root_type(model)):
        return _Judged([*tree.problems, *_no_record(file, tree, model)])
    record, is_sound, lost, faults = _typed(model, tree)
    problems = [*tree.problems, *located(file.path, text, faults)]
    return _Judged(problems, record, is_sound, lost)


def _tree(file: RecordFile, decoded: Decoded, text: str, model: type[BaseModel]) -> Tree:
    if decoded.is_whole and not decoded.has_forbidden:
        data = plain.read(text, types.code_keys(model))
        if data is not None:
            return Tree(data)
    return parse(file.path, text, suspicious=decoded.has_forbidden)


@cache
def _root_type(model: type[BaseModel]) -> type:
    is_block = model in (SINGLE_FILES["registro.yaml"], *COLLECTIONS.values())
    return dict if is_block else list


def _no_record(file: RecordFile, tree: Tree, model: type[BaseModel]) -> Iterator[Problem]:
    """The file holds nothing, or something else than a record; nothing to add to a broken one."""
    if tree.broken or (isinstance(tree.data, str) and UNREADABLE in tree.data):
        return
    if tree.data is None:
        yield Problem(Place(file.path), "APL009")
    else:
        yield Problem(Place(file.path), "APL027" if _root_type(model) is dict else "APL028")


def _of_a_fragment(
    file: RecordFile, tree: Tree, model: type[BaseModel], text: str
) -> list[Problem]:
    """The faults in what stands before a fault of YAML; what is missing may stand behind it."""
    if not isinstance(tree.data, _root_type(model)):
        return []
    _, _, _, faults = _typed(model, tree)
    found = located(file.path, text, (f for f in faults if f.code not in ("APL020", "APL026")))
    until = tree.sound_until or (0, 0)
    return [problem for problem in found if (problem.place.line, problem.place.column) < until]


def _typed(
    model: type[BaseModel], tree: Tree
) -> tuple[Any, bool, frozenset[str], list[form.Fault]]:
    """The record, whether it is sound, the texts it lost, and its faults of form."""
    errors = []
    if issubclass(model, Record) and tree.data.get("baja") is not None:
        model = emptied(model)
    try:
        record: Any = model.model_validate(tree.data)
    except ValidationError as error:
        errors = [one for one in error.errors(include_url=False) if not _is_echo(one)]
    if not errors and tree.is_clean:
        return record, True, frozenset(), []
    judged = form.judged(model, errors, tree)
    if len(errors) > HOPELESS:
        return None, False, frozenset(), judged.faults
    if not errors and not tree.broken and not judged.misspelt:
        return record, True, frozenset(), judged.faults
    faulty = tree.broken | {tuple(error["loc"]) for error in errors}
    record, lost = partial(model, tree.data, faulty, judged.misspelt)
    return record, False, lost, judged.faults


def _is_echo(error: ErrorDetails) -> bool:
    """Whether a list is called too short only because none of its items is sound."""
    return error["type"] == "too_short" and bool(error["input"])


# Ids and words of what could not be read.


def _ids(file: RecordFile) -> frozenset[str]:
    """The id that others may refer to, mended where the file's name cannot be one."""
    return frozenset([file.id, folding.slug(file.id)]) if file.collection else frozenset()


def words(raw: bytes) -> frozenset[str]:
    """Every word of an unreadable file: any of them may be what another record refers to."""
    text = raw[:LARGEST].decode("utf-8", errors="replace")
    words, codes = set(_WORD.findall(text)), set(_CODE.findall(text))
    return frozenset(words | {code.display(one) for one in codes if code.is_valid(one)})
