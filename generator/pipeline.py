"""`check()` and `build()`: the stages of the design in order, and nothing else."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Literal

from generator import (
    ahead,
    blueprint,
    engine,
    placing,
    pouring,
    printing,
    publish,
    swapping,
)
from generator.inspection import Checked, check, has_faults
from generator.leftovers import CACHE, sweep
from generator.load import Loaded
from generator.messages import level
from generator.occupancy import Alone, alone_in
from generator.past import Archive, Past, tokens
from generator.paths import typed
from generator.plan import EVERYTHING, Plan, Wanted
from generator.problem import Place, Problem
from generator.render.compiled import Compiled
from generator.sources import Sources
from generator.stopwatch import Stopwatch
from generator.tasks import NOTHING, Poured
from generator.turns import Awaited

Stage = Literal["wait", "finish", "check", "print", "pour"]
Progress = Callable[[Stage], None]
Show = Callable[[Mapping[str, bytes]], None]
"""Takes what some files of the site will hold, by their names."""
Wait = Awaited[printing.Printed]


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
    show: Show | None = None,
) -> Built:
    """Check, print the prose, pour the records, publish; a registry with faults changes nothing.

    With `strict` a warning stands in the way as a fault does. What is kept below `cache` spares
    the next build whatever has not changed. `commit` is what the sources are, "" for none exactly.
    Of kinds of files that are not `wanted` none is made. `atomic` swaps the whole folder. What
    edited companies' own files will hold is told to `show` before the rest is made.

    Builds into one folder take turns; one that was interrupted there is finished first.
    """
    if cache:
        sweep(cache, CACHE)
    with _alone(out, progress) as alone, Archive(cache, sources.registry, out) as archive:
        run = _Run(
            sources, out, day, offline, strict, cache, commit, wanted, progress, archive,
            alone if atomic else None, show,
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
    show: Show | None
    watch: Stopwatch = field(default_factory=Stopwatch)

    def built(self) -> Built:
        """Check, and go on if nothing stands in the way."""
        past = self.archive.past()
        self.watch.lap("recall")
        self.progress("check")
        checked = check(self.sources.registry, self.day, past.before, keep=self.archive.is_open)
        self.watch.lap("check")
        if _stops(checked.problems, self.strict):
            return Built(checked.problems, checked.records)
        self.archive.look()
        return self._printed(past, checked)

    def _printed(self, past: Past, checked: Checked) -> Built:
        """Print the prose while the pages of records are planned, and pour both."""
        sources, made_from = self.sources, self._made_from()
        self.progress("print")
        with printing.printed(sources, self.cache) as wait:
            ready = Compiled(self.cache, self.archive.program)
            self._show_edited(past, made_from, checked, wait, ready)
            plan, found = self._plan(checked.loaded, ready)
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

    def _plan(self, loaded: Loaded, ready: Compiled) -> tuple[Plan, tuple[Problem, ...]]:
        return blueprint.plan(
            self.sources, loaded, self.day, offline=self.offline, commit=self.commit, compiled=ready
        )

    def _show_edited(
        self, past: Past, made_from: str, checked: Checked, wait: Wait, ready: Compiled
    ) -> None:
        """Show what was edited to whoever waits, where nothing but records has changed."""
        is_edit = made_from and made_from == past.made_from
        changed = ahead.edited(checked) if self.show and is_edit else None
        if self.show and changed:
            plan, _ = self._plan(changed.around, ready)
            self.show(ahead.files(plan, wait()[1], changed.companies))

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
    plan, found = blueprint.plan(sources, checked.loaded, day, offline=False, commit=commit)
    problems = (*checked.problems, *found)
    if has_faults(problems):
        return Built(problems, checked.records)
    printing.tidy(printed, sources.content)
    with _alone(out, lambda _: None):
        poured, published = _published(plan, printed, out, _Known())
    return Built(problems, checked.records, poured.pages, published)


def _stops(problems: tuple[Problem, ...], strict: bool) -> bool:
    return has_faults(problems) or (strict and any(level(p) == "warning" for p in problems))


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

    with plan.survey.counting_aside():
        published = swapping.swap(out, swap, into) if swap else into(out)
    return poured, published


def _engine_warning(config: Path, said: str) -> Problem:
    return Problem(Place(typed(config)), "APL904", {"said": said})
