"""Sheets → rows, each saying something of a company, an element, a certificate …, cell by cell."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.model.fields import CertificateCode, Id, Positive
from generator.sheets import headers, usual_names, values
from generator.sheets.headers import Header
from generator.sheets.sheet import Cell, Place, Sheet, Trouble
from generator.sheets.tables import Column, Table, tables

_NAMES = ("empresa", "elemento", "acuerdo", "sello")
_RUT, _DIGIT = ("empresas", "rut"), ("empresas", "dv")
_NAMED = ("adhesiones", "acuerdo")
"""An id in a record, and in a list often the name of the agreement."""

JOINED = frozenset([("elementos", "identificador")])
"""What two columns may tell together: a machine's serial number and its plate."""

DOUBTFUL = frozenset([("empresas", "tipo", ""), ("elementos", "alcance", "tipo elemento")])
"""Columns of the scheme's form whose words are often others than the listed ones."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a cell says, and where it stands."""

    value: values.Value
    place: Place

    @property
    def text(self) -> str:
        """A single value."""
        return self.value if isinstance(self.value, str) else "; ".join(self.value)


@dataclass(frozen=True, slots=True)
class Part:
    """What a row says of one row of a table, by the names of its columns."""

    table: Table
    given: Mapping[str, Given]


@dataclass(frozen=True, slots=True)
class Row:
    """A row with all that it says; with `troubles` it says nothing that can be used."""

    place: Place
    parts: tuple[Part, ...]
    troubles: tuple[Trouble, ...] = ()
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """The rows of a book; `notes` tell what was left aside, `troubles` what cannot be."""

    rows: tuple[Row, ...]
    notes: tuple[Trouble, ...]
    troubles: tuple[Trouble, ...]


def reading(sheets: Iterable[Sheet], table: str = "") -> Reading:
    """The rows of all sheets; `table` says which one it is that a lone sheet holds."""
    rows: list[Row] = []
    notes: list[Trouble] = []
    found = 0
    for sheet in sheets:
        place = Place(sheet.file, sheet.name)
        named = replace(sheet, name=table) if table else sheet
        if sheet.hidden:
            notes.append(Trouble("hidden-sheet", place))
        elif head := headers.header(named):
            found += 1
            notes += _asides(sheet, head)
            rows += _Rows(sheet, head).all()
        elif not all(values.is_blank(cell) for row in sheet.rows for cell in row):
            notes.append(Trouble("no-header", place))
    file = Place(notes[0].place.file if notes else "")
    troubles = () if found else (Trouble("nothing-to-read", file),)
    return Reading(tuple(rows), tuple(notes), troubles)


def _asides(sheet: Sheet, head: Header) -> Iterator[Trouble]:
    place = Place(sheet.file, sheet.name, head.row + 1)
    for code, columns in (("personal-columns", head.personal), ("unknown-columns", head.unknown)):
        if names := [head.names[at] for at in columns]:
            yield Trouble(code, place, {"names": _quoted(names)})
    for target, alternatives in _by_target(head).items():
        first, *others = (head.names[at] for at in alternatives)
        if target not in JOINED and (others := [o for o in others if not _alike(o, first)]):
            yield Trouble("second-columns", place, {"first": first, "names": _quoted(others)})


def _quoted(names: Iterable[str]) -> str:
    return "«" + "», «".join(names) + "»"


def _alike(one: str, other: str) -> bool:
    return usual_names.plain(one) == usual_names.plain(other)


def _by_target(head: Header) -> Mapping[usual_names.Target, list[int]]:
    """The columns of each meaning, the likeliest name first."""
    found: dict[usual_names.Target, list[int]] = defaultdict(list)
    for at, target in head.columns.items():
        found[target].append(at)
    for target, columns in found.items():
        columns.sort(key=lambda at: (usual_names.rank(target, head.names[at]), at))
    return found


