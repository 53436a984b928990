"""A row's texts → the same with one-character marks for what the reader of the index knows.

Known are the title of the row's head and of the members of its family, its first code, and
the labels of its facets. `marks.js` puts them back; texts may not hold marks of their own
(`rows.shelve` sees to it).
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from generator.search.fold import short_slug, slug
from generator.search.rows import Row

Labels = Mapping[str, Mapping[str, str]]
Known = list[tuple[str, str]]

PARENT = "\x80"
CODE = "\x81"
DASHED_CODE = "\x82"
SLUG = "\x83"
SHORT_SLUG = "\x84"
SEPARATOR = "\x85"  # between the items of one line

FACETS = ("comuna", "rubro", "acuerdo", "region", "anio", "sector")
FIRST_LABEL = 0x88  # four marks a facet: its first four values
VALUES = 4
FIRST_MEMBER = 0xE000
MEMBERS = 64
CODE_LENGTH = 8


class Knower:
    """Tells what a reader knows of a row, with its marks, the likeliest first."""

    def __init__(self, labels: Labels) -> None:
        self.labels = {facet: labels.get(facet, {}) for facet in FACETS}
        self.ranks = {
            facet: {value: rank for rank, value in enumerate(known)}
            for facet, known in self.labels.items()
        }

    def __call__(self, row: Row, head: Row | None, members: Sequence[Row]) -> Known:
        found: Known = [(head.title, PARENT)] if head and head.title else []
        if row.codes and len(row.codes[0]) == CODE_LENGTH:
            code = row.codes[0]
            found += [(f"{code[:4]}-{code[4:]}", DASHED_CODE), (code, CODE)]
        if head and members[0].kind != row.kind:
            found += [
                (member.title, chr(FIRST_MEMBER + n))
                for n, member in enumerate(members[:MEMBERS])
                if member.kind != row.kind and member.title
            ]
        for n, facet in enumerate(FACETS):
            sign = FIRST_LABEL + VALUES * n
            found += [(label, chr(sign + m)) for m, label in enumerate(self._of(facet, row)) if label]
        return found

    def _of(self, facet: str, row: Row) -> list[str]:
        """The labels of the row's first values, in the order that the index keeps values in."""
        values = row.facets.get(facet, ())
        if len(values) > 1:
            ranks = self.ranks[facet]
            values = tuple(sorted(set(values), key=lambda one: (ranks.get(one, len(ranks)), one)))
        return [self.labels[facet].get(value, "") for value in values[:VALUES]]


def mark(text: str, known: Known) -> str:
    """`text` with its known parts replaced."""
    for part, sign in known:
        if part in text:
            text = text.replace(part, sign)
    return text


def mark_path(row: Row, head: Row | None) -> str:
    """The row's path, of which mostly nothing remains: head, code or slug say it."""
    path = row.path
    if head:
        path = path.replace(head.path, PARENT)
    if row.codes and len(row.codes[0]) == CODE_LENGTH:
        path = path.replace(row.codes[0], CODE)
    for sign, part in zip((SLUG, SHORT_SLUG), slugs(row.title), strict=True):
        if part and part in path:
            return path.replace(part, sign, 1)
    return path


@lru_cache(maxsize=4096)
def slugs(title: str) -> tuple[str, str]:
    """The addresses an editor would make of `title`: whole, and without the legal form."""
    return slug(title), short_slug(title)
