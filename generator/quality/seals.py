"""A seal → what is missing, old, unsourced or contradictory in its record on a day."""

from collections.abc import Iterator
from datetime import date

from generator.load import Entry
from generator.model.seal import Seal
from generator.quality.gap import Gap, of_sources


def gaps(
    entry: Entry[Seal], day: date, *, has_certificate: bool, since: date | None = None
) -> Iterator[Gap]:
    """Everything; what a contract that is over allowed is not asked for any more.

    `has_certificate` says whether one that it names is in force, `since` when the last one ended.
    """
    record = entry.record
    ended = record.termination
    if record.since < record.contract.signed_on:
        text = "empieza antes de que se firmara su contrato"
        yield Gap("contradice", ("desde",), text, record.since)
    if ended and ended.ended_on <= day:
        if ended.reason is None:
            yield Gap("falta", ("termino", "motivo"), "no dice por qué terminó", ended.ended_on)
    elif record.since <= day <= record.until:
        if not record.uses:
            text = "no dice dónde se puede mostrar"
            yield Gap("falta", ("usos",), text, record.contract.signed_on)
        if not has_certificate:
            text = "su contrato rige, pero ningún certificado suyo está vigente"
            yield Gap("contradice", ("certificados",), text, since)
    yield from of_sources(record, day)
