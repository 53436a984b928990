"""Lists of values: each value stands once."""

from collections.abc import Iterator

from generator.load import is_lost
from generator.problem import Finding
from generator.rules.index import Index
from generator.rules.walk import blocks, lists_of_values, place


def value_stands_once(index: Index) -> Iterator[Finding]:
    """A value repeated in a list is told at its second place; of former ids it is a fault."""
    for _, entry in index.records():
        for block, trail in blocks(entry):
            for name, key in lists_of_values(type(block)):
                values = getattr(block, name)
                if name == "former_ids" or len(values) < 2:
                    continue
                seen: set[str] = set()
                for number, value in enumerate(values):
                    if value in seen:
                        spot = place(entry, trail).spot(key, number)
                        yield Finding(spot, "APL249", {"value": value})
                    if not is_lost(value):
                        seen.add(value)


RULES = (value_stands_once,)
