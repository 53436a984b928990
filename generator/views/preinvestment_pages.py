"""Turns pre-investment agreements into their pages: stages, contents, guarantor and follow-up."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from generator.load import Entry
from generator.model.preinvestment import Matter, Preinvestment
from generator.views.page import Page, Planned, Slot
from generator.views.preinvestment_time import MODEL, StageShown, stages, total
from generator.views.record_parts import SECTIONS, corrections, description, place, rubro_link
from generator.views.survey import Survey
from generator.views.territory_words import region_links, territory_words
from generator.vocabulary import LABELS, label

_MATTERS = ("baseline", "impacts", "local_development", "continuity")
_TONES = {"acordado": "bien", "en_discusion": "atencion"}


@dataclass(frozen=True, slots=True)
class MatterShown:
    """One of the four contents; `state` is "" where none is recorded."""

    name: str
    state: str
    tone: str
    text: str


@dataclass(frozen=True, slots=True)
class PreinvestmentRow:
    """An agreement in the list."""

    name: str
    path: str
    holder: str
    territory: str
    state: str
    agreed: int
    stage: StageShown | None
    number: int
    certified_on: date | None
    example: bool


def pages(survey: Survey) -> Iterator[Planned]:
    """A page for each pre-investment agreement."""
    for entry in survey.registry.preinvestments.values():
        yield Planned(f"preinversion/{entry.id}/", partial(_page, survey, entry))


def list_slot(survey: Survey) -> Slot:
    """All of them, by name."""
    rows = tuple(_row(survey, entry) for entry in survey.registry.preinvestments.values())
    return Slot("fragments/preinvestments.html", {"rows": rows})


def _row(survey: Survey, entry: Entry[Preinvestment]) -> PreinvestmentRow:
    record = entry.record
    line = stages(record, survey.day)
    running = [(n, one) for n, one in enumerate(line, 1) if one.state == "en curso"]
    number, stage = running[-1] if running else (0, None)
    certification = record.process_certification
    return PreinvestmentRow(
        record.project,
        f"preinversion/{entry.id}/",
        record.holder or "",
        territory_words(record.territory),
        _state(record),
        sum(one.state == label("content_state", "acordado") for one in matters(record)),
        stage,
        number,
        certification.certified_on if certification else None,
        record.example,
    )


def _state(record: Preinvestment) -> str:
    if record.state in (None, "sin_informacion"):
        return ""
    return label("preinvestment_state", record.state or "")


def _page(survey: Survey, entry: Entry[Preinvestment]) -> Page:
    record = entry.record
    comunas = record.territory.comunas if record.territory else ()
    line = stages(record, survey.day)
    return Page(
        path=f"preinversion/{entry.id}/",
        mould="preinversion",
        template="pages/preinversion.html",
        title=f"{record.project}: acuerdo voluntario de preinversión",
        description=description(
            f"{record.project}: etapas, contenidos, garante y seguimiento de su acuerdo voluntario"
            " de preinversión."
        ),
        context={
            "project": record,
            "state": _state(record),
            "stages": line,
            "months": sum(one.months or 0 for one in record.stages),
            "lasted": total(line, survey.day),
            "model": MODEL,
            "agreed": sum(one.tone == "bien" for one in matters(record)),
            "matters": matters(record),
            "rubro": rubro_link(record.rubro),
            "comunas": tuple(found for code in comunas if (found := place(code))),
            "regions": region_links(record.territory) if not comunas else (),
            "territory": territory_words(record.territory),
            "corrections": corrections(record, survey.day),
        },
        crumbs=(SECTIONS["preinversion"],),
        example=record.example,
        source=entry.path,
    )


def matters(record: Preinvestment) -> tuple[MatterShown, ...]:
    """The four contents that an agreement of this kind must settle, recorded or not."""
    names = LABELS["preinvestment_content"].values()
    return tuple(
        _matter(name, getattr(record.matters, field) if record.matters else None)
        for name, field in zip(names, _MATTERS, strict=True)
    )


def _matter(name: str, matter: Matter | None) -> MatterShown:
    if matter is None:
        return MatterShown(name, "", "neutro", "")
    state = label("content_state", matter.state) if matter.state else ""
    return MatterShown(name, state, _TONES.get(matter.state or "", "neutro"), matter.text or "")
