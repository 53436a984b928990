"""Printed pages, prose and the registry's views → all files of the site, made by all processors.

What was made before and depends on nothing that has changed since is kept as it is.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from generator import site
from generator.plan import EVERYTHING, Plan, Wanted
from generator.planning import at_last, tasks
from generator.portions import Portions
from generator.prose import ProsePage
from generator.publish import Files
from generator.reads import ANYTHING
from generator.render import sitemap, verification
from generator.render.environment import file_address
from generator.render.verified_keys import as_json
from generator.tasks import (
    NOTHING,
    Made,
    Part,
    Poured,
    Spent,
    Task,
    digest_of,
    done,
)
from generator.views.survey import SUMS, Survey


def pour(
    plan: Plan,
    printed: Path,
    files: Files,
    before: Poured = NOTHING,
    changed: frozenset[str] = frozenset(),
) -> Poured:
    """Put every file of the site.

    `printed` is the folder in which the engine left pages, moulds and the theme's files. `before`
    is what an earlier build made, `changed` names all that was changed of what it may have read.
    """
    prose, moulds = _prose(plan, printed), moulds_of(plan, printed)
    to_do = list(tasks(plan, printed, prose, moulds))
    frame = digest_of(moulds)
    held = before.made if before.frame == frame else {}
    stamps = _stamps(before, held)

    def portions(changed: frozenset[str]) -> Portions:
        return Portions(plan.survey.reads, plan.keeper, stamps, changed, files.standing)

    plan.survey.portions = portions(_and_anything(changed))
    plan.survey.prepare()  # before the sums, which another process is still counting
    shared = plan.survey.portions.taken()
    sums = _sums(plan.survey)
    changed |= {f"{SUMS}:{name}" for name in sums if before.sums.get(name) != sums[name]}
    changed = _and_anything(changed)
    plan.survey.portions = portions(changed)

    def work(tasks: Iterable[Task]) -> tuple[dict[str, Made], Spent]:
        return done(_wanted(plan.wanted, tasks), plan.survey, files, held, changed)

    made, spent = work(to_do)
    last, spent_last = work(at_last(plan, printed, prose, made))
    made |= last
    for kind, lasted in spent_last.items():
        spent[kind] = spent.get(kind, 0) + lasted
    others = _put_lists(plan, made.values(), files) if plan.wanted("listas") else ()
    return Poured(made, frame, sums, others, shared, spent)


def _and_anything(changed: frozenset[str]) -> frozenset[str]:
    """The same, with the name for whatever depends on every record, if anything has changed."""
    return changed | {ANYTHING} if changed else changed


def moulds_of(plan: Plan, printed: Path) -> site.Moulds:
    """The moulds of both editions."""
    prose = _prose(plan, printed)
    return {
        **site.moulds(plan.frame, printed, prose, plan.target),
        **site.moulds(plan.english, printed, prose, plan.target),
    }


def _prose(plan: Plan, printed: Path) -> list[ProsePage]:
    """The pages that the engine printed."""
    return [page for page in plan.prose if (printed / file_address(page.path)).exists()]


def _stamps(before: Poured, held: Mapping[str, Made]) -> Mapping[str, str]:
    """Of the portions that still serve, given what still holds of what was made before."""
    made = (stamp for one in held.values() for stamp in one.stamps)
    return dict((*before.stamps, *made)) if held else {}


def _sums(survey: Survey) -> Mapping[str, str]:
    """The small sums over everything, told from others; a set tells its members in any order."""
    return {
        name: digest_of(sorted(value) if isinstance(value, frozenset) else value)
        for name, value in survey.sums.items()
    }


def _put_lists(plan: Plan, made: Iterable[Made], files: Files) -> tuple[str, ...]:
    """The files that tell of all others: the site map, and the index of the look-up."""
    gave = [one.gave for one in made]
    listed = sorted(one.path for each in gave for one in each.addresses if one.is_listed)
    parts = dict(pair for each in gave for pair in each.hashes)
    survey, site = plan.survey, plan.frame.site
    index = verification.index(survey.registry, site.day, parts, site.url, site.commit)
    found = dict(sitemap.files(site.url, listed))
    found |= [verification.file("indice", as_json(index), offline=site.offline)]
    for name, content in found.items():
        files.put(name, content)
    return tuple(found)


def _wanted(wanted: Wanted, tasks: Iterable[Task]) -> Iterator[Task]:
    """The tasks, without files of kinds that are not wanted."""
    if wanted is EVERYTHING:
        yield from tasks
        return
    for task in tasks:
        yield replace(task, parts=partial(_wanted_parts, wanted, task))


def _wanted_parts(wanted: Wanted, task: Task) -> Iterator[Part]:
    return (part for part in task.parts() if wanted(part.kind))
