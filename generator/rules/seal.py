"""Seals: granted to a holder, on certificates of its own, while these are valid."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.load import Entry, is_lost
from generator.model.seal import Seal
from generator.problem import Finding, Spot
from generator.rules.codes import unknown_code
from generator.rules.here import CertificateHere, Here
from generator.rules.index import Index


@dataclass(frozen=True, slots=True)
class Covered:
    """A code that a seal names, its number in the list, and whose certificate it is, if known."""

    number: int
    code: str
    certificate: CertificateHere | None

    def is_of(self, company: str, element: str | None = None) -> bool:
        """Whether it is of this company, and of this element where one is given."""
        if self.certificate is None:
            return False
        of = self.certificate.element
        return of.company.id == company and element in (None, of.element.id)


def _covered(index: Index, seal: Entry[Seal]) -> list[Covered]:
    """The codes of a seal; of a repeated code, the holder's certificate comes first."""
    holder = seal.record.holder.company_id
    found = []
    for number, code in enumerate(seal.record.certificates):
        those = () if is_lost(code) else index.by_code.get(code, ())
        own = [one for one in those if one.element.company.id == holder]
        found.append(Covered(number, code, next(iter((*own, *those)), None)))
    return found


def _code_spot(seal: Entry[Seal], one: Covered) -> Spot:
    return Here(seal.path).spot("certificados", one.number)


def seals_certificates_exist(index: Index) -> Iterator[Finding]:
    """Every code that a seal names is a certificate's."""
    seals = {one.record.code for one in index.seals if not is_lost(one.record.code)}
    for seal in index.seals:
        holder = seal.record.holder.company_id
        if index.is_excused(holder) or holder in index.damaged_companies:
            continue
        for one in _covered(index, seal):
            if one.certificate or index.is_code_excused(one.code):
                continue
            spot = _code_spot(seal, one)
            if one.code in seals:
                yield Finding(spot, "APL449", {"code": one.code}, (spot,))
            else:
                yield replace(unknown_code(index, spot, one.code), doubts=(spot,))


def seals_certificates_are_the_holders(index: Index) -> Iterator[Finding]:
    """No certificate of somebody else; of another element only where none is named."""
    for seal in index.seals:
        holder = index.resolve("empresas", seal.record.holder.company_id)
        if holder is None:
            continue
        covered = [one for one in _covered(index, seal) if one.certificate]
        own = [one for one in covered if one.is_of(holder.id)]
        for one in covered:
            if one.certificate and not one.is_of(holder.id):
                params = {"code": one.code, "other": one.certificate.element.company.id}
                spot, whose = _code_spot(seal, one), Here(seal.path).spot("titular", "empresa")
                yield Finding(spot, "APL440", params, (spot,) if own else (spot, whose))
        element = seal.record.holder.element_id
        if element and element in [one.id for one in holder.record.elements]:
            yield from _of_another_element(seal, element, own)


def _of_another_element(seal: Entry[Seal], element: str, own: list[Covered]) -> Iterator[Finding]:
    """Where none is of the element, the element is at fault; else those that are not."""
    holder = seal.record.holder.company_id
    others = [one for one in own if not one.is_of(holder, element)]
    if others and len(others) == len(own):
        whose = ", ".join(sorted({_element(one) for one in others}))
        params = {"id": element, "other": whose}
        yield Finding(Here(seal.path).spot("titular", "elemento"), "APL441", params)
        return
    for one in others:
        params = {"code": one.code, "id": element, "other": _element(one)}
        yield Finding(_code_spot(seal, one), "APL442", params)


def _element(one: Covered) -> str:
    return one.certificate.element.element.id if one.certificate else ""


def seals_element_is_the_holders(index: Index) -> Iterator[Finding]:
    """A seal that names an element names one of its holder."""
    for seal in index.seals:
        holder = seal.record.holder
        company = index.resolve("empresas", holder.company_id)
        if not holder.element_id or company is None or company.id in index.damaged_companies:
            continue
        ids = [one.id for one in company.record.elements]
        if holder.element_id not in ids:
            params: dict[str, object] = {"id": holder.element_id, "company": company.id}
            if close := index.closest_of(holder.element_id, ids):
                params["suggestion"] = close
            spot = Here(seal.path).spot("titular", "elemento")
            yield Finding(spot, "APL222", params)


def seal_lives_with_its_certificates(index: Index) -> Iterator[Finding]:
    """`desde` is not before the first certificate, nor `hasta` after the last one ends."""
    for seal in index.seals:
        covered, holder = _covered(index, seal), seal.record.holder.company_id
        if not covered or not all(one.is_of(holder) for one in covered):
            continue
        known = [one.certificate.certificate for one in covered if one.certificate]
        first = [one.certified_on for one in known]
        last = [one.valid_until for one in known]
        here = Here(seal.path)
        if not is_lost(*last) and seal.record.until > max(last):
            params = {"value": seal.record.until, "last": max(last)}
            yield Finding(here.spot("hasta"), "APL443", params)
        if not is_lost(*first) and seal.record.since < min(first):
            params = {"value": seal.record.since, "first": min(first)}
            spot = here.spot("desde")
            yield Finding(spot, "APL444", params, (spot,))


def seals_dates_are_in_order(index: Index) -> Iterator[Finding]:
    """`hasta` is not before `desde`."""
    for seal in index.seals:
        here, one = Here(seal.path), seal.record
        since, until = here.spot("desde"), here.spot("hasta")
        if one.until < one.since:
            params = {"value": one.until, "first": one.since}
            yield Finding(until, "APL445", params, (until, since))


def termination_is_in_the_seals_time(index: Index) -> Iterator[Finding]:
    """A seal is not terminated before it begins, nor once it has ended."""
    for seal in index.seals:
        here, one = Here(seal.path), seal.record
        if not one.termination:
            continue
        ended, spot = one.termination.ended_on, here.spot("termino", "fecha")
        if ended < one.since:
            params = {"value": ended, "first": one.since}
            yield Finding(spot, "APL446", params, (spot, here.spot("desde")))
        elif ended > one.until:
            yield Finding(spot, "APL447", {"value": ended, "last": one.until})


def seal_begins_with_its_contract(index: Index) -> Iterator[Finding]:
    """A seal that begins before its contract was signed is unusual."""
    for seal in index.seals:
        signed = seal.record.contract.signed_on
        if seal.record.since < signed:
            params = {"value": seal.record.since, "first": signed}
            yield Finding(Here(seal.path).spot("desde"), "APL448", params)


RULES = (
    seals_dates_are_in_order,
    termination_is_in_the_seals_time,
    seals_certificates_exist,
    seals_certificates_are_the_holders,
    seals_element_is_the_holders,
    seal_lives_with_its_certificates,
    seal_begins_with_its_contract,
)
