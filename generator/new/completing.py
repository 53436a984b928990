"""The data of a new record → the same with the codes and ids that nobody has to think of."""

from collections.abc import Callable, Container, Iterator
from typing import Any

from pydantic import BaseModel

from generator import code, folding
from generator.load import types
from generator.model.company import Certificate, Element
from generator.model.seal import Seal
from generator.new.answers import Data

_CODED = (Certificate, Seal)


def minted_keys(model: type[BaseModel]) -> frozenset[str]:
    """The keys of a block that this module fills in."""
    if model in _CODED:
        return frozenset({"codigo"})
    return frozenset({"id"}) if model is Element else frozenset()


def complete(
    model: type[BaseModel],
    data: Data,
    random: Callable[[int], int],
    codes: Container[str],
    elements: Container[str],
) -> tuple[str, ...]:
    """Fill in codes and element ids where they are missing; returns the codes.

    `codes` and `elements` are taken already: in the registry, and in the company.
    """
    minted: list[str] = []
    ids: list[str] = []
    for kind, block in list(_blocks(model, data)):
        if kind in _CODED and "codigo" not in block:
            taken = _Either(codes, minted)
            minted.append(code.mint(taken, random))
            block["codigo"] = minted[-1]
        if kind is Element and "id" not in block and "nombre" in block:
            ids.append(_free(folding.slug(str(block["nombre"])), _Either(elements, ids)))
            block["id"] = ids[-1]
    return tuple(minted)


class _Either:
    """What either of two containers holds."""

    def __init__(self, first: Container[str], second: Container[str]) -> None:
        self._both = (first, second)

    def __contains__(self, item: object) -> bool:
        return any(item in one for one in self._both)


def _free(id_: str, taken: Container[str]) -> str:
    """The id, or `id-2` where there is one already."""
    number, found = 1, id_
    while found in taken:
        number += 1
        found = f"{id_}-{number}"
    return found


def _blocks(model: Any, data: Data) -> Iterator[tuple[Any, Data]]:
    """Every block in the data with its type, the outer ones first."""
    yield model, data
    for key, value in data.items():
        kind, _ = types.below(model, key)
        if types.is_block(kind) and isinstance(value, dict):
            yield from _blocks(kind, value)
        elif types.is_list(kind) and isinstance(value, list):
            inner = types.bare(types.item_type(kind))[0]
            for item in value:
                if types.is_block(inner):
                    yield from _blocks(inner, item)
