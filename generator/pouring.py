"""Printed pages, prose and the registry's views → all files of the site, made by all processors.

What was made before and depends on nothing that has changed since is kept as it is.
"""

from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator import schema, site
from generator.ceremony import records, script, template
from generator.exports import page as data_page
from generator.exports.downloads import DataFile
from generator.exports.files import Group as DataGroup
from generator.exports.files import groups as data_groups
from generator.exports.index import index as data_index
from generator.portions import Portions
from generator.prose import ProsePage
from generator.publish import Files
from generator.reads import ANYTHING
from generator.render import bundles, decision_script, sitemap, verification
from generator.render.environment import file_address
from generator.search.files import files as search_files
from generator.show import share_card
from generator.show.files import Group, Shown, groups
from generator.site import Frame, Moulds
from generator.slots import mentions
from generator.store import Keeper
from generator.tasks import NOTHING, Address, Gave, Made, Poured, Spent, Task, digest_of, done
from generator.views import ceremony, everything, lookup_rows
from generator.views.cards import CARDS, Card
from generator.views.page import Page, Planned
from generator.views.survey import SUMS, Survey

Wanted = Callable[[str], bool]
"""Whether files of a kind are to be made."""


def EVERYTHING(_: str) -> bool:  # noqa: N802 - it stands where a constant does
    """All kinds."""
    return True


@dataclass(frozen=True, slots=True)
class Plan:
    """All that the files of a site are made from, but for what the engine prints."""

    templates: Path
    survey: Survey
    frame: Frame
    prose: tuple[ProsePage, ...]
    target: Callable[[str], str | None]
    wanted: Wanted = EVERYTHING
    keeper: Keeper | None = None


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
    prose = [page for page in plan.prose if (printed / file_address(page.path)).exists()]
    moulds = site.moulds(plan.frame, printed, prose, plan.target)
    frame, sums = digest_of(moulds), _sums(plan.survey)
    changed |= {f"{SUMS}:{name}" for name in sums if before.sums.get(name) != sums[name]}
    changed |= {ANYTHING} if changed else set()
    held = before.made if before.frame == frame else {}
    portions = Portions(plan.survey.reads, plan.keeper, _stamps(before, held), changed)
    plan.survey.portions = portions
    plan.survey.prepare()
    shared = portions.taken()

    def work(tasks: Iterable[Task]) -> tuple[dict[str, Made], Spent]:
        wanted = (task for task in tasks if plan.wanted(task.kind))
        return done(wanted, plan.survey, files, held, changed)

    made, spent = work(_tasks(plan, printed, prose, moulds))
    last, spent_last = work(_last(plan, printed, prose, made))
    made |= last
    for kind, lasted in spent_last.items():
        spent[kind] = spent.get(kind, 0) + lasted
    others = _put_lists(plan, made.values(), files) if plan.wanted("listas") else ()
    return Poured(made, frame, sums, others, shared, spent)


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
    found |= [verification.file("indice", index, offline=site.offline)]
    for name, content in found.items():
        files.put(name, content)
    return tuple(found)


