"""Printed pages, prose and the registry's views → the tasks that make every file of the site."""

from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from generator import schema, site
from generator.ceremony import records, script, template
from generator.exports import files as open_data
from generator.exports import page as data_page
from generator.exports.downloads import DataFile, listed
from generator.exports.downloads import Made as Download
from generator.exports.index import index as data_index
from generator.language import speaking
from generator.plan import Plan
from generator.prose import ProsePage
from generator.publish import Files
from generator.render import bundles, decision_script, edition_script, verification
from generator.search.files import files as search_files
from generator.show import files as showing
from generator.show import share_card
from generator.show.files import Group, Shown
from generator.site import Frame, Moulds
from generator.slots import mentions
from generator.tasks import (
    Address,
    Gave,
    Made,
    Part,
    Task,
    alone,
    section,
)
from generator.views import ceremony, editions, everything, lookup_rows
from generator.views.cards import CARDS, Card
from generator.views.page import Page, Planned

_A_COMPANY = 6
"""How many ordinary pages take as long as all files of a company, about."""


def tasks(plan: Plan, printed: Path, prose: list[ProsePage], moulds: Moulds) -> Iterator[Task]:
    """What to do, the long tasks first, so that no process is left alone with one at the end."""
    whole = (
        *_whole(plan, prose),
        *_shown_and_data(plan),
        *_pages(plan, moulds),
        *_apart(plan, printed, prose),
    )
    yield from sorted(whole, key=lambda task: -task.weight)
    with plan.survey.reads.unnoted():
        companies = list(plan.survey.registry.companies)
    yield from owned(plan, moulds, companies)


