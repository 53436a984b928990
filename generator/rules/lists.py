"""Lists of values: each value stands once."""

from collections.abc import Iterator

from generator.load import is_lost
from generator.problem import Finding
from generator.rules.index import Index
from generator.rules.walk import blocks, lists_of_values


def value_stands_once(index: Index) -> Iterator[Finding]:
    """A value repeated in a list is told at its second place; of former ids it is a fault."""
    for _, entry in index.records():
        for block, here in blocks(entry):
            for name, key in lists_of_values(type(block)):
                if name == "former_ids":
                    continue
                seen: set[str] = set()
                for number, value in enumerate(getattr(block, name)):
                    if value in seen:
                        yield Finding(here.spot(key, number), "APL249", {"value": value})
                    if not is_lost(value):
                        seen.add(value)


RULES = (value_stands_once,)
