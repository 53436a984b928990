"""Turns former homes of elements into the lines that point on from the page of the old company."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.registry import Registry
from generator.views.record_parts import Linked, public_name


@dataclass(frozen=True, slots=True)
class Move:
    """An element that left: `anchor` is the id it had ("" where another has it now)."""

    anchor: str
    element: Linked
    company: Linked


def moves_by_company(registry: Registry) -> Mapping[str, tuple[Move, ...]]:
    """By the id of the company that an element was of, whether that still is one or not.

    Where that id has become another company's, the lines are that one's, but for elements that it
    has itself.
    """
    found: dict[str, list[Move]] = {}
    for former, (company_id, element_id) in registry.former_elements.items():
        old_company, _, old_element = former.partition("/")
        home = _home(registry, old_company)
        if home != company_id:
            move = _move(registry, home, old_element, (company_id, element_id))
            found.setdefault(home, []).append(move)
    return {id: tuple(found[id]) for id in sorted(found)}


def _home(registry: Registry, company_id: str) -> str:
    """The id whose page speaks for an old one: its own while that page exists."""
    if company_id in registry.companies or ("empresas", company_id) in registry.withdrawn:
        return company_id
    return registry.former.get("empresas", {}).get(company_id, company_id)


def _move(registry: Registry, home: str, old_element: str, now: tuple[str, str]) -> Move:
    company_id, element_id = now
    company = registry.companies[company_id].record
    element = next(one for one in company.elements if one.id == element_id)
    living = registry.companies.get(home)
    taken = {one.id for one in living.record.elements} if living else set()
    page = f"empresas/{company_id}/"
    return Move(
        "" if old_element in taken else old_element,
        Linked(element.name, f"{page}#{element_id}"),
        Linked(public_name(company), page),
    )
