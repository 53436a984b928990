"""Two records under one id → whether the later one is the same thing as the earlier one.

A name may be corrected, and a company may change its RUT; but when all that tells a thing from
others is another, and neither a former name nor a public correction says why, the id was given to
somebody else.
"""

from typing import Any

from generator.folding import fold
from generator.load import Entry
from generator.model.agreement import Agreement
from generator.model.company import Company, Element
from generator.model.record import Record

_SAYS_LITTLE = frozenset({"example", "draft", "corrections", "withdrawal", "former_ids"})


def same_record(was: Entry[Any], now: Entry[Any]) -> bool:
    """Whether the record is the one that bore this id before, as far as can be told."""
    old, new = was.record, now.record
    if any(one not in old.corrections for one in new.corrections):
        return True
    if isinstance(old, Company) and isinstance(new, Company):
        return _same_company(old, new)
    if isinstance(old, Agreement) and isinstance(new, Agreement):
        dated = old.dates is not None and old.dates == new.dates
        named = ((old.name, new.name), (old.sector, new.sector))
        return dated or any(fold(a or "") == fold(b or "") for a, b in named)
    return _same_in_part(old, new)


def _same_company(old: Company, new: Company) -> bool:
    """The same RUT or name, now or before; of a natural person too little is known to tell."""
    if old.kind == new.kind == "persona_natural" or not (old.legal_name or old.rut):
        return True
    ruts = {new.rut, *(one.rut for one in new.former_names)} - {None}
    names = {new.legal_name, new.trade_name, *(one.legal_name for one in new.former_names)}
    folded = {fold(one) for one in names if one}
    known = (fold(one) for one in (old.legal_name, old.trade_name) if one)
    return old.rut in ruts or any(one in folded for one in known)


def same_element(old: Element, new: Element) -> bool:
    """The same name or comuna, a shared certificate, or an adhesion of the same day."""
    if fold(old.name) == fold(new.name) or (old.comuna and old.comuna == new.comuna):
        return True
    return bool(_marks(old) & _marks(new)) or not _marks(old)


def _marks(element: Element) -> set[object]:
    """What an element's history is known by."""
    adhesions = {(one.agreement_id, one.adhered_on) for one in element.adhesions}
    return {*adhesions, *(one.code for held in element.adhesions for one in held.certificates)}


def _same_in_part(old: Record, new: Record) -> bool:
    """Whether any value that says something is the same, or there is none to tell by."""
    told = [name for name in type(old).model_fields if name not in _SAYS_LITTLE]
    held = [name for name in told if getattr(old, name, None)]
    return not held or any(getattr(old, name) == getattr(new, name, None) for name in held)
