"""Printed pages, prose and the registry's views → all files of the site, made by all processors."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator import schema, site
from generator.prose import ProsePage
from generator.publish import Files
from generator.render import bundles, decision_script, sitemap, verification
from generator.render.environment import file_address
from generator.search.files import files as search_files
from generator.site import Frame, Moulds
from generator.turns import take_turns
from generator.views import everything, lookup_rows
from generator.views.page import Page, Planned
from generator.views.survey import Survey


@dataclass(frozen=True, slots=True)
class Plan:
    """All that the files of a site are made from, but for what the engine prints."""

    templates: Path
    survey: Survey
    frame: Frame
    prose: tuple[ProsePage, ...]
    target: Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Address:
    """The address of a page, and whether search engines are told of it."""

    path: str
    is_listed: bool


Task = Callable[[Files], list[Address]]
"""Puts some files of the site; gives the addresses of the pages among them."""


def pour(plan: Plan, printed: Path, files: Files) -> int:
    """Put every file of the site; how many pages it has.

    `printed` is the folder in which the engine left pages, moulds and the theme's files.
    """
    found: list[Address] = []
    for part, addresses in take_turns(_tasks(plan, printed), partial(_work, files)):
        files.add(part)
        found += addresses
    listed = sorted(one.path for one in found if one.is_listed)
    for name, content in sitemap.files(plan.frame.site.url, listed):
        files.put(name, content)
    return len(found)


def _work(files: Files, turns: Iterator[Task]) -> tuple[Files, list[Address]]:
    part, found = files.part(str(os.getpid())), []
    for task in turns:
        found += task(part)
    return part, found


def _tasks(plan: Plan, printed: Path) -> list[Task]:
    """What to do, the long tasks first, so that no process is left alone with one at the end."""
    prose = [page for page in plan.prose if (printed / file_address(page.path)).exists()]
    moulds = site.moulds(plan.frame, printed, prose, plan.target)
    plan.survey.standings  # noqa: B018 - worked out once, before processes part
    return [
        partial(_search, plan, prose),
        partial(_verification, plan),
        *(partial(_prose_page, plan, printed, page) for page in prose if page.mould is None),
        partial(_not_found, plan, printed),
        partial(_assets, plan, printed, prose),
        partial(_schemas, plan),
        *(partial(_record_page, plan, moulds, make) for make in everything.pages(plan.survey)),
    ]


def _record_page(plan: Plan, moulds: Moulds, make: Planned, files: Files) -> list[Address]:
    page = make()
    name, html = site.record_file(plan.frame, moulds, page)
    files.put(name, html.encode())
    is_listed = isinstance(page, Page) and page.indexable and not page.example
    return [Address(page.path, is_listed)]


def _prose_page(plan: Plan, printed: Path, page: ProsePage, files: Files) -> list[Address]:
    name, html = site.prose_file(plan.frame, printed, page, plan.target)
    files.put(name, html.encode())
    return [Address(page.path, is_listed=True)]


def _not_found(plan: Plan, printed: Path, files: Files) -> list[Address]:
    for name, html in site.not_found_page(plan.frame, printed):
        files.put(name, html.encode())
    return []


def _assets(plan: Plan, printed: Path, prose: list[ProsePage], files: Files) -> list[Address]:
    """The theme's own files, those of `content/`, and our sheets and scripts."""
    for name, content in site.other_files(printed, prose):
        files.put(name, content)
    scripts = {"estado/tabla.js": decision_script.script()}
    for name, content in bundles.files(plan.templates, scripts):
        files.put(name, content)
    return []


def _search(plan: Plan, prose: list[ProsePage], files: Files) -> list[Address]:
    rows = lookup_rows.rows(plan.survey, prose)
    labels = lookup_rows.labels(plan.survey.registry)
    for name, content in search_files(rows, labels, offline=plan.frame.site.offline):
        files.put(name, content)
    return []


def _verification(plan: Plan, files: Files) -> list[Address]:
    for name, content in verification.files(plan.survey.registry, plan.frame.site):
        files.put(name, content)
    return []


def _schemas(plan: Plan, files: Files) -> list[Address]:
    for name, text in schema.files(plan.frame.site.url or "").items():
        files.put(f"{schema.FOLDER}/{name}", text.encode())
    return []
