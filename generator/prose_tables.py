"""A page of prose as the engine printed it → the same page, each of its tables named and headed.

Markdown knows neither captions nor which way a heading of a table points. A table is called what
the heading above it says, for those who do not see it there; a paragraph `Tabla: …` right before
it becomes a caption that everybody sees. Any engine prints such pages the same.
"""

import re
from html import unescape

from markupsafe import escape

_TABLE = re.compile(
    r"(?:<p>(?:Tabla|Table): (?P<told>(?:(?!</p>).)*)</p>\s*)?<table>(?!<caption)", re.DOTALL
)
"""Only those of Markdown have no attribute; ours name themselves."""

_HEADING = re.compile(r"<h[1-6][ >].*?</h[1-6]>", re.DOTALL)
_HEADERLINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_HEAD = re.compile(r"(?<=<thead>).*?(?=</thead>)", re.DOTALL)


def named(html: str) -> str:
    """The page with a caption in each table of prose, and a direction for each of its headings."""
    if "<table>" not in html:
        return html
    headings = [(one.end(), one[0]) for one in _HEADING.finditer(html)]

    def caption(match: re.Match[str]) -> str:
        if match["told"]:
            return f"<table><caption>{match['told']}</caption>"
        above = [words for end, words in headings if end <= match.start()]
        if not above:
            return match[0]
        return f'<table><caption class="apl-solo-lector">{_words(above[-1])}</caption>'

    return _HEAD.sub(_directed, _TABLE.sub(caption, html))


def _words(heading: str) -> str:
    plain = _TAG.sub("", _HEADERLINK.sub("", heading))
    return escape(" ".join(unescape(plain).split()))


def _directed(head: re.Match[str]) -> str:
    return re.sub(r"<th(?![a-z])(?![^>]*\bscope=)", '<th scope="col"', head[0])
