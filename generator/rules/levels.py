"""Levels of audits and certificates: those that their agreement has."""

from collections.abc import Iterator

from generator.load import is_lost
from generator.problem import Finding
from generator.rules.here import AdhesionHere, Here
from generator.rules.index import Index


def certificate_names_its_level(index: Index) -> Iterator[Finding]:
    """A certificate has a level exactly when its agreement has any."""
    for of in index.adhesions:
        known = _numbers(of)
        for certificate, here in of.certificates() if known else ():
            if certificate.level is None:
                params = {"known": ", ".join(map(str, sorted(known or ())))}
                yield Finding(here.spot(), "APL403", params)


def level_is_one_of_its_agreement(index: Index) -> Iterator[Finding]:
    """The level of an audit or certificate is one that the agreement has."""
    for of in index.adhesions:
        known = _numbers(of)
        if known is None:
            continue
        for level, here in _levels(of):
            if not known:
                yield Finding(here.spot("nivel", on="key"), "APL382")
            elif level not in known:
                params = {"value": level, "known": ", ".join(map(str, sorted(known)))}
                yield Finding(here.spot("nivel"), "APL383", params)


def _levels(of: AdhesionHere) -> Iterator[tuple[int, Here]]:
    levels = [(audit.level, here) for audit, here in of.audits()]
    levels += [(certificate.level, here) for certificate, here in of.certificates()]
    for level, here in levels:
        if level is not None and not is_lost(level):
            yield level, here


def _numbers(of: AdhesionHere) -> frozenset[int] | None:
    """The numbers of the agreement's levels; None where they are not all known."""
    if of.agreement is None or is_lost(of.agreement.levels, *of.agreement.levels):
        return None
    numbers = [level.number for level in of.agreement.levels]
    return None if is_lost(*numbers) else frozenset(numbers)


RULES = (certificate_names_its_level, level_is_one_of_its_agreement)
