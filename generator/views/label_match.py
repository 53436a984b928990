"""Turns the holder of a certificate or seal into what is printed beside a code that is in place."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.company import Company, Element
from generator.views.page import Site
from generator.views.record_codes import code_path
from generator.views.record_parts import Place, place, public_name

MOST_SHOWN = 6
"""Installations of a seal that are named one by one."""


@dataclass(frozen=True, slots=True)
class Installation:
    """An element and where it is, where its record says so."""

    name: str
    place: Place | None


@dataclass(frozen=True, slots=True)
class LabelMatch:
    """What a reader compares with a label, a sign or a document.

    `brands` are the trade name and the brands; `more` counts installations that are not named.
    `before` and `after` are the address of the page, cut after what no copy elsewhere can begin
    with; both "" for a site without a public address.
    """

    holder: str
    brands: tuple[str, ...]
    installations: tuple[Installation, ...]
    more: int
    before: str
    after: str

    @property
    def places(self) -> tuple[str, ...]:
        """Where these installations are, each place once."""
        return tuple(dict.fromkeys(one.place.text for one in self.installations if one.place))


def label_match(company: Company, elements: Iterable[Element], code: str, site: Site) -> LabelMatch:
    """What the page of a code says of its holder, and of the page's own address."""
    named = tuple(Installation(one.name, place(one.comuna)) for one in elements)
    names = (company.trade_name, *company.brands)
    before = f"{site.here}v/" if site.url else ""
    return LabelMatch(
        public_name(company),
        tuple(dict.fromkeys(one for one in names if one)),
        named[:MOST_SHOWN],
        max(0, len(named) - MOST_SHOWN),
        before,
        code_path(code).removeprefix("v/") if before else "",
    )
