"""The published registry → every file that shows it elsewhere, each with how to make it alone."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from generator import territory, timeline
from generator.code import compact
from generator.decision.facts import company_name
from generator.load import Entry
from generator.model.agreement import Agreement
from generator.model.company import Company, Element
from generator.model.record import Record
from generator.model.seal import Seal
from generator.registry import Granted, Registry
from generator.render.press import Press
from generator.show import badge, calendar, feed, qr
from generator.territory import Region
from generator.timeline import Event
from generator.views.badges import badge_path, certificate_badge, qr_path, seal_badge
from generator.views.changes import changes
from generator.views.expiries import company_expiries, expiries
from generator.views.follow import calendar_path, feed_path
from generator.views.page import Site

Made = tuple[str, Callable[[], bytes]]
"""The path of a file in the site, and what makes it."""

_FORESEEN = "Últimos días de vigencia según el registro. Se actualiza sola cada día."


@dataclass(frozen=True)
class Shown:
    """What the files are made from: a published registry, a site and its templates."""

    registry: Registry
    site: Site
    press: Press

    @cached_property
    def drawer(self) -> qr.Drawer:
        """Draws the QR of any code of this site."""
        return qr.Drawer(f"{self.site.url}v/", "/")

    @cached_property
    def in_region(self) -> Mapping[str, frozenset[tuple[str, str]]]:
        """The elements of each region, as `(company, element)`."""
        found: dict[str, set[tuple[str, str]]] = {}
        for entry in self.registry.companies.values():
            for element in entry.record.elements:
                if code := _region_of(element):
                    found.setdefault(code, set()).add((entry.id, element.id))
        return {code: frozenset(found[code]) for code in sorted(found)}


def files(shown: Shown) -> Iterator[Made]:
    """Every file, the longest to make first; none for a site without a public address."""
    if not shown.site.url:
        return
    yield feed_path("cambios"), partial(_feed_of_all, shown)
    yield calendar_path("vencimientos"), partial(_calendar_of_all, shown)
    for region in territory.regions():
        name = f"regiones/{region.slug}"
        yield feed_path(name), partial(_region_feed, shown, region)
        yield calendar_path(name), partial(_region_calendar, shown, region)
    for agreement in shown.registry.agreements.values():
        name = f"acuerdos/{agreement.id}"
        yield feed_path(name), partial(_agreement_feed, shown, agreement)
        yield calendar_path(name), partial(_agreement_calendar, shown, agreement)
    for company in shown.registry.companies.values():
        yield calendar_path(f"empresas/{company.id}"), partial(_company_calendar, shown, company)
    yield from _pictures(shown)


def _pictures(shown: Shown) -> Iterator[Made]:
    registry, site, press = shown.registry, shown.site, shown.press
    for code, granted in registry.certificates.items():
        make = partial(certificate_badge, registry, granted, site)
        yield badge_path(code), partial(badge.picture, press, make)
        yield qr_path(code), partial(_qr, shown, code, granted.company.record.example)
    for code, entry in registry.seals_by_code.items():
        drawn = partial(seal_badge, registry, entry, site)
        yield badge_path(code), partial(badge.picture, press, drawn)
        yield qr_path(code), partial(_qr, shown, code, entry.record.example)


def _qr(shown: Shown, code: str, example: bool) -> bytes:
    return qr.picture(shown.press, shown.drawer, code, compact(code), example)


# Everything.


def _feed_of_all(shown: Shown) -> bytes:
    title = f"Cambios · {shown.registry.settings.name}"
    return _feed(shown, "cambios", "cambios/", title, timeline.events(shown.registry))


def _calendar_of_all(shown: Shown) -> bytes:
    registry = shown.registry
    found = registry.certificates.values(), registry.seals_by_code.values()
    return _calendar(shown, "vencimientos", f"Vencimientos · {registry.settings.name}", *found)


# A region: its elements, and the seals that rest on their certificates.


def _region_feed(shown: Shown, region: Region) -> bytes:
    registry, here = shown.registry, shown.in_region.get(region.code, frozenset())
    ids = dict.fromkeys(company for company, _ in sorted(here))
    found = (
        event
        for id in ids
        for event in timeline.company_events(registry, registry.companies[id])
        if any((id, element) in here for element, _ in event.reach)
    )
    name = f"regiones/{region.slug}"
    return _feed(shown, name, f"{name}/", f"Cambios en la {region.official_name}", found)


def _region_calendar(shown: Shown, region: Region) -> bytes:
    registry, here = shown.registry, shown.in_region.get(region.code, frozenset())
    ids = dict.fromkeys(company for company, _ in sorted(here))
    granted = [
        one
        for id in ids
        for one in _granted(registry.companies[id])
        if (id, one.element.id) in here
    ]
    title = f"Vencimientos en la {region.official_name}"
    return _calendar(shown, f"regiones/{region.slug}", title, granted, _seals(registry, granted))


# An agreement: its own record, what happened in it, and the seals that rest on it.


def _agreement_feed(shown: Shown, entry: Entry[Agreement]) -> bytes:
    found = [*timeline.agreement_events(entry)]
    for company in _companies_of(shown.registry, entry):
        events = timeline.company_events(shown.registry, company)
        found += [one for one in events if any(id == entry.id for _, id in one.reach)]
    name = f"acuerdos/{entry.id}"
    return _feed(
        shown, name, f"{name}/", _titled("Cambios", entry.record.name, entry.record), found
    )


def _agreement_calendar(shown: Shown, entry: Entry[Agreement]) -> bytes:
    registry, ids = shown.registry, _ids_of(shown.registry, entry)
    granted = [
        one
        for company in _companies_of(registry, entry)
        for one in _granted(company)
        if one.adhesion.agreement_id in ids
    ]
    title = _titled("Vencimientos", entry.record.name, entry.record)
    return _calendar(shown, f"acuerdos/{entry.id}", title, granted, _seals(registry, granted))


def _companies_of(registry: Registry, entry: Entry[Agreement]) -> Iterable[Entry[Company]]:
    adherents = (one for id in _ids_of(registry, entry) for one in registry.adherents.get(id, ()))
    return {one.company.id: one.company for one in adherents}.values()


def _ids_of(registry: Registry, entry: Entry[Agreement]) -> list[str]:
    """The agreement's id, and those that lead to it: records may still name a former one."""
    others = (id for id in registry.adherents if id not in registry.agreements)
    return [entry.id, *(id for id in others if registry.living("acuerdos", id) is entry)]


