"""What loading found of two states → all that the step from one to the other means."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import get_args

from generator.changes.addresses import Around, addresses
from generator.changes.companies import company_changes
from generator.changes.model import Addresses, Breach, Change, Kind, Review
from generator.changes.pairs import Pairs
from generator.changes.promises import breaches
from generator.changes.records import record_changes, removed
from generator.changes.side import PUBLIC, side
from generator.changes.validity import losses
from generator.load import Loaded

NONE = Review()
_ORDER = {kind: place for place, kind in enumerate(get_args(Kind))}


@dataclass(frozen=True, slots=True)
class Difference:
    """What a change means to the public on `day`.

    `untold` are the records of which a fault keeps anyone from telling. `demonstration` says
    whether examples are shown before and after.
    """

    day: date
    changes: tuple[Change, ...] = ()
    breaches: tuple[Breach, ...] = ()
    review: Review = NONE
    addresses: Mapping[str, Addresses] = field(default_factory=dict)
    untold: tuple[str, ...] = ()
    demonstration: tuple[bool, bool] = (True, True)


def difference(base: Loaded, head: Loaded, day: date, around: Around | None = None) -> Difference:
    """What the public will see otherwise; without `around`, but for the addresses of the site.

    Where examples are no longer shown, or newly shown, they are told in one word: what else
    changed is compared as if that had been so before.
    """
    now = side(head, day)
    true = side(base, day)
    showing = now.settings.demonstration
    was = true
    if true.settings.demonstration != showing:
        was = side(base, day, demonstration=showing)
    pairs = Pairs(was, now)
    changes = tuple(sorted((*record_changes(pairs), *company_changes(pairs)), key=_order))
    threshold = true.settings.change_threshold
    return Difference(
        day,
        changes,
        tuple(breaches(pairs)),
        Review(losses(pairs), removed(changes), threshold),
        addresses(true.registry, now.registry, around) if around else {},
        tuple(f"{name}/{id}" for name, id in sorted(was.unknown | now.unknown) if name in PUBLIC),
        (true.settings.demonstration, showing),
    )


def _order(change: Change) -> tuple[int, str, str, str]:
    return _ORDER[change.kind], change.table, change.who or change.name, change.id
