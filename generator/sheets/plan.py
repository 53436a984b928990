"""A book and a registry → what each row would do to it, and the texts of the files it would change.

Rows are entered, the registry that would come of it is checked, and the rows that would put a
fault into it are refused; then all is done again without them, until no fault is left.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path, PurePath
from typing import Literal

from generator.problem import Problem
from generator.sheets import trial
from generator.sheets.draft import Change, Draft, Refusal
from generator.sheets.entering import Clerk, Settings
from generator.sheets.rows import Reading, Row
from generator.sheets.sheet import Place, Trouble
from generator.sheets.shelf import Record
from generator.sheets.tables import tables

State = Literal["new", "changed", "same", "refused"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of a row. `made` are blocks: of which table, and how they are called."""

    place: Place
    state: State
    made: tuple[tuple[str, str], ...] = ()
    changes: tuple[tuple[str, Change], ...] = ()
    troubles: tuple[Trouble, ...] = ()
    notes: tuple[Trouble, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do; `files` are the new texts of records, by their paths."""

    outcomes: tuple[Outcome, ...]
    files: Mapping[str, str]
    originals: Mapping[str, bytes]
    notes: tuple[Trouble, ...] = ()
    troubles: tuple[Trouble, ...] = ()

    @property
    def has_refused(self) -> bool:
        """Whether anything of the book would stay out."""
        return bool(self.troubles) or any(one.state == "refused" for one in self.outcomes)

    @property
    def unwritten(self) -> "Plan":
        """The same plan for one who only looks: the codes would be others the next time."""
        return replace(self, outcomes=tuple(map(_without_codes, self.outcomes)))

    def count(self, state: State) -> int:
        """How many rows end so."""
        return sum(one.state == state for one in self.outcomes)


def _without_codes(outcome: Outcome) -> Outcome:
    notes = (replace(n, code="to-mint") if n.code == "minted" else n for n in outcome.notes)
    return replace(outcome, notes=tuple(notes))


@dataclass(slots=True)
class _Try:
    """One pass over all rows that were not refused before."""

    draft: Draft
    outcomes: dict[Place, Outcome] = field(default_factory=dict)


def plan(
    root: Path,
    before: Sequence[Problem],
    reading: Reading,
    settings: Settings,
    day: date,
    shelf: Mapping[str, Record],
) -> Plan:
    """What the rows do to the registry in `root`, whose problems are `before`."""
    refused = {row.place: row.troubles for row in reading.rows if row.troubles}
    rows = sorted(reading.rows, key=_rank)
    while True:
        attempt = _entered(rows, refused, settings, shelf)
        texts = trial.texts(attempt.draft)
        found = tuple(
            trial.new_ones(
                tuple(before), trial.problems(root, texts, day) if texts else tuple(before)
            )
        )
        blame = trial.Blame(attempt.draft, texts)
        faulty = _refusals([p for p in found if trial.is_fault(p)], blame)
        if not faulty:
            warned = _warnings([p for p in found if not trial.is_fault(p)], blame)
            return _plan(reading, attempt, refused, warned, texts, shelf)
        refused |= faulty


def _rank(row: Row) -> tuple[int, int]:
    """What is referred to goes first: agreements, then companies, plain lists, seals."""
    if row.is_list:
        return 2, 0
    table = row.parts[0].table.name if row.parts else ""
    order = list(tables())
    collection = tables()[table].collection if table else "acuerdos"
    ranks = {"acuerdos": 0, "empresas": 1, "sellos": 3}
    return ranks[collection], order.index(table) if table else 0


def _entered(
    rows: Sequence[Row],
    refused: Mapping[Place, tuple[Trouble, ...]],
    settings: Settings,
    shelf: Mapping[str, Record],
) -> _Try:
    draft = Draft(shelf)
    clerk = Clerk(draft, settings)
    attempt = _Try(draft)
    for row in rows:
        if row.place in refused:
            continue
        try:
            clerk.enter(row)
        except Refusal as refusal:
            place = refusal.place or row.place
            trouble = Trouble(refusal.code, place, refusal.params)
            attempt.outcomes[row.place] = Outcome(row.place, "refused", troubles=(trouble,))
        else:
            attempt.outcomes[row.place] = _outcome(row, draft)
    _give_sources(draft, rows)
    return attempt


def _outcome(row: Row, draft: Draft) -> Outcome:
    done = draft.entered
    state: State = "new" if done.made else "changed" if done.changes else "same"
    notes = [Trouble(code, place or row.place, params) for code, params, place in done.notes]
    changes = tuple((draft.id_of(change.spot[0]), change) for change in done.changes)
    return Outcome(row.place, state, tuple(done.made), changes, (), tuple(notes))


def _give_sources(draft: Draft, rows: Sequence[Row]) -> None:
    """A new record that names no source has one: the book it came in."""
    file = PurePath(rows[0].place.file).name if rows else ""
    for path in draft.new:
        data = draft.record(path)
        needs_none = "baja" in data or "true" in (data.get("ejemplo"), data.get("borrador"))
        if "fuentes" not in data and not needs_none:
            draft.source(path, f"Planilla {file}")


def _refusals(faults: Sequence[Problem], blame: trial.Blame) -> dict[Place, tuple[Trouble, ...]]:
    """The faults of each row; those that it only brings about elsewhere if it has no others."""
    own: dict[Place, list[Trouble]] = {}
    elsewhere: dict[Place, list[Trouble]] = {}
    for fault in faults:
        rows, is_own = blame.rows(fault)
        for row in rows:
            trouble = Trouble(fault.code, _at(blame.cell(fault), row), fault.params)
            (own if is_own else elsewhere).setdefault(row, []).append(trouble)
    return {row: tuple(troubles) for row, troubles in {**elsewhere, **own}.items()}


def _warnings(warnings: Sequence[Problem], blame: trial.Blame) -> dict[Place, list[Trouble]]:
    found: dict[Place, list[Trouble]] = {}
    for warning in warnings:
        for row in blame.rows(warning)[0]:
            trouble = Trouble(warning.code, _at(blame.cell(warning), row), warning.params)
            found.setdefault(row, []).append(trouble)
    return found


def _at(cell: Place | None, row: Place) -> Place:
    """The cell, if it is one of the row's."""
    is_its = cell and (cell.sheet, cell.row) == (row.sheet, row.row)
    return cell if cell and is_its else row


def _plan(
    reading: Reading,
    attempt: _Try,
    refused: Mapping[Place, tuple[Trouble, ...]],
    warned: Mapping[Place, list[Trouble]],
    texts: Mapping[str, str],
    shelf: Mapping[str, Record],
) -> Plan:
    outcomes = []
    for row in reading.rows:
        if row.place in refused:
            outcomes.append(Outcome(row.place, "refused", troubles=refused[row.place]))
            continue
        done = attempt.outcomes[row.place]
        notes = (*done.notes, *warned.get(row.place, ()))
        outcomes.append(
            Outcome(done.place, done.state, done.made, done.changes, done.troubles, notes)
        )
    return Plan(
        outcomes=tuple(outcomes),
        files=texts,
        originals={path: shelf[path].raw for path in texts if path in shelf},
        notes=reading.notes,
        troubles=reading.troubles,
    )
