"""Rows of plain cells → CSV: exact for programs (RFC 4180), and a second one for Excel."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import ClassVar

from generator.exports import cells
from generator.exports.cells import Flat
from generator.exports.columns import Column

BYTE_ORDER_MARK = b"\xef\xbb\xbf"

_FORMULA = frozenset("=+-@\t\r\n|")
"""What a spreadsheet takes for the start of a formula, or of a command."""


class Exact:
    """UTF-8 without a mark, commas, CRLF, quotes where they are needed."""

    mark: ClassVar[bytes] = b""
    delimiter: ClassVar[str] = ","

    def __init__(self, columns: Sequence[Column]) -> None:
        self._header = [column.name for column in columns]
        self._texts = cells.texts(columns)

    def lines(self, rows: Iterable[Flat]) -> str:
        """Rows as they stand in the file."""
        return self._written(self._texts(rows))

    @property
    def heading(self) -> bytes:
        """What stands before all rows."""
        return self.mark + self._written([self._header]).encode()

    def _written(self, rows: Iterable[Sequence[object]]) -> str:
        out = io.StringIO(newline="")
        csv.writer(out, delimiter=self.delimiter).writerows(rows)
        return out.getvalue()


class ForExcel(Exact):
    """UTF-8 with a mark, semicolons, decimal commas; no cell that Excel would run as a formula."""

    mark = BYTE_ORDER_MARK
    delimiter = ";"

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__(columns)
        kinds = [one.kind for one in columns]
        self._numbers = [at for at, kind in enumerate(kinds) if kind == "number"]
        self._risky = [at for at, kind in enumerate(kinds) if kind in ("text", "list", "blocks")]

    def lines(self, rows: Iterable[Flat]) -> str:
        """Rows as they stand in the file."""
        return self._written(map(self._harmless, self._texts(rows)))

    def _harmless(self, row: Flat) -> list[object]:
        found: list[object] = list(row)
        for at in self._numbers:
            if found[at] is not None:
                found[at] = str(found[at]).replace(".", ",")
        for at in self._risky:
            cell = row[at]
            if cell and cell[0] in _FORMULA:  # type: ignore[index]
                found[at] = f"'{cell}"
        return found
