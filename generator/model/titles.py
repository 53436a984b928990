"""Turns a key as staff write it into the Spanish title that its record's model gives it."""

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel


@cache
def title(kind: type[BaseModel], field: str) -> str:
    """`Razón social` for `razon_social`, `Dirección` for `elementos.direccion`.

    What is no key of the record, or means several things in it, comes back as readable words.
    """
    key = field.split(".")[-1].strip()
    level: list[type[BaseModel]] = [kind]
    while level:
        found = {name for block in level for name in _titles(block, key)}
        if found:
            return found.pop() if len(found) == 1 else key.replace("_", " ")
        level = [inner for block in level for inner in _inner_blocks(block)]
    return field


def _titles(block: type[BaseModel], key: str) -> Iterator[str]:
    for field in block.model_fields.values():
        if field.alias == key and field.title:
            yield field.title


def _inner_blocks(block: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for field in block.model_fields.values():
        yield from _blocks(field.annotation)


def _blocks(hint: Any) -> Iterator[type[BaseModel]]:
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        yield hint
    for one in get_args(hint):
        yield from _blocks(one)
