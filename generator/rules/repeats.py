"""Items of a list that should differ in a value → a finding at each, naming the others."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator

from generator.load import is_lost
from generator.problem import Finding
from generator.rules.here import Here


def repeated(
    uses: Iterable[tuple[Hashable, Here]], key: str, code: str, *, is_referred_to: bool = False
) -> Iterator[Finding]:
    """`uses` are the values of items under `key`, with the items' places; None is no value.

    Where others refer to an item by the value, one of these values stands in the place of another
    that they may mean: all are in doubt.
    """
    found: dict[Hashable, list[Here]] = defaultdict(list)
    for value, here in uses:
        if value is not None and not is_lost(value):
            found[value].append(here)
    for value, places in found.items():
        for here in places if len(places) > 1 else ():
            others = ", ".join(item(other) for other in places if other != here)
            spot = here.spot(key)
            doubts = (spot,) if is_referred_to else ()
            yield Finding(spot, code, {"value": value, "other": others}, doubts)


def item(here: Here) -> str:
    """How an item is called: by its number in its list, as people count."""
    return f"n.º {int(here.keys[-1]) + 1}"
