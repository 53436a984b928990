"""A page as the engine printed it → the same page without the theme's faults of markup.

They stand in the theme's frame and navigation, which offer no block to override; a copy of these
templates would name files of one release of one engine, and Zensical's have the same faults, and
one of their own.
"""

import re

_KEPT = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"')
"""A check box has no words to complete; the attribute keeps Firefox from remembering its state."""

_SHADE = re.compile(r'(<label class="md-overlay" for="__drawer") aria-hidden="true"')
"""What switches a box must not be hidden from who listens."""

_NO_STOP = re.compile(r'(<label class="md-nav__link[^>]*?) tabindex=""')

_NAMED_BY_ICON = re.compile(
    r'(<nav [^>]*)aria-labelledby="(__nav_\w+)_label"([^>]*>\s*<label class="md-nav__title")'
)
"""A list of pages is named by a label that may hold nothing but an icon; its title has words."""

_ICON_ALONE = re.compile(
    r'(<label class="md-nav__link [^>]*?for="(__nav_\w+)"[^>]*>)'
    r'(\s*<span class="md-nav__icon md-icon"></span>\s*</label>)'
)

_CONTENTS = re.compile(r'(<label class="md-nav__title") for="__toc"')

_IDLE = re.compile(
    r'<div data-md-component="(?:skip|announce)">\s*</div>'
    r'|<div class="md-dialog" data-md-component="dialog"[^>]*>\s*<div[^>]*></div>\s*</div>'
)
"""Places of the theme that stay empty here: no banner of its own, no message to show."""


def mended(html: str) -> str:
    """The page with valid attributes, and a name for each list and switch of the navigation."""
    html = _IDLE.sub("", html)
    for fault in (_KEPT, _NO_STOP, _SHADE):
        html = fault.sub(r"\1", html)
    html = _NAMED_BY_ICON.sub(r'\1aria-labelledby="\2_title"\3 id="\2_title"', html)
    html = _ICON_ALONE.sub(lambda icon: _with_words(icon, html), html)
    if 'id="__toc"' not in html:
        html = _CONTENTS.sub(r"\1", html)
    return html


def _with_words(icon: re.Match[str], html: str) -> str:
    """The switch that opens a list of pages, with the list's title for who does not see it."""
    title = re.search(
        rf'<label class="md-nav__title" id="{icon[2]}_title"[^>]*>(.*?)</label>', html, re.DOTALL
    )
    words = re.sub(r"<[^>]*>", "", title[1]).strip() if title else ""
    return f'{icon[1]}<span class="apl-solo-lector">{words}</span>{icon[3]}'
