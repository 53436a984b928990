"""A number of companies → how many records of each kind go with it, as in the whole of Chile."""

from dataclasses import dataclass

FEWEST_AGREEMENTS = 23
"""One for each trade, so that every company finds one."""


@dataclass(frozen=True, slots=True)
class Size:
    """How many records of each kind a registry has."""

    companies: int
    elements: int
    agreements: int
    certificates: int
    seals: int


CHILE = Size(companies=9_300, elements=16_000, agreements=220, certificates=6_500, seals=1_500)


def size(companies: int) -> Size:
    """The size of a registry with so many companies, in the proportions of Chile."""

    def share(of_chile: int) -> int:
        return round(of_chile * companies / CHILE.companies)

    return Size(
        companies=companies,
        elements=max(companies, share(CHILE.elements)),
        agreements=max(FEWEST_AGREEMENTS, share(CHILE.agreements)),
        certificates=share(CHILE.certificates),
        seals=share(CHILE.seals),
    )
