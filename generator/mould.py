"""A mould's finished HTML → a template into which records are poured.

A mould is a page of the site with front matter `molde: <table>`. The engine prints it once, with
marks where a record's own text belongs: `%%titulo%%`, `%%descripcion%%`, `%%canonica%%`,
`%%cabeza%%`, `%%cuerpo%%`, `%%otro_idioma%%` and `%%fuente%%`. Splitting at these marks is all the
compiling there is, so a mould costs no more than the record's own small template. Its links are
relative, so a mould stands as deep in the site as the records it carries: `empresas/molde/` for
`empresas/<id>/`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import escape

MARKS = frozenset(
    {"titulo", "descripcion", "canonica", "cabeza", "cuerpo", "otro_idioma", "fuente"}
)
FROM_FRAGMENTS = frozenset({"otro_idioma", "fuente"})
"""Marks that come with the fragments around a record."""

_MARK = re.compile(r"%%([a-z_]+)%%")


class MouldError(Exception):
    """A mould that cannot be poured: a mark that nobody knows, or no place for the body."""


@dataclass(frozen=True, slots=True)
class Mould:
    """The pieces of a page: fixed text at even places, names of marks at odd ones."""

    pieces: tuple[str, ...]

    def pour(self, texts: Mapping[str, str]) -> str:
        """The page. Values are escaped unless they are `Markup`."""
        filled = list(self.pieces)
        filled[1::2] = [escape(texts[name]) for name in self.pieces[1::2]]
        return "".join(filled)


def without_marks(html: str) -> str:
    """Live text for a mould: a mark in what a person wrote is not ours, and reads as it was typed.

    Only those stay that come with a fragment, which links to the source or the other edition.
    """

    def shielded(mark: re.Match[str]) -> str:
        return mark[0] if mark[1] in FROM_FRAGMENTS else mark[0].replace("%", "&#37;")

    return _MARK.sub(shielded, html)


def compile_mould(html: str, table: str) -> Mould:
    """Split the finished page at its marks."""
    pieces = tuple(_MARK.split(html))
    marks = set(pieces[1::2])
    if unknown := marks - MARKS:
        raise MouldError(f"molde {table}: marcas desconocidas {', '.join(sorted(unknown))}")
    if "cuerpo" not in marks:
        raise MouldError(f"molde {table}: falta la marca %%cuerpo%%")
    return Mould(pieces)
