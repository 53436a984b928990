"""Turns one record of the register and a day into its public answer, or its line in a list."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from generator import code, decision
from generator.answer import Answer, Match, MatchKind, answered
from generator.decision import Decision
from generator.decision.facts import company_name, element_name
from generator.load import Entry
from generator.model.company import Company
from generator.model.seal import Seal
from generator.registry import Granted, Registry, Tombstone
from generator.status import element_statuses


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
    name = f"{element_name(granted.element)}, {company_name(company)}"
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
        label=company_name(entry.record),
        rige=None if extent == "algunas" else extent == "todas",
        matches=tuple(matches),
        via=via,
    )


def company_match(registry: Registry, entry: Entry[Company], day: date) -> Match:
    """A company in a list of records, with its word: only a first line counts in fixed words."""
    decided = decision.company(registry, entry, day)
    name = company_name(entry.record)
    path = f"empresas/{entry.id}/"
    match = _match("empresa", entry.id, name, path, decided, entry.record.example)
    return replace(match, state=decided.word)


def element_matches(registry: Registry, entry: Entry[Company], day: date) -> Iterable[Match]:
    """Each element of a company in each agreement, with its word for the day."""
    for element in entry.record.elements:
        ids = {one.agreement_id for one in element.adhesions}
        agreements = {id: found for id in ids if (found := registry.agreement(id))}
        for status in element_statuses(element, agreements, day):
            decided = decision.element(registry, entry, element, status, day)
            yield Match(
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