# A company.


def _company_calendar(shown: Shown, entry: Entry[Company]) -> bytes:
    name = f"empresas/{entry.id}"
    title = _titled("Vencimientos", company_name(entry.record), entry.record)
    heading = calendar.Heading(calendar_path(name), title, _FORESEEN)
    found = company_expiries(shown.registry, entry, shown.site.day)
    return calendar.calendar(shown.site, heading, found, alarms=True)


# What they share.


def _titled(what: str, name: str, record: Record) -> str:
    return f"{'[Ejemplo] ' if record.example else ''}{what} · {name}"


def _feed(shown: Shown, name: str, page: str, title: str, events: Iterable[Event]) -> bytes:
    settings = shown.registry.settings
    heading = feed.Heading(feed_path(name), page, title, settings.operator or settings.name)
    found = changes(shown.registry, events, shown.site.day)
    return feed.feed(shown.site, heading, found)


def _calendar(
    shown: Shown, name: str, title: str, granted: Iterable[Granted], seals: Iterable[Entry[Seal]]
) -> bytes:
    heading = calendar.Heading(calendar_path(name), title, _FORESEEN)
    found = expiries(shown.registry, granted, seals, shown.site.day)
    return calendar.calendar(shown.site, heading, found)


def _granted(entry: Entry[Company]) -> Iterator[Granted]:
    for element in entry.record.elements:
        for adhesion in element.adhesions:
            for certificate in adhesion.certificates:
                yield Granted(entry, element, adhesion, certificate)


def _seals(registry: Registry, granted: Iterable[Granted]) -> Iterable[Entry[Seal]]:
    held = (registry.seals_by_certificate.get(one.certificate.code, ()) for one in granted)
    return {seal.id: seal for seals in held for seal in seals}.values()


def _region_of(element: Element) -> str | None:
    comuna = territory.comuna(element.comuna) if element.comuna else None
    return comuna.region if comuna else None
