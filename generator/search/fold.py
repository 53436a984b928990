"""Text → the words it is found by: no accents, no capitals, no legal form of a company.

`templates/assets/search/fold.js` does the same in the browser; a test holds the two together.
"""

import re

from generator.folding import fold, without_legal_suffix

STOPWORDS = frozenset("a al con de del e el en la las los o para por u un una y".split())

SHORT_FORMS = {
    "cia": "compania", "coop": "cooperativa", "gral": "general", "hno": "hermano",
    "hnos": "hermanos", "pta": "punta", "pto": "puerto", "soc": "sociedad", "sta": "santa",
    "stgo": "santiago", "sto": "santo", "valpo": "valparaiso",
}  # fmt: skip
"""What people write short, in full; a word is found by either."""

_APOSTROPHES = "'`\u00b4\u02bc\u2018\u2019"
_INITIALS = re.compile(r"(^|[\W_])([^\W\d_](?:\.\s?[^\W\d_])+)(?![^\W_])")
_ELIDED = re.compile(rf"[^\W_][{_APOSTROPHES}]([^\W_]+)")


def tokens(text: str) -> list[str]:
    """The words of `text`, in order; "S.A." is one word, and so is "O'Higgins"."""
    if "." in text:
        text = _INITIALS.sub(_joined, text)
    return fold(text).split()


def index_words(text: str) -> list[str]:
    """The words worth an entry: without stop words and without a legal form at the end.

    A short form is also found in full ("Sta." as "santa"), and a word with an apostrophe by its
    last part ("higgins").
    """
    found = without_legal_suffix(" ".join(tokens(text))).split()
    kept = [word for word in found if word not in STOPWORDS] or found
    in_full = [SHORT_FORMS[word] for word in kept if word in SHORT_FORMS]
    return kept + in_full + [fold(last) for last in _ELIDED.findall(text) if len(last) > 1]


def key(text: str) -> str:
    """A code, RUT or official number as it is compared: letters and digits, upper case."""
    return fold(text).replace(" ", "").upper()


def _joined(match: re.Match[str]) -> str:
    return match[1] + re.sub(r"[.\s]", "", match[2])
