"""A plan → what a person or a program reads of it: every row, its place and what becomes of it."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from generator.messages import Language
from generator.render.wording import counted
from generator.sheets import words
from generator.sheets.plan import Outcome, Plan
from generator.sheets.sheet import Place, Trouble
from generator.sheets.tables import SINGULAR

_STATES = {
    "es": {"new": "nueva", "changed": "cambia", "same": "igual", "refused": "rechazada"},
    "en": {"new": "new", "changed": "changes", "same": "the same", "refused": "refused"},
}
_LEVELS = {
    "es": {"error": "rechazada", "warning": "aviso", "info": "nota"},
    "en": {"error": "refused", "warning": "warning", "info": "note"},
}


def as_text(plan: Plan, language: Language) -> str:
    """A line a row, with its place; rows that change nothing together in one."""
    lines = [line for one in (*plan.notes, *plan.troubles) for line in _lines(one, language, True)]
    for is_same, outcomes in groupby(plan.outcomes, key=_is_quiet):
        if is_same:
            lines += _same(list(outcomes), language)
        else:
            lines += [line for one in outcomes for line in _outcome(one, language)]
    return "".join(f"{line}\n" for line in lines)


def _is_quiet(outcome: Outcome) -> bool:
    return outcome.state == "same" and not outcome.notes


def _same(outcomes: Sequence[Outcome], language: Language) -> Iterator[str]:
    for (file, sheet), run in groupby(outcomes, key=lambda one: (one.place.file, one.place.sheet)):
        rows = [one.place.row for one in run]
        if len(rows) == 1:
            where = _where(Place(file, sheet, rows[0]), language)
        else:
            where = _where(Place(file, sheet), language)
            span = f"filas {rows[0]} a {rows[-1]}" if language == "es" else ""
            where += f", {span or f'rows {rows[0]} to {rows[-1]}'}"
        yield f"{where}: {_STATES[language]['same']}"


def _outcome(outcome: Outcome, language: Language) -> Iterator[str]:
    where = _where(outcome.place, language)
    state = _STATES[language][outcome.state]
    if outcome.state == "new":
        made = ", ".join(_made(*one) for one in outcome.made)
        yield f"{where}: {state}: {made}"
    for id, change in outcome.changes:
        before = f"«{change.before}»" if change.before else "—"
        changes = f"{where}: {_STATES[language]['changed']}"
        yield f"{changes}: {id}: {change.key}: {before} → «{change.after}»"
    if outcome.state == "same":
        yield f"{where}: {state}"
    for one in (*outcome.troubles, *outcome.notes):
        yield from _lines(one, language)


def _made(table: str, label: str) -> str:
    kind = {"adhesion": "adhesión", "auditoria": "auditoría", "suspension": "suspensión"}
    name = SINGULAR.get(table, table.replace("_", " "))
    return f"{kind.get(name, name)} {label}".strip()


def _lines(trouble: Trouble, language: Language, of_sheet: bool = False) -> Iterator[str]:
    said, tip = words.told(trouble, language)
    level = words.severity(trouble)
    shown = "error" if of_sheet and level == "error" else _LEVELS[language][level]
    yield f"{_where(trouble.place, language)}: {shown}: {said}"
    if tip:
        yield f"    {tip}"


def _where(place: Place, language: Language) -> str:
    sheet, row, column = (
        ("hoja «{}»", "fila", "columna") if language == "es" else ("sheet “{}”", "row", "column")
    )
    parts = [place.file]
    if place.sheet:
        parts.append(sheet.format(place.sheet))
    if place.row:
        parts.append(f"{row} {place.row}")
    if place.column:
        header = f" «{place.header}»" if place.header else ""
        parts.append(f"{column} {place.letters}{header}")
    return ", ".join(parts)


def summary(plan: Plan, written: bool, language: Language) -> str:
    """How many rows end how, and whether anything was written."""
    if language == "en":
        told = (
            f"{plan.count('new')} new, {plan.count('changed')} changed, "
            f"{plan.count('same')} the same, {plan.count('refused')} refused"
        )
        return f"{told}; {_written(plan, written, language)}"
    told = ", ".join(
        (
            counted(plan.count("new"), "fila nueva", "filas nuevas"),
            counted(plan.count("changed"), "cambia", "cambian"),
            counted(plan.count("same"), "igual", "iguales"),
            counted(plan.count("refused"), "rechazada", "rechazadas"),
        )
    )
    return f"{told}; {_written(plan, written, language)}"


def _written(plan: Plan, written: bool, language: Language) -> str:
    files = len(plan.files)
    if language == "en":
        if written:
            return f"{files} files written"
        return f"nothing written ({files} files would change)"
    if written:
        return counted(files, "archivo escrito", "archivos escritos")
    return f"nada escrito ({counted(files, 'archivo cambiaría', 'archivos cambiarían')})"


def as_json(plan: Plan, written: bool, language: Language) -> str:
    """The whole plan as an object: files, rows with their state, and what is said of them."""
    found = {
        "written": written,
        "counts": {s: plan.count(s) for s in ("new", "changed", "same", "refused")},
        "files": sorted(plan.files),
        "messages": _said((*plan.notes, *plan.troubles), language),
        "rows": [_row(one, language) for one in plan.outcomes],
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _row(outcome: Outcome, language: Language) -> dict[str, object]:
    return {
        "file": outcome.place.file,
        "sheet": outcome.place.sheet,
        "row": outcome.place.row,
        "state": outcome.state,
        "made": [{"table": table, "name": label} for table, label in outcome.made],
        "changes": [
            {"record": id, "key": c.key, "before": c.before, "after": c.after}
            for id, c in outcome.changes
        ],
        "messages": _said((*outcome.troubles, *outcome.notes), language),
    }


def _said(troubles: Iterable[Trouble], language: Language) -> list[dict[str, object]]:
    rows = []
    for one in troubles:
        said, tip = words.told(one, language)
        rows.append(
            {
                "sheet": one.place.sheet,
                "row": one.place.row,
                "column": one.place.letters,
                "header": one.place.header,
                "level": words.severity(one),
                "code": one.code,
                "message": said,
                "hint": tip,
            }
        )
    return rows