def _tasks(plan: Plan, printed: Path, prose: list[ProsePage], moulds: Moulds) -> Iterator[Task]:
    """What to do, the long tasks first, so that no process is left alone with one at the end."""
    with plan.survey.reads.unnoted():
        companies = len(plan.survey.registry.companies)
    yield Task("buscar", partial(_search, plan, prose), weight=companies // 5)
    registry = plan.survey.registry
    for shelf in (*verification.shelves(registry), *records.shelves(registry)):
        make = partial(_verification, plan, shelf)
        weight = companies // 20 if shelf.name in ("claves", "nombres") else 20
        yield Task(f"verificar {shelf.name}", make, shelf.known, weight)
    for group in groups(Shown(plan.survey, plan.frame.press)):
        yield Task(f"mostrar {group.name}", partial(_shown, group), weight=group.weight)
    for data in data_groups(plan.survey):
        known = plan.survey.site.commit
        yield Task(data.name, partial(_data, data), known, data.weight)
    for page in prose:
        if page.mould is None and not _tells_of_files(page):
            make = partial(_prose_page, plan, printed, page)
            yield Task(f"prosa {page.path}", make, weight=1 + companies // 100)
    yield Task("404", partial(_not_found, plan, printed))
    yield Task("recursos", partial(_assets, plan, printed, prose))
    for card in CARDS:
        yield Task(f"tarjetas {card.file}", partial(_card, plan, card), weight=10)
    yield Task("esquemas", partial(_schemas, plan), weight=10)
    yield Task("ceremonia", partial(_template, plan), weight=10)
    for planned in everything.pages(plan.survey):
        make = partial(_record_page, plan, moulds, planned)
        yield Task(planned.path, make, planned.known)


def _tells_of_files(page: ProsePage) -> bool:
    """Whether it shows what there is to download: it has to wait until that is there."""
    return any(one.kind == "slot" and one.name == data_page.SLOT for one in mentions(page.text))


def _last(
    plan: Plan, printed: Path, prose: list[ProsePage], made: Mapping[str, Made]
) -> Iterator[Task]:
    """What tells of files that other tasks have made."""
    found = tuple(sorted(one for each in made.values() for one in each.gave.downloads))
    if not found:
        return
    yield Task("datos/", partial(_data_index, plan, found), found)
    for page in prose:
        if page.mould is None and _tells_of_files(page):
            make = partial(_page_of_files, plan, printed, page, found)
            yield Task(f"prosa {page.path}", make, found)


def _data(group: DataGroup, files: Files) -> Gave:
    """Tables of open data, or files of the API."""
    found = []
    for made in group.files():
        files.put(made.path, made.content)
        found.append(made.listed)
    return Gave(downloads=tuple(one for one in found if one))


def _data_index(plan: Plan, found: tuple[DataFile, ...], files: Files) -> Gave:
    for made in data_index(plan.survey, found):
        files.put(made.path, made.content)
    return Gave()


def _page_of_files(
    plan: Plan, printed: Path, page: ProsePage, found: tuple[DataFile, ...], files: Files
) -> Gave:
    shown = {data_page.SLOT: data_page.slot(plan.survey, found)}
    frame = replace(plan.frame, slots=ChainMap(shown, plan.frame.slots))  # type: ignore[arg-type]
    return _prose_page(replace(plan, frame=frame), printed, page, files)


def _record_page(plan: Plan, moulds: Moulds, make: Planned, files: Files) -> Gave:
    page = make()
    name, html = site.record_file(plan.frame, moulds, page)
    files.put(name, html.encode())
    is_listed = isinstance(page, Page) and page.indexable and not page.example
    return Gave((Address(page.path, is_listed),))


def _prose_page(plan: Plan, printed: Path, page: ProsePage, files: Files) -> Gave:
    name, html = site.prose_file(plan.frame, printed, page, plan.target)
    files.put(name, html.encode())
    return Gave((Address(page.path, is_listed=True),))


def _not_found(plan: Plan, printed: Path, files: Files) -> Gave:
    for name, html in site.not_found_page(plan.frame, printed):
        files.put(name, html.encode())
    return Gave()


def _assets(plan: Plan, printed: Path, prose: list[ProsePage], files: Files) -> Gave:
    """The theme's own files, those of `content/`, and our sheets and scripts."""
    for name, content in site.other_files(printed, prose):
        files.put(name, content)
    scripts = {"estado/tabla.js": decision_script.script(), script.MODULE: script.script()}
    for name, content in bundles.files(plan.templates, scripts):
        files.put(name, content)
    return Gave()


def _card(plan: Plan, card: Card, files: Files) -> Gave:
    """The picture that the shared links of a section show."""
    whose = plan.survey.registry.settings.name
    files.put(card.path, share_card.picture(plan.frame.press, plan.templates, card, whose))
    return Gave()


def _template(plan: Plan, files: Files) -> Gave:
    """The workbook of a ceremony, with the agreements to pick from."""
    agreements = plan.survey.registry.agreements.values()
    names = sorted({one.id for one in agreements if not one.record.example})
    files.put(ceremony.TEMPLATE, template.workbook(names))
    return Gave()


def _search(plan: Plan, prose: list[ProsePage], files: Files) -> Gave:
    rows = lookup_rows.rows(plan.survey, prose)
    labels = lookup_rows.labels(plan.survey.registry)
    for name, content in search_files(rows, labels, offline=plan.frame.site.offline):
        files.put(name, content)
    return Gave()


def _shown(group: Group, files: Files) -> Gave:
    """Badges, QR codes, calendars and feeds."""
    for name, make in group.files():
        files.put(name, make())
    return Gave()


def _verification(plan: Plan, shelf: verification.Shelf, files: Files) -> Gave:
    parts = shelf.make()
    for name, content in parts.items():
        files.put(*verification.file(name, content, offline=plan.frame.site.offline))
    return Gave(hashes=tuple((name, verification.hash_of(one)) for name, one in parts.items()))


def _schemas(plan: Plan, files: Files) -> Gave:
    for name, content in schema.published(plan.frame.site.url or ""):
        files.put(name, content)
    return Gave()
