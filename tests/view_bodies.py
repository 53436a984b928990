"""Lists and slots as a reader gets them: their HTML, and the words in it."""

import re
from html import unescape
from pathlib import Path

from generator.load import Entry
from generator.registry import Registry
from generator.render.press import Press
from generator.views.page import Page, Redirect, Site, Slot
from generator.views.survey import Survey
from tests.record_bodies import SITE, body
from tests.sample import Keys, model

_EDITION = {"edition": "es", "other_edition": "en/", "twin": None}
_PRESS = Press(Path(__file__).parents[1] / "templates", SITE)


def survey(registry: Registry, site: Site = SITE) -> Survey:
    """The registry as lists count from it."""
    return Survey(registry, site)


def fragment(slot: Slot, path: str = "", **more: object) -> str:
    """The HTML of a slot on the page at `path`."""
    context = {"source_url": None, "address": path, **_EDITION, **slot.context, **more}
    return _PRESS.render(slot.template, path, **context)


def told(html: str) -> str:
    """What a reader sees of some HTML, in one line; drawings are left out."""
    plain = re.sub(r"<svg.*?</svg>", " ", html, flags=re.DOTALL)
    joined = re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", plain)))
    return re.sub(r" ([.,;:)»])", r"\1", joined).replace("( ", "(").strip()


def page_at(pages: dict[str, Page | Redirect], path: str) -> Page:
    """The page at an address, which must not be a redirect."""
    page = pages[path]
    assert isinstance(page, Page)
    return page


def told_page(page: Page) -> str:
    """What a reader sees of a page's body."""
    return told(body(page))


def entry(folder: str, id: str, kind: type, keys: Keys) -> dict[str, Entry[object]]:
    """The one record of a collection."""
    return {id: Entry(id, f"{folder}/{id}.yaml", model(kind, keys))}
