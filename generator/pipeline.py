"""`check()` and `build()`: the stages of the design in order, and nothing else."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Literal

from generator import (
    catalogue,
    engine,
    placing,
    pouring,
    printing,
    prose,
    publish,
    site,
    swapping,
)
from generator.closed import refuse_closed
from generator.exports import page as exports
from generator.inspection import Checked, check, has_faults
from generator.leftovers import CACHE, sweep
from generator.load import Loaded
from generator.load.lines import Lines
from generator.messages import level
from generator.occupancy import Alone, alone_in
from generator.past import Archive, Past, tokens
from generator.paths import shown, typed
from generator.plan import EVERYTHING, Plan, Wanted
from generator.problem import Place, Problem
from generator.registry import registry
from generator.render.compiled import Compiled
from generator.render.press import Press
from generator.sources import Sources
from generator.stopwatch import Stopwatch
from generator.tasks import NOTHING, Poured
from generator.turns import Awaited
from generator.views import everything
from generator.views.page import Site
from generator.views.survey import Survey

Stage = Literal["wait", "finish", "check", "print", "pour"]
Progress = Callable[[Stage], None]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did; `published` is None where faults kept it from touching the site."""

    problems: tuple[Problem, ...]
    records: Mapping[str, int]
    pages: int = 0
    published: publish.Published | None = None
    outputs: str = ""
    """What tells the site as it was left from any later state, where that is kept."""
    stages: Mapping[str, float] = field(default_factory=dict)
    """Seconds that each stage took."""
    poured: Mapping[str, float] = field(default_factory=dict)
    """Seconds of work on each kind of file, of all processors together."""


def build(
    sources: Sources,
    out: Path,
    day: date,
    *,
    offline: bool = False,
    strict: bool = False,
    cache: Path | None = None,
    commit: str = "",
    wanted: Wanted = EVERYTHING,
    progress: Progress = lambda _: None,
    atomic: bool = False,
) -> Built:
    """Check, print the prose, pour the records, publish; a registry with faults changes nothing.

    With `strict` a warning stands in the way as a fault does. What is kept below `cache` spares
    the next build whatever has not changed. `commit` is what the sources are, "" for none exactly.
    Of kinds of files that are not `wanted` none is made. `atomic` swaps the whole folder.

    Builds into one folder take turns; one that was interrupted there is finished first.
    """
    if cache:
        sweep(cache, CACHE)
    with _alone(out, progress) as alone, Archive(cache, sources.registry, out) as archive:
        run = _Run(
            sources, out, day, offline, strict, cache, commit, wanted, progress, archive,
            alone if atomic else None,
        )  # fmt: skip
        return run.built()


@contextmanager
def _alone(out: Path, progress: Progress) -> Iterator[Alone]:
    """Hold the site's folder, with nothing half done in it or beside it."""
    publish.refuse_foreign(out)
    with alone_in(out, lambda: progress("wait")) as alone:
        swapping.tidy(out, alone)
        if placing.finish(out):
            progress("finish")
        yield alone


