"""Turns one record of the register and a day into its public answer, or its line in a list."""

from collections.abc import Iterable, Mapping
from datetime import date

from generator import code, decision
from generator.answer import Answer, Match, answered
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


def certificate_match(granted: Granted, decided: decision.Decision) -> Match:
    """A certificate in a list of records."""
    name = f"{element_name(granted.element)}, {company_name(granted.company.record)}"
    written = granted.certificate.code
    return Match(
        "certificado",
        written,
        name,
        decided.state,
        f"v/{code.compact(written)}/",
        decided.level,
        granted.company.record.example,
    )


def seal_answer(registry: Registry, query: str, seal: Entry[Seal], day: date) -> Answer:
    """The answer for one seal."""
    decided = decision.seal(registry, seal, day)
    written = seal.record.code
    path = f"v/{code.compact(written)}/"
    name = decided.facts["empresa"]
    match = Match("sello", written, name, decided.state, path, decided.level, seal.record.example)
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
) -> Answer:
    """The answer for one company, with a line for each of its elements in each agreement."""
    decided = decision.company(registry, entry, day)
    extent = decided.facts["estado"]
    return answered(
        query,
        day,
        "empresa",
        decided,
        id=entry.id,
        label=company_name(entry.record),
        rige=None if extent == "algunas" else extent == "todas",
        matches=(company_match(registry, entry, day), *element_matches(registry, entry, day)),
        via=via,
    )


def company_match(registry: Registry, entry: Entry[Company], day: date) -> Match:
    """A company in a list of records."""
    decided = decision.company(registry, entry, day)
    name = company_name(entry.record)
    path = f"empresas/{entry.id}/"
    example = entry.record.example
    return Match("empresa", entry.id, name, decided.state, path, decided.level, example)


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
