"""A published company → each of its elements, adhesions and certificates, in order of id."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.load import Entry
from generator.model.company import Adhesion, Certificate, Company, Element
from generator.status import ElementStatus
from generator.views.standing import Standing
from generator.views.survey import Survey


class Place(NamedTuple):
    """An element, and where it stands; None before it adhered to anything."""

    company: Entry[Company]
    element: Element
    standing: Standing | None

    def status(self, agreement_id: str) -> ElementStatus | None:
        """Where it stands in an agreement; None where it had not adhered by the day."""
        found = self.standing.statuses if self.standing else ()
        return next((one for one in found if one.agreement_id == agreement_id), None)


class Held(NamedTuple):
    """An adhesion of an element; `ids` name it: company, element, agreement and day."""

    place: Place
    adhesion: Adhesion
    ids: tuple[str, str, str, str]

    @property
    def certificates(self) -> list[Certificate]:
        """Its certificates, by code."""
        return sorted(self.adhesion.certificates, key=lambda one: one.code)


Walk = tuple[tuple[Place, tuple[Held, ...]], ...]

_REMEMBERED = ("exports", "walk")


def walk(survey: Survey, id: str) -> Walk:
    """Every published element of a company with its adhesions, by agreement and day.

    Six tables go this way one after the other, so the last one is remembered.
    """
    company, standings = survey.registry.companies[id], survey.by_company.get(id, ())
    last: tuple[str, Walk] | None = survey.remembered.get(_REMEMBERED)
    if last is None or last[0] != id:
        last = survey.remembered[_REMEMBERED] = (id, tuple(_walk(company, standings)))
    return last[1]


def _walk(
    company: Entry[Company], standings: Iterable[Standing]
) -> Iterator[tuple[Place, tuple[Held, ...]]]:
    by_id = {one.element.id: one for one in standings}
    for element in sorted(company.record.elements, key=lambda one: one.id):
        yield _with_adhesions(Place(company, element, by_id.get(element.id)))


def _with_adhesions(place: Place) -> tuple[Place, tuple[Held, ...]]:
    company, element = place.company.id, place.element
    found = (
        Held(place, one, (company, element.id, one.agreement_id, one.adhered_on.isoformat()))
        for one in element.adhesions
    )
    return place, tuple(sorted(found, key=lambda one: one.ids))


def all_adhesions(survey: Survey, id: str) -> Iterator[Held]:
    """Every accepted adhesion of a company."""
    for _, held in walk(survey, id):
        yield from held


def all_certificates(survey: Survey, id: str) -> Iterator[tuple[Held, Certificate]]:
    """Every certificate of a company."""
    for held in all_adhesions(survey, id):
        for certificate in held.certificates:
            yield held, certificate
