"""Certificates: of an accepted adhesion, after it, for a term, with everything met."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date, timedelta

from generator.days import years_later
from generator.load import is_lost
from generator.model.company import Audit
from generator.problem import Finding
from generator.rules.here import AdhesionHere, CertificateHere, Here
from generator.rules.index import Index


def certificate_is_of_an_accepted_adhesion(index: Index) -> Iterator[Finding]:
    """Only an accepted adhesion leads to certificates; the first one tells."""
    for of in index.adhesions:
        state, certificates = of.adhesion.state, of.certificates()
        if certificates and state != "aceptada" and not is_lost(state):
            yield Finding(certificates[0][1].spot(), "APL401", {"state": state})


def certificate_precedes_the_withdrawal(index: Index) -> Iterator[Finding]:
    """No certificate is dated after the element left."""
    for one in index.certificates:
        left_on = one.of.left_on
        if left_on and one.certificate.certified_on > left_on:
            params = {"value": one.certificate.certified_on, "last": left_on}
            yield Finding(one.here.spot("fecha"), "APL402", params)


def certificate_ends_after_it_begins(index: Index) -> Iterator[Finding]:
    """`vigente_hasta` is later than `fecha`."""
    for one in index.certificates:
        day, last = one.certificate.certified_on, one.certificate.valid_until
        if last <= day:
            yield Finding(one.here.spot("vigente_hasta"), "APL404", {"value": last, "first": day})


def term_is_that_of_the_agreement(index: Index) -> Iterator[Finding]:
    """A term that is not its level's or agreement's years, by more than a month, is a warning."""
    for one in index.certificates:
        day, last, years = one.certificate.certified_on, one.certificate.valid_until, _years(one)
        if years is None or is_lost(years) or not one.is_timely:
            continue
        expected = years_later(day, years)
        earliest = _months_later(expected - timedelta(days=1), -1)
        if not earliest <= last <= _months_later(expected, 1):
            params = {"value": last, "expected": expected, "years": years}
            yield Finding(one.here.spot("vigente_hasta"), "APL405", params)


def _years(one: CertificateHere) -> int | None:
    agreement = one.of.agreement
    if agreement is None or is_lost(agreement.levels, *agreement.levels):
        return None
    for level in agreement.levels:
        if level.number == one.certificate.level and level.validity_years is not None:
            return level.validity_years
    return agreement.certificate_years


def _months_later(day: date, months: int) -> date:
    """The same day of another month, or that month's last; the calendar's end where it has none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return date.min if year < MINYEAR else date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def annulment_follows_the_certificate(index: Index) -> Iterator[Finding]:
    """Nothing is annulled before it exists."""
    for one in index.certificates:
        annulment, first = one.certificate.annulment, one.certificate.certified_on
        if annulment and one.is_timely and annulment.annulled_on < first:
            params = {"value": annulment.annulled_on, "first": first}
            yield Finding(one.here.spot("anulacion", "fecha"), "APL410", params)


def everything_is_met(index: Index) -> Iterator[Finding]:
    """Without levels, the final audit that led to a certificate meets all that applies."""
    for of in index.adhesions:
        if of.agreement is None or of.agreement.levels != () or not of.is_whole:
            continue
        told: set[Here] = set()
        for certificate, _ in of.certificates():
            audit, here = _leading_to(of, certificate.certified_on) or (None, None)
            if audit is None or here is None or here in told or is_lost(certificate.code):
                continue
            if audit.met is not None and audit.met < (audit.applicable or 0):
                told.add(here)
                params = {
                    "value": audit.met,
                    "applicable": audit.applicable,
                    "code": certificate.code,
                }
                yield Finding(here.spot("cumplen"), "APL415", params)


def _leading_to(of: AdhesionHere, day: date) -> tuple[Audit, Here] | None:
    """The last final audit on or before the day of a certificate."""
    finals = [
        (audit, here)
        for audit, here in of.timely_audits()
        if audit.kind == "final" and audit.audited_on <= day
    ]
    return max(finals, key=lambda one: one[0].audited_on, default=None)


RULES = (
    certificate_is_of_an_accepted_adhesion,
    certificate_precedes_the_withdrawal,
    certificate_ends_after_it_begins,
    term_is_that_of_the_agreement,
    annulment_follows_the_certificate,
    everything_is_met,
)
