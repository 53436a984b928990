"""Turns a company, agreement or region into where one follows it: its feed and its calendar."""

import re
from dataclasses import dataclass

from generator.language import gettext
from generator.views.page import Site

_PROTOCOL = re.compile(r"^https?:")

MOST_ENTRIES = 100
"""The most entries that a feed has, and the page of changes with it."""


@dataclass(frozen=True, slots=True)
class Follow:
    """Paths in the site, "" for none; `subscribe` is the calendar's address for calendar programs.

    `title` is what a feed reader calls the feed before it has read it.
    """

    feed: str
    calendar: str
    subscribe: str
    title: str


def feed_path(name: str) -> str:
    """The file of a feed: `cambios`, `acuerdos/<id>`, `regiones/<name>`."""
    return f"feeds/{name}.atom"


def calendar_path(name: str) -> str:
    """The file of a calendar: `vencimientos`, `empresas/<id>`, `acuerdos/<id>`, …"""
    return f"calendario/{name}.ics"


def follow(site: Site, feed: str = "", calendar: str = "", title: str = "") -> Follow | None:
    """Where to follow; None for a site without public address, which has neither."""
    if not site.url:
        return None
    path = calendar_path(calendar) if calendar else ""
    subscribe = _PROTOCOL.sub("webcal:", f"{site.url}{path}") if path else ""
    said = title or gettext("Cambios en el registro")
    return Follow(feed_path(feed) if feed else "", path, subscribe, said)
