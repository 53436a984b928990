"""The published registry → every file that shows it elsewhere, each with how to make it alone."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain, islice

from generator import decision, territory, timeline
from generator.code import compact
from generator.decision.facts import company_name
from generator.load import Entry
from generator.model.company import Company
from generator.model.record import Record
from generator.model.seal import Seal
from generator.registry import Granted, Registry
from generator.render.press import Press
from generator.runs import portions_of_runs
from generator.show import badge, calendar, feed, qr
from generator.territory import Region
from generator.timeline import Event
from generator.views.badges import badge_path, certificate_badge, qr_path, seal_badge
from generator.views.changes import changes
from generator.views.expiries import company_expiries, expiries, granted_to
from generator.views.follow import MOST_ENTRIES, calendar_path, feed_path
from generator.views.news import told
from generator.views.page import Site
from generator.views.standing import Standing
from generator.views.survey import Survey

Made = tuple[str, Callable[[], bytes]]
"""The path of a file in the site, and what makes it."""

_FORESEEN = "Últimos días de vigencia según el registro. Se actualiza sola cada día."


@dataclass(frozen=True)
class Shown:
    """What the files are made from: a surveyed registry and the site's templates."""

    survey: Survey
    press: Press

    @property
    def registry(self) -> Registry:
        """The published registry."""
        return self.survey.registry

    @property
    def site(self) -> Site:
        """Where the site stands, and its day."""
        return self.survey.site

    @cached_property
    def drawer(self) -> qr.Drawer:
        """Draws the QR of any code of this site."""
        return qr.Drawer(f"{self.site.url}v/", "/")


@dataclass(frozen=True, slots=True)
class Group:
    """Files that depend on the same records; `weight` tells how many ordinary pages cost as much.

    Everything is read from the registry when a file is asked for, so that whoever makes it sees
    what it depends on.
    """

    name: str
    files: Callable[[], Iterator[Made]]
    weight: int = 1


def groups(shown: Shown) -> Iterator[Group]:
    """All of them; none for a site without a public address."""
    yield from of_all(shown)
    with shown.survey.reads.unnoted():
        companies = list(shown.registry.companies)
    for id in companies:
        yield from of_company(shown, id)


def of_company(shown: Shown, id: str) -> Iterator[Group]:
    """Those of a company: its calendar, the pictures of its certificates and seals."""
    if shown.site.url:
        yield Group(f"empresas/{id}", partial(_of_company, shown, id))


