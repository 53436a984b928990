"""A record type and any bytes → nothing, or a promise of the loader that they broke."""

import re

from generator.load import plain, types
from generator.load.files import RecordFile
from generator.load.records import Read, read
from generator.load.text import decode
from generator.load.tree import parse
from generator.messages import level, message
from generator.model import COLLECTIONS, SINGLE_FILES
from generator.problem import Problem

FILES = (
    *(RecordFile(f"{one}/ficha.yaml", one) for one in COLLECTIONS),
    *(RecordFile(one, "") for one in SINGLE_FILES),
)
"""A file of each record type."""

_LINE_END = re.compile(rb"\r\n|\r|\n")
_UNSHOWABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]")


class BrokenPromise(AssertionError):
    """The loader did what it must not do with any file."""


def judge(file: RecordFile, raw: bytes) -> Read:
    """What the loader gives for these bytes, in which everything has to be in order."""
    _judge_readers(file, raw)
    given = read(file, raw)
    lines = len(_LINE_END.findall(raw)) + 1
    for problem in given.problems:
        _judge_problem(problem, lines)
    faults = [one for one in given.problems if level(one) == "error"]
    if given.is_sound and given.entry is None:
        raise BrokenPromise("sound, and not there")
    if not given.is_sound and not faults:
        raise BrokenPromise("neither sound nor at fault")
    return given


def _judge_readers(file: RecordFile, raw: bytes) -> None:
    """Where the fast reader of YAML answers, the careful one has to say the same."""
    model = COLLECTIONS.get(file.collection) or SINGLE_FILES[file.path]
    decoded = decode(file.path, raw)
    if decoded.text is None or decoded.has_forbidden or not decoded.is_whole:
        return
    data = plain.read(decoded.text, types.code_keys(model))
    if data is None:
        return
    tree = parse(file.path, decoded.text)
    is_sound = tree.readable and not (tree.problems or tree.broken or tree.absent)
    if tree.data != data or not is_sound or any(types.is_code(model, at) for at in tree.numbers):
        raise BrokenPromise("the readers of YAML differ")


def _judge_problem(problem: Problem, lines: int) -> None:
    place = problem.place
    if not (1 <= place.line <= lines + 1 and place.column >= 1):
        raise BrokenPromise(f"{problem.code} lies outside of the file: {place}")
    for language in ("es", "en"):
        said = message(problem, language)
        if not said.strip() or _UNSHOWABLE.search(said):
            raise BrokenPromise(f"{problem.code} says {said!r}")


def chosen(data: bytes) -> tuple[RecordFile, bytes]:
    """What a fuzzer means: the first byte names the record type, the rest is the file."""
    return FILES[data[0] % len(FILES) if data else 0], data[1:]