@dataclass(frozen=True, slots=True)
class _Run:
    """A build under way; `swap` is the hold on a folder that is to be swapped.

    `watch` tells how long each stage took.
    """

    sources: Sources
    out: Path
    day: date
    offline: bool
    strict: bool
    cache: Path | None
    commit: str
    wanted: Wanted
    progress: Progress
    archive: Archive
    swap: Alone | None
    watch: Stopwatch = field(default_factory=Stopwatch)

    def built(self) -> Built:
        """Check while the prose is printed, and go on if nothing stands in the way."""
        past = self.archive.past()
        self.watch.lap("recall")
        self.progress("check")
        with printing.printed(self.sources, self.cache) as wait:
            checked = check(self.sources.registry, self.day, past.before, keep=self.archive.is_open)
            self.watch.lap("check")
            if _stops(checked.problems, self.strict):
                return Built(checked.problems, checked.records)
            return self._poured(past, checked, wait)

    def _poured(self, past: Past, checked: Checked, wait: Awaited[printing.Printed]) -> Built:
        """Plan the pages of records, and pour them with the prose."""
        sources, made_from = self.sources, self._made_from()
        self.progress("print")
        ready = Compiled(self.cache, self.archive.program)
        plan, found = _plan(sources, checked.loaded, self.day, self.offline, self.commit, ready)
        problems = (*checked.problems, *found)
        if _stops(problems, self.strict):
            return Built(problems, checked.records)
        self.watch.lap("plan")
        for frame in (plan.frame, plan.english):
            frame.press.compile_while(lambda: not wait.is_there())
        said, printed = wait()
        self.watch.lap("print")
        problems = (*problems, *(_engine_warning(sources.config, line) for line in said))
        if _stops(problems, self.strict):
            return Built(problems, checked.records)
        self.progress("pour")
        known = _Known(self.archive.still_holds(past, made_from), checked.near, self.day)
        self.watch.lap("recall")
        whole = replace(plan, wanted=self.wanted, keeper=self.archive.keeper)
        poured, published = _published(whole, printed, self.out, known, self.swap)
        self.watch.lap("pour")
        outputs = self._keep(Past(checked.after, replace(poured, spent={}), made_from), published)
        spent = self.watch.spent
        return Built(
            problems, checked.records, poured.pages, published, outputs, spent, poured.spent
        )

    def _made_from(self) -> str:
        """What tells everything but records from before; "" where that cannot be told."""
        if engine.reads_more(self.sources.config):
            return ""
        sources = self.sources
        places = sources.beside_records
        return self.archive.made_from(places, self.day, self.offline, sources.engine)

    def _keep(self, done: Past, published: publish.Published) -> str:
        kept = self.archive.keep(done, published) if self.wanted is EVERYTHING else ""
        self.watch.lap("keep")
        return kept


def pour(
    sources: Sources, checked: Checked, printed: Path, out: Path, day: date, commit: str = ""
) -> Built:
    """The second half of a build, for an engine that has already printed the prose."""
    plan, found = _plan(sources, checked.loaded, day, offline=False, commit=commit)
    problems = (*checked.problems, *found)
    if has_faults(problems):
        return Built(problems, checked.records)
    printing.tidy(printed, sources.content)
    with _alone(out, lambda _: None):
        poured, published = _published(plan, printed, out, _Known())
    return Built(problems, checked.records, poured.pages, published)


def _stops(problems: tuple[Problem, ...], strict: bool) -> bool:
    return has_faults(problems) or (strict and any(level(p) == "warning" for p in problems))


def _plan(
    sources: Sources,
    loaded: Loaded,
    day: date,
    offline: bool,
    commit: str,
    compiled: Compiled | None = None,
) -> tuple[Plan, tuple[Problem, ...]]:
    """All that the site is made from, and what is wrong with the prose and the settings."""
    refuse_closed((sources.content, sources.templates))
    known = engine.settings(sources.config, sources.content)
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
    plan = Plan(
        sources.templates,
        survey,
        frame,
        tuple(pages),
        target,
        english,
        has_english=everything.has_english(pages),
    )
    return plan, tuple(_wrong(sources, plan))


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


@dataclass(frozen=True, slots=True)
class _Known:
    """What was poured before, and the edited records with their neighbours, then and now."""

    poured: Poured = NOTHING
    near: tuple[Loaded, ...] | None = None
    day: date = date.min

    def pour(self, plan: Plan, printed: Path, files: publish.Files) -> Poured:
        if self.near is None or not self.poured.made:
            return pouring.pour(plan, printed, files)
        return pouring.pour(plan, printed, files, self.poured, tokens(self.near, self.day))


def _published(
    plan: Plan, printed: Path, out: Path, known: _Known, swap: Alone | None = None
) -> tuple[Poured, publish.Published]:
    """What was poured, and what publishing it did."""
    poured = NOTHING

    def fill(files: publish.Files) -> None:
        nonlocal poured
        poured = known.pour(plan, printed, files)

    def into(place: Path) -> publish.Published:
        return publish.publish(place, fill, known.poured.names or None)

    published = swapping.swap(out, swap, into) if swap else into(out)
    return poured, published


def _engine_warning(config: Path, said: str) -> Problem:
    return Problem(Place(typed(config)), "APL904", {"said": said})
