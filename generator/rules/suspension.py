"""Suspensions: inside the validity of their certificate, and one at a time."""

from collections.abc import Iterator
from datetime import date

from generator.load import is_lost
from generator.model.company import Suspension
from generator.problem import Finding
from generator.rules.here import CertificateHere, Here, each
from generator.rules.index import Index
from generator.rules.repeats import item


def _suspensions(index: Index) -> Iterator[tuple[CertificateHere, Suspension, Here]]:
    for one in index.certificates:
        for suspension, here in each(one.certificate.suspensions, one.here, "suspensiones"):
            yield one, suspension, here


def suspension_ends_after_it_begins(index: Index) -> Iterator[Finding]:
    """`hasta` is not before `desde`."""
    for _, one, here in _suspensions(index):
        if one.until is not None and one.until < one.since:
            params = {"value": one.until, "first": one.since}
            doubts = (here.spot("hasta"), here.spot("desde"))
            yield Finding(here.spot("hasta"), "APL408", params, doubts)


def suspension_lies_in_the_validity(index: Index) -> Iterator[Finding]:
    """A suspension begins and ends between `fecha` and `vigente_hasta`, both included."""
    for of, one, here in _suspensions(index):
        first, last = of.certificate.certified_on, of.certificate.valid_until
        if not of.is_dated:
            continue
        end = of.here.spot("vigente_hasta")
        if one.since < first or one.since > last:
            spot = here.spot("desde")
            params = {"value": one.since, "first": first, "last": last}
            broken = of.here.spot("fecha") if one.since < first else end
            yield Finding(spot, "APL406", params, (spot, broken))
        elif one.until is not None and one.until > last:
            spot = here.spot("hasta")
            yield Finding(spot, "APL407", {"value": one.until, "last": last}, (spot, end))


def suspensions_do_not_overlap(index: Index) -> Iterator[Finding]:
    """One suspension ends before the next begins; without `hasta` it lasts to the end."""
    for one in index.certificates:
        spans = list(_spans(one))
        for since, until, here in spans:
            others = [
                item(there)
                for begins, ends, there in spans
                if there != here and begins <= until and since <= ends
            ]
            if others:
                yield Finding(here.spot(), "APL409", {"other": ", ".join(others)})


def _spans(one: CertificateHere) -> Iterator[tuple[date, date, Here]]:
    """The days of the suspensions that begin inside the validity."""
    first, last = one.certificate.certified_on, one.certificate.valid_until
    for suspension, here in each(one.certificate.suspensions, one.here, "suspensiones"):
        since, until = suspension.since, suspension.until
        if not is_lost(first, last, since, until) and first <= since <= last:
            yield since, min(until or last, last), here


RULES = (
    suspension_ends_after_it_begins,
    suspension_lies_in_the_validity,
    suspensions_do_not_overlap,
)
