"""A page as plain data: where it stands, which mould and template print it, and what it shows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import NamedTuple

from generator.language import SPANISH, Language, speaking, spoken

Node = dict[str, object]
"""What machines are told of a thing, in the vocabulary of schema.org."""


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the way from the home page; `path` is an address of the site ("acuerdos/")."""

    title: str
    path: str


class Page(NamedTuple):
    """A record page or list page.

    `path` is its address without a leading slash ("empresas/vina-x/"); `mould` names the mould
    that carries it and `template` the Jinja template of its body; `context` holds plain values
    only. `source` is its file in the registry, or the folder (`empresas/`, "" for the whole) that
    it counts from; `feed` the file of its own feed, "" for none; `nodes` what machines are told of
    what it shows, in the vocabulary of schema.org. `other_language` is the address of the same page
    in English, or, where `language` is "en", in Spanish.
    """

    path: str
    mould: str
    template: str
    title: str
    description: str
    context: Mapping[str, object]
    crumbs: tuple[Crumb, ...] = ()
    indexable: bool = True
    example: bool = False
    source: str | None = None
    feed: str = ""
    nodes: tuple[Node, ...] = ()
    language: str = "es"
    other_language: str = ""


@dataclass(frozen=True, slots=True)
class Redirect:
    """An address that leads to another one of the site."""

    path: str
    target: str
    title: str


class Planned(NamedTuple):
    """A page still to be made: knowing which there are costs little, and any process may make them.

    `known` is all that the plan itself knows of the page, beside what is read while making it: a
    value whose `repr` tells it from any other. `language` is what it speaks.
    """

    path: str
    make: Callable[[], Page | Redirect]
    known: object = ()
    language: Language = SPANISH

    def __call__(self) -> Page | Redirect:
        """The page."""
        with speaking(self.language):
            return self.make()


def redirect(path: str, target: str, title: str) -> Planned:
    """The plan of an address that leads to another one."""
    return Planned(path, partial(Redirect, path, target, title), (target, title))


@dataclass(frozen=True, slots=True)
class Slot:
    """What fills a marked place of a prose page: a fragment template and its plain data."""

    template: str
    context: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Site:
    """What views need to know of the site: public address ("" where none), day and mode."""

    url: str
    day: date
    offline: bool = False
    commit: str = ""
    """The commit that the data were made from, "" where none tells exactly what they are."""

    @property
    def here(self) -> str:
        """The address of the edition that is being made."""
        return f"{self.url}{spoken().prefix}"
