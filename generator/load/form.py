"""Pydantic's errors → faults of ours: which diagnostic, at which key or value, in which words."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Literal

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from generator import folding
from generator.load import types
from generator.load.text import MOST_OF_A_KIND
from generator.load.tree import Tree
from generator.model import mending
from generator.model.fields import PERSONAL
from generator.problem import Key, KeyPath

MOST_SUGGESTIONS = 100
"""Suggestions sought in one file: enough for a careless editor, too few to keep us busy."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of form at a path of the tree, before it has a file and a line."""

    code: str
    keys: KeyPath
    on: Literal["value", "key"] = "value"
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Judged:
    """The faults of a tree; `misspelt` are absent keys that stand there under a wrong name."""

    faults: list[Fault]
    misspelt: frozenset[KeyPath] = frozenset()


_CODES: Mapping[str, str] = {
    "missing": "APL020",
    "extra_forbidden": "APL021",
    "literal_error": "APL025",
    "too_short": "APL026",
    **dict.fromkeys(("model_type", "model_attributes_type", "dict_type"), "APL023"),
    **dict.fromkeys(("tuple_type", "list_type"), "APL024"),
}
"""Our codes for the kinds of error that pydantic has; any other kind is a code of ours."""

_DERIVED = frozenset({"estado", "region", "rige", "seccion", "vigente", "vigencia", "vencimiento"})
_CONTACT = frozenset(
    "telefono fono celular email e_mail correo mail contacto encargado representante "
    "nombre_contacto correo_contacto telefono_contacto whatsapp".split()
)


def judged(model: type[BaseModel], errors: Sequence[ErrorDetails], tree: Tree) -> Judged:
    """One fault a cause: nothing under a broken value, no missing key beside its misspelling."""
    wordsmith = _Wordsmith(model, tree)
    first, rest = _first_of_each_kind(e for e in errors if not _is_under(e["loc"], tree.broken))
    of_keys = [e for e in errors if e["type"] == "extra_forbidden"][:MOST_OF_A_KIND]
    unknown = [wordsmith.unknown_key(tuple(error["loc"])) for error in of_keys]
    unknown += map(wordsmith.unknown_key, islice(_unknown_and_empty(model, tree), MOST_OF_A_KIND))
    misspelt = frozenset(
        (*fault.keys[:-1], str(fault.params["suggestion"]))
        for fault in unknown
        if "suggestion" in fault.params
    )
    faults = [fault for fault in unknown if not _is_under(fault.keys, tree.broken)]
    for error in first:
        faults += wordsmith.faults(error, tuple(error["loc"]))
    faults = [
        fault
        for fault in faults
        if not (fault.code == "APL020" and (*fault.keys, fault.params["key"]) in misspelt)
    ]
    faults += _unquoted_codes(model, tree, {tuple(error["loc"]) for error in errors})
    return Judged([*faults, *map(_more, rest)], misspelt)


def _first_of_each_kind(
    errors: Iterator[ErrorDetails],
) -> tuple[list[ErrorDetails], list[tuple[ErrorDetails, int]]]:
    """The first errors of each kind; for each kind with more, the next one and how many there are.

    Unknown keys are only counted: they are worded before the others.
    """
    first: list[ErrorDetails] = []
    counts: Counter[str] = Counter()
    following: dict[str, ErrorDetails] = {}
    for error in errors:
        kind = error["type"]
        counts[kind] += 1
        if counts[kind] > MOST_OF_A_KIND:
            following.setdefault(kind, error)
        elif kind != "extra_forbidden":
            first.append(error)
    return first, [(error, counts[kind] - MOST_OF_A_KIND) for kind, error in following.items()]


def _more(rest: tuple[ErrorDetails, int]) -> Fault:
    error, count = rest
    code = _CODES.get(error["type"], error["type"])
    return Fault("APL099", tuple(error["loc"]), params={"count": count, "code": code})


def _is_under(path: Sequence[Key], broken: set[KeyPath]) -> bool:
    return bool(broken) and any(tuple(path[:n]) in broken for n in range(len(path) + 1))


def _unknown_and_empty(model: type[BaseModel], tree: Tree) -> Iterator[KeyPath]:
    """Keys that are not in the model and have no value: absent, but still misspelt."""
    for path in tree.absent:
        block = types.block_at(model, path[:-1])
        if isinstance(path[-1], str) and block and path[-1] not in types.keys_of(block):
            yield path


