"""Turns the pages that both editions have into pairs: one in Spanish, one below `en/`."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from generator.language import Language, gettext, speaking
from generator.prose import ProsePage
from generator.views.page import Crumb, Page, Planned, Redirect, redirect

_RECORD = re.compile(r"(?:(?:empresas|acuerdos|v)/[^/]+/|acuerdos/[^/]+/esquema/)")
"""The addresses of records that have a page in each edition."""


def edition(language: Language, prose: Iterable[str]) -> Callable[[str], str]:
    """Gives the address of a page in an edition, or the one it has where that edition lacks it.

    `prose` are the addresses of all prose pages.
    """
    prefix = language.prefix
    known = {path.removeprefix(prefix) for path in prose if prefix and path.startswith(prefix)}

    def address(path: str) -> str:
        here = prefix and (path in known or _RECORD.fullmatch(path))
        return f"{prefix}{path}" if here else path

    return address


def titles(language: Language, prose: Iterable[ProsePage]) -> Mapping[str, tuple[str, str]]:
    """Title and description of an edition's pages of prose, by their address in Spanish."""
    pages = {one.path: one for one in prose if one.mould is None}
    pairs = ((one, pages.get(f"{language.prefix}{path}")) for path, one in pages.items())
    return {one.path: (twin.title, twin.description) for one, twin in pairs if twin}


def pairs(planned: Iterable[Planned], english: Language) -> Iterator[Planned]:
    """Each page, and the twin in English that records have."""
    for one in planned:
        if not _RECORD.fullmatch(one.path):
            yield one
            continue
        other = f"{english.prefix}{one.path}"
        yield Planned(one.path, partial(_with_pair, one.make, other), one.known, one.language)
        yield Planned(other, partial(_translated, one.make, english), one.known, english)


def former() -> Iterator[Planned]:
    """Addresses that pages in English had before there was an edition of them."""
    yield redirect("datos/dictionary/", "en/datos/diccionario/", "Data dictionary")


def _with_pair(make: Callable[[], Page | Redirect], other: str) -> Page | Redirect:
    page = make()
    return page._replace(other_language=other) if isinstance(page, Page) else page


def _translated(make: Callable[[], Page | Redirect], language: Language) -> Page | Redirect:
    page = make()
    path = f"{language.prefix}{page.path}"
    if isinstance(page, Redirect):
        return replace(page, path=path, target=f"{language.prefix}{page.target}")
    with speaking(language):  # the lists of records are in Spanish, the explorer is not
        crumbs = (Crumb(gettext("Registro"), f"{language.prefix}registro/"),)
    return page._replace(path=path, crumbs=crumbs, language=language.code, other_language=page.path)
