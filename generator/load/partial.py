"""A tree with faults → the record as far as it can be read, `LOST` standing for each fault."""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, RootModel, TypeAdapter

from generator import code
from generator.load import types
from generator.load.lost import LOST
from generator.problem import KeyPath


def partial(
    model: type[BaseModel], data: Any, faulty: set[KeyPath], misspelt: frozenset[KeyPath]
) -> tuple[Any, frozenset[str]]:
    """The record, and the texts that stood in what is lost: in all that is at `faulty`.

    Every block and list keeps its place, so that a path in the record is one in the file.
    """
    builder = _Builder(faulty, misspelt)
    kind, _ = types.bare(types.root_type(model))
    if issubclass(model, RootModel):
        return model.model_construct(builder.items(kind, data, ())), frozenset(builder.lost)
    return builder.block(kind, data, ()), frozenset(builder.lost)


class _Builder:
    def __init__(self, faulty: set[KeyPath], misspelt: frozenset[KeyPath]) -> None:
        self.lost: set[str] = set()
        self._faulty = faulty
        self._misspelt = misspelt

    def _lose(self, value: Any) -> Any:
        self.lost.update(texts(value))
        return LOST

    def block(self, model: type[BaseModel], data: dict[str, Any], at: KeyPath) -> Any:
        """The block, its sound values typed; unknown keys are left out, their texts noted."""
        values: dict[str, Any] = {}
        names = []
        for name, info in model.model_fields.items():
            key = info.alias or name
            here = (*at, key)
            if data.get(key) is not None:
                annotation = _annotated(info.annotation, tuple(info.metadata))
                values[key] = self._value(annotation, data[key], here)
            elif here in self._faulty or here in self._misspelt or info.is_required():
                values[key] = LOST
            if key in values:
                names.append(name)
        for key in data.keys() - set(types.keys_of(model)):
            self._lose(data[key])
        return model.model_construct(set(names), **values)

    def items(self, kind: Any, data: list[Any], at: KeyPath) -> tuple[Any, ...]:
        """The list, with `LOST` for each item that could not be read."""
        inner = types.item_type(kind)
        return tuple(self._value(inner, value, (*at, n)) for n, value in enumerate(data))

    def _value(self, annotation: Any, value: Any, at: KeyPath) -> Any:
        kind, _ = types.bare(annotation)
        if at in self._faulty:
            return self._lose(value)
        if types.is_block(kind):
            return self.block(kind, value, at) if isinstance(value, dict) else self._lose(value)
        if types.is_list(kind):
            return self.items(kind, value, at) if isinstance(value, list) else self._lose(value)
        return _adapter(annotation).validate_python(value)


def _annotated(annotation: Any, metadata: tuple[Any, ...]) -> Any:
    for mark in metadata:
        annotation = Annotated[annotation, mark]
    return annotation


@cache
def _adapter(annotation: Any) -> TypeAdapter[Any]:
    return TypeAdapter(annotation)


def texts(value: Any) -> Iterator[str]:
    """Every text in a tree, codes in their canonical writing too."""
    if isinstance(value, dict):
        for member in value.values():
            yield from texts(member)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)
    elif isinstance(value, str):
        yield value
        if len(value) < 20 and code.is_valid(value):
            yield code.display(value)
