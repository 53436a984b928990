"""Turns a record into the JSON by which a page's script keeps its status words true.

It stands in `data-estado`. A company's serve its elements on the same page. The whole forms also
let the script correct sentences; those that end in `_word` hold only what a word in a list needs.
The reader is `templates/assets/estado/vivo.js`.
"""

import json
from collections.abc import Sequence

from generator.agreement_time import ended_from
from generator.decision import compact
from generator.decision.facts import iso
from generator.load import Entry
from generator.model.company import Adhesion, Certificate, Company, Element
from generator.model.seal import Seal
from generator.registry import Granted, Registry

Plain = dict[str, object]

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)


def certificate(registry: Registry, granted: Granted) -> str:
    """All that the answer for a certificate depends on."""
    return _world(
        registry, "certificado", granted.certificate.code, granted.company, granted.element
    )


def seal(registry: Registry, entry: Entry[Seal]) -> str:
    """All that the answer for a seal depends on."""
    holder = registry.companies[entry.record.holder.company_id]
    held = next((e for e in holder.record.elements if e.id == entry.record.holder.element_id), None)
    return _world(registry, "sello", entry.record.code, holder, held)


def element(item: Element, agreement_id: str) -> str:
    """Which element in which agreement: the facts stand once on the page, in those of `company`."""
    return _json({"q": "elemento", "k": [item.id, agreement_id]})


def company(registry: Registry, entry: Entry[Company]) -> str:
    """All that the answer for a company depends on."""
    return _plain_world(registry, "empresa", entry.id, entry, entry.record.elements)


def _world(
    registry: Registry, asked: str, which: object, entry: Entry[Company], item: Element | None
) -> str:
    """Of the company, only what is asked about and what its seals rest on."""
    seals = registry.seals_by_company.get(entry.id, ())
    codes = {code for one in seals for code in one.record.certificates}
    needed = [one for one in entry.record.elements if one is item or _codes(one) & codes]
    return _plain_world(registry, asked, which, entry, needed)


def _codes(item: Element) -> set[str]:
    return {one.code for adhesion in item.adhesions for one in adhesion.certificates}


def _plain_world(
    registry: Registry,
    asked: str,
    which: object,
    entry: Entry[Company],
    elements: Sequence[Element],
) -> str:
    return _json(
        {
            "q": asked,
            "k": which,
            "e": compact.company(registry, entry, elements),
            "g": compact.agreements(registry, elements),
        }
    )


def certificate_word(one: Certificate) -> str:
    """What the word for a certificate depends on."""
    return _json({"q": "certificado", "c": _short(one)})


def seal_word(registry: Registry, entry: Entry[Seal]) -> str:
    """What the word for a seal depends on."""
    one = entry.record
    ended = one.termination
    held: Plain = {"d": iso(one.since), "h": iso(one.until)}
    if ended:
        held["t"] = [iso(ended.ended_on)]
    covered = [_short(certificate) for certificate in registry.covered_by(one)]
    return _json({"q": "sello", "s": held, "z": covered})


def element_word(registry: Registry, item: Element, agreement_id: str) -> str:
    """What the word for an element in one agreement depends on."""
    held = [one for one in item.adhesions if one.agreement_id == agreement_id]
    return _json({"q": "elemento", "a": [_adhesion(registry, one) for one in held]})


def company_word(registry: Registry, entry: Entry[Company]) -> str:
    """What the count of a company depends on."""
    elements = entry.record.elements
    ids = list(dict.fromkeys(held.agreement_id for one in elements for held in one.adhesions))
    known = (registry.agreement(id) for id in ids)
    lists = [{"n": compact.coverages(one)} if one else {} for one in known]
    shown = [_element(registry, one, ids) for one in elements]
    return _json({"q": "empresa", "e": {"e": shown}, "g": lists})


def _element(registry: Registry, item: Element, agreements: Sequence[str]) -> Plain:
    held = [
        {"i": agreements.index(one.agreement_id), **_adhesion(registry, one)}
        for one in item.adhesions
    ]
    return {"k": item.scope, "a": held} if held else {"k": item.scope}


def _adhesion(registry: Registry, one: Adhesion) -> Plain:
    found: Plain = {"f": iso(one.adhered_on)}
    agreement = registry.agreement(one.agreement_id)
    if agreement and (ended := ended_from(agreement)):
        found["b"] = iso(ended)
    if one.withdrawal:
        found["r"] = [iso(one.withdrawal.withdrawn_on)]
    if one.certificates:
        found["c"] = [_short(certificate) for certificate in one.certificates]
    return found


def _short(one: Certificate) -> Plain:
    found: Plain = {"f": iso(one.certified_on), "h": iso(one.valid_until)}
    if one.level:
        found["l"] = one.level
    if one.suspensions:
        found["s"] = [[iso(s.since), iso(s.until)] for s in one.suspensions]
    if one.annulment:
        found["a"] = [iso(one.annulment.annulled_on)]
    return found


def _json(plain: Plain) -> str:
    return _ENCODER.encode(plain)
