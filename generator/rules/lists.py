"""Lists of values: each value stands once."""

from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel

from generator.load import is_lost
from generator.problem import Finding
from generator.rules.index import Index
from generator.rules.walk import Ways, blocks, lists_of_values, place


def value_stands_once(index: Index) -> Iterator[Finding]:
    """A value repeated in a list is told at its second place; of former ids it is a fault."""
    for _, entry in index.records():
        for block, trail in blocks(entry, _LISTS):
            kind: type[BaseModel] = type(block)
            for name, key in _lists(kind):
                values = getattr(block, name)
                if len(values) < 2:
                    continue
                seen: set[str] = set()
                for number, value in enumerate(values):
                    if value in seen:
                        spot = place(entry, trail).spot(key, number)
                        yield Finding(spot, "APL249", {"value": value})
                    if not is_lost(value):
                        seen.add(value)


@cache
def _lists(kind: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    return tuple(one for one in lists_of_values(kind) if one[0] != "former_ids")


_LISTS = Ways(lambda kind: bool(_lists(kind)))

RULES = (value_stands_once,)
