"""Turns the register's events into its latest changes, like ones of a day told together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from generator.days import PartialDate
from generator.decision.text import called_agreement
from generator.timeline import Event
from generator.views.follow import MOST_ENTRIES, follow
from generator.views.page import Slot
from generator.views.record_parts import Linked, public_name
from generator.views.states import code_path
from generator.views.survey import Survey

MOST = 8
LEFT_OUT = frozenset({"adhesion", "retiro"})
"""Too many to be news."""

_TOGETHER = {
    "certificado": "obtuvieron su certificado",
    "renovado": "renovaron su certificado",
    "vencido": "tienen su certificado vencido desde este día",
    "suspendido": "quedaron con su certificado suspendido",
    "suspension_terminada": "dejaron de tener su certificado suspendido",
    "anulado": "quedaron con su certificado anulado",
}
"""What several elements of one agreement did on one day, by the kind of event."""


@dataclass(frozen=True, slots=True)
class News:
    """A change: `sentence` alone, or `count` elements of `agreement` and what they did.

    `page` is where it shows, `who` the company it happened to; None where there is none.
    """

    when: date | PartialDate
    sentence: str
    count: int
    agreement: Linked | None
    page: Linked | None
    who: Linked | None
    example: bool


def slot(survey: Survey) -> Slot:
    """The latest changes, newest first."""
    return Slot("fragments/news.html", {"news": latest(survey, MOST), "day": survey.day})


def all_slot(survey: Survey) -> Slot:
    """The latest changes one by one, as many as the feed of changes has."""
    context = {"news": one_by_one(survey, MOST_ENTRIES), "day": survey.day}
    return Slot(
        "fragments/changes.html",
        {**context, "follow": follow(survey.site, "cambios", "vencimientos")},
    )


def latest(survey: Survey, most: int) -> tuple[News, ...]:
    """The `most` latest changes by the site's day; adhesions and withdrawals are too many."""
    groups: dict[tuple[object, ...], list[Event]] = {}
    for event in told(survey):
        groups.setdefault(_group(event), []).append(event)
        if len(groups) > most:
            groups.popitem()
            break
    return tuple(_news(survey, found) for found in groups.values())


def one_by_one(survey: Survey, most: int) -> tuple[News, ...]:
    """The `most` latest changes, each told alone, as the feeds tell them."""
    return tuple(_news(survey, [event]) for event in islice(told(survey), most))


def told(survey: Survey) -> Iterator[Event]:
    """What feeds and lists of changes tell, the latest first."""
    return (event for event in survey.happened if event.kind not in LEFT_OUT)


def _group(event: Event) -> tuple[object, ...]:
    if event.kind in _TOGETHER and event.agreement_id:
        return event.day, event.kind, event.agreement_id
    return event.day, event.kind, event.collection, event.id, event.code, event.mark


def _news(survey: Survey, found: list[Event]) -> News:
    first = found[0]
    alone = len(found) == 1
    return News(
        first.when,
        first.sentence if alone else _TOGETHER[first.kind],
        len(found),
        _agreement(survey, first) if not alone else None,
        _page(survey, first) if alone else None,
        _company(survey, first) if alone else None,
        _all_examples(found),
    )


def _all_examples(found: Iterable[Event]) -> bool:
    return all(one.example for one in found)


def _agreement(survey: Survey, event: Event) -> Linked | None:
    """As it stands after "el": `Acuerdo de …`, `acuerdo Envases II`."""
    entry = survey.registry.living("acuerdos", event.agreement_id)
    return Linked(called_agreement(entry.record.name), f"acuerdos/{entry.id}/") if entry else None


def _page(survey: Survey, event: Event) -> Linked | None:
    if event.code:
        return Linked(event.code, code_path(event.code))
    if event.collection == "empresas" or event.kind == "baja":
        return None
    known = survey.registry.collection(event.collection).get(event.id)
    return Linked("Ver la ficha", f"{event.collection}/{event.id}/") if known else None


def _company(survey: Survey, event: Event) -> Linked | None:
    entry = survey.registry.companies.get(event.id) if event.collection == "empresas" else None
    return Linked(public_name(entry.record), f"empresas/{entry.id}/") if entry else None
