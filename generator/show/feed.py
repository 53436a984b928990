"""Changes of the register → a feed that readers follow.

The format is Atom (RFC 4287). Its days are those of the records, never the clock's.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import escape

from generator.views.changes import Change
from generator.views.page import Site


@dataclass(frozen=True, slots=True)
class Heading:
    """What a feed says of itself; `path` is its file, `page` the one that tells the same."""

    path: str
    page: str
    title: str
    author: str


def feed(site: Site, heading: Heading, changes: Sequence[Change]) -> bytes:
    """The feed; one without entries bears the day of the data, for it must have one."""
    latest = max((one.day for one in changes), default=site.day)
    lines = [*_head(site, heading, latest)]
    if any(one.example for one in changes):
        lines.append("<subtitle>Incluye registros de ejemplo, ficticios, que lo dicen.</subtitle>")
    for one in changes:
        lines += _entry(site, one)
    return "\n".join((*lines, "</feed>\n")).encode()


def _head(site: Site, heading: Heading, latest: date) -> Iterator[str]:
    own = escape(f"{site.url}{heading.path}")
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="es-CL">'
    yield f"<id>{own}</id>"
    yield f"<title>{escape(heading.title)}</title>"
    yield f"<updated>{_moment(latest)}</updated>"
    yield f"<author><name>{escape(heading.author)}</name></author>"
    yield f'<link rel="self" type="application/atom+xml" href="{own}"/>'
    yield f'<link rel="alternate" type="text/html" href="{escape(site.url + heading.page)}"/>'
    yield "<rights>Datos bajo licencia CC BY 4.0</rights>"


def _entry(site: Site, one: Change) -> Iterator[str]:
    page = escape(f"{site.url}{one.path}")
    title = f"[Ejemplo] {one.title}" if one.example else one.title
    text = f"Registro de ejemplo, ficticio. {one.sentence}" if one.example else one.sentence
    yield "<entry>"
    yield f"<id>{page}#{one.mark}</id>"
    yield f"<title>{escape(title)}</title>"
    yield f"<updated>{_moment(one.day)}</updated>"
    yield f'<link rel="alternate" type="text/html" href="{page}"/>'
    yield f'<category term="{one.kind}"/>'
    yield f"<summary>{escape(text)}</summary>"
    yield "</entry>"


def _moment(day: date) -> str:
    """A moment of a day that is the same day in Chile, and nearly everywhere."""
    return f"{day.isoformat()}T15:00:00Z"
