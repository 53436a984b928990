"""What a reader can find: one row a page or a part of one, put in the order the index keeps."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from generator.folding import sort_key

KINDS = (
    "empresa", "elemento", "certificado", "sello", "acuerdo", "programa", "preinversion", "pagina",
)  # fmt: skip

_KIND_RANK = {kind: rank for rank, kind in enumerate(KINDS)}
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ue000-\uf8ff]")


class Row(NamedTuple):
    """One thing that search can find; `facets` holds ids, whose labels come beside the rows.

    `path` is relative to the site ("empresas/vina-x/", "empresas/vina-x/#bodega",
    "v/ABCDEFGG/"). A row with a `parent` is found by the names of that row too, so they
    need not be repeated. `codes` are compact ("ABCDEFGG", "99900000-1"). `desde` and
    `hasta` are ISO days or "".
    """

    kind: str
    path: str
    title: str
    detail: str
    words: tuple[str, ...]
    codes: tuple[str, ...]
    parent: str | None
    estado: str
    facets: Mapping[str, tuple[str, ...]]
    desde: str
    hasta: str
    example: bool


Place = tuple[int, tuple[str, str], str]


def grouped(rows: Iterable[Row]) -> list[tuple[Place, list[Row]]]:
    """Families, the head first, by the place of the head among all; in that order.

    A parent or kind that is not known is our own mistake.
    """
    plain = sorted((_plain(row) for row in rows), key=_place)
    heads = [row for row in plain if row.parent is None]
    children = {
        path: list(group)
        for path, group in groupby(
            sorted((row for row in plain if row.parent is not None), key=_parent), key=_parent
        )
    }
    found = [(_place(head), [head, *children.pop(head.path, [])]) for head in heads]
    if children:
        raise ValueError(f"rows whose parent is no row: {sorted(children)[:5]}")
    return found


def _plain(row: Row) -> Row:
    """Free the texts of control and private characters: the index uses them as marks."""
    texts = (row.title, row.detail, row.path, *row.words, *row.codes)
    if not any(map(_CONTROL.search, texts)):
        return row
    return row._replace(
        title=_CONTROL.sub(" ", row.title),
        detail=_CONTROL.sub(" ", row.detail),
        path=_CONTROL.sub(" ", row.path),
        words=tuple(_CONTROL.sub(" ", word) for word in row.words),
        codes=tuple(_CONTROL.sub(" ", code) for code in row.codes),
    )


def _place(row: Row) -> Place:
    """Spanish order of the titles; the parts of a company follow it kind by kind."""
    return (_KIND_RANK[row.kind] if row.parent is not None else 0, _order(row.title), row.path)


@lru_cache(maxsize=65_536)
def _order(title: str) -> tuple[str, str]:
    return sort_key(title)


def _parent(row: Row) -> str:
    return row.parent or ""
