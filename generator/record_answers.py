"""Turns one record of the register and a day into its public answer, or its line in a list."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from generator import code, decision
from generator.answer import Answer, Match, MatchKind, answered
from generator.decision import Decision
from generator.decision.company_facts import speaking
from generator.decision.facts import element_name, said_company, yes
from generator.load import Entry
from generator.model.company import Company, Element
from generator.model.seal import Seal
from generator.registry import Granted, Registry, Tombstone
from generator.status import ElementStatus, element_statuses


def certificate_answer(registry: Registry, query: str, granted: Granted, day: date) -> Answer:
    """The answer for one certificate."""
    decided = decision.certificate(registry, granted, day)
    written = granted.certificate.code
    return answered(
        query,
        day,
        "certificado",
        decided,
        id=written,
        label=written,
        rige=decided.affirms,
        matches=(certificate_match(granted, decided),),
    )


def certificate_match(granted: Granted, decided: Decision) -> Match:
    """A certificate in a list of records."""
    company = granted.company.record
    name = f"{element_name(granted.element)}, {said_company(company)}"
    written = granted.certificate.code
    return _match(
        "certificado", written, name, f"v/{code.compact(written)}/", decided, company.example
    )


def _match(
    kind: MatchKind, id: str, name: str, path: str, decided: Decision, example: bool
) -> Match:
    return Match(kind, id, name, decided.state, path, decided.level, decided.affirms, example)


def seal_answer(registry: Registry, query: str, seal: Entry[Seal], day: date) -> Answer:
    """The answer for one seal."""
    decided = decision.seal(registry, seal, day)
    written = seal.record.code
    path = f"v/{code.compact(written)}/"
    name = decided.facts["empresa"]
    match = _match("sello", written, name, path, decided, seal.record.example)
    return answered(
        query,
        day,
        "sello",
        decided,
        id=written,
        label=written,
        rige=decided.affirms,
        matches=(match,),
    )


def company_answer(
    registry: Registry,
    query: str,
    entry: Entry[Company],
    day: date,
    via: Mapping[str, str] | None = None,
    *,
    listed: bool = True,
) -> Answer:
    """The answer for one company, with a line for each of its elements in each agreement.

    Those lines take most of the time; `listed` tells whether they are wanted.
    """
    decided = decision.company(registry, entry, day)
    extent = decided.facts["estado"]
    matches: Iterable[Match] = ()
    if listed:
        matches = (company_match(registry, entry, day), *element_matches(registry, entry, day))
    return answered(
        query,
        day,
        "empresa",
        decided,
        id=entry.id,
        label=said_company(entry.record),
        rige=None if extent == "algunas" else extent == "todas",
        matches=tuple(matches),
        via=via,
    )


def company_match(registry: Registry, entry: Entry[Company], day: date) -> Match:
    """A company in a list of records, with its word: only a first line counts in fixed words."""
    decided = decision.company(registry, entry, day)
    name = said_company(entry.record)
    path = f"empresas/{entry.id}/"
    match = _match("empresa", entry.id, name, path, decided, entry.record.example)
    return replace(match, state=decided.word)


def element_answer(
    registry: Registry,
    query: str,
    entry: Entry[Company],
    element: Element,
    day: date,
    via: Mapping[str, str] | None = None,
) -> Answer:
    """The answer for one element, with a line for each of its agreements.

    Of several agreements the one speaks that says most: a certificate in force, if there is any.
    """
    statuses = _statuses(registry, element, day)
    said = [decision.element(registry, entry, element, one, day) for one in statuses]
    decided = (
        said[statuses.index(speaking(statuses))]
        if statuses
        else decision.unadhered(entry.record, element)
    )
    reached = {"varios_acuerdos": yes(len(said) > 1), "cuantos": str(len(said))}
    return answered(
        query,
        day,
        "elemento",
        decided,
        id=f"{entry.id}/{element.id}",
        label=f"{element.name}, {said_company(entry.record)}",
        rige=decided.affirms if statuses else None,
        matches=tuple(_element_match(entry, element, one) for one in said),
        via={**reached, **(via or {})},
    )


def element_matches(registry: Registry, entry: Entry[Company], day: date) -> Iterable[Match]:
    """Each element of a company in each agreement, with its word for the day."""
    for element in entry.record.elements:
        for status in _statuses(registry, element, day):
            decided = decision.element(registry, entry, element, status, day)
            yield _element_match(entry, element, decided)


def _statuses(registry: Registry, element: Element, day: date) -> Sequence[ElementStatus]:
    ids = {one.agreement_id for one in element.adhesions}
    agreements = {id: found for id in ids if (found := registry.agreement(id))}
    return element_statuses(element, agreements, day)


def _element_match(entry: Entry[Company], element: Element, decided: Decision) -> Match:
    return Match(
        "elemento",
        f"{entry.id}/{element.id}",
        f"{element.name}, {decided.facts['acuerdo']}",
        decided.word,
        f"empresas/{entry.id}/#{element.id}",
        decided.level,
        decided.affirms,
        entry.record.example,
    )


def withdrawn_answer(
    registry: Registry, text: str, stone: Tombstone, day: date, label: str
) -> Answer:
    """The answer for a withdrawn record, with the one that continues it."""
    decided = decision.withdrawn(registry, stone)
    heir = registry.living(stone.collection, stone.heir) if stone.heir else None
    matches: Iterable[Match] = ()
    if heir and stone.collection == "empresas":
        matches = (company_match(registry, heir, day),)
    return answered(
        text, day, "ficha_retirada", decided, id=stone.id, label=label, matches=tuple(matches)
    )
