"""A page as the engine printed it → the same page without the blanks that no browser shows.

Templates indent: a third of a page of the theme was blanks. Between blocks they go, between words
and elements in a line one stays, and what shows blanks as they are is left alone.
"""

import re
from collections.abc import Iterator

_PIECES = re.compile(
    r"""<(?P<kept>pre|textarea|script|style)(?=[\s>]).*?</(?P=kept)\s*>|<!--.*?-->"""
    r"""|</?(?P<tag>[a-z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^"'>])*>""",
    re.DOTALL | re.IGNORECASE,
)
_BLANKS = re.compile(r"[ \t\r\n\f]{2,}|[\t\r\f]")
_BLANK = " \t\r\n\f"

_BLOCKS = frozenset(
    "address article aside blockquote body caption dd details div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol optgroup option p pre"
    " section summary table tbody td tfoot th thead tr ul".split()
)
"""What begins a line of its own. Lists and cells that a sheet sets in one line stand in a row of
boxes, which shows no blanks either."""

_IN_HEAD = _BLOCKS | frozenset("base link meta script style title".split())


def without_blanks(html: str) -> str:
    """The page; no word is joined to another."""
    done, after_block = [], True
    for text, tag, is_block in _pieces(html):
        done += [text and _squeezed(text, after_block, is_block), tag]
        after_block = is_block
    return "".join(done)


def _pieces(html: str) -> Iterator[tuple[str, str, bool]]:
    """Each text, the tag or kept element that ends it, and whether that is a block."""
    last, blocks = 0, _BLOCKS
    for found in _PIECES.finditer(html):
        name = (found["tag"] or found["kept"] or "").lower()
        if name in ("head", "body"):
            blocks = _IN_HEAD if name == "head" and blocks is _BLOCKS else _BLOCKS
        yield html[last : found.start()], found[0], name in blocks
        last = found.end()
    yield html[last:], "", True


def _squeezed(text: str, after_block: bool, before_block: bool) -> str:
    """One blank for several, and none at the edge of a block."""
    if after_block:
        text = text.lstrip(_BLANK)
    if before_block:
        text = text.rstrip(_BLANK)
    return _BLANKS.sub(lambda run: "\n" if "\n" in run[0] else " ", text)
