"""Sources and the records read from them → the plan of a site, and what is wrong with its prose."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from generator import catalogue, collector, engine, prose, site
from generator.closed import refuse_closed
from generator.exports import page as exports
from generator.load import Loaded
from generator.load.lines import Lines
from generator.paths import shown, typed
from generator.plan import Plan
from generator.problem import Place, Problem
from generator.registry import registry
from generator.render.compiled import Compiled
from generator.render.press import Press
from generator.sources import Sources
from generator.views import everything
from generator.views.page import Site
from generator.views.survey import Survey


def plan(
    sources: Sources,
    loaded: Loaded,
    day: date,
    *,
    offline: bool,
    commit: str,
    compiled: Compiled | None = None,
) -> tuple[Plan, tuple[Problem, ...]]:
    """All that the site is made from, and what is wrong with the prose and the settings."""
    refuse_closed((sources.content, sources.templates))
    known = engine.settings(sources.config, sources.content)
    with collector.at_rest():
        whole = registry(loaded)
    about = Site(url=known.site_url, day=day, offline=offline, commit=commit)
    pages = prose.prose_pages(sources.content)
    survey = Survey(whole, about, Lines(sources.registry))
    frame = site.Frame(
        site=about,
        press=Press(sources.templates, about, compiled),
        slots=everything.slots(survey, exports.slots()),
        body_data=everything.body_data(whole, about),
        source_url=everything.source_url(whole),
        prose=frozenset(page.path for page in pages if page.mould is None),
    )
    english = _english(frame, survey, sources, pages, compiled)
    target = everything.target(survey.registry)
    made = Plan(
        sources.templates,
        survey,
        frame,
        tuple(pages),
        target,
        english,
        has_english=everything.has_english(pages),
    )
    return made, tuple(_wrong(sources, made))


def _wrong(sources: Sources, plan: Plan) -> Iterator[Problem]:
    """What is wrong with the prose and the settings."""
    for one in prose.problems(list(plan.prose), plan.frame.slots, plan.target):
        yield shown(one, sources.content)
    for name in everything.missing_moulds(plan.prose):
        yield Problem(Place(typed(sources.content)), "APL905", {"name": name})
    if not plan.frame.site.url:
        yield Problem(Place(typed(sources.config)), "APL903")


def _english(
    frame: site.Frame,
    survey: Survey,
    sources: Sources,
    pages: list[prose.ProsePage],
    compiled: Compiled | None,
) -> site.Frame:
    """The same frame, speaking English."""
    language = catalogue.english(compiled.cache if compiled else None)
    edition = everything.edition(language, (one.path for one in pages))
    ready = compiled.also(language.digest) if compiled else None
    return replace(
        frame,
        press=Press(sources.templates, frame.site, ready, language, edition),
        slots=everything.slots(survey, exports.slots(), language),
        language=language,
    )
