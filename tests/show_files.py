"""A small published registry → the files that show it elsewhere, by their path."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from generator.registry import Registry
from generator.render.press import Press
from generator.show.files import Made, Shown, groups
from generator.views.page import Site
from generator.views.survey import Survey
from tests.record_bodies import SITE
from tests.sample import DAY

_TEMPLATES = Path(__file__).parents[1] / "templates"


@cache
def press(site: Site) -> Press:
    """The templates of a site."""
    return Press(_TEMPLATES, site)


def made(registry: Registry, site: Site = SITE) -> dict[str, bytes]:
    """Every file, each made alone."""
    return {path: make() for path, make in files(registry, site)}


def files(registry: Registry, site: Site = SITE) -> Iterator[Made]:
    """Every file, with how to make it."""
    for group in groups(Shown(Survey(registry, site), press(site))):
        yield from group.files()


def on(day: date = DAY) -> Site:
    """The site on another day."""
    return Site(SITE.url, day)
