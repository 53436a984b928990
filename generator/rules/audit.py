"""Audits: in their order, with a certificate between two final ones, no more met than applies."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from generator.days import PartialDate
from generator.load import is_lost
from generator.model.company import Audit
from generator.problem import Finding
from generator.rules.here import AdhesionHere, Here
from generator.rules.index import Index


def no_more_is_met_than_applies(index: Index) -> Iterator[Finding]:
    """`cumplen` is at most `aplican`, and neither stands without the other."""
    for _, audit, here in index.audits:
        met, applicable = audit.met, audit.applicable
        if (met is None) != (applicable is None):
            key = "cumplen" if met is None else "aplican"
            yield Finding(here.spot(), "APL381", {"key": key})
        if met is not None and applicable is not None and met > applicable:
            params = {"value": met, "applicable": applicable}
            spot = here.spot("cumplen")
            yield Finding(spot, "APL380", params, (spot, here.spot("aplican")))


def intermediate_audit_precedes_the_final_one(index: Index) -> Iterator[Finding]:
    """No intermediate audit is after the last final one."""
    for of in index.adhesions:
        audits, finals = of.audits, _finals(of)
        if not finals or is_lost(*(audit.kind for audit, _ in audits)):
            continue
        last, where = max(finals, key=lambda one: one[0])
        for audit, here in audits:
            if audit.kind == "intermedia" and audit.audited_on > last:
                spot, params = here.spot("fecha"), {"value": audit.audited_on, "last": last}
                yield Finding(spot, "APL385", params, (spot, where.spot("fecha")))


def _finals(of: AdhesionHere) -> list[tuple[date, Here]]:
    """The days of the final audits; none where they are not all known."""
    finals = [(audit.audited_on, here) for audit, here in of.audits if audit.kind == "final"]
    return [] if is_lost(*(day for day, _ in finals)) else finals


def final_audits_have_a_certificate_between(index: Index) -> Iterator[Finding]:
    """A second final audit, of the same level, follows a certificate of the first: else a clash."""
    for of in index.adhesions:
        if len(of.audits) < 2 or not of.is_whole:
            continue
        for finals in _final_audits(of):
            clashing: dict[Here, str] = {}
            for (first, here), (second, there) in pairwise(finals):
                if not _is_certified_between(of, first, second):
                    clashing[there] = str(first.audited_on)
                    clashing.setdefault(here, str(second.audited_on))
            for place, other in clashing.items():
                yield Finding(place.spot(), "APL386", {"other": other})


def _final_audits(of: AdhesionHere) -> Iterator[list[tuple[Audit, Here]]]:
    by_level: dict[int | None, list[tuple[Audit, Here]]] = defaultdict(list)
    for audit, here in of.audits:
        if audit.kind == "final" and not is_lost(audit.level):
            by_level[audit.level].append((audit, here))
    for finals in by_level.values():
        yield sorted(finals, key=lambda one: one[0].audited_on)


def _is_certified_between(of: AdhesionHere, first: Audit, second: Audit) -> bool:
    return any(
        first.audited_on <= certificate.certified_on <= second.audited_on
        and (first.level is None or certificate.level == first.level or is_lost(certificate.level))
        for certificate, _ in of.certificates
    )


def final_audit_follows_the_implementation(index: Index) -> Iterator[Finding]:
    """A final audit before the end of the implementation is unusual."""
    for of, audit, here in index.audits:
        ends = _implementation_ends(of) if audit.kind == "final" else None
        if ends and ends.surely_after(audit.audited_on):
            params = {"value": audit.audited_on, "first": ends}
            yield Finding(here.spot("fecha"), "APL387", params)


def _implementation_ends(of: AdhesionHere) -> PartialDate | None:
    dates = of.agreement.dates if of.agreement else None
    return dates.implementation_ends if dates else None


def certified_audit_was_validated(index: Index) -> Iterator[Finding]:
    """Where services validate the final audit, a certificate does not follow one they did not."""
    for of in index.adhesions:
        if not of.audits or not of.agreement or of.agreement.needs_validation is not True:
            continue
        days = [certificate.certified_on for certificate, _ in of.certificates]
        for audit, here in of.audits:
            is_final = audit.kind == "final" and audit.validated is False
            if is_final and any(day >= audit.audited_on for day in days):
                yield Finding(here.spot("validada"), "APL388")


RULES = (
    no_more_is_met_than_applies,
    intermediate_audit_precedes_the_final_one,
    final_audits_have_a_certificate_between,
    final_audit_follows_the_implementation,
    certified_audit_was_validated,
)
