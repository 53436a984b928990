"""The smallest pieces of pages, of which each has dozens: days, names that lead on, full stops.

They are functions because a macro of a template takes two to three times as long.
"""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Protocol

from markupsafe import Markup, escape

from generator.days import PartialDate
from generator.render.wording import long_day

ENDINGS = (".", "!", "?", "…")


class Named(Protocol):
    """A name and the address of its page, "" where it has none."""

    @property
    def text(self) -> str: ...  # noqa: D102
    @property
    def path(self) -> str: ...  # noqa: D102


@lru_cache(maxsize=16384)
def time(day: date | PartialDate) -> Markup:
    """A day in words, and as machines read it."""
    return Markup(f'<time datetime="{escape(day)}">{escape(long_day(day))}</time>')


def anchor(link: Callable[[str], str]) -> Callable[[Named], Markup]:
    """Makes a name lead on, where it has a page; `link` gives the address from here."""

    def made(one: Named) -> Markup:
        if not one.path:
            return escape(one.text)
        return Markup(f'<a href="{escape(link(one.path))}">{escape(one.text)}</a>')

    return made


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
