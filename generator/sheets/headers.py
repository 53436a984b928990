"""A sheet's rows → which of them is the header, and what each of its columns speaks of."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.folding import fold
from generator.sheets import usual_names
from generator.sheets.sheet import Cell, Sheet
from generator.sheets.tables import Table, tables

DEEPEST = 20
"""Rows among which the header is sought: above it there may be a title, a logo, a date."""

_FEWEST = 2
TELLING = {
    "empresas": ("rut", "razon_social"),
    "sellos": ("titular_empresa",),
    "acuerdos": ("sector",),
}
"""What tells which record a row is about, where it has no id."""

ANYBODYS = frozenset("nombre nombres apellido apellidos rut dv".split())
"""What a contact has as well as a company."""


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a sheet; columns count from 0.

    `table` is None for a plain list, whose rows speak of a company, its element and so on.
    """

    row: int
    table: Table | None
    columns: dict[int, usual_names.Target]
    personal: tuple[int, ...]
    unknown: tuple[int, ...]
    names: tuple[str, ...]


def known(row: Sequence[Cell]) -> int:
    """How many cells of a row are names of columns."""
    wide = usual_names.wide()
    names = [text for text in map(_words, row) if text]
    as_list = sum(usual_names.plain(name) in wide for name in names)
    of_tables = (sum(bool(usual_names.in_table(t, n)) for n in names) for t in tables())
    return max(as_list, *of_tables)


def header(sheet: Sheet) -> Header | None:
    """The likeliest header; None where no row holds two names of columns."""
    best, most = None, _FEWEST - 1
    for number in range(min(DEEPEST, len(sheet.rows))):
        row = _names(sheet, number)
        found = known(row) + sum(map(usual_names.is_personal, row))
        if found > most and known(row):
            best, most = number, found
    likeliest = None if best is None else _of_row(sheet, best)
    return likeliest if likeliest and likeliest.columns else None


def _names(sheet: Sheet, number: int) -> tuple[str, ...]:
    """The words of a row, those among them that began in a row above and reach down to it."""
    names = [_words(cell) for cell in sheet.rows[number]]
    for first, left, last, right in sheet.merged:
        if first < number <= last and left == right < min(len(names), len(sheet.rows[first])):
            names[left] = names[left] or _words(sheet.rows[first][left])
    return tuple(names)


def _of_row(sheet: Sheet, number: int) -> Header:
    names = _names(sheet, number)
    table = _table(sheet.name, names)
    if table:
        targets = {
            at: (table.name, column)
            for at, name in enumerate(names)
            if (column := usual_names.in_table(table.name, name))
        }
        personal = _personal(names, ("",) * len(names), targets)
    else:
        groups = _groups(sheet, number)
        targets = _wide(names, groups)
        personal = _personal(names, groups, {})
        targets = {at: target for at, target in targets.items() if at not in personal}
    unknown = tuple(
        at for at, name in enumerate(names) if name and at not in targets and at not in personal
    )
    return Header(number, table, targets, personal, unknown, names)


def _table(sheet_name: str, names: Sequence[str]) -> Table | None:
    """The table whose columns these are by their very keys: of this name, or all of them."""
    words = [fold(name) for name in names if name]
    own = tables().get("_".join(fold(sheet_name).split()))
    if own and _coverage(own, words) >= 0.8 and _names_place(own, words):
        return own
    whole = [
        table
        for table in tables().values()
        if _coverage(table, words) == 1 and _names_place(table, words)
    ]
    return whole[0] if whole else None


def _coverage(table: Table, words: Sequence[str]) -> float:
    keys = {fold(header) for header in table.headers}
    return sum(word in keys for word in words) / len(words)


def _names_place(table: Table, words: Sequence[str]) -> bool:
    """Whether the rows say where they belong; a record by its id or what is known of it."""
    if not table.path:
        return "id" in words or any(fold(key) in words for key in TELLING[table.name])
    return fold(table.parents[0]) in words or fold(table.parents[-1]) in words


def _groups(sheet: Sheet, number: int) -> tuple[str, ...]:
    """For each column, the word above it that stands over several ("Encargado").

    Where nobody merged the cells, a contact's word holds for the names and RUTs that follow it.
    """
    width = len(sheet.rows[number])
    if number == 0:
        return ("",) * width
    groups = _contacts(_names(sheet, number - 1), _names(sheet, number))
    for first, left, last, right in sheet.merged:
        if first <= number - 1 <= last and right > left:
            text = _words(sheet.rows[first][left]) if left < len(sheet.rows[first]) else ""
            for column in range(left, min(right + 1, width)):
                groups[column] = text
    return tuple(groups)


def _contacts(above: Sequence[str], names: Sequence[str]) -> list[str]:
    groups, current = [], ""
    for at, name in enumerate(names):
        word = above[at] if at < len(above) else ""
        is_anybodys = usual_names.plain(name) in ANYBODYS or usual_names.is_personal(name)
        if word or not is_anybodys:
            current = word if usual_names.is_personal(word) and is_anybodys else ""
        groups.append(current)
    return groups


def _wide(names: Sequence[str], groups: Sequence[str]) -> dict[int, usual_names.Target]:
    known_names, found = usual_names.wide(), {}
    for column, (name, group) in enumerate(zip(names, groups, strict=True)):
        for words in (f"{name} {group}", f"{group} {name}", name) if group else (name,):
            if words.strip() and (target := known_names.get(usual_names.plain(words))):
                found[column] = target
                break
    return found


def _personal(
    names: Sequence[str], groups: Sequence[str], taken: dict[int, usual_names.Target]
) -> tuple[int, ...]:
    return tuple(
        at
        for at, (name, group) in enumerate(zip(names, groups, strict=True))
        if name and at not in taken and usual_names.is_personal(f"{group} {name}")
    )


def _words(cell: Cell) -> str:
    return " ".join(cell.replace("\u00a0", " ").split()) if isinstance(cell, str) else ""
