"""Rows of spreadsheets → blocks of records: found by id, RUT, code or name, or made anew."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator import code
from generator.new.ids import id_of
from generator.sheets import companies, finding
from generator.sheets.draft import Draft, Refusal
from generator.sheets.rows import Given, Part, Row
from generator.sheets.shelf import Spot, name_key, names
from generator.sheets.tables import SINGULAR, Table

_NATURAL_KEYS: Mapping[str, tuple[str, ...]] = {
    "auditorias": ("tipo", "fecha", "nivel"),
    "suspensiones": ("desde",),
    "certificados": ("fecha", "nivel"),
}
"""What tells one block of a list from its neighbours, where its row bears no number or code."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the command says of rows that do not say it themselves; how chance is thrown."""

    random: companies.Random
    agreement: str = ""
    state: str = ""


class Clerk:
    """Enters rows into a draft, one after the other."""

    def __init__(self, draft: Draft, settings: Settings) -> None:
        self._draft = draft
        self._settings = settings
        self._is_certified = False

    def enter(self, row: Row) -> None:
        """All that the row says; `Refusal` where it cannot be entered, and nothing is."""
        self._draft.begin(row.place)
        try:
            spots: dict[str, Spot] = {}
            parts = self._parts(row)
            self._is_certified = any(part.table.name == "certificados" for part in parts)
            for part in parts:
                spots[SINGULAR.get(part.table.name, "")] = self._part(part, spots, row.is_list)
        except Refusal:
            self._draft.undo()
            raise
        self._draft.keep()

    def _parts(self, row: Row) -> list[Part]:
        """The parts of a plain list's row, each with what it needs to be told apart."""
        if not row.is_list:
            return list(row.parts)
        return finding.completed(row, self._settings.agreement)

    def _part(self, part: Part, spots: Mapping[str, Spot], is_list: bool) -> Spot:
        if part.table.name == "adhesiones" and (named := part.given.get("acuerdo")):
            agreement = replace(named, value=finding.agreement_id(self._draft, named))
            part = replace(part, given={**part.given, "acuerdo": agreement})
        if not part.table.path:
            return self._record(part, is_list)
        parent = self._parent(part, spots, is_list)
        return self._block(part, parent, is_list)

    def _record(self, part: Part, is_list: bool) -> Spot:
        if part.table.name == "empresas":
            part = companies.without_persons_rut(self._draft, part)
        spot = self._found_record(part)
        is_new = spot is None
        if spot is None:
            spot = self._new_record(part)
        elif is_list:
            part = _without_known_name(part, "razon_social", names(self._draft.record(spot[0])))
        self._set_all(part, spot)
        if part.table.name == "empresas" and is_new:
            companies.complete(self._draft, spot, part)
            self._source(part, spot)
        return spot

    def _id_of(self, part: Part) -> str:
        """The id that `apl new` would give to a seal or an agreement."""
        said: dict[str, Any] = {}
        for column in part.table.columns:
            if given := part.given.get(column.name):
                block = said
                for key in column.path[:-1]:
                    block = block.setdefault(key, {})
                block[column.path[-1]] = given.text
        taken = self._draft.index.taken_ids[part.table.name]
        return id_of(SINGULAR[part.table.name], said, self._settings.random, taken)

    def _source(self, part: Part, spot: Spot) -> None:
        """Where a list says that it knows a new company from."""
        if given := part.given.get("fuente"):
            self._draft.source(spot[0], given.text)

    def _found_record(self, part: Part) -> Spot | None:
        if part.table.name == "empresas":
            return companies.found(self._draft, part)
        index, name = self._draft.index, part.table.name
        if given := part.given.get("id"):
            path = index.by_id.get((name, given.text))
            return (path, ()) if path else None
        if given := part.given.get("codigo"):
            spots = [s for s in index.by_code.get(code.display(given.text), ()) if not s[1]]
            return spots[0] if len(spots) == 1 else None
        return None

    def _new_record(self, part: Part) -> Spot:
        if part.table.name == "empresas":
            return companies.created(self._draft, part, self._settings.random)
        name, given = part.table.name, part.given.get("id")
        id = given.text if given else companies.free_id(self._draft, name, self._id_of(part))
        if not id:
            raise Refusal("no-id", None)
        spot = self._draft.create(name, id, id)
        if part.table.name == "sellos" and "codigo" not in part.given:
            self._mint(spot)
        return spot

    def _parent(self, part: Part, spots: Mapping[str, Spot], is_list: bool) -> Spot:
        """The block whose list this row belongs to."""
        if is_list and (spot := spots.get(_parent_name(part.table))):
            return spot
        return finding.parent(self._draft, part)

    def _block(self, part: Part, parent: Spot, is_list: bool) -> Spot:
        table = part.table
        at = (parent[0], (*parent[1], table.path[-1]))
        number = self._number(part, at)
        if number is None:
            if is_list and table.name == "elementos" and "nombre" not in part.given:
                raise Refusal("which-element" if self._draft.items(at) else "no-name", None)
            spot = self._draft.append(at, table.name, _label(part))
            self._begin(part, spot, is_list)
        else:
            spot = (at[0], (*at[1], number))
            if is_list and table.name == "elementos":
                part = _without_known_name(part, "nombre", names(self._draft.at(spot)))
        self._set_all(part, spot)
        if table.name == "certificados" and number is None:
            self._draft.coded(spot)
        return spot

    def _number(self, part: Part, at: Spot) -> int | None:
        """Which item of the list the row speaks of; None for a new one."""
        items, own = self._draft.items(at), part.given.get(part.table.own)
        match part.table.name:
            case "elementos":
                return finding.element(items, part)
            case "certificados" if own:
                return finding.certificate(self._draft, items, own, at)
            case "adhesiones" if not own:
                return finding.adhesion(items, part, self._claimed(at, items))
        if own:
            return _in_order(own, len(items))
        keys = _NATURAL_KEYS.get(part.table.name) or tuple(part.given)
        return finding.alike(items, part, keys)

    def _claimed(self, at: Spot, items: list[object]) -> frozenset[int]:
        """Adhesions of which a row has already spoken: another row does not mean these."""
        return frozenset(
            n for n in range(len(items)) if (at[0], (*at[1], n, "fecha")) in self._draft.written
        )

    def _begin(self, part: Part, spot: Spot, is_list: bool) -> None:
        """What a new block needs and its row may not say."""
        match part.table.name:
            case "elementos":
                finding.name_element(self._draft, part, spot)
                if is_list and finding.is_establishment(part):
                    self._draft.put(spot, ("alcance",), "establecimiento")
            case "adhesiones" if "estado" not in part.given:
                state = self._settings.state or ("aceptada" if self._is_certified else "pendiente")
                self._draft.put(spot, ("estado",), state)
                if not self._settings.state:
                    self._draft.note("state-unknown", None, state=state)
            case "certificados" if "codigo" not in part.given:
                self._mint(spot)

    def _mint(self, spot: Spot) -> None:
        minted = code.mint(self._draft.index.by_code, self._settings.random)
        self._draft.put(spot, ("codigo",), minted)
        self._draft.note("minted", None, code=minted)

    def _set_all(self, part: Part, spot: Spot) -> None:
        for column in part.table.columns:
            if given := part.given.get(column.name):
                self._draft.set(spot, column, given)


def _without_known_name(part: Part, key: str, known: Iterable[str]) -> Part:
    """A list's own way to write a name is no reason to change the record's."""
    given = part.given.get(key)
    if given is None or name_key(given.text) not in set(known):
        return part
    return replace(part, given={name: one for name, one in part.given.items() if name != key})


def _parent_name(table: Table) -> str:
    lists = (table.collection, *table.path[:-1])
    return SINGULAR.get(lists[-1], "")


def _in_order(own: Given, count: int) -> int | None:
    number = int(own.text)
    if number > count + 1:
        raise Refusal("number-gap", own, last=count)
    return number - 1 if number <= count else None


def _label(part: Part) -> str:
    for name in ("codigo", "nombre", "id", "acuerdo", "fecha", "desde", "documento", "url"):
        if given := part.given.get(name):
            return given.text
    return ""
