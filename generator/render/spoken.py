"""Texts that scripts mark as messages → the words of one language, while scripts are joined.

`gettext("…")` becomes its words, `ngettext("…", "…", n)` the choice between its forms: nothing of
a catalogue is left for a browser to do.
"""

import json
import re

from generator.language import Language

_TEXT = r'("(?:[^"\\\n]|\\.)*")'
_ONE = re.compile(rf"\bgettext\(\s*{_TEXT},?\s*\)")
_MANY = re.compile(rf"\bngettext\(\s*{_TEXT},\s*{_TEXT},\s*([\w.]+),?\s*\)")
_LEFT = re.compile(r"\bn?gettext\b.*")


class UnreadMessage(Exception):
    """A message whose words cannot be put in its place: it is no plain text."""


def spoken(script: str, language: Language) -> str:
    """The script in this language."""

    def one(match: re.Match[str]) -> str:
        return _written(language.said(json.loads(match[1])))

    def many(match: re.Match[str]) -> str:
        first, second = language.forms(json.loads(match[1]), json.loads(match[2]))
        return f"({match[3]} === 1 ? {_written(first)} : {_written(second)})"

    said = _ONE.sub(one, _MANY.sub(many, script))
    if left := _LEFT.search(said):
        raise UnreadMessage(left[0])
    return said


def _written(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
