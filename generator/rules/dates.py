"""Dates of what has happened: none of them lies in the future."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from generator.days import PartialDate
from generator.model import agreement, company, preinvestment, programme, record, seal, statistic
from generator.problem import Finding
from generator.rules.index import Index
from generator.rules.walk import Ways, blocks, place

HAPPENED: Mapping[type[record.Block], tuple[str, ...]] = {
    record.Source: ("consulted_on",),
    record.Correction: ("corrected_on",),
    record.RecordWithdrawal: ("withdrawn_on",),
    agreement.Agreement: ("state_as_of",),
    agreement.AgreementDates: ("interest", "signed"),
    agreement.Halt: ("since",),
    agreement.Figure: ("as_of",),
    agreement.Roll: ("as_of",),
    company.FormerName: ("until",),
    company.Consent: ("given_on",),
    company.Adhesion: ("adhered_on",),
    company.AdhesionWithdrawal: ("withdrawn_on",),
    company.Audit: ("audited_on",),
    company.Certificate: ("certified_on",),
    company.Annulment: ("annulled_on",),
    seal.Contract: ("signed_on",),
    seal.Termination: ("ended_on",),
    programme.Milestone: ("happened_on",),
    programme.Progress: ("as_of",),
    programme.Participant: (
        "entered",
        "first_audit",
        "plan",
        "implementation",
        "final_audit",
        "distinction",
        "productivity",
    ),
    preinvestment.ProcessCertification: ("certified_on",),
    statistic.Statistic: ("as_of",),
}
"""The fields that tell of something past; what a plan or a validity ends may lie ahead."""

_PAST = Ways(lambda kind: kind in HAPPENED)
_EMISSIONS = Ways(lambda kind: kind is agreement.EmissionRow)


def past_is_not_in_the_future(index: Index) -> Iterator[Finding]:
    """A date of something that has happened does not lie after the day of the check."""
    for _, entry in index.records():
        for block, trail in blocks(entry, _PAST):
            for name in HAPPENED[type(block)]:
                value = getattr(block, name)
                if value is not None and _is_after(value, index.day):
                    key = type(block).model_fields[name].alias or name
                    params = {"value": value, "day": index.day}
                    yield Finding(place(entry, trail).spot(key), "APL248", params)


def _is_after(value: Any, day: date) -> bool:
    if isinstance(value, PartialDate):
        return value.surely_after(day)
    return isinstance(value, date) and value > day


def measured_year_has_begun(index: Index) -> Iterator[Finding]:
    """A reduction of emissions that was measured is not of a year to come."""
    for entry in index.agreements:
        for block, trail in blocks(entry, _EMISSIONS):
            if block.year > index.day.year:
                params = {"value": block.year, "day": index.day}
                spot = place(entry, trail).spot("anio")
                yield Finding(spot, "APL248", params)


RULES = (past_is_not_in_the_future, measured_year_has_begun)
