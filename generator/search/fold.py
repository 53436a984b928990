"""Text → the words it is found by: no accents, no capitals, no legal form of a company.

`templates/assets/search/fold.js` does the same in the browser; a test holds the two together.
"""

import re
import unicodedata

STOPWORDS = frozenset("a al con de del e el en la las los o para por u un una y".split())
LEGAL_FORMS = frozenset("spa ltda limitada sa eirl cia".split())

_INITIALS = re.compile(r"(^|[^\w])([^\W\d_](?:\.\s?[^\W\d_])+)(?![\w])")
_APOSTROPHES = "'’´`"
_WORD = re.compile(rf"[^\W_]+(?:[{_APOSTROPHES}][^\W_]+)*")
_NOT_KEY = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """`text` in lower case without accents: "Ñuñoa" gives "nunoa"."""
    if text.isascii():
        return text.lower()
    wide = unicodedata.normalize("NFKD", text).lower()
    if wide.isascii():
        return wide
    return "".join(char for char in wide if not unicodedata.category(char).startswith("M"))


def tokens(text: str) -> list[str]:
    """The words of `text`, in order; "S.A." is one word, and so is "O'Higgins"."""
    plain = fold(text)
    if "." in plain:
        plain = _INITIALS.sub(_join, plain)
    return [_bare(word) for word in _WORD.findall(plain)]


def index_words(text: str) -> list[str]:
    """The words worth an entry: without stop words and without a legal form at the end.

    A word with an apostrophe is also found by its last part: "higgins".
    """
    found = tokens(text)
    while len(found) > 1 and (found[-1] in LEGAL_FORMS or found[-1] in STOPWORDS):
        found.pop()
    kept = [word for word in found if word not in STOPWORDS]
    return kept + _last_parts(text)


def key(text: str) -> str:
    """A code, RUT or official number as it is compared: letters and digits, upper case."""
    return _NOT_KEY.sub("", fold(text)).upper()


def slug(text: str) -> str:
    """The address an editor would make from `text`: "viña-x" gives "vina-x"."""
    return "-".join(re.findall(r"[^\W_]+", fold(text)))


def _join(match: re.Match[str]) -> str:
    return match[1] + re.sub(r"[.\s]", "", match[2])


def _bare(word: str) -> str:
    for mark in _APOSTROPHES:
        word = word.replace(mark, "")
    return word


def _last_parts(text: str) -> list[str]:
    if not any(mark in text for mark in _APOSTROPHES):
        return []
    parts = [re.split(rf"[{_APOSTROPHES}]", word) for word in _WORD.findall(fold(text))]
    return [part[-1] for part in parts if len(part) > 1 and len(part[-1]) > 1]
