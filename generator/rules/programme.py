"""Regional programmes: their companies, once each, and the order of their steps."""

from collections.abc import Iterator

from generator import territory
from generator.load import Entry, is_lost
from generator.model.company import Company
from generator.model.programme import Participant, Programme
from generator.problem import Finding
from generator.rules.here import Here, each
from generator.rules.index import Index
from generator.rules.order import Step, out_of_order
from generator.rules.repeats import repeated


def _participants(entry: Entry[Programme]) -> list[tuple[Participant, Here]]:
    return list(each(entry.record.participants, Here(entry.path), "participantes"))


def company_takes_part_once(index: Index) -> Iterator[Finding]:
    """A company stands once among the participants."""
    for entry in index.programmes:
        uses = ((one.company_id, here) for one, here in _participants(entry))
        yield from repeated(uses, "empresa", "APL470")


def steps_follow_one_another(index: Index) -> Iterator[Finding]:
    """A company's steps are in the order of the programme; productivity may come at any time."""
    for entry in index.programmes:
        for one, here in _participants(entry):
            for (key, day), (earlier, first) in out_of_order(_steps(one)):
                params = {"key": key, "value": day, "earlier": earlier, "first": first}
                yield Finding(here.spot(key), "APL471", params)


def _steps(one: Participant) -> list[Step]:
    return [
        ("ingreso", one.entered),
        ("auditoria_inicial", one.first_audit),
        ("plan", one.plan),
        ("implementacion", one.implementation),
        ("auditoria_final", one.final_audit),
        ("distincion", one.distinction),
    ]


def programme_ends_after_it_begins(index: Index) -> Iterator[Finding]:
    """`hasta` is not before `desde`."""
    for entry in index.programmes:
        since, until = entry.record.since, entry.record.until
        if since and until and until.surely_before(since):
            params = {"value": until, "first": since}
            yield Finding(Here(entry.path).spot("hasta"), "APL472", params)


def participant_is_of_the_region(index: Index) -> Iterator[Finding]:
    """A participant with no comuna in the programme's region is unusual."""
    for entry in index.programmes:
        for one, here in _participants(entry):
            company = index.resolve("empresas", one.company_id)
            regions = _regions(company.record) if company else frozenset()
            if regions and not is_lost(entry.record.region) and entry.record.region not in regions:
                params = {"id": one.company_id, "region": entry.record.region}
                yield Finding(here.spot("empresa"), "APL473", params)


def _regions(company: Company) -> frozenset[str]:
    """The regions of a company's comunas; none where one of these could not be read."""
    codes = [company.comuna, *(element.comuna for element in company.elements)]
    if is_lost(company.elements, *company.elements, *codes):
        return frozenset()
    found = (territory.comuna(code) for code in codes if code)
    return frozenset(comuna.region for comuna in found if comuna)


def progress_is_counted_once(index: Index) -> Iterator[Finding]:
    """One count for each stage and date."""
    for entry in index.programmes:
        rows = each(entry.record.progress, Here(entry.path), "avances")
        uses = (
            (f"{row.stage}, {row.as_of}", here)
            for row, here in rows
            if not is_lost(row.stage, row.as_of)
        )
        yield from repeated(uses, "etapa", "APL474")


RULES = (
    company_takes_part_once,
    steps_follow_one_another,
    programme_ends_after_it_begins,
    participant_is_of_the_region,
    progress_is_counted_once,
)
