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
        state, certificates = of.adhesion.state, of.certificates
        if certificates and state != "aceptada" and not is_lost(state):
            yield Finding(certificates[0][1].spot(), "APL401", {"state": state})


def certificate_precedes_the_withdrawal(index: Index) -> Iterator[Finding]:
    """No certificate is dated after the element left."""
    for one in index.certificates:
        left_on = one.of.left_on
        if left_on and one.certificate.certified_on > left_on:
            params = {"value": one.certificate.certified_on, "last": left_on}
            spot = one.here.spot("fecha")
            yield Finding(spot, "APL402", params, (spot, one.of.here.spot("retiro", "fecha")))


def certificate_ends_after_it_begins(index: Index) -> Iterator[Finding]:
    """`vigente_hasta` is later than `fecha`."""
    for one in index.certificates:
        day, last = one.certificate.certified_on, one.certificate.valid_until
        if last <= day:
            spot = one.here.spot("vigente_hasta")
            params = {"value": last, "first": day}
            yield Finding(spot, "APL404", params, (spot, one.here.spot("fecha")))


def term_is_that_of_the_agreement(index: Index) -> Iterator[Finding]:
    """A term that is not its level's or agreement's years, by more than a month, is a warning."""
    for one in index.certificates:
        day, last = one.certificate.certified_on, one.certificate.valid_until
        years, whose = _term(one)
        if years is None or is_lost(years) or not one.is_dated:
            continue
        expected = years_later(day, years)
        if last == expected:  # as nearly all are: months need not be counted
            continue
        earliest = _months_later(expected - timedelta(days=1), -1)
        if not earliest <= last <= _months_later(expected, 1):
            params = {"value": last, "expected": expected, **_in_words(years, whose)}
            yield Finding(one.here.spot("vigente_hasta"), "APL405", params)


def _term(one: CertificateHere) -> tuple[int | None, int | None]:
    """The years of a certificate, and the level that sets them; None where that is not known."""
    agreement, levels, level = one.of.agreement, one.of.levels, one.certificate.level
    numbers = [known.number for known in levels or ()]
    if agreement is None or levels is None or is_lost(level, *numbers):
        return None, None
    for known in levels:
        if known.number == level and known.validity_years is not None:
            return known.validity_years, level
    return agreement.certificate_years, None


def _in_words(years: int, level: int | None) -> dict[str, object]:
    """`los 2 años del acuerdo` or `el año del nivel 1`."""
    span, span_en = ("el año", "1 year") if years == 1 else (f"los {years} años", f"{years} years")
    whose, whose_en = (
        ("acuerdo", "agreement") if level is None else (f"nivel {level}", f"level {level}")
    )
    return {"term": f"{span} del {whose}", "term_en": f"the {span_en} of the {whose_en}"}


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
        if annulment and annulment.annulled_on < first:
            params = {"value": annulment.annulled_on, "first": first}
            spot = one.here.spot("anulacion", "fecha")
            yield Finding(spot, "APL410", params, (spot, one.here.spot("fecha")))


def everything_is_met(index: Index) -> Iterator[Finding]:
    """Without levels, the final audit that led to a certificate meets all that applies."""
    for of in index.adhesions:
        if not of.certificates or of.levels is None or of.levels or not of.is_whole:
            continue
        told: set[Here] = set()
        for certificate, _ in of.certificates:
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
        for audit, here in of.audits
        if audit.kind == "final" and audit.audited_on <= day
    ]
    return max(finals, key=lambda one: one[0].audited_on, default=None)


ORDER = (
    certificate_ends_after_it_begins,
    certificate_precedes_the_withdrawal,
    annulment_follows_the_certificate,
)
RULES = (
    certificate_is_of_an_accepted_adhesion,
    term_is_that_of_the_agreement,
    everything_is_met,
)
