"""Levels of audits and certificates: those that their agreement has."""

from collections.abc import Iterable, Iterator

from generator.load import is_lost
from generator.problem import Finding
from generator.rules.here import AdhesionHere, Here
from generator.rules.index import Index


def certificate_names_its_level(index: Index) -> Iterator[Finding]:
    """A certificate has a level exactly when its agreement has any."""
    for of, certificate, here in index.certificates:
        known = _numbers(of) if certificate.level is None else None
        if known:
            yield Finding(here.spot(), "APL403", in_words(known), (here.spot("nivel"),))


def level_is_one_of_its_agreement(index: Index) -> Iterator[Finding]:
    """The level of an audit or certificate is one that the agreement has."""
    for of in index.adhesions:
        levels = list(_levels(of))
        known = _numbers(of) if levels else None
        if known is None:
            continue
        for level, here in levels:
            doubts = (here.spot("nivel"),)
            if not known:
                yield Finding(here.spot("nivel", on="key"), "APL382", doubts=doubts)
            elif level not in known:
                params = {"value": level, **in_words(known)}
                yield Finding(here.spot("nivel"), "APL383", params, doubts)


def in_words(numbers: Iterable[int]) -> dict[str, object]:
    """`los niveles 1, 2 y 3`, in both languages."""
    *first, last = map(str, sorted(numbers))
    if not first:
        return {"known": f"el nivel {last}", "known_en": f"level {last}"}
    listed = ", ".join(first)
    return {"known": f"los niveles {listed} y {last}", "known_en": f"levels {listed} and {last}"}


def _levels(of: AdhesionHere) -> Iterator[tuple[int, Here]]:
    levels = [(audit.level, here) for audit, here in of.audits]
    levels += [(certificate.level, here) for certificate, here in of.certificates]
    for level, here in levels:
        if level is not None and not is_lost(level):
            yield level, here


def _numbers(of: AdhesionHere) -> frozenset[int] | None:
    """The numbers of the agreement's levels; None where they are not all known."""
    numbers = None if of.levels is None else [level.number for level in of.levels]
    return None if numbers is None or is_lost(*numbers) else frozenset(numbers)


RULES = (certificate_names_its_level, level_is_one_of_its_agreement)
