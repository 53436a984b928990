"""What a table of the open data is: its name, its columns, and where its rows come from."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.exports.columns import Column, Row
from generator.views.survey import Survey


@dataclass(frozen=True, slots=True)
class Table:
    """A table: `title` and `about` in Spanish and in English.

    `rows_of` gives the rows that follow from one record of the `collection`, by its id; all rows
    are in the order of their first `keys` columns, of which the first is that id. `unique` are
    columns that no two rows share, none where that is not sure. `parents` says which columns name a
    row of another table, and by which column it goes there. `search` are those that the database's
    full-text search covers.
    """

    name: str
    title: tuple[str, str]
    about: tuple[str, str]
    columns: tuple[Column, ...]
    collection: str
    rows_of: Callable[[Survey, str], Iterator[Row]]
    keys: int
    unique: tuple[str, ...] = ()
    parents: tuple[tuple[str, str, str], ...] = ()
    search: tuple[str, ...] = ()

    def rows(self, survey: Survey, ids: Iterable[str]) -> Iterator[Row]:
        """Those that follow from these records."""
        for id in ids:
            yield from self.rows_of(survey, id)

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)
