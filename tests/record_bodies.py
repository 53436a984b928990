"""Record pages as a reader gets them: their HTML, and the words in it."""

import re
from collections.abc import Iterable
from functools import cache
from html import unescape
from pathlib import Path

from generator import catalogue
from generator.language import SPANISH, Language, speaking
from generator.registry import Registry
from generator.render.press import Press
from generator.views import editions
from generator.views.page import Page, Planned, Redirect, Site
from generator.views.survey import Survey
from tests.sample import DAY

SITE = Site("https://registro.example/", DAY)
_TEMPLATES = Path(__file__).parents[1] / "templates"


ENGLISH = catalogue.english()


@cache
def _press(site: Site, language: Language) -> Press:
    edition = editions.edition(language, ())
    return Press(_TEMPLATES, site, language=language, edition=edition)


def made(pages: Iterable[Planned]) -> dict[str, Page | Redirect]:
    """Pages by their address."""
    return {page.path: page for page in (make() for make in pages)}


def page_of(module: object, registry: Registry, path: str, site: Site = SITE) -> Page:
    """The page that a view module makes for an address."""
    page = made(module.pages(Survey(registry, site)))[path]  # type: ignore[attr-defined]
    assert isinstance(page, Page)
    return page


def body(page: Page, site: Site = SITE) -> str:
    """The HTML of a page's body, in the language of the page."""
    language = ENGLISH if page.language == ENGLISH.code else SPANISH
    with speaking(language):
        return _press(site, language).render(page.template, page.path, page=page, **page.context)


def words(page: Page, site: Site = SITE) -> str:
    """What a reader sees of a page, in one line."""
    plain = re.sub(r"<svg.*?</svg>", " ", body(page, site), flags=re.DOTALL)
    joined = re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", plain)))
    return re.sub(r" ([.,;:)»])", r"\1", joined)