def of_all(shown: Shown) -> Iterator[Group]:
    """Those that are no company's own, the longest to make first."""
    if not shown.site.url:
        return
    with shown.survey.reads.unnoted():
        companies = len(shown.registry.companies)
    yield Group("cambios", partial(_of_everything, shown), 1 + companies // 30)
    for region in territory.regions():
        yield Group(f"regiones/{region.slug}", partial(_of_region, shown, region), 4)
    for id in shown.registry.agreements:
        yield Group(f"acuerdos/{id}", partial(_of_agreement, shown, id), 2)


# Everything.


def _of_everything(shown: Shown) -> Iterator[Made]:
    yield feed_path("cambios"), partial(_feed_of_all, shown)
    yield calendar_path("vencimientos"), partial(_calendar_of_all, shown)


def _feed_of_all(shown: Shown) -> bytes:
    title = f"Cambios · {shown.registry.settings.name}"
    latest = islice(told(shown.survey), MOST_ENTRIES)
    return _feed(shown, "cambios", "cambios/", title, latest)


def _calendar_of_all(shown: Shown) -> bytes:
    """What a run of companies adds to it is kept from build to build."""
    name, make = "vencimientos", partial(_events_of_run, shown)
    runs = portions_of_runs(shown.survey.portions, name, shown.registry.companies, make)
    events = [text for _, _, text in sorted(chain.from_iterable(runs))]
    title = f"Vencimientos · {shown.registry.settings.name}"
    return calendar.calendar_of(shown.site, _heading(name, title), events)


def _events_of_run(shown: Shown, ids: Iterable[str]) -> list[tuple[int, str, bytes]]:
    """The last days of some companies' certificates and seals, after what puts them in order."""
    registry, site = shown.registry, shown.site
    companies = [registry.companies[id] for id in ids]
    granted = (one for company in companies for one in granted_to(company))
    seals = (one for each in companies for one in registry.seals_by_company.get(each.id, ()))
    found = expiries(registry, granted, seals, site.day)
    return [(one.day.toordinal(), one.code, calendar.event(site, one)) for one in found]


# A region: its elements, and the seals that rest on their certificates.


def _of_region(shown: Shown, region: Region) -> Iterator[Made]:
    name = f"regiones/{region.slug}"
    yield feed_path(name), partial(_region_feed, shown, region, name)
    yield calendar_path(name), partial(_region_calendar, shown, region, name)


def _region_feed(shown: Shown, region: Region, name: str) -> bytes:
    rows = shown.survey.by_region.get(region.code, ())
    here = {(one.company.id, one.element.id) for one in rows}
    found = (
        event
        for company in _companies(rows)
        for event in timeline.company_events(shown.registry, company)
        if any((company.id, element) in here for element, _ in event.reach)
    )
    return _feed(shown, name, f"{name}/", f"Cambios · {region.official_name}", found)


def _region_calendar(shown: Shown, region: Region, name: str) -> bytes:
    rows = shown.survey.by_region.get(region.code, ())
    granted = [one for row in rows for one in _granted(row)]
    seals = _seals(shown.registry, granted)
    return _calendar(shown, name, f"Vencimientos · {region.official_name}", granted, seals)


# An agreement: its own record, what happened in it, and the seals that rest on it.


def _of_agreement(shown: Shown, id: str) -> Iterator[Made]:
    yield feed_path(f"acuerdos/{id}"), partial(_agreement_feed, shown, id)
    yield calendar_path(f"acuerdos/{id}"), partial(_agreement_calendar, shown, id)


def _agreement_feed(shown: Shown, id: str) -> bytes:
    entry, name = shown.registry.agreements[id], f"acuerdos/{id}"
    found = [*timeline.agreement_events(entry)]
    for company in _companies(shown.survey.by_agreement.get(id, ())):
        events = timeline.company_events(shown.registry, company)
        found += [one for one in events if any(agreement == id for _, agreement in one.reach)]
    title = _titled("Cambios", entry.record.name, entry.record)
    return _feed(shown, name, f"{name}/", title, found)


def _agreement_calendar(shown: Shown, id: str) -> bytes:
    survey, record = shown.survey, shown.registry.agreements[id].record
    granted = [
        one
        for row in survey.by_agreement.get(id, ())
        for one in _granted(row)
        if survey.agreement_id(one.adhesion.agreement_id) == id
    ]
    title = _titled("Vencimientos", record.name, record)
    return _calendar(shown, f"acuerdos/{id}", title, granted, _seals(shown.registry, granted))


# A company: its calendar, and the pictures of its certificates and seals.


def _of_company(shown: Shown, id: str) -> Iterator[Made]:
    registry = shown.registry
    yield calendar_path(f"empresas/{id}"), partial(_company_calendar, shown, id)
    for one in registry.companies[id].record.certificates:
        yield badge_path(one.code), partial(_certificate_badge, shown, one.code)
        yield qr_path(one.code), partial(_qr, shown, one.code)
    for seal in registry.seals_by_company.get(id, ()):
        code = seal.record.code
        yield badge_path(code), partial(_seal_badge, shown, code)
        yield qr_path(code), partial(_qr, shown, code)


def _company_calendar(shown: Shown, id: str) -> bytes:
    entry = shown.registry.companies[id]
    title = _titled("Vencimientos", company_name(entry.record), entry.record)
    heading = _heading(f"empresas/{id}", title)
    found = company_expiries(shown.registry, entry, shown.site.day)
    return calendar.calendar(shown.site, heading, found, alarms=True)


def _certificate_badge(shown: Shown, code: str) -> bytes:
    granted = shown.registry.certificates[code]
    said = decision.certificate(shown.registry, granted, shown.site.day)
    return badge.picture(shown.press, certificate_badge(said, granted, shown.site))


def _seal_badge(shown: Shown, code: str) -> bytes:
    entry = shown.registry.seals_by_code[code]
    said = decision.seal(shown.registry, entry, shown.site.day)
    return badge.picture(shown.press, seal_badge(said, shown.registry, entry, shown.site))


def _qr(shown: Shown, code: str) -> bytes:
    granted = shown.registry.certificates.get(code)
    record = granted.company.record if granted else shown.registry.seals_by_code[code].record
    return qr.picture(shown.press, shown.drawer, code, compact(code), record.example)


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
    found = expiries(shown.registry, granted, seals, shown.site.day)
    return calendar.calendar(shown.site, _heading(name, title), found)


def _heading(name: str, title: str) -> calendar.Heading:
    return calendar.Heading(calendar_path(name), title, _FORESEEN)


def _companies(rows: Iterable[Standing]) -> Iterable[Entry[Company]]:
    return {one.company.id: one.company for one in rows}.values()


def _granted(row: Standing) -> Iterator[Granted]:
    for adhesion in row.element.adhesions:
        for certificate in adhesion.certificates:
            yield Granted(row.company, row.element, adhesion, certificate)


def _seals(registry: Registry, granted: Iterable[Granted]) -> Iterable[Entry[Seal]]:
    held = (registry.seals_by_certificate.get(one.certificate.code, ()) for one in granted)
    return {seal.id: seal for seals in held for seal in seals}.values()
