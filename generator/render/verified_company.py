"""Turns a company into what /verificar/ knows of it: facts, their identity, and corrections.

Beside the compact form: `y` tells these facts, with those of its agreements, from any other edition
of them; `o` are the public corrections, `[day, field, said, says]`, of the company and its seals.
"""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256

from generator.decision import compact
from generator.decision.facts import iso
from generator.load import Entry
from generator.model.company import Company
from generator.model.record import Record
from generator.model.titles import title
from generator.registry import Registry

LENGTH = 12
"""Symbols of an identity: 48 bits tell the editions of one record apart."""


def verified_company(registry: Registry, entry: Entry[Company]) -> Mapping[str, object]:
    """All that an answer about the company, on any day, is made from."""
    facts = compact.company(registry, entry)
    agreements = compact.agreements(registry, entry.record.elements)
    made = [list(one) for one in _corrections(registry, entry)]
    return {**facts, "y": identity(facts, agreements), **({"o": made} if made else {})}


def identity(facts: Mapping[str, object], agreements: Mapping[str, object]) -> str:
    """The beginning of the SHA-256 of published facts; what is withheld is no part of it."""
    text = json.dumps([facts, agreements], ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()[:LENGTH]


def _corrections(registry: Registry, entry: Entry[Company]) -> Iterator[tuple[str, str, str, str]]:
    yield from _of_record(entry.record, "")
    for seal in registry.seals_by_company.get(entry.id, ()):
        yield from _of_record(seal.record, f" del sello {seal.record.code}")


def _of_record(record: Record, whose: str) -> Iterator[tuple[str, str, str, str]]:
    for one in record.corrections:
        field = f"{title(type(record), one.field)}{whose}"
        yield iso(one.corrected_on), field, one.said or "", one.says or ""
