"""The smallest pieces of pages, of which each has dozens: days, names that lead on, full stops.

They are functions because a macro of a template takes two to three times as long.
"""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Protocol

from markupsafe import Markup, escape

from generator.days import PartialDate
from generator.language import SPANISH, Language, spoken
from generator.render.wording import long_day

_NOT_SAFE = re.compile("[&<>\"']").search

ENDINGS = (".", "!", "?", "…")


class Named(Protocol):
    """A name and the address of its page, "" where it has none."""

    @property
    def text(self) -> str: ...  # noqa: D102
    @property
    def path(self) -> str: ...  # noqa: D102


def written(value: object) -> str:
    """What `escape` gives; a text with nothing to escape is not copied into a new object."""
    if type(value) is str:
        return escape(value) if _NOT_SAFE(value) else value
    return value if type(value) is Markup else escape(value)


def time(day: date | PartialDate) -> Markup:
    """A day in words, and as machines read it."""
    return _time(day, spoken().code)


@lru_cache(maxsize=16384)
def _time(day: date | PartialDate, _: str) -> Markup:
    return Markup(f'<time datetime="{escape(day)}">{escape(long_day(day))}</time>')


def anchor(link: Callable[[str], str], language: Language = SPANISH) -> Callable[[Named], Markup]:
    """Makes a name lead on, where it has a page; `link` gives the address from here."""
    own, records = own_words(language), spanish(language)

    def made(one: Named) -> Markup:
        is_ours = getattr(one, "is_ours", False)
        if not one.path:
            return escape(one.text) if is_ours else own(one.text)
        marked = "" if is_ours else records
        return Markup(f'<a href="{written(link(one.path))}"{marked}>{written(one.text)}</a>')

    return made


def spanish(language: Language) -> Markup:
    """What marks an element whose text is Spanish, on pages in another language."""
    return Markup() if language.code == "es" else Markup(' lang="es"')


def own_words(language: Language) -> Callable[[str], Markup]:
    """Shows the words of a record, which stay Spanish, as what they are."""
    if language.code == "es":
        return escape
    return lambda text: Markup(f'<span lang="es">{written(text)}</span>' if text else "")


def facts_attribute(facts: str) -> Markup:
    """The facts of a status as an attribute for the live script; "" for none.

    JSON is full of double quotes, so the attribute has single ones: only what would end it, or
    read as an entity, is escaped.
    """
    if not facts:
        return Markup()
    safe = facts.replace("&", "&amp;").replace("'", "&#39;").replace("<", "&lt;")
    return Markup(f" data-estado='{safe}'")


def full_stop(text: str) -> str:
    """The full stop after a name, which may bring its own."""
    return "" if text.endswith(ENDINGS) else "."