class _Rows:
    """The rows of one sheet."""

    def __init__(self, sheet: Sheet, head: Header) -> None:
        self._sheet = sheet
        self._head = head
        self._filled = _merged(sheet, head.row)
        self._targets = _by_target(head)
        self._american = frozenset(at for at in head.columns if self._is_american(at))

    def all(self) -> Iterator[Row]:
        for number in range(self._head.row + 1, len(self._sheet.rows)):
            if not all(values.is_blank(self._cell(number, at)) for at in self._head.columns):
                yield self._row(number)

    def _cell(self, row: int, column: int) -> Cell:
        if (found := self._filled.get((row, column))) is not None:
            return found
        cells = self._sheet.rows[row]
        return cells[column] if column < len(cells) else None

    def _is_american(self, column: int) -> bool:
        """Whether some day of the column can only be read with its month first."""
        pairs = (
            values.month_and_day(self._cell(row, column))
            for row in range(self._head.row + 1, len(self._sheet.rows))
        )
        return any(pair and pair[0] <= 12 < pair[1] for pair in pairs)

    def _row(self, number: int) -> Row:
        parts: dict[str, dict[str, Given]] = defaultdict(dict)
        troubles: list[Trouble] = []
        for target, columns in self._targets.items():
            if target == _DIGIT:
                continue
            try:
                given = self._given(number, target, columns)
            except _Refused as refused:
                troubles.append(refused.trouble)
                continue
            if given:
                parts[target[0]][target[1]] = given
        table = self._head.table
        names = [table.name] if table else usual_names.WIDE
        made = tuple(Part(tables()[name], parts[name]) for name in names if name in parts)
        return Row(self._place(number), made, tuple(troubles), is_list=table is None)

    def _place(self, row: int, column: int = -1) -> Place:
        header = self._head.names[column] if column >= 0 else ""
        return Place(self._sheet.file, self._sheet.name, row + 1, column + 1, header)

    def _given(self, row: int, target: usual_names.Target, columns: list[int]) -> Given | None:
        """What the columns of one meaning say together."""
        found = [given for at in columns if (given := self._one(row, at, target))]
        first = found[0] if found else None
        for other in found[1:]:
            if other.value == found[0].value:
                continue
            if target in JOINED:
                return Given(f"{found[0].text}, {other.text}", found[0].place)
            if _alike(other.place.header, found[0].place.header):
                params = {"value": other.text, "other": found[0].text}
                raise _Refused(Trouble("repeated-column", other.place, params))
        return first

    def _one(self, row: int, at: int, target: usual_names.Target) -> Given | None:
        cell, place = self._with_digit(row, at, target), self._place(row, at)
        pair = values.month_and_day(cell) if at in self._american else None
        if pair and pair[0] != pair[1] and pair[1] <= 12:
            raise _Refused(Trouble("month-or-day", place, {"value": cell}))
        try:
            value = values.value(
                cell,
                column_of(target),
                from_1904=self._sheet.from_1904,
                dashes=self._head.table is None,
            )
        except values.Refused as refused:
            if refused.code == "no-choice" and self._is_doubtful(target, place.header):
                return None
            raise _Refused(Trouble(refused.code, place, refused.params)) from None
        return None if value is None else Given(value, place)

    def _with_digit(self, row: int, at: int, target: usual_names.Target) -> Cell:
        """A cell, a RUT with its check digit, which may stand in a column of its own."""
        cell, digits = self._cell(row, at), self._targets.get(_DIGIT, [])
        digit = self._cell(row, digits[0]) if digits else None
        if target != _RUT or values.is_blank(cell) or values.is_blank(digit):
            return cell
        return values.with_digit(cell, digit)

    def _is_doubtful(self, target: usual_names.Target, header: str) -> bool:
        is_list = self._head.table is None
        names = ("", usual_names.plain(header))
        return is_list and any((*target, name) in DOUBTFUL for name in names)


class _Refused(Exception):
    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.code)
        self.trouble = trouble


def column_of(target: usual_names.Target) -> Column:
    """The column of a table, those among them that only name a place."""
    table, name = tables()[target[0]], target[1]
    if target == _NAMED:
        return Column(name, ("acuerdo",), "text")
    if found := table.column(name):
        return found
    if name == "id":
        return Column(name, (), "id", annotation=Id)
    if name == "certificado":
        return Column(name, (), "code", annotation=CertificateCode)
    if name in (*_NAMES, "fuente"):
        return Column(name, (), "text")
    return Column(name, (), "integer", annotation=Positive)


def _merged(sheet: Sheet, head: int) -> dict[tuple[int, int], Cell]:
    """Cells below the header that a merged one covers: they show what it says."""
    found: dict[tuple[int, int], Cell] = {}
    for first, left, last, right in sheet.merged:
        if first <= head or first >= len(sheet.rows) or left >= len(sheet.rows[first]):
            continue
        for row in range(first, min(last + 1, len(sheet.rows))):
            for column in range(left, min(right + 1, len(sheet.rows[first]))):
                found[row, column] = sheet.rows[first][left]
    return found
