"""Adhesions: one at a time to an agreement, in its time, and not left before joined."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
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
            elif first.left_on and second.adhesion.adhered_on < first.left_on:
                days = {"value": second.adhesion.adhered_on, "first": first.left_on}
                spot = second.here.spot("fecha")
                yield Finding(spot, "APL361", days, (spot, first.here.spot("retiro", "fecha")))
        for here, other in clashing.items():
            params = {"id": those[0].adhesion.agreement_id, "other": other}
            yield Finding(here.spot("acuerdo"), "APL360", params)


def _by_agreement(index: Index) -> Iterator[list[AdhesionHere]]:
    """The adhesions of an element to the same agreement, in order, where there are several.

    A rejected one never began, so another may follow.
    """
    found: dict[tuple[Here, str], list[AdhesionHere]] = defaultdict(list)
    for of in index.adhesions:
        if len(of.of.element.adhesions) < 2:
            continue
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
        if dates.signed and dates.signed.surely_after(day):
            params = {"value": day, "first": dates.signed}
            yield Finding(of.here.spot("fecha"), "APL362", params)
        elif dates.adhesion_ends and dates.adhesion_ends.surely_before(day):
            params = {"value": day, "last": dates.adhesion_ends}
            yield Finding(of.here.spot("fecha"), "APL363", params)


def nothing_precedes_the_adhesion(index: Index) -> Iterator[Finding]:
    """No withdrawal, audit or certificate is before its adhesion.

    Where all of several are, the adhesion's own date is the likely slip: the first one tells.
    """
    for of in index.adhesions:
        first = of.adhesion.adhered_on
        all_dates = [one for one in _dates(of) if not is_lost(one[0])]
        early = [one for one in all_dates if one[0] < first]
        if len(early) > 1 and len(early) == len(all_dates):
            early = early[:1]
        for day, here, code in early:
            spot = here.spot("fecha")
            doubts = (spot, of.here.spot("fecha"))
            yield Finding(spot, code, {"value": day, "first": first}, doubts)


def _dates(of: AdhesionHere) -> Iterator[tuple[date, Here, str]]:
    """Each date that follows an adhesion, where it stands, and the fault of one that does not."""
    gone = of.adhesion.withdrawal
    if gone:
        yield gone.withdrawn_on, of.here.below("retiro"), "APL364"
    for audit, here in of.audits:
        yield audit.audited_on, here, "APL384"
    for certificate, here in of.certificates:
        yield certificate.certified_on, here, "APL400"


ORDER = (nothing_precedes_the_adhesion, element_adheres_once_at_a_time)
RULES = (adhesion_is_in_its_agreements_time,)
