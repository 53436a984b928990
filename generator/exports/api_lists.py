"""The registry → what the API lists beside the tables: figures, changes, renamed records."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from typing import Any, get_args

from generator import funnel, statistics, timeline
from generator.exports import figure_results
from generator.exports.cells import encoded
from generator.funnel import Step
from generator.runs import portions_of_runs
from generator.statistics import Dimension, Judged, Sums
from generator.timeline import Event
from generator.views.funnel import own_funnel
from generator.views.survey import Survey

Json = dict[str, Any]


# Figures.


def figures(survey: Survey) -> Json:
    """What this register counts for the day; published figures are in the records."""
    summed = _summed(survey)
    return {
        "titulares": [
            {"id": one.id, "valor": one.value, "unidad": one.unit, "ejemplos": one.examples}
            for one in survey.big_figures
        ],
        "embudo": _funnel(survey),
        **{
            f"por_{dimension}": [
                {
                    "clave": one.key or None,
                    "nombre": one.label,
                    "elementos": one.elements,
                    "certificados": one.in_force,
                    "ejemplos": one.examples,
                }
                for one in statistics.counts_of(survey.registry, dimension, summed)
            ]
            for dimension in get_args(Dimension)
        },
        "figuras": figure_results.figures(survey),
    }


def _summed(survey: Survey) -> list[Sums]:
    """What is counted of the elements of each run of companies."""

    def of_run(ids: Iterable[str]) -> Sums:
        standings = (one for id in ids for one in survey.by_company.get(id, ()))
        judged = (Judged(one.company, one.element, one.counts, one.in_force) for one in standings)
        return statistics.sums(judged, survey.day)

    return portions_of_runs(survey.portions, "cifras", survey.registry.companies, of_run)


def _funnel(survey: Survey) -> Json:
    found = own_funnel(survey)
    return {
        "unidad": found.unit,
        "incluye": funnel.INCLUDES,
        "ejemplos": found.examples,
        "tamanos": [_step(one) for one in found.steps],
        "sumas": [_step(one) for one in found.aggregates],
        "total": _step(found.total),
    }


def _step(one: Step) -> Json:
    return {
        "id": one.id,
        "nombre": one.label,
        "adhieren": one.adhered,
        "certifican": one.certified,
        "porcentaje": one.percent,
    }


# Changes.


def changes(survey: Survey) -> list[str]:
    """All that had happened by the day, latest first, each as JSON."""
    registry = survey.registry

    def of_run(ids: Iterable[str]) -> list[Told]:
        companies = (registry.companies[id] for id in ids)
        events = (timeline.company_events(registry, one) for one in companies)
        return _told(survey, chain.from_iterable(events))

    runs = portions_of_runs(survey.portions, "cambios", registry.companies, of_run)
    found = [*chain.from_iterable(runs), *_told(survey, timeline.other_events(registry))]
    return [text for _, text in sorted(found)]


Told = tuple[str, str]
"""An event as JSON, after what it is put in order by."""


def _told(survey: Survey, found: Iterable[Event]) -> list[Told]:
    day = survey.day
    return sorted((_place(one), encoded(_change(one))) for one in found if one.day <= day)


def _place(event: Event) -> str:
    """The same order as that of all events, of texts: thousands of them are soon in it."""
    day, *others = timeline.order(event)
    return "\0".join((f"{_LATEST + day:07}", *others))


_LATEST = date.max.toordinal()


def _change(event: Event) -> Json:
    """Nothing else is published of a withdrawn record, so its id here would say nothing either."""
    is_gone = event.kind == "baja"
    return {
        "fecha": str(event.when),
        "dia": event.day.isoformat(),
        "tipo": event.kind,
        "texto": event.sentence,
        "coleccion": event.collection,
        "id": None if is_gone else event.id,
        "elemento": event.element_id or None,
        "acuerdo": event.agreement_id or None,
        "codigo": event.code or None,
        "ejemplo": event.example,
    }


# Renamed records.


def renamed(survey: Survey) -> list[str]:
    """Every id that leads to another one today, each as JSON."""
    return [encoded(one) for one in _renamed(survey)]


def _renamed(survey: Survey) -> Iterator[Json]:
    registry = survey.registry
    for collection, former in registry.former.items():
        published = registry.collection(collection)
        for id, today in former.items():
            # One made of a withheld name is not among those that its record publishes.
            if today in published and id in published[today].record.former_ids:
                yield _move(collection, id, today, "renombrado")
    for former_place, (company, element) in registry.former_elements.items():
        yield _move("elementos", former_place, f"{company}/{element}", "traslado")
    for (collection, id), stone in registry.withdrawn.items():
        living = registry.living(collection, stone.heir) if stone.heir else None
        if living:
            yield _move(collection, id, living.id, "fusion")


def _move(collection: str, before: str, today: str, reason: str) -> Json:
    return {"coleccion": collection, "anterior": before, "actual": today, "motivo": reason}
