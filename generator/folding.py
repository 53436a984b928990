"""Turns names as people write them into keys for comparing, searching, sorting and addressing."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import filterfalse

LONGEST_SLUG = 80
LONGEST_WORD = 100
CLOSE_ENOUGH = 0.75

_JUST_BELOW = CLOSE_ENOUGH - 1e-9
_INITIALS = re.compile(r"(?<![^\W_])([^\W\d_])\.(?=[^\W\d_](?:\.|(?![^\W_])))")
_STANDS_FOR_ENYE = "\u03bd"  # Greek nu: folding leaves it alone, and no Spanish name has one
_AFTER_EVERY_N = "n{"  # the brace is the first character after z

_APOSTROPHE = re.compile(r"(?<=\w)['`\u00b4\u02bc\u2018\u2019](?=\w)")
_NOT_WORD = re.compile(r"[\W_]+")
_LEGAL_SUFFIX = re.compile(
    r" (?:(?<! y )spa|s p a|sociedad por acciones|s ?a(?: (?:abierta|cerrada))?"
    r"|sociedad anonima(?: (?:abierta|cerrada))?|e ?i ?r ?l"
    r"|empresa individual de responsabilidad limitada|sociedad de responsabilidad limitada"
    r"|ltda|limitada|(?:y )?cia|y compania)$"
)


def fold(text: str) -> str:
    """`text` in lower case without accents (ñ as n), punctuation as single spaces.

    An apostrophe inside a word vanishes, so that O'Higgins is `ohiggins`.
    """
    if not text.isascii():
        text = _without_accents(text)
    return _NOT_WORD.sub(" ", _APOSTROPHE.sub("", text.casefold())).strip()


def _without_accents(text: str) -> str:
    spread = unicodedata.normalize("NFKD", _APOSTROPHE.sub("", text))
    return "".join(filterfalse(unicodedata.combining, spread))


def slug(text: str) -> str:
    """`text` as an id: `[a-z0-9]` words joined by dashes, at most 80 characters, whole words.

    S.A. becomes `sa`. Empty where `text` holds no Latin letter or digit.
    """
    ascii_only = fold(_INITIALS.sub(r"\1", text)).encode("ascii", "ignore").decode()
    whole = "-".join(ascii_only.split())
    if len(whole) <= LONGEST_SLUG:
        return whole
    cut = whole[: LONGEST_SLUG + 1].rpartition("-")[0]
    return cut or whole[:LONGEST_SLUG]


def without_legal_suffix(folded: str) -> str:
    """A folded name without SpA, Ltda., S.A., E.I.R.L., y Cía. and their long forms at its end.

    Never empty: a name that is nothing else stays. The spa of a hotel ("Termas y Spa") stays.
    """
    shorter = _LEGAL_SUFFIX.sub("", folded)
    while shorter != folded:
        folded, shorter = shorter, _LEGAL_SUFFIX.sub("", shorter)
    return folded


def sort_key(text: str) -> tuple[str, str]:
    """Orders as a Spanish dictionary does: accents count last, ñ is a letter after n."""
    composed = unicodedata.normalize("NFC", text)
    marked = re.sub("[ñÑ]", _STANDS_FOR_ENYE, composed)
    return fold(marked).replace(_STANDS_FOR_ENYE, _AFTER_EVERY_N), composed


def closest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that `word` is most likely a slip of, or None; the first of equals wins.

    Case, accents and punctuation are ignored. A word of more than 100 characters has none.
    """
    found = close_matches(word, choices, 1)
    return found[0] if found else None


def close_matches(word: str, choices: Iterable[str], most: int) -> list[str]:
    """At most `most` of `choices` that look like `word`, the likeliest first."""
    if len(word) > LONGEST_WORD:
        return []
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(fold(word))
    best: list[tuple[float, str]] = []
    for choice in choices:
        to_beat = best[-1][0] if len(best) == most else _JUST_BELOW
        if (score := _likeness(matcher, choice, to_beat)) > to_beat:
            best = sorted([*best, (score, choice)], key=lambda pair: -pair[0])[:most]
    return [choice for _, choice in best]


def _likeness(matcher: SequenceMatcher[str], choice: str, to_beat: float) -> float:
    """How alike the matcher's word and `choice` are; no more than `to_beat` as soon as that shows.

    The quick measures are upper bounds; most of a hundred thousand ids need no more than those.
    """
    matcher.set_seq1(fold(choice))
    score = matcher.real_quick_ratio()
    for measure in (matcher.quick_ratio, matcher.ratio):
        if score <= to_beat:
            break
        score = measure()
    return score
