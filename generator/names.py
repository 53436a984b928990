"""Turns a name as people type it into the companies that bear it: legal, trade, brand or former."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.folding import fold, without_legal_suffix
from generator.load import Entry
from generator.model.company import Company
from generator.registry import Registry

SHORTEST_PREFIX = 3
"""The last word typed counts as the beginning of a word from this many letters on."""


@dataclass(frozen=True, slots=True)
class Named:
    """A company and the name by which it was found; `former` says it is one of before."""

    company: Entry[Company]
    name: str
    former: bool


def name_key(name: str) -> str:
    """What two writings of one name have in common: folded, without SpA, Ltda., S.A."""
    return without_legal_suffix(fold(name))


def names_of(company: Company) -> Iterator[tuple[str, bool]]:
    """Every name a company is known by, and whether it is one of before; today's first."""
    for name in (company.legal_name, company.trade_name, *company.brands):
        if name:
            yield name, False
    for former in company.former_names:
        if former.legal_name:
            yield former.legal_name, True


def companies_named(registry: Registry, text: str) -> list[Named]:
    """The companies that bear exactly this name; where none does, those whose name holds its words.

    Each company once, in order of id, by the first of its names that fits.
    """
    wanted = name_key(text)
    if not wanted:
        return []
    keyed = [
        (name_key(name), Named(entry, name, former))
        for entry in registry.companies.values()
        for name, former in names_of(entry.record)
    ]
    exact = [named for key, named in keyed if key == wanted]
    if exact:
        return _each_once(exact)
    return _each_once([named for key, named in keyed if holds_words(key, wanted)])


def holds_words(key: str, wanted: str) -> bool:
    """Whether every word of `wanted` is one of `key`; its last may be the beginning of one."""
    words, (*whole, last) = key.split(), wanted.split()
    if not all(word in words for word in whole):
        return False
    if last in words:
        return True
    return len(last) >= SHORTEST_PREFIX and any(word.startswith(last) for word in words)


def _each_once(found: list[Named]) -> list[Named]:
    firsts: dict[str, Named] = {}
    for named in found:
        firsts.setdefault(named.company.id, named)
    return list(firsts.values())
