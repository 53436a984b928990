"""Turns a name that nobody bears into the few companies whose names come close to it."""

from collections.abc import Iterable, Iterator

from generator.folding import LONGEST_WORD
from generator.names import Named, name_key, names_of
from generator.registry import Registry

MOST_NEAR = 5
"""How many are offered."""

SHORTEST_WORD = 4
"""Shorter words, such as `del`, tell little and do not count."""

SPARED_FROM = 3
"""Of so many words or more one may be missing."""


def near_names(registry: Registry, text: str) -> list[Named]:
    """The companies with a name whose words are those of `text` but for slips, the nearest first.

    A slip is a letter changed, left out, added or swapped with its neighbour, but never the first
    of a word: the browser, which has names by first letters, finds the same ones.
    """
    wanted = long_words(name_key(text))
    if not wanted:
        return []
    most = len(wanted) - (len(wanted) >= SPARED_FROM)
    best: dict[str, tuple[int, int, Named]] = {}
    for named in _every(registry):
        missed, slipped = _distance(wanted, name_key(named.name).split())
        known = best.get(named.company.id)
        if len(wanted) - missed >= most and (not known or (missed, slipped) < known[:2]):
            best[named.company.id] = (missed, slipped, named)
    ranked = sorted(best.values(), key=lambda one: (*one[:2], one[2].company.id))
    return [named for _, _, named in ranked[:MOST_NEAR]]


def long_words(key: str) -> list[str]:
    """The words of a folded name that tell it from others, each once."""
    words = dict.fromkeys(key.split())
    return [one for one in words if SHORTEST_WORD <= len(one) <= LONGEST_WORD]


def _every(registry: Registry) -> Iterator[Named]:
    for entry in registry.companies.values():
        for name, former in names_of(entry.record):
            yield Named(entry, name, former)


def _distance(wanted: Iterable[str], words: Iterable[str]) -> tuple[int, int]:
    """How many words of `wanted` are none of `words`, and the slips in the others."""
    held = list(words)
    nearest = [min((slips(one, word) for word in held), default=len(one)) for one in wanted]
    allowed = [_allowed(one) for one in wanted]
    found = [far for far, most in zip(nearest, allowed, strict=True) if far <= most]
    return len(nearest) - len(found), sum(found)


def _allowed(word: str) -> int:
    return 1 if len(word) < 2 * SHORTEST_WORD else 2


def slips(typed: str, word: str) -> int:
    """How many slips turn `typed` into `word`; more than allowed where that is clear at once."""
    most = _allowed(typed)
    if typed[:1] != word[:1] or abs(len(typed) - len(word)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(word) + 1))
    for i, letter in enumerate(typed, start=1):
        line = [i]
        for j, other in enumerate(word, start=1):
            cost = min(last[j] + 1, line[j - 1] + 1, last[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == word[j - 2] and typed[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            line.append(cost)
        before, last = last, line
    return min(last[-1], most + 1)
