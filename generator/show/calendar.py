"""The last days of certificates and seals → a calendar that calendar programs subscribe to.

The format is iCalendar (RFC 5545). Nothing in it depends on when it was written.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from urllib.parse import urlsplit

from generator.code import compact
from generator.views.expiries import Expiry
from generator.views.page import Site

ALARM_DAYS = (90, 30, 7)
LONGEST_LINE = 75
"""Octets of a line without its end; a longer one is folded."""

_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_NOTHING_YET = (
    "BEGIN:VTIMEZONE",
    "TZID:Etc/UTC",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0000",
    "END:STANDARD",
    "END:VTIMEZONE",
)
"""A calendar must hold something: where no event does, this states what nobody needs."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What a calendar says of itself; `path` is its file."""

    path: str
    title: str
    text: str


def calendar(
    site: Site, heading: Heading, expiries: Sequence[Expiry], *, alarms: bool = False
) -> bytes:
    """The calendar; with `alarms` each event reminds of itself three times."""
    return calendar_of(site, heading, [event(site, one, alarms=alarms) for one in expiries])


def calendar_of(site: Site, heading: Heading, events: Sequence[bytes]) -> bytes:
    """The same, of events that are made already."""
    around = [*_head(site, heading), *(_NOTHING_YET if not events else ())]
    return b"".join((_lines(around), *events, _lines(["END:VCALENDAR"])))


def event(site: Site, one: Expiry, *, alarms: bool = False) -> bytes:
    """An event as it stands in a calendar."""
    return _lines(_event(site, one, alarms))


def _lines(lines: Iterable[str]) -> bytes:
    return b"".join([_folded(line) + b"\r\n" for line in lines])


def _head(site: Site, heading: Heading) -> Iterator[str]:
    title, text = _text(heading.title), _text(heading.text)
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Registro APL//Vencimientos//ES")
    yield from ("CALSCALE:GREGORIAN", "METHOD:PUBLISH")
    yield from (f"NAME:{title}", f"X-WR-CALNAME:{title}")
    yield from (f"DESCRIPTION:{text}", f"X-WR-CALDESC:{text}")
    yield from (f"SOURCE;VALUE=URI:{site.url}{heading.path}", f"URL:{site.url}{heading.path}")
    yield from ("REFRESH-INTERVAL;VALUE=DURATION:P1D", "X-PUBLISHED-TTL:P1D")


def _event(site: Site, one: Expiry, alarms: bool) -> Iterator[str]:
    title = f"[Ejemplo] {one.title}" if one.example else one.title
    fictional = "Registro de ejemplo, ficticio. " if one.example else ""
    address = f"{site.url}{one.path}"
    yield "BEGIN:VEVENT"
    yield f"UID:{compact(one.code)}-vencimiento@{_host(site.url)}"
    yield f"DTSTAMP:{one.revised_on:%Y%m%d}T000000Z"
    yield f"SEQUENCE:{one.revision}"
    yield f"DTSTART;VALUE=DATE:{one.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{_next(one.day):%Y%m%d}"
    yield f"SUMMARY:{_text(title)}"
    yield f"DESCRIPTION:{_text(f'{fictional}{one.text} Estado al día: {address}')}"
    yield f"URL:{address}"
    yield f"STATUS:{'CANCELLED' if one.cancelled else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    if alarms and not one.cancelled:
        yield from _alarms(title)
    yield "END:VEVENT"


def _alarms(title: str) -> Iterable[str]:
    for days in ALARM_DAYS:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"TRIGGER:-P{days}D")
        yield from (f"DESCRIPTION:{_text(f'Faltan {days} días. {title}')}", "END:VALARM")


def _next(day: date) -> date:
    """An event of a day ends before the next one."""
    return day if day == date.max else day + timedelta(days=1)


@lru_cache(maxsize=4)
def _host(url: str) -> str:
    return urlsplit(url).hostname or "registro"


def _text(value: str) -> str:
    return value.translate(_ESCAPED)


def _folded(line: str) -> bytes:
    """The line in pieces of at most 75 octets; no character is torn."""
    octets = line.encode()
    if len(octets) <= LONGEST_LINE:  # nearly always
        return octets
    pieces, start, room = [], 0, LONGEST_LINE
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0xC0 == 0x80:  # inside a character
            end -= 1
        pieces.append(octets[start:end])
        start, room = end, LONGEST_LINE - 1  # a continued line begins with a space
    return b"\r\n ".join((*pieces, octets[start:]))
