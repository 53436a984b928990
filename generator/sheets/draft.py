"""The records of a registry as they will be: changed cell by cell, undone row by row."""

import copy
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator import code
from generator.model.addresses import is_address
from generator.problem import KeyPath
from generator.sheets import values
from generator.sheets.rows import Given
from generator.sheets.sheet import Place
from generator.sheets.shelf import Index, Record, Spot
from generator.sheets.tables import Column


class Refusal(Exception):
    """A row that cannot be entered: the code of its words, their params, the cell to blame."""

    def __init__(self, code: str, given: Given | None = None, /, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.place = given.place if given else None
        self.params = {"value": given.text, **params} if given else params


@dataclass(frozen=True, slots=True)
class Change:
    """A key that says something else than before."""

    spot: Spot
    key: str
    before: str
    after: str


@dataclass(slots=True)
class Entered:
    """What a row did: the blocks it made (what they are, and how they are called), its changes."""

    made: list[tuple[str, str]] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    notes: list[tuple[str, Mapping[str, object], Place | None]] = field(default_factory=list)


class Draft:
    """One instance an import.

    `new` are the records that have no file yet, `written` what cells said of each key, `effects`
    the keys and blocks that are not as they were and the cells and rows that made them so.
    """

    def __init__(self, shelf: Mapping[str, Record]) -> None:
        self.shelf = shelf
        self.index = Index(shelf)
        self.new: dict[str, Record] = {}
        self.written: dict[tuple[str, KeyPath], Given] = {}
        self.effects: dict[tuple[str, KeyPath], Place] = {}
        self.by_row: dict[tuple[str, KeyPath], Place] = {}
        self.entered = Entered()
        self._changed: dict[str, dict[str, Any]] = {}
        self._before: dict[str, dict[str, Any] | None] = {}
        self._own_keys: list[tuple[str, KeyPath]] = []
        self._own_records: list[Record] = []
        self._own_codes: list[tuple[str, Spot]] = []
        self._row = Place("")

    # Rows: begun, then kept or undone.

    def begin(self, row: Place) -> None:
        """What follows is of this row."""
        self._row, self.entered = row, Entered()
        self._before, self._own_keys = {}, []
        self._own_records, self._own_codes = [], []

    def undo(self) -> None:
        """Forget all that this row did."""
        for path, data in self._before.items():
            if data is None:
                del self._changed[path]
            else:
                self._changed[path] = data
        for key in self._own_keys:
            self.written.pop(key, None)
            self.effects.pop(key, None)
            self.by_row.pop(key, None)
        for record in self._own_records:
            del self.new[record.path]

    def keep(self) -> None:
        """Let later rows find what this one made."""
        for record in self._own_records:
            self.index.add(record.collection, record.id, record.path, self.record(record.path))
        for symbols, spot in self._own_codes:
            self.index.by_code[symbols].append(spot)

    # Reading.

    def record(self, path: str) -> dict[str, Any]:
        """A record's data; not to be changed but through this draft."""
        if path in self._changed:
            return self._changed[path]
        return self.shelf[path].data

    def id_of(self, path: str) -> str:
        """The id of the record at this path."""
        return (self.new.get(path) or self.shelf[path]).id

    def at(self, spot: Spot) -> Any:
        """The value at a spot; None where there is none."""
        value: Any = self.record(spot[0])
        for step in spot[1]:
            if isinstance(value, dict):
                value = value.get(str(step))
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                value = value[step]
            else:
                return None
        return value

    def items(self, spot: Spot) -> list[Any]:
        """The list at a spot; empty where there is none."""
        return self.at(spot) or []

    @property
    def changed(self) -> Mapping[str, dict[str, Any]]:
        """The data of every record that is not as it was, by path."""
        return {
            path: data
            for path, data in self._changed.items()
            if path in self.new or data != self.shelf[path].data
        }

    # Changing.

    def create(self, collection: str, id: str, label: str) -> Spot:
        """A new record, empty as yet."""
        path = f"{collection}/{id}.yaml"
        self._before.setdefault(path, None)
        self._changed[path] = {}
        record = Record(collection, id, path, b"", {})
        self.new[path] = record
        self._own_records.append(record)
        self._mark((path, ()))
        self.entered.made.append((collection, label))
        return path, ()

    def coded(self, spot: Spot) -> None:
        """Let later rows find this new certificate by its code."""
        if spot[0] not in self.new or self.new[spot[0]] not in self._own_records:
            self._own_codes.append((code.display(str((self.at(spot) or {}).get("codigo"))), spot))

    def append(self, list_spot: Spot, table: str, label: str) -> Spot:
        """A new block at the end of a list."""
        path, keys = list_spot
        self._touch(path)
        block = self._block(path, keys[:-1])
        items = block.setdefault(str(keys[-1]), [])
        items.append({})
        spot = path, (*keys, len(items) - 1)
        self._mark(spot)
        self.entered.made.append((table, label))
        return spot

    def put(self, spot: Spot, path: tuple[str, ...], value: values.Value) -> None:
        """A value that no cell gave: a default, a code."""
        self._touch(spot[0])
        block = self._block(spot[0], (*spot[1], *path[:-1]))
        block[path[-1]] = list(value) if isinstance(value, tuple) else value

    def source(self, path: str, document: str) -> None:
        """Where a new record came from, if it does not say so itself."""
        key = "url" if is_address(document, ("http", "https")) else "documento"
        self._changed[path]["fuentes"] = [{key: document}]

    def set(self, spot: Spot, column: Column, given: Given) -> None:
        """What a cell says, unless the record says the same already.

        Two rows that say different things of one key cannot both be right.
        """
        keys = (*spot[1], *column.path)
        before = self.at((spot[0], keys))
        before = tuple(before) if isinstance(before, list) else before
        if other := self.written.get((spot[0], keys)):
            if not values.same(other.value, given.value, column):
                raise Refusal("contradicts", given, other=other.text, row=other.place.row)
        elif not values.same(before, given.value, column):
            self.put(spot, column.path, given.value)
            self.effects[spot[0], keys] = given.place
            if not self._is_new(spot):
                shown = "; ".join(before) if isinstance(before, tuple) else before or ""
                self.entered.changes.append(Change(spot, column.name, shown, given.text))
        if (spot[0], keys) not in self.written:
            self.written[spot[0], keys] = given
            self._own_keys.append((spot[0], keys))

    def note(self, code: str, given: Given | None = None, /, **params: object) -> None:
        """Something that the reader of the report should know of this row."""
        self.entered.notes.append((code, params, given.place if given else None))

    def _is_new(self, spot: Spot) -> bool:
        above = ((spot[0], spot[1][:n]) for n in range(len(spot[1]) + 1))
        return any(self.by_row.get(one) == self._row for one in above)

    def _mark(self, spot: Spot) -> None:
        self.by_row[spot] = self.effects[spot] = self._row
        self._own_keys.append(spot)

    def _touch(self, path: str) -> None:
        if path not in self._before:
            old = self._changed.get(path)
            self._before[path] = copy.deepcopy(old) if old is not None else None
        if path not in self._changed:
            self._changed[path] = copy.deepcopy(self.shelf[path].data)

    def _block(self, path: str, keys: KeyPath) -> dict[str, Any]:
        block: Any = self._changed[path]
        for step in keys:
            block = block.setdefault(str(step), {}) if isinstance(block, dict) else block[step]
        return block  # type: ignore[no-any-return]