def _unquoted_codes(model: type[BaseModel], tree: Tree, faulty: set[KeyPath]) -> Iterator[Fault]:
    """Codes written so that other YAML readers take them for numbers."""
    unquoted = [at for at in tree.numbers if at not in faulty and types.is_code(model, at)]
    for path in unquoted[:MOST_OF_A_KIND]:
        value: Any = tree.data
        for step in path:
            value = value[step]
        yield Fault("APL050", path, params={"value": value})
    if rest := unquoted[MOST_OF_A_KIND:]:
        yield Fault("APL099", rest[0], params={"count": len(rest), "code": "APL050"})


class _Wordsmith:
    """Words faults for one file, with suggestions for the first hundred of them."""

    def __init__(self, model: type[BaseModel], tree: Tree) -> None:
        self._model = model
        self._tree = tree
        self._left = MOST_SUGGESTIONS

    def _may_suggest(self) -> bool:
        self._left -= 1
        return self._left >= 0

    def faults(self, error: ErrorDetails, at: KeyPath) -> list[Fault]:
        """What one of pydantic's errors says: more than one where a text holds several faults."""
        code, value = _CODES.get(error["type"], error["type"]), error["input"]
        if code == "APL020":
            return [Fault(code, at[:-1], params={"key": at[-1]})]
        if code == "APL025":
            return [self._not_listed(error, at, value)]
        if code == "APL024" and isinstance(value, str) and re.match(r"-[^\s-]", value):
            return [Fault("APL052", at)]
        if code in ("APL022", "APL023", "APL024"):
            return [Fault(code, at, params=_found(value))]
        if code in PERSONAL.values():
            found = (error.get("ctx") or {})["found"][:MOST_OF_A_KIND]
            return [Fault(one, at, params={"value": text}) for one, text in found]
        return [self._of_ours(error, at, value)]

    def _of_ours(self, error: ErrorDetails, at: KeyPath, value: object) -> Fault:
        code = _CODES.get(error["type"], error["type"])
        params = dict(error.get("ctx") or {})
        is_text = isinstance(value, str) and self._may_suggest()
        if is_text and (mended := mending.suggestion(code, str(value))):
            params["suggestion"] = mended
        return Fault(code, at, params=params)

    def _not_listed(self, error: ErrorDetails, at: KeyPath, value: object) -> Fault:
        if not isinstance(value, str):
            return Fault("APL022", at, params=_found(value))
        choices = re.findall(r"'([^']*)'", str((error.get("ctx") or {}).get("expected", "")))
        params: dict[str, object] = {"value": value, "choices": ", ".join(choices)}
        if self._may_suggest() and (close := folding.closest(value, choices)):
            params["suggestion"] = close
        return Fault("APL025", at, params=params)

    def unknown_key(self, at: KeyPath) -> Fault:
        """The fault of a key that its block does not have."""
        block, key = types.block_at(self._model, at[:-1]), str(at[-1])
        names = types.keys_of(block) if block else ()
        params: dict[str, object] = {"key": key, "known": ", ".join(names)}
        if self._may_suggest() and (close := folding.closest(key, names)):
            return Fault("APL021", at, "key", {**params, "suggestion": close})
        if folding.slug(key).replace("-", "_") in _CONTACT:
            return Fault("APL060", at, "key", params)
        home = types.homes(self._model).get(key)
        if key in _DERIVED and not (home and self._may_stand_in(home, at)):
            return Fault("APL029", at, "key", params)
        if home:
            return Fault("APL053", at, "key", {**params, "home": home.title})
        return Fault("APL021", at, "key", params)

    def _may_stand_in(self, home: types.Home, at: KeyPath) -> bool:
        """Whether a value that strayed out of its block is one of those listed there."""
        value: Any = self._tree.data
        for step in at:
            value = value.get(step) if isinstance(value, dict) else value[step]
        return value in home.choices


def _found(value: object) -> dict[str, object]:
    """What stands there instead, in both languages."""
    if isinstance(value, dict):
        return {"found": "un bloque de claves", "found_en": "a block of keys"}
    if isinstance(value, list):
        return {"found": "una lista", "found_en": "a list"}
    if isinstance(value, str):
        return {"found": f"«{value}»", "found_en": f"“{value}”"}
    return {"found": "un lugar vacío", "found_en": "an empty place"}
