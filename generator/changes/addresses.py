"""The registry of two states and the site around it → the addresses that show something else."""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator import catalogue, slots
from generator.changes.model import Addresses
from generator.code import compact
from generator.language import ENGLISH_PREFIX, SPANISH, Language, speaking
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
    def languages(self) -> Mapping[str, Language]:
        """The languages of the site, by their codes."""
        spoken = (
            (SPANISH, catalogue.english()) if everything.has_english(self.prose) else (SPANISH,)
        )
        return {one.code: one for one in spoken}

    @cached_property
    def presses(self) -> Mapping[str, Press]:
        """The templates by language, made ready once."""
        paths = [one.path for one in self.prose]
        return {
            code: Press(self.templates, self.site, None, one, everything.edition(one, paths))
            for code, one in self.languages.items()
        }

    @property
    def press(self) -> Press:
        """The templates in Spanish."""
        return self.presses[SPANISH.code]

    def planned(self, survey: Survey) -> dict[str, Planned]:
        """Every page of a state, by its address."""
        return {one.path: one for one in everything.pages(survey, self.languages.get("en"))}


def addresses(base: Registry, head: Registry, around: Around) -> Mapping[str, Addresses]:
    """By kind, the addresses whose content differs; kinds without any are left out.

    Search, look-up and data files follow every change and are not listed.
    """
    old, new = Survey(base, around.site), Survey(head, around.site)
    found = {"paginas": _pages(old, new, around), **_files(old, new, around)}
    return {kind: found[kind] for kind in KINDS if found.get(kind)}


# Pages: they are plain data, and equal data look the same; others may, and are printed to see.


def _pages(old: Survey, new: Survey, around: Around) -> Addresses:
    before, after = around.planned(old), around.planned(new)
    both = before.keys() & after.keys()
    same = set(_same_pages(old.registry, new.registry))
    unlike = {path for path in both if path.removeprefix(ENGLISH_PREFIX) not in same}
    prose = [page for page in around.prose if page.mould is None]
    if _frame_differs(old, new, around):
        changed = {path for path in both if isinstance(after[path](), Page)}
        changed |= {path for path in unlike if _differs(around, before[path], after[path])}
        changed |= {page.path for page in prose}
    else:
        changed = {path for path in unlike if _differs(around, before[path], after[path])}
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
        codes = (one.code for one in head.companies[id].record.certificates)
        yield from (f"v/{compact(code)}/" for code in codes)
        yield from (f"v/{compact(one.record.code)}/" for one in head.seals_by_company.get(id, ()))


_SHOWN_BY_COMPANIES = ("settings", "agreements", "bodies", "auditors", "withdrawn", "former")


def _differs(around: Around, old: Planned, new: Planned) -> bool:
    """Whether a page shows something else."""
    press = around.presses[new.language.code]
    before, after = old(), new()
    if before == after:
        return False
    if not (isinstance(before, Page) and isinstance(after, Page)):
        return True
    with speaking(new.language):
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
    filled = {
        code: (everything.slots(old, language=one), everything.slots(new, language=one))
        for code, one in around.languages.items()
    }
    targets = everything.target(old.registry), everything.target(new.registry)
    known: dict[tuple[str, str], bool] = {}

    def differs(kind: str, name: str, code: str) -> bool:
        if kind == "link":
            return targets[0](name) != targets[1](name)
        if (name, code) not in known:
            was, now = filled[code]
            with speaking(around.languages[code]):
                known[name, code] = name in was and _slot_differs(
                    around.presses[code], was[name], now[name]
                )
        return known[name, code]

    for page in pages:
        if any(differs(one.kind, one.name, page.language) for one in slots.mentions(page.text)):
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
