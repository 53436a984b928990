"""A page into which a preview has put its own script → the same page, whose policy lets it run."""

import re

from generator.render.policy import hash_of

_LAST_SCRIPT = re.compile(rb".*<script>(?P<text>.*?)</script>", re.S)
_ALLOWED = b"; script-src "


def allowed(html: bytes) -> bytes:
    """The page; its last script is MkDocs' live reload, put in after the policy was made."""
    script = _LAST_SCRIPT.match(html)
    if script is None:
        return html
    more = f"{hash_of(script['text'].decode())} ".encode()
    return html.replace(_ALLOWED, _ALLOWED + more, 1)
