"""Turns pre-investment agreements into their pages: stages, contents, guarantor and follow-up."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.days import PartialDate
from generator.load import Entry
from generator.model.preinvestment import Matter, Preinvestment
from generator.views.page import Page, Planned, Slot
from generator.views.record_parts import SECTIONS, corrections, description, place, rubro_link
from generator.views.survey import Survey
from generator.views.territory_words import region_links, territory_words
from generator.vocabulary import LABELS, label

_MATTERS = ("baseline", "impacts", "local_development", "continuity")
_TONES = {"acordado": "bien", "en_discusion": "atencion"}


@dataclass(frozen=True, slots=True)
class StageShown:
    """A stage on the line: `share` is its part of the whole in per cent, `state` how it stands."""

    name: str
    months: int | None
    begins: PartialDate | None
    ends: PartialDate | None
    share: float
    state: str


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
    example: bool


def pages(survey: Survey) -> Iterator[Planned]:
    """A page for each pre-investment agreement."""
    for entry in survey.registry.preinvestments.values():
        yield Planned(f"preinversion/{entry.id}/", partial(_page, survey, entry))


def list_slot(survey: Survey) -> Slot:
    """All of them, by name."""
    rows = tuple(map(_row, survey.registry.preinvestments.values()))
    return Slot("fragments/preinvestments.html", {"rows": rows})


def _row(entry: Entry[Preinvestment]) -> PreinvestmentRow:
    record = entry.record
    return PreinvestmentRow(
        record.project,
        f"preinversion/{entry.id}/",
        record.holder or "",
        territory_words(record.territory),
        _state(record),
        sum(one.state == label("content_state", "acordado") for one in matters(record)),
        record.example,
    )


def _state(record: Preinvestment) -> str:
    if record.state in (None, "sin_informacion"):
        return ""
    return label("preinvestment_state", record.state or "")


def _page(survey: Survey, entry: Entry[Preinvestment]) -> Page:
    record = entry.record
    comunas = record.territory.comunas if record.territory else ()
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
            "stages": stages(survey, record),
            "months": sum(one.months or 0 for one in record.stages),
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


def stages(survey: Survey, record: Preinvestment) -> tuple[StageShown, ...]:
    """The stages in order, each as long on the line as it lasts."""
    total = sum(one.months or 1 for one in record.stages)
    return tuple(
        StageShown(
            one.name,
            one.months,
            one.begins,
            one.ends,
            round(100 * (one.months or 1) / total, 2),
            _progress(survey, one.begins, one.ends),
        )
        for one in record.stages
    )


def _progress(survey: Survey, begins: PartialDate | None, ends: PartialDate | None) -> str:
    """`terminada`, `en curso` or `por empezar`, as far as its dates tell."""
    if ends and ends.surely_before(survey.day):
        return "terminada"
    if begins and begins.surely_after(survey.day):
        return "por empezar"
    return "en curso" if begins else ""


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
