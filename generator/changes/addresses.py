"""The registry of two states and the site around it → the addresses that show something else."""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator import slots
from generator.changes.model import Addresses
from generator.code import compact
from generator.prose import ProsePage
from generator.registry import Registry
from generator.render.press import Press
from generator.show.files import Group, Shown, groups
from generator.views import everything
from generator.views.page import Page, Planned, Site, Slot
from generator.views.survey import Survey

KINDS = ("paginas", "calendarios", "novedades", "insignias", "qr")
_FOLDERS = {"calendario": "calendarios", "feeds": "novedades", "insignias": "insignias", "qr": "qr"}


@dataclass(frozen=True)
class Around:
    """The site that both states are shown in: its settings, templates and prose."""

    site: Site
    templates: Path
    prose: Sequence[ProsePage]

    @cached_property
    def press(self) -> Press:
        """The templates, made ready once."""
        return Press(self.templates, self.site)


def addresses(base: Registry, head: Registry, around: Around) -> Mapping[str, Addresses]:
    """By kind, the addresses whose content differs; kinds without any are left out.

    Search, look-up and data files follow every change and are not listed.
    """
    old, new = Survey(base, around.site), Survey(head, around.site)
    found = {"paginas": _pages(old, new, around), **_files(old, new, around)}
    return {kind: found[kind] for kind in KINDS if found.get(kind)}


# Pages: they are plain data, and equal data look the same; others may, and are printed to see.


def _pages(old: Survey, new: Survey, around: Around) -> Addresses:
    before = {one.path: one for one in everything.pages(old)}
    after = {one.path: one for one in everything.pages(new)}
    both = before.keys() & after.keys()
    unlike = both - set(_same_pages(old.registry, new.registry))
    prose = [page for page in around.prose if page.mould is None]
    if _frame_differs(old, new, around):
        changed = {path for path in both if isinstance(after[path](), Page)}
        changed |= {path for path in unlike if _differs(around.press, before[path], after[path])}
        changed |= {page.path for page in prose}
    else:
        changed = {path for path in unlike if _differs(around.press, before[path], after[path])}
        changed |= set(_prose(old, new, around, prose))
    return _told(before.keys(), after.keys(), changed)


def _same_pages(base: Registry, head: Registry) -> Iterator[str]:
    """Pages that need not be made to know that they are the same: most, of companies and codes.

    They show the company with its seals and agreements, and nothing of other companies.
    """
    if any(getattr(base, name) != getattr(head, name) for name in _SHOWN_BY_COMPANIES):
        return
    for id in _untouched(base, head):
        yield f"empresas/{id}/"
        for element in head.companies[id].record.elements:
            for adhesion in element.adhesions:
                yield from (f"v/{compact(one.code)}/" for one in adhesion.certificates)
        yield from (f"v/{compact(one.record.code)}/" for one in head.seals_by_company.get(id, ()))


_SHOWN_BY_COMPANIES = ("settings", "agreements", "bodies", "auditors", "withdrawn", "former")


def _differs(press: Press, old: Planned, new: Planned) -> bool:
    """Whether a page shows something else."""
    before, after = old(), new()
    if before == after:
        return False
    if not (isinstance(before, Page) and isinstance(after, Page)):
        return True
    return _printed(press, before) != _printed(press, after)


def _printed(press: Press, page: Page) -> tuple[object, ...]:
    body = press.render(page.template, page.path, page=page, **page.context)
    head = press.render("fragments/head.html", page.path, page=page)
    return page.mould, page.source, page.title, page.description, head, body


def _told(before: Set[str], after: Set[str], changed: Set[str]) -> Addresses:
    new, gone = after - before, before - after
    return Addresses(tuple(sorted(new)), tuple(sorted(changed)), tuple(sorted(gone)))


def _frame_differs(old: Survey, new: Survey, around: Around) -> bool:
    """Whether what stands around every page does: its marks for scripts, or a slot of a mould."""
    base, head = old.registry, new.registry
    if everything.body_data(base, around.site) != everything.body_data(head, around.site):
        return True
    moulds = [page for page in around.prose if page.mould is not None]
    return any(True for _ in _prose(old, new, around, moulds)) or base.settings != head.settings


def _prose(old: Survey, new: Survey, around: Around, pages: Sequence[ProsePage]) -> Iterator[str]:
    """The prose pages of which a slot or a link to a record differs."""
    filled = everything.slots(old), everything.slots(new)
    targets = everything.target(old.registry), everything.target(new.registry)
    known: dict[str, bool] = {}

    def differs(kind: str, name: str) -> bool:
        if kind == "link":
            return targets[0](name) != targets[1](name)
        if name not in known:
            known[name] = name in filled[0] and _slot_differs(
                around.press, filled[0][name], filled[1][name]
            )
        return known[name]

    for page in pages:
        if any(differs(one.kind, one.name) for one in slots.mentions(page.text)):
            yield page.path


def _slot_differs(press: Press, old: Slot, new: Slot) -> bool:
    if old == new:
        return False
    before, after = (
        press.render(one.template, "", **{"source_url": None, "address": "", **one.context})
        for one in (old, new)
    )
    return before != after


# Files: those of a company are made anew only where something that they show has changed.


def _files(old: Survey, new: Survey, around: Around) -> Mapping[str, Addresses]:
    before, after = _groups(old, around), _groups(new, around)
    same = {f"empresas/{id}" for id in _untouched(old.registry, new.registry)}
    names: tuple[set[str], set[str]] = (set(), set())
    changed: set[str] = set()
    for name in {*before, *after} - same:
        was, now = _made(before.get(name)), _made(after.get(name))
        names[0].update(was)
        names[1].update(now)
        changed |= {path for path in now if path in was and now[path]() != was[path]()}
    return {
        kind: _told(*(_of_kind(every, folder) for every in (*names, changed)))
        for folder, kind in _FOLDERS.items()
    }


def _of_kind(paths: Set[str], folder: str) -> set[str]:
    return {path for path in paths if path.startswith(f"{folder}/")}


def _groups(survey: Survey, around: Around) -> dict[str, Group]:
    return {one.name: one for one in groups(Shown(survey, around.press))}


def _made(group: Group | None) -> dict[str, Callable[[], bytes]]:
    return dict(group.files()) if group else {}


def _untouched(base: Registry, head: Registry) -> set[str]:
    """The companies that are the same, with their seals and agreements."""
    if base.settings != head.settings:
        return set()
    agreements = {id for id, one in head.agreements.items() if base.agreements.get(id) != one} | {
        id for id in base.agreements if id not in head.agreements
    }
    return {
        id
        for id, entry in head.companies.items()
        if base.companies.get(id) == entry
        and base.seals_by_company.get(id) == head.seals_by_company.get(id)
        and not any(
            adhesion.agreement_id in agreements or adhesion.agreement_id not in head.agreements
            for element in entry.record.elements
            for adhesion in element.adhesions
        )
    }