def _whole(plan: Plan, prose: list[ProsePage]) -> Iterator[Task]:
    """What is looked up in: each file holds something of many companies."""
    registry, companies = plan.survey.registry, plan.companies
    yield alone("buscar", partial(_search, plan, prose), weight=companies // 5)
    shelves = verification.shelves(registry, lambda: plan.survey.portions)
    for shelf in (*shelves, *records.shelves(registry)):
        make = partial(_verification, plan, shelf)
        weight = companies // 20 if shelf.name in ("claves", "nombres") else 20
        yield alone(f"verificar {shelf.name}", make, shelf.known, weight)


def _shown_and_data(plan: Plan) -> Iterator[Task]:
    for group in showing.of_all(Shown(plan.survey, plan.frame.press)):
        yield alone(f"mostrar {group.name}", partial(_shown, group), weight=group.weight)
    for data in open_data.of_all(plan.survey):
        yield alone(data.name, partial(_data, data), plan.frame.site.commit, data.weight)


def _pages(plan: Plan, moulds: Moulds) -> Iterator[Task]:
    for page in everything.pages_of_all(plan.survey, plan.in_english):
        yield alone(page.path, partial(_record_page, plan, moulds, page), page.known)


def owned(plan: Plan, moulds: Moulds, companies: Iterable[str]) -> Iterator[Task]:
    """For each of these companies all files that are its own: they show the same records."""
    survey, commit = plan.survey, plan.frame.site.commit
    pages = everything.OwnedPages(survey, plan.in_english)
    shown = Shown(survey, plan.frame.press)
    for id in companies:
        parts = partial(_of_company, plan, moulds, pages, shown, id)
        yield Task(f"empresa {id}", parts, (commit, *pages.known(id)), _A_COMPANY)


def _of_company(
    plan: Plan, moulds: Moulds, pages: everything.OwnedPages, shown: Shown, id: str
) -> Iterator[Part]:
    for group in showing.of_company(shown, id):
        yield Part("mostrar", partial(_shown, group))
    yield Part("api", partial(_data, open_data.of_company(plan.survey, id)))
    for page in pages.of(id):
        yield Part(section(page.path), partial(_record_page, plan, moulds, page))


def _apart(plan: Plan, printed: Path, prose: list[ProsePage]) -> Iterator[Task]:
    """Prose, and what is the same whatever the registry holds."""
    for page in prose:
        if page.mould is None and not _tells_of_files(page):
            make = partial(_prose_page, plan, printed, page)
            yield alone(f"prosa {page.path}", make, weight=1 + plan.companies // 100)
    yield alone("404", partial(_not_found, plan, printed))
    yield alone("recursos", partial(_assets, plan, printed, prose))
    yield alone("cabeceras", partial(_headers, plan, printed, prose))
    for card in CARDS:
        yield alone(f"tarjetas {card.file}", partial(_card, plan, card), weight=10)
    yield alone("esquemas", partial(_schemas, plan), weight=10)
    yield alone("ceremonia", partial(_template, plan), weight=10)


def _tells_of_files(page: ProsePage) -> bool:
    """Whether it shows what there is to download: it has to wait until that is there."""
    return any(one.kind == "slot" and one.name == data_page.SLOT for one in mentions(page.text))


def at_last(
    plan: Plan, printed: Path, prose: list[ProsePage], made: Mapping[str, Made]
) -> Iterator[Task]:
    """What tells of files that other tasks have made."""
    found = tuple(sorted(one for each in made.values() for one in each.gave.downloads))
    if not found:
        return
    yield alone("datos/", partial(_data_index, plan, found), found)
    for page in prose:
        if page.mould is None and _tells_of_files(page):
            make = partial(_page_of_files, plan, printed, page, found)
            yield alone(f"prosa {page.path}", make, found)


def _data(group: open_data.Group, files: Files) -> Gave:
    """Tables of open data, or files of the API."""
    found = [_listed(made, files) for made in group.files()]
    return Gave(downloads=tuple(one for one in found if one))


def _listed(made: Download, files: Files) -> DataFile | None:
    """Put a file; what is said of it."""
    if isinstance(made.content, bytes):
        files.put(made.path, made.content)
        return listed(made)
    woven = files.weave(made.path, made.content, is_told=made.table is not None)
    return made.listed(woven.size, woven.sha256)


def _data_index(plan: Plan, found: tuple[DataFile, ...], files: Files) -> Gave:
    for made in data_index(plan.survey, found):
        _listed(made, files)
    return Gave()


def _page_of_files(
    plan: Plan, printed: Path, page: ProsePage, found: tuple[DataFile, ...], files: Files
) -> Gave:
    frame = plan.around(page.language)
    with speaking(frame.language):
        shown = {data_page.SLOT: data_page.slot(plan.survey, found)}
    frame = replace(frame, slots=ChainMap(shown, frame.slots))  # type: ignore[arg-type]
    return _put_prose(plan, frame, printed, page, files)


def _record_page(plan: Plan, moulds: Moulds, make: Planned, files: Files) -> Gave:
    page = make()
    frame = plan.around(make.language.code)
    name, html = site.record_file(frame, moulds, page)
    files.put(name, html.encode())
    is_listed = isinstance(page, Page) and page.indexable and not page.example
    return Gave((Address(page.path, is_listed),))


def _prose_page(plan: Plan, printed: Path, page: ProsePage, files: Files) -> Gave:
    return _put_prose(plan, plan.around(page.language), printed, page, files)


def _put_prose(plan: Plan, frame: Frame, printed: Path, page: ProsePage, files: Files) -> Gave:
    name, html = site.prose_file(frame, printed, page, plan.target)
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
    scripts = {decision_script.MODULE: decision_script.script(), script.MODULE: script.script()}
    spanish = bundles.files(plan.templates, scripts, _of_other_days())
    for name, content in (*spanish, *_translated(plan)):
        files.put(name, content)
    return Gave()


def _translated(plan: Plan) -> Iterator[tuple[str, bytes]]:
    """The scripts of the English edition, where there are pages of it."""
    language = plan.english.language
    if not plan.has_english:
        return
    with speaking(language):
        scripts = {
            decision_script.MODULE: decision_script.script(),
            edition_script.MODULE: edition_script.script(
                language.code,
                language.prefix,
                editions.titles(language, plan.prose),
                lookup_rows.own_names(),
            ),
        }
        own = _of_other_days()
    yield from bundles.translated(plan.templates, scripts, own, language)


def _of_other_days() -> bundles.Own:
    """The script of pages of another day holds no more of the decision table than records need."""
    few = decision_script.script(decision_script.OF_RECORDS)
    return {"vivo": {decision_script.MODULE: few}}


def _headers(plan: Plan, printed: Path, prose: list[ProsePage], files: Files) -> Gave:
    """What hosts send with the pages; a folder has no host."""
    badge = plan.templates / "svg/insignia.svg"
    if not plan.frame.site.offline:
        for name, content in site.headers(plan.frame, printed, prose, badge):
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
    found = lookup_rows.found(plan.survey, prose)
    labels = lookup_rows.labels(plan.survey.registry)
    for name, content in search_files(found, labels, offline=plan.frame.site.offline):
        files.put(name, content)
    return Gave()


def _shown(group: Group, files: Files) -> Gave:
    """Badges, QR codes, calendars and feeds."""
    for name, make in group.files():
        files.put(name, make())
    return Gave()


def _verification(plan: Plan, shelf: verification.Shelf, files: Files) -> Gave:
    parts = shelf.parts()
    for name, content in parts.items():
        files.put(*verification.file(name, content, offline=plan.frame.site.offline))
    return Gave(hashes=tuple((name, verification.hash_of(one)) for name, one in parts.items()))


def _schemas(plan: Plan, files: Files) -> Gave:
    for name, content in schema.published(plan.frame.site.url or ""):
        files.put(name, content)
    return Gave()
