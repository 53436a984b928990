"""The inline scripts that a printed page has of its own → the only ones that browsers may run.

A policy is worked out before slots and records are poured, so that no text of theirs can become a
script that is allowed. `meta` is for the page itself; hosts that send headers get `policy` too.
"""

import base64
import re
from collections.abc import Iterable
from hashlib import sha256

_SCRIPT = re.compile(r"<script\b(?P<attributes>[^>]*)>(?P<text>.*?)</script\s*>", re.S | re.I)
_STYLE = re.compile(r"<style\b[^>]*>(?P<text>.*?)</style\s*>", re.S | re.I)
_DATA = re.compile(r"""\btype\s*=\s*["']?application/(?:ld\+)?json\b""", re.I)
_LOADED = re.compile(r"\bsrc\s*=", re.I)
_CHARSET = re.compile(r"<meta charset=[^>]*>", re.I)
_FOLDER = "file:"
"""What a page that was opened from a folder is allowed: not every browser has 'self' there."""

Hashes = frozenset[str]


def scripts(html: str) -> Hashes:
    """Hashes of the scripts that stand in a page; blocks of data are none."""
    return frozenset(
        hash_of(one["text"])
        for one in _SCRIPT.finditer(html)
        if not _LOADED.search(one["attributes"]) and not _DATA.search(one["attributes"])
    )


def styles(text: str) -> Hashes:
    """Hashes of the sheets that stand in a page or picture."""
    return frozenset(hash_of(one["text"]) for one in _STYLE.finditer(text))


def policy(
    own_scripts: Iterable[str] = (), own_styles: Iterable[str] = (), *, offline: bool = False
) -> str:
    """What a page may load: files of this site, and nothing of any other host.

    `data:` is for pictures alone: the theme's sheet draws its icons with it.
    """
    here = ("'self'", _FOLDER) if offline else ("'self'",)
    allowed = {
        "default-src": ("'none'",),
        "script-src": (*here, *sorted(own_scripts)),
        "style-src": (*here, *sorted(own_styles)),
        "img-src": (*here, "data:"),
        "font-src": here,
        "connect-src": here,
        "manifest-src": here,
        "base-uri": ("'none'",),
        "form-action": here,
    }
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in allowed.items())


def with_policy(html: str, *, offline: bool = False) -> str:
    """The page with its policy, before anything that the policy is about."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy_of(html, offline)}">'
    place = _CHARSET.search(html)
    if place is None:
        raise ValueError("a page without a charset has no place for its policy")
    return f"{html[: place.end()]}{meta}{html[place.end() :]}"


def policy_of(html: str, offline: bool) -> str:
    """The policy of one printed page."""
    return policy(scripts(html), styles(html), offline=offline)


def hash_of(text: str) -> str:
    """The source expression that allows a script or sheet of exactly this text."""
    digest = base64.b64encode(sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"
