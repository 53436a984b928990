"""Adhesions: one at a time to an agreement, in its time, and not left before joined."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from generator.load import is_lost
from generator.problem import Finding
from generator.rules.here import AdhesionHere, Here
from generator.rules.index import Index


def element_adheres_once_at_a_time(index: Index) -> Iterator[Finding]:
    """A second adhesion to the same agreement comes after the withdrawal of the first."""
    for those in _by_agreement(index):
        clashing: dict[Here, str] = {}
        for first, second in pairwise(those):
            gone = first.adhesion.withdrawal
            if gone is None:
                clashing[second.here] = str(first.adhesion.adhered_on)
                clashing.setdefault(first.here, str(second.adhesion.adhered_on))
            elif second.adhesion.adhered_on < gone.withdrawn_on:
                days = {"value": second.adhesion.adhered_on, "first": gone.withdrawn_on}
                yield Finding(second.here.spot("fecha"), "APL361", days)
        for here, other in clashing.items():
            params = {"id": those[0].adhesion.agreement_id, "other": other}
            yield Finding(here.spot("acuerdo"), "APL360", params)


def _by_agreement(index: Index) -> Iterator[list[AdhesionHere]]:
    """The adhesions of an element to the same agreement, in order, where there are several.

    A rejected one never began, so another may follow.
    """
    found: dict[tuple[Here, str], list[AdhesionHere]] = defaultdict(list)
    for of in index.adhesions:
        is_readable = not is_lost(of.adhesion.agreement_id, of.adhesion.adhered_on)
        if is_readable and of.adhesion.state in ("pendiente", "observada", "aceptada"):
            found[of.of.here, of.adhesion.agreement_id].append(of)
    for those in found.values():
        if len(those) > 1:
            yield sorted(those, key=lambda of: of.adhesion.adhered_on)


def adhesion_is_in_its_agreements_time(index: Index) -> Iterator[Finding]:
    """Nobody joins before the signature or after the end of adhesion, as far as these are known."""
    for of in index.adhesions:
        dates = of.agreement.dates if of.agreement else None
        day = of.adhesion.adhered_on
        if not dates or is_lost(day):
            continue
        spot = of.here.spot("fecha")
        if dates.signed and dates.signed.surely_after(day):
            yield Finding(spot, "APL362", {"value": day, "first": dates.signed})
        elif dates.adhesion_ends and dates.adhesion_ends.surely_before(day):
            yield Finding(spot, "APL363", {"value": day, "last": dates.adhesion_ends})


def element_leaves_after_it_joined(index: Index) -> Iterator[Finding]:
    """A withdrawal is not before its adhesion."""
    for of in index.adhesions:
        gone = of.adhesion.withdrawal
        if gone and gone.withdrawn_on < of.adhesion.adhered_on:
            params = {"value": gone.withdrawn_on, "first": of.adhesion.adhered_on}
            yield Finding(of.here.spot("retiro", "fecha"), "APL364", params)


RULES = (
    element_adheres_once_at_a_time,
    adhesion_is_in_its_agreements_time,
    element_leaves_after_it_joined,
)
