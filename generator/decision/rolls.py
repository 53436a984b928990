"""Turns the coverage of lists into what a missing name means on a day."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from generator.agreement_time import roll_is_complete
from generator.decision.remark_rows import ROLL_ROWS
from generator.decision.row import decide
from generator.language import gettext, spoken
from generator.model.agreement import Agreement, Roll
from generator.registry import Registry

ROLL_NAMES = {
    "adhered": "adheridos",
    "certified": "certificados",
    "seals": "contratos de sello",
}
"""The three lists of an agreement, by the attribute that holds their coverage."""

THIS_AGREEMENT, ITS_AGREEMENT = "de este acuerdo", "de su acuerdo"
"""How a sentence about an element, and one about its company, speak of the agreement."""

WITHOUT_LISTS = ("manifestacion_interes", "diagnostico", "propuesta")
"""States of an agreement in which nobody can have adhered yet."""


def roll(agreement: Agreement | None, name: str) -> Roll | None:
    """The coverage recorded for one list of an agreement; absent means that it is not held."""
    if agreement is None or agreement.rolls is None:
        return None
    found: Roll | None = getattr(agreement.rolls, name)
    return found


def coverage(roll: Roll | None, day: date) -> str:
    """`completa`, `pasada` (complete, but for an earlier day), `parcial` or `sin_nomina`."""
    if roll is None:
        return "sin_nomina"
    if roll.coverage == "completa" and not roll_is_complete(roll, day):
        return "pasada"
    return roll.coverage


def roll_facts(agreement: Agreement | None, name: str, day: date) -> tuple[str, str]:
    """Whether one list is `completa` or `incompleta` for `day`, and how far it goes, in words."""
    held = roll(agreement, name)
    reach = coverage(held, day)
    as_of = held.as_of.isoformat() if held and held.as_of else ""
    words = _reach_words(reach, ROLL_NAMES[name], as_of, THIS_AGREEMENT)
    return "completa" if reach == "completa" else "incompleta", words


def joint_reach(agreements: Sequence[Agreement | None], name: str, day: date) -> str:
    """How far one list goes in some agreements of a company, in words; "" where all are complete.

    None stands for an agreement that the register lacks.
    """
    missing = [one for one in agreements if not roll_is_complete(roll(one, name), day)]
    if not missing:
        return ""
    if len(agreements) > 1:
        return _reach_words("varias", ROLL_NAMES[name], faltan=str(len(missing)))
    held = roll(missing[0], name)
    as_of = held.as_of.isoformat() if held and held.as_of else ""
    return _reach_words(coverage(held, day), ROLL_NAMES[name], as_of, ITS_AGREEMENT)


def _reach_words(
    coverage: str, list_name: str, as_of: str = "", whose: str = "", faltan: str = ""
) -> str:
    return _spoken_reach(spoken().code, coverage, list_name, as_of, whose, faltan)


@cache
def _spoken_reach(
    _language: str, coverage: str, list_name: str, as_of: str, whose: str, faltan: str
) -> str:
    facts = {
        "cobertura": coverage,
        "lista": gettext(list_name),
        "al": as_of,
        "de_cual": gettext(whose),
        "faltan": faltan,
    }
    return decide("nomina", ROLL_ROWS, facts).sentence


def can_have_lists(agreement: Agreement, day: date) -> bool:
    """Whether anybody can have adhered to the agreement by `day`."""
    signed = agreement.dates.signed if agreement.dates else None
    if signed is not None and signed.surely_after(day):
        return False
    return agreement.state not in WITHOUT_LISTS


def company_lists(registry: Registry, day: date, *, examples: bool = False) -> tuple[int, int]:
    """Of how many agreements both lists of companies are complete for `day`, and of how many asked.

    Only where they all are does the absence of a company mean anything. A register without any
    agreement holds no list. With `examples`, how many of those are fictional.
    """
    records = (entry.record for entry in registry.agreements.values())
    asked = [one for one in records if can_have_lists(one, day) and (one.example or not examples)]
    complete = sum(_both_complete(agreement, day) for agreement in asked)
    return complete, len(asked)


def _both_complete(agreement: Agreement, day: date) -> bool:
    return all(roll_is_complete(roll(agreement, name), day) for name in ("adhered", "certified"))


def all_complete(agreements: Iterable[Agreement | None], name: str, day: date) -> bool:
    """Whether one list is complete for `day` in every one of some agreements."""
    return all(roll_is_complete(roll(one, name), day) for one in agreements)
