"""Turns each company into all pages that are its own: itself, its certificates and its seals."""

from collections.abc import Iterator

from generator.language import Language
from generator.views import code_pages, company_pages, editions
from generator.views.page import Planned
from generator.views.survey import Survey


def pages(survey: Survey, english: Language | None = None) -> Iterator[Planned]:
    """Those of every published company."""
    owned = OwnedPages(survey, english)
    for id in survey.registry.companies:
        yield from owned.of(id)


class OwnedPages:
    """What these pages share is worked out once; those of a company when they are asked for.

    With `english` each has its twin in English.
    """

    def __init__(self, survey: Survey, english: Language | None = None) -> None:
        self._english = english
        self._itself = company_pages.around(survey)
        self._codes = code_pages.around(survey)

    def of(self, id: str) -> Iterator[Planned]:
        """The pages of a company; whoever asks depends on the company and its seals."""
        found = self._pages(id)
        return editions.pairs(found, self._english) if self._english else found

    def known(self, id: str) -> tuple[object, ...]:
        """What the plan itself puts into them, beside what is read while they are made."""
        return (*self._itself.known(id), self._codes.renewed_of.get(id, ()))

    def _pages(self, id: str) -> Iterator[Planned]:
        yield company_pages.page(self._itself, id)
        yield from code_pages.pages(self._codes, id)
