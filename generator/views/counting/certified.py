"""A certificate and a day → whether it makes its element one that was certified."""

from datetime import date

from generator.model.company import Certificate


def holds(certificate: Certificate, day: date) -> bool:
    """Whether it was granted by `day`, and not annulled by then."""
    annulled = certificate.annulment
    return certificate.certified_on <= day and not (annulled and annulled.annulled_on <= day)
