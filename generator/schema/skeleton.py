"""A record type → the snippet that starts a new record: each key it needs, to be filled in."""

from collections.abc import Iterator
from itertools import count
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from generator.load import types
from generator.model import Record


def snippet(model: type[BaseModel]) -> dict[str, Any]:
    """What an editor offers in an empty file; a real record needs its source, too."""
    stops = count(1)
    body = dict(_needed(model, stops))
    if issubclass(model, Record):
        body["fuentes"] = [{"url": _stop(stops), "consultada": _stop(stops)}]
    title = str(model.model_config.get("title"))
    return {
        "label": f"{title}: ficha nueva",
        "description": "Las claves que no pueden faltar, para llenar una tras otra.",
        "body": body,
    }


def _needed(model: type[BaseModel], stops: Iterator[int]) -> Iterator[tuple[str, Any]]:
    fields = {info.alias or name: info for name, info in model.model_fields.items()}
    for key in types.keys_of(model):
        if fields[key].is_required():
            yield key, _place(fields[key].annotation, stops)


def _place(annotation: Any, stops: Iterator[int]) -> object:
    kind, _ = types.bare(annotation)
    if types.is_block(kind):
        return dict(_needed(kind, stops))
    if types.is_list(kind):
        return [_place(types.item_type(kind), stops)]
    if get_origin(kind) is Literal:
        return f"${{{next(stops)}|{','.join(get_args(kind))}|}}"
    return _stop(stops)


def _stop(stops: Iterator[int]) -> str:
    return f"${next(stops)}"
