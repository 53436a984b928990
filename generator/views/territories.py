"""Turns agreements of a basin or of named comunas into their comunas, with what stands in each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator import territory
from generator.load import Entry
from generator.model.agreement import Agreement
from generator.views.counted import Counted, counted
from generator.views.record_parts import Linked
from generator.views.standing import Standing
from generator.views.survey import Survey
from generator.vocabulary import label


@dataclass(frozen=True, slots=True)
class ComunaHeld:
    """A comuna of an agreement, and how many of its elements stand there."""

    comuna: Linked
    region: Linked
    elements: Counted


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """An agreement of a place: the comunas it names, others where it has elements, and the rest.

    `placeless` counts the elements without comuna; `text` is how the source names the place.
    """

    agreement: Linked
    kind: str
    text: str
    named: tuple[ComunaHeld, ...]
    others: tuple[ComunaHeld, ...]
    placeless: Counted
    elements: Counted
    example: bool


@dataclass(frozen=True, slots=True)
class ComunaRow:
    """A comuna that agreements name, and which do."""

    comuna: Linked
    region: Linked
    agreements: tuple[Linked, ...]


def places(survey: Survey) -> tuple[PlaceRow, ...]:
    """The agreements of basins and territories first, then those that name comunas."""
    found = [one for one in survey.agreements if _is_of_a_place(one.record)]
    found.sort(key=lambda one: one.record.kind != "cuencas_y_territorios")
    return tuple(_row(survey, one) for one in found)


def _is_of_a_place(record: Agreement) -> bool:
    return record.kind == "cuencas_y_territorios" or bool(record.territory.comunas)


def _row(survey: Survey, entry: Entry[Agreement]) -> PlaceRow:
    record = entry.record
    held: defaultdict[str | None, list[Standing]] = defaultdict(list)
    for one in survey.by_agreement.get(entry.id, ()):
        held[one.element.comuna if one.comuna else None].append(one)
    named = record.territory.comunas
    others = sorted(code for code in held if code and code not in named)
    return PlaceRow(
        Linked(record.name, f"acuerdos/{entry.id}/"),
        "" if record.kind == "sin_informacion" else label("agreement_kind", record.kind),
        record.territory.text or "",
        tuple(_held(named, held)),
        tuple(_held(others, held)),
        _size(held.get(None, ())),
        _size(one for rows in held.values() for one in rows),
        record.example,
    )


def _held(
    codes: Iterable[str], elements: Mapping[str | None, Sequence[Standing]]
) -> Iterator[ComunaHeld]:
    for code in dict.fromkeys(codes):
        if links := _links(code):
            yield ComunaHeld(*links, _size(elements.get(code, ())))


def _size(rows: Iterable[Standing]) -> Counted:
    return counted(one.example for one in rows)


def _links(code: str) -> tuple[Linked, Linked] | None:
    comuna = territory.comuna(code)
    region = territory.region(comuna.region) if comuna else None
    if comuna is None or region is None:
        return None
    return Linked(comuna.name, f"comunas/{comuna.slug}/"), Linked(
        region.name, f"regiones/{region.slug}/"
    )


def comunas(survey: Survey) -> tuple[ComunaRow, ...]:
    """Every comuna that an agreement names, from north to south, with these agreements."""
    order = {region.code: place for place, region in enumerate(territory.regions())}
    found = [one for code in survey.agreements_by_comuna if (one := territory.comuna(code))]
    found.sort(key=lambda one: (order[one.region], one.code))
    return tuple(row for one in found if (row := _comuna(survey, one.code)))


def _comuna(survey: Survey, code: str) -> ComunaRow | None:
    links = _links(code)
    named = survey.agreements_by_comuna[code]
    agreements = tuple(Linked(one.record.name, f"acuerdos/{one.id}/") for one in named)
    return ComunaRow(*links, agreements) if links else None
