"""`check()` and `build()`: the stages of the design in order, and nothing else."""

import os
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal

from generator import checking, engine, pouring, prose, publish, site
from generator.load import Loaded
from generator.messages import CATALOGUE
from generator.pouring import Plan
from generator.problem import Place, Problem
from generator.registry import registry
from generator.render.press import Press
from generator.views import everything
from generator.views.page import Site
from generator.views.survey import Survey

Stage = Literal["check", "print", "pour"]
Progress = Callable[[Stage], None]


@dataclass(frozen=True, slots=True)
class Sources:
    """The four places a site is made from."""

    registry: Path
    content: Path
    templates: Path
    config: Path

    @property
    def all(self) -> tuple[Path, ...]:
        """Every file and folder that a build reads."""
        return (self.registry, self.content, self.templates, self.config)


@dataclass(frozen=True, slots=True)
class Checked:
    """What a registry holds, and every problem in it, with paths as one would type them here."""

    loaded: Loaded
    problems: tuple[Problem, ...]

    @property
    def has_faults(self) -> bool:
        """Whether anything stands in the way of a build."""
        return has_faults(self.problems)

    @property
    def records(self) -> dict[str, int]:
        """How many records each collection has."""
        return {name: len(entries) for name, entries in self.loaded.entries.items()}


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did; `published` is None where faults kept it from touching the site."""

    problems: tuple[Problem, ...]
    records: Mapping[str, int]
    pages: int = 0
    published: publish.Published | None = None


def has_faults(problems: tuple[Problem, ...]) -> bool:
    """Whether any problem is an error rather than a warning."""
    return any(CATALOGUE[p.code].level == "error" for p in problems)


def check(folder: Path, day: date) -> Checked:
    """Every fault and warning of the registry in `folder`."""
    checked = checking.check(folder, day)
    return Checked(checked.loaded, tuple(shown(p, folder) for p in checked.problems))


def build(
    sources: Sources,
    out: Path,
    day: date,
    *,
    offline: bool = False,
    strict: bool = False,
    progress: Progress = lambda _: None,
) -> Built:
    """Check, print the prose, pour the records, publish; a registry with faults changes nothing.

    With `strict` a warning stands in the way as a fault does.
    """
    publish.refuse_foreign(out)
    progress("check")
    checked = check(sources.registry, day)
    if _stops(checked.problems, strict):
        return Built(checked.problems, checked.records)
    plan, found = _plan(sources, checked.loaded, day, offline)
    problems = (*checked.problems, *found)
    if _stops(problems, strict):
        return Built(problems, checked.records)
    with tempfile.TemporaryDirectory(prefix="apl-") as folder:
        printed = Path(folder)
        progress("print")
        theme = sources.templates / "theme"
        said = engine.print_pages(sources.config, sources.content, theme, printed)
        problems = (*problems, *(_engine_warning(sources.config, line) for line in said))
        if _stops(problems, strict):
            return Built(problems, checked.records)
        progress("pour")
        pages, published = _published(plan, printed, out)
    return Built(problems, checked.records, pages, published)


def pour(sources: Sources, checked: Checked, printed: Path, out: Path, day: date) -> Built:
    """The second half of a build, for an engine that has already printed the prose."""
    plan, found = _plan(sources, checked.loaded, day, offline=False)
    problems = (*checked.problems, *found)
    if has_faults(problems):
        return Built(problems, checked.records)
    return Built(problems, checked.records, *_published(plan, printed, out))


def _stops(problems: tuple[Problem, ...], strict: bool) -> bool:
    return has_faults(problems) or (
        strict and any(CATALOGUE[p.code].level == "warning" for p in problems)
    )


def _plan(
    sources: Sources, loaded: Loaded, day: date, offline: bool
) -> tuple[Plan, tuple[Problem, ...]]:
    """All that the site is made from, and what is wrong with the prose and the settings."""
    known = engine.settings(sources.config, sources.content)
    whole = registry(loaded)
    about = Site(url=known.site_url, day=day, offline=offline)
    pages = prose.prose_pages(sources.content)
    survey = Survey(whole, about)
    filling = everything.slots(survey)
    frame = site.Frame(
        site=about,
        press=Press(sources.templates, about),
        slots=filling,
        body_data=everything.body_data(whole, about),
        source_url=everything.source_url(whole),
    )
    target = everything.target(whole)
    found = [shown(p, sources.content) for p in prose.problems(pages, filling, target)]
    found += [
        Problem(place(sources.content), "APL905", {"name": name})
        for name in sorted(everything.MOULDS - {page.mould for page in pages})
    ]
    if not known.site_url:
        found.append(Problem(place(sources.config), "APL903"))
    return Plan(sources.templates, survey, frame, tuple(pages), target), tuple(found)


def _published(plan: Plan, printed: Path, out: Path) -> tuple[int, publish.Published]:
    """How many pages the site has, and what publishing it did."""
    pages = 0

    def fill(files: publish.Files) -> None:
        nonlocal pages
        pages = pouring.pour(plan, printed, files)

    published = publish.publish(out, fill)
    return pages, published


def _engine_warning(config: Path, said: str) -> Problem:
    return Problem(place(config), "APL904", {"said": said})


def shown(problem: Problem, root: Path) -> Problem:
    """A problem of a file below `root`, with its path as one would type it here."""
    seen = place(root / problem.place.path)
    return replace(problem, place=replace(problem.place, path=seen.path))


def place(path: Path) -> Place:
    """A path relative to the current folder where it lies below it, absolute elsewhere."""
    absolute = Path(os.path.abspath(path))
    here = Path.cwd()
    return Place(str(absolute.relative_to(here) if absolute.is_relative_to(here) else absolute))
