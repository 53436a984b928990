"""Certificates of one adhesion that follow one another: the later renews the earlier."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.load import is_lost
from generator.problem import Finding
from generator.rules.codes import unknown_code
from generator.rules.here import CertificateHere, Here
from generator.rules.index import Index


def certificates_overlap_only_to_renew(index: Index) -> Iterator[Finding]:
    """Two of the same level do not overlap, unless the later renews the earlier."""
    for of in index.adhesions:
        if len(of.certificates) < 2:
            continue
        those = (CertificateHere(of, one, here) for one, here in of.certificates)
        readable = [one for one in those if _is_readable(one)]
        readable.sort(key=lambda one: one.certificate.certified_on)
        clashing: dict[Here, tuple[CertificateHere, list[str]]] = {}
        for position, later in enumerate(readable):
            for earlier in readable[:position]:
                if _overlap(earlier, later) and not _renews(index, later, earlier):
                    _note(clashing, later, earlier)
                    _note(clashing, earlier, later)
        for one, others in clashing.values():
            yield Finding(one.here.spot(), "APL411", {"other": ", ".join(others)})


def _note(
    clashing: dict[Here, tuple[CertificateHere, list[str]]],
    one: CertificateHere,
    other: CertificateHere,
) -> None:
    clashing.setdefault(one.here, (one, []))[1].append(other.certificate.code)


def _is_readable(one: CertificateHere) -> bool:
    has = one.certificate
    return one.is_dated and not is_lost(has.code, has.level, has.renews, has.annulment)


def _overlap(earlier: CertificateHere, later: CertificateHere) -> bool:
    same_level = earlier.certificate.level == later.certificate.level
    return same_level and later.certificate.certified_on <= _last_day(earlier)


def _last_day(one: CertificateHere) -> date:
    """The last day on which it may hold: an annulled one ends on the day before."""
    annulment, last = one.certificate.annulment, one.certificate.valid_until
    if annulment is None or is_lost(annulment.annulled_on):
        return last
    return min(last, annulment.annulled_on - timedelta(days=1))


def _renews(index: Index, later: CertificateHere, earlier: CertificateHere) -> bool:
    """Whether the later one names the earlier, or one that does."""
    seen: set[str] = set()
    code = later.certificate.renews
    while code and code not in seen:
        if code == earlier.certificate.code:
            return True
        seen.add(code)
        following = index.by_code.get(code, ())
        code = following[0].certificate.renews if following else None
    return False


def renewed_certificate_exists(index: Index) -> Iterator[Finding]:
    """What a certificate renews is another certificate of this register."""
    for one in index.certificates:
        code = one.certificate.renews
        if not code or code in index.by_code or index.is_code_excused(code):
            continue
        if one.element.company.id not in index.damaged_companies:
            yield unknown_code(index, one.here.spot("renueva"), code)


def certificate_renews_an_earlier_one_of_its_element(index: Index) -> Iterator[Finding]:
    """The renewed one is of the same element, and earlier."""
    for one in index.certificates:
        code, spot = one.certificate.renews, one.here.spot("renueva")
        if not code or code not in index.by_code:
            continue
        if code == one.certificate.code:
            yield Finding(spot, "APL412", {"code": code})
            continue
        renewed = _of_the_element(index, one, code)
        if renewed is None:
            ref = index.by_code[code][0].element.ref
            yield Finding(spot, "APL413", {"code": code, "other": ref})
        elif renewed.certificate.certified_on >= one.certificate.certified_on:
            params = {"code": code, "value": renewed.certificate.certified_on}
            yield Finding(spot, "APL414", params)


def _of_the_element(index: Index, one: CertificateHere, code: str) -> CertificateHere | None:
    same = (other for other in index.by_code[code] if other.element.here == one.element.here)
    return next(same, None)


RULES = (
    certificates_overlap_only_to_renew,
    renewed_certificate_exists,
    certificate_renews_an_earlier_one_of_its_element,
)
