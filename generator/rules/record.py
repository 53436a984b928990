"""What any record may carry: its sources, its corrections, and its withdrawal from the register."""

from collections.abc import Iterator
from typing import Any

from generator.load import Entry, is_lost
from generator.model.record import Source
from generator.problem import Finding
from generator.rules.circles import circles
from generator.rules.here import Here, each
from generator.rules.index import Index


def real_record_has_a_source(index: Index) -> Iterator[Finding]:
    """At least one source on records that are neither examples nor withdrawn."""
    for _, entry in index.records():
        record = entry.record
        if record.withdrawal is not None or is_lost(record.sources):
            continue
        if record.example is False and not record.sources:
            is_there = "sources" in record.model_fields_set
            keys, here = ("fuentes",) if is_there else (), Here(entry.path)
            # It may be an example that does not say so.
            yield Finding(here.spot(*keys), "APL240", doubts=(here.spot("ejemplo"),))


def source_says_where(index: Index) -> Iterator[Finding]:
    """A source has an address or names a document."""
    for sources, here in _lists_of_sources(index):
        for number, one in enumerate(sources):
            if one.url is None and one.document is None:
                yield Finding(here.spot("fuentes", number), "APL242")


def _lists_of_sources(index: Index) -> Iterator[tuple[tuple[Source, ...], Here]]:
    """Those of records, and those that certificates have of their own."""
    for _, entry in index.records():
        yield entry.record.sources, Here(entry.path)
    for of in index.certificates:
        yield of.certificate.sources, of.here


def merger_names_its_heir(index: Index) -> Iterator[Finding]:
    """`fusion` needs `en`, and only a merger has an heir."""
    for _, entry in index.records():
        gone = entry.record.withdrawal
        if not gone or is_lost(gone.reason):
            continue
        here = Here(entry.path, ("baja",))
        if gone.reason == "fusion" and gone.heir is None:
            yield Finding(here.spot(), "APL243")
        if gone.reason != "fusion" and gone.heir is not None:
            yield Finding(here.spot("en", on="key"), "APL244", {"reason": gone.reason})


def heirs_end_somewhere(index: Index) -> Iterator[Finding]:
    """No record is its own heir, nor its heir's heir."""
    for collection in index.loaded.entries:
        entries = {entry.id: entry for entry in index.checked(collection)}
        heirs = {id: heir for id, entry in entries.items() if (heir := _heir(entry))}
        for id, circle in circles(heirs):
            spot = Here(entries[id].path).spot("baja", "en")
            code = "APL241" if heirs[id] == id else "APL245"
            yield Finding(spot, code, {"circle": circle})


def _heir(entry: Entry[Any]) -> str | None:
    gone = entry.record.withdrawal
    return gone.heir if gone and gone.reason == "fusion" else None


def correction_changes_something(index: Index) -> Iterator[Finding]:
    """What a correction says now differs from what it said."""
    for _, entry in index.records():
        for one, here in each(entry.record.corrections, Here(entry.path), "correcciones"):
            if one.said == one.says:
                yield Finding(here.spot("dice"), "APL247", {"value": one.says})


RULES = (
    real_record_has_a_source,
    source_says_where,
    merger_names_its_heir,
    heirs_end_somewhere,
    correction_changes_something,
)
