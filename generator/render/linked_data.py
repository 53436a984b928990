"""Nodes of the schema.org vocabulary → the script element in which a page holds them (JSON-LD)."""

import json
from collections.abc import Sequence

from markupsafe import Markup

from generator.language import SPANISH, gettext
from generator.views.page import Crumb, Node, Page, Site

CONTEXT = "https://schema.org"
_UNSAFE = tuple((sign, f"\\u{ord(sign):04x}") for sign in "<>&%\u2028\u2029")
"""Signs that could end the element, begin a comment, or read as a mark of a mould."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)


def of_page(site: Site, page: Page) -> Markup:
    """The way to a page and what it shows; nothing where the site has no public address."""
    if not site.url:
        return Markup()
    trail = [trail_node(site, page.crumbs, page.title)] if page.crumbs else []
    return script([*trail, *_nodes(site, page)])


def _nodes(site: Site, page: Page) -> Sequence[Node]:
    """What a page shows; a translation only says so, for its facts are those of the first."""
    if page.language == SPANISH.code or not page.nodes or page.nodes[0]["@type"] == "WebPage":
        return page.nodes
    address = f"{site.url}{page.path}"
    told: Node = {
        "@type": "WebPage",
        "@id": address,
        "url": address,
        "name": page.title,
        "inLanguage": page.language,
        "about": {"@id": page.nodes[0]["@id"]},
    }
    return (told,)


def trail_node(site: Site, crumbs: Sequence[Crumb], title: str) -> Node:
    """The steps from the home page; the last is the page itself, which needs no address."""
    home = (gettext("Inicio"), site.here)
    steps = [home, *((one.title, f"{site.url}{one.path}") for one in crumbs)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            *(_step(place, name, url) for place, (name, url) in enumerate(steps, start=1)),
            {"@type": "ListItem", "position": len(steps) + 1, "name": title},
        ],
    }


def _step(position: int, name: str, url: str) -> Node:
    return {"@type": "ListItem", "position": position, "name": name, "item": url}


def script(nodes: Sequence[Node]) -> Markup:
    """The element, in which no text can end it."""
    if not nodes:
        return Markup()
    text = _ENCODER.encode({"@context": CONTEXT, "@graph": list(nodes)})
    for sign, escaped in _UNSAFE:
        if sign in text:  # most hold none, and to look is a tenth of replacing
            text = text.replace(sign, escaped)
    return Markup(f'<script type="application/ld+json">{text}</script>')
