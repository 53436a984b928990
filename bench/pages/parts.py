"""A built page → its record without what stands around it, and whose file an address is."""

import re

_ARTICLE = re.compile(r'<article class="apl-ficha[^"]*"[^>]*>.*?</article>', re.DOTALL)
_THEME = "assets/"


def article(html: str) -> str:
    """The record of a page; empty where it has none."""
    found = _ARTICLE.search(html)
    return found[0] if found else ""


def is_theme(path: str) -> bool:
    """Whether a path below the root is a file of Material itself, which every page shares."""
    return path.startswith(_THEME)
