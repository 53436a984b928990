"""Turns published records into the small plain data from which a browser answers for any day.

Keys are one letter long, because thousands of these stand in pages and look-up parts:

- company: `i` id, `t` name, `x` 1 for an example, `e` elements, `s` seals
- element: `i` id, `k` scope, `t` name, `a` accepted adhesions
- adhesion: `i` agreement id, `f` day, `r` withdrawal `[day, reason]`, `c` certificates
- certificate: `k` code, `f` and `h` first and last day, `l` level, `n` official number,
  `s` suspensions `[from, to, reason]`, `a` annulment `[day, reason]`
- seal: `k` code, `g` day from which it is known, `d` and `h` first and last day, `e` element id,
  `p` contract, `u` uses, `t` end `[day, reason]`, `z` codes of certificates, `x` 1 for an example
- agreement: `t` name, `b` day from which it has ended, `l` names of levels by number,
  `n` its lists (adherents, certificates, seals), each `[coverage, day]`

What is absent is left out. The browser's reader is `templates/assets/estado/hechos.js`.
"""

from collections.abc import Iterable, Mapping, Sequence

from generator.agreement_time import ended_from
from generator.decision.facts import agreement_name, company_name, iso, known_from
from generator.decision.rolls import ROLL_NAMES, roll
from generator.load import Entry
from generator.model.agreement import Agreement
from generator.model.company import Adhesion, Certificate, Company, Element
from generator.model.seal import Seal
from generator.registry import Registry

Plain = dict[str, object]


def company(
    registry: Registry, entry: Entry[Company], elements: Iterable[Element] | None = None
) -> Plain:
    """A company with its seals; with some of its elements only, where `elements` says so."""
    record = entry.record
    chosen = record.elements if elements is None else elements
    seals = registry.seals_by_company.get(entry.id, ())
    return _dense(
        {
            "i": entry.id,
            "t": company_name(record),
            "x": 1 if record.example else None,
            "e": [element(one) for one in chosen],
            "s": [seal(one.record) for one in seals],
        }
    )


def element(one: Element) -> Plain:
    """An element with its adhesions."""
    return _dense(
        {
            "i": one.id,
            "k": one.scope,
            "t": one.name,
            "a": [adhesion(held) for held in one.adhesions],
        }
    )


def adhesion(one: Adhesion) -> Plain:
    """An adhesion with its certificates."""
    left = one.withdrawal
    return _dense(
        {
            "i": one.agreement_id,
            "f": iso(one.adhered_on),
            "r": _pair(iso(left.withdrawn_on), left.reason) if left else None,
            "c": [certificate(held) for held in one.certificates],
        }
    )


def certificate(one: Certificate) -> Plain:
    """A certificate with all that bears on its state."""
    annulled = one.annulment
    return _dense(
        {
            "k": one.code,
            "n": one.official_number,
            "f": iso(one.certified_on),
            "h": iso(one.valid_until),
            "l": one.level,
            "s": [_pair(iso(s.since), iso(s.until), s.reason) for s in one.suspensions],
            "a": _pair(iso(annulled.annulled_on), annulled.reason) if annulled else None,
        }
    )


def seal(one: Seal) -> Plain:
    """A seal; its certificates by code, as its company holds them."""
    ended = one.termination
    return _dense(
        {
            "k": one.code,
            "g": iso(known_from(one)),
            "d": iso(one.since),
            "h": iso(one.until),
            "e": one.holder.element_id,
            "p": one.contract.number,
            "u": list(one.uses),
            "t": _pair(iso(ended.ended_on), ended.reason) if ended else None,
            "z": list(one.certificates),
            "x": 1 if one.example else None,
        }
    )


def agreement(record: Agreement) -> Plain:
    """What an answer needs to know of an agreement."""
    return _dense(
        {
            "t": record.name,
            "b": iso(ended_from(record)),
            "l": {str(level.number): level.name for level in record.levels},
            "n": coverages(record),
        }
    )


def agreements(registry: Registry, elements: Iterable[Element]) -> Mapping[str, Plain]:
    """The agreements of some elements, by the ids that their adhesions give."""
    ids = {one.agreement_id for element in elements for one in element.adhesions}
    return {id: _named(registry, id) for id in sorted(ids) if agreement_name(registry, id) != id}


def _named(registry: Registry, id: str) -> Plain:
    """Of a withdrawn agreement only what it is called."""
    record = registry.agreement(id)
    return agreement(record) if record else {"t": agreement_name(registry, id)}


def coverages(record: Agreement) -> list[Sequence[str]]:
    """How much of each of its lists is held, `[]` where none is."""
    found = [_coverage(record, name) for name in ROLL_NAMES]
    return found if any(found) else []


def _coverage(record: Agreement, name: str) -> Sequence[str]:
    held = roll(record, name)
    return _pair(held.coverage, iso(held.as_of)) if held else []


def _pair(*values: str | None) -> list[str]:
    """Texts without the empty ones at the end."""
    found = [value or "" for value in values]
    while found and not found[-1]:
        found.pop()
    return found


def _dense(plain: Plain) -> Plain:
    return {key: value for key, value in plain.items() if value}
