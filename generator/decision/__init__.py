"""The decision table: facts of a case in, one worded answer out, for every surface alike."""

from datetime import date

from generator.decision import company_facts, facts
from generator.decision.remark_rows import REMARK_ROWS, STALE_ROW
from generator.decision.row import Decision, Facts, Level, Row, Subject, applies, decide
from generator.decision.table import TABLE, PublishedRow, rows
from generator.load import Entry
from generator.model.company import Adhesion, Certificate, Company, Element
from generator.model.seal import Seal
from generator.registry import Granted, Registry, Tombstone
from generator.status import ElementStatus

__all__ = [
    "TABLE",
    "Decision",
    "Facts",
    "Level",
    "PublishedRow",
    "Row",
    "Subject",
    "certificate",
    "company",
    "decide",
    "element",
    "remarks",
    "rows",
    "seal",
    "stale",
    "unadhered",
    "withdrawn",
]


def certificate(registry: Registry, granted: Granted, day: date) -> Decision:
    """The answer for a certificate on a day."""
    return decided("certificado", facts.certificate_facts(registry, granted, day))


def seal(registry: Registry, entry: Entry[Seal], day: date) -> Decision:
    """The answer for a seal on a day."""
    return decided("sello", facts.seal_facts(registry, entry.record, day))


def element(
    registry: Registry, entry: Entry[Company], item: Element, status: ElementStatus, day: date
) -> Decision:
    """The answer for an element in one agreement: its certificate's, where one decides."""
    if status.certificate and status.state != "retirado":
        held = status.certificate
        return certificate(registry, Granted(entry, item, _adhesion_of(item, held), held), day)
    return decided(
        "elemento", company_facts.element_facts(registry, entry.record, item, status, day)
    )


def unadhered(company: Company, item: Element) -> Decision:
    """The answer for an element on a day before its first adhesion."""
    return decided("elemento", company_facts.unadhered_facts(company, item))


def company(registry: Registry, entry: Entry[Company], day: date) -> Decision:
    """The answer for a company on a day: how many of its elements are certified."""
    return decided("empresa", company_facts.company_facts(registry, entry, day))


def withdrawn(registry: Registry, stone: Tombstone) -> Decision:
    """The answer for a withdrawn record, on whatever day."""
    return decided("ficha", facts.withdrawn_facts(registry, stone))


def decided(subject: Subject, case: Facts) -> Decision:
    """The answer of the first row of `subject` that applies to the facts of a case."""
    return decide(subject, TABLE[subject], case)


def remarks(case: Facts) -> tuple[Decision, ...]:
    """What is to be said besides the answer; a fact that the case lacks counts as no."""
    known = {name: "no" for row in REMARK_ROWS for name in row.when} | dict(case)
    return tuple(Decision("aviso", row, known) for row in REMARK_ROWS if applies(row, known))


def stale(days: int, data_day: date) -> Decision:
    """What replaces an answer that affirms something, when the data are `days` days old."""
    return Decision("aviso", STALE_ROW, {"dias": str(days), "datos": data_day.isoformat()})


def _adhesion_of(item: Element, certificate: Certificate) -> Adhesion:
    return next(one for one in item.adhesions if certificate in one.certificates)
