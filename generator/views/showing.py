"""Turns a badge into the part of a code's page from which its holder takes it away."""

from dataclasses import dataclass
from html import escape

from generator.views.badges import WIDTH, Badge, qr_path
from generator.views.page import Site


@dataclass(frozen=True, slots=True)
class Showing:
    """The pictures of a code, and the HTML that shows its badge elsewhere, "" where it may not.

    `why_not` is what the decision table says of its use.
    """

    badge: Badge
    qr: str
    width: int
    snippet: str
    why_not: str


def showing(badge: Badge, site: Site) -> Showing | None:
    """What the page offers; None for a site without a public address, which has no pictures."""
    if not site.url:
        return None
    snippet = _snippet(badge, site) if badge.may_be_shown else ""
    why_not = "" if snippet else badge.said.use
    return Showing(badge, qr_path(badge.code), WIDTH, snippet, why_not)


def _snippet(badge: Badge, site: Site) -> str:
    """A picture with a link: no script, no frame, and a text in place of the picture."""
    return (
        f'<a href="{escape(badge.address)}">'
        f'<img src="{escape(site.url + badge.path)}" width="{WIDTH}" height="{badge.height}" '
        f'alt="{escape(badge.alt)}"></a>'
    )
