"""Dates of certificates and seals → the days from now on at which their state may turn."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from generator.model.company import Certificate, Element
from generator.model.seal import Seal


def first_day(day: date, marks: Iterable[date], differs: Callable[[date], bool]) -> date | None:
    """The first day from `day` on at which something differs; it can turn at `marks` only."""
    days = sorted({day, *(one for one in marks if one > day)})
    return next((one for one in days if differs(one)), None)


def certificate_marks(certificate: Certificate | None) -> Iterator[date]:
    """The days on which a certificate's state turns."""
    if certificate is None:
        return
    yield certificate.certified_on
    yield _after(certificate.valid_until)
    for one in certificate.suspensions:
        yield one.since
        if one.until:
            yield _after(one.until)
    if certificate.annulment:
        yield certificate.annulment.annulled_on


def element_marks(element: Element | None) -> Iterator[date]:
    """The days on which it may gain or lose a certificate in force."""
    for adhesion in element.adhesions if element else ():
        yield adhesion.adhered_on
        for one in adhesion.certificates:
            yield from certificate_marks(one)


def seal_marks(seal: Seal | None, covered: Iterable[Certificate]) -> Iterator[date]:
    """The days on which a seal's state may turn, given the certificates that it covers."""
    if seal is None:
        return
    yield seal.since
    yield _after(seal.until)
    if seal.termination:
        yield seal.termination.ended_on
    for one in covered:
        yield from certificate_marks(one)


def _after(day: date) -> date:
    return day if day == date.max else day + timedelta(days=1)
