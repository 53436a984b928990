"""A row's texts → the same with one-character marks for what the reader of the index knows.

Known are the title of the row's head and of the members of its family, its first code, and
the labels of its facets. `marks.js` puts them back; texts may not hold marks of their own
(`rows.shelve` sees to it).
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from generator.folding import without_legal_suffix
from generator.search.fold import tokens
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
        self._labels = [labels.get(facet, {}) for facet in FACETS]
        self._ranks = [{value: n for n, value in enumerate(known)} for known in self._labels]
        self._seen: list[dict[tuple[str, ...], Known]] = [{} for _ in FACETS]

    def known(self, row: Row, head: Row | None, members: Sequence[Row]) -> Known:
        """What is known of `row`, of whose family `head` and `members` are (None for a head)."""
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
            if values := row.facets.get(facet):
                found += self._seen[n].get(values) or self._learn(n, values)
        return found

    def _learn(self, facet: int, values: tuple[str, ...]) -> Known:
        """The labels of the first values, in the order that the index keeps values in."""
        ranks = self._ranks[facet]
        ordered = sorted(set(values), key=lambda one: (ranks.get(one, len(ranks)), one))
        labels = [self._labels[facet].get(value, "") for value in ordered[:VALUES]]
        sign = FIRST_LABEL + VALUES * facet
        known = [(label, chr(sign + n)) for n, label in enumerate(labels) if label]
        self._seen[facet][values] = known
        return known


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


@lru_cache(maxsize=65_536)
def slugs(title: str) -> tuple[str, str]:
    """The addresses an editor would make of `title`: whole, and without the legal form."""
    words = " ".join(tokens(title))
    return words.replace(" ", "-"), without_legal_suffix(words).replace(" ", "-")
