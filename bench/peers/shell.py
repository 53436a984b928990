"""A page of our own site → what stands around its record, for others to print the same."""

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path

_ARTICLE = re.compile(r'<article class="apl-ficha[^"]*">.*?</article>', re.DOTALL)
_TITLE = re.compile(r"<title>(.*?) - [^<]*</title>")
_DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)">')
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')


@dataclass(frozen=True, slots=True)
class Shell:
    """The text before and after a record, with marks where its own words belong."""

    before: str
    after: str


TITLE, DESCRIPTION, ADDRESS = "%TITLE%", "%DESCRIPTION%", "%ADDRESS%"


def shell(page: Path) -> Shell:
    """The shell of a built record page; ValueError where it is not built as expected."""
    html = page.read_text(encoding="utf-8")
    article = _ARTICLE.search(html)
    if not article:
        raise ValueError(f"{page}: no record in it")
    before = html[: article.start()]
    for pattern, mark in ((_DESCRIPTION, DESCRIPTION), (_TITLE, TITLE), (_CANONICAL, ADDRESS)):
        found = pattern.search(before)
        if not found:
            raise ValueError(f"{page}: no {mark}")
        before = before.replace(found[1], mark).replace(unescape(found[1]), mark)
    before = before.replace(f"{page.parent.parent.name}/{page.parent.name}/", "")  # in English
    return Shell(before, html[article.end() :])
