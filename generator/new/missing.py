"""The data of a new record → what it still needs: required keys, and those that a rule asks for."""

from collections.abc import Iterator
from typing import Any

from generator.load import types
from generator.model import Company
from generator.model.record import Record
from generator.new.answers import Data
from generator.new.completing import minted_keys
from generator.new.kinds import Kind
from generator.new.known import Known
from generator.new.leaves import Leaf, Path, leaf, leaves

Need = tuple[Leaf, ...]
"""Leaves of which one will do."""


def needs(kind: Kind, data: Data, agreement_id: str, known: Known) -> list[Need]:
    """What is missing, as far as is known, in the order of the model; the kind of person first.

    `agreement_id` is that of a certificate's place. Whatever else may be wrong, the check tells.
    """
    paths: list[tuple[Path, ...]] = [(path,) for path in _required(kind.model, data, ())]
    paths += _by_rule(kind, data, agreement_id, known)
    order = [one.path for one in leaves(kind.model)]
    paths.sort(key=lambda one: (one[0] != ("tipo",), order.index(one[0])))
    return [tuple(leaf(kind.model, path) for path in one) for one in dict.fromkeys(paths)]


def _required(model: Any, data: Data, at: Path) -> Iterator[Path]:
    """Required keys without a value, in every block there is and every one there has to be."""
    required = {info.alias for info in model.model_fields.values() if info.is_required()}
    for key in types.keys_of(model):
        kind = types.below(model, key)[0]
        here, is_needed = (*at, key), key in required and key not in minted_keys(model)
        inner = types.bare(types.item_type(kind))[0] if types.is_list(kind) else kind
        if not types.is_block(inner):
            if is_needed and key not in data:
                yield here
        elif types.is_list(kind):
            for block in data.get(key) or ([{}] if is_needed else []):
                yield from _required(inner, block, here)
        elif key in data or is_needed:
            yield from _required(inner, data.get(key, {}), here)


def _by_rule(kind: Kind, data: Data, agreement_id: str, known: Known) -> Iterator[tuple[Path, ...]]:
    if data.get("borrador") == "true":
        return
    if kind.model is Company:
        if data.get("tipo") != "persona_natural":
            yield from (((key,),) for key in ("razon_social", "rut") if key not in data)
        if any(map(_lacks_comuna, data.get("elementos") or [{}])):
            yield (("elementos", "comuna"),)
    if kind.name == "elemento" and _lacks_comuna(data):
        yield (("comuna",),)
    yield from _of_a_territory(data.get("territorio", {}))
    if kind.name == "certificado" and "nivel" not in data and known.levels(agreement_id):
        yield (("nivel",),)
    is_real = issubclass(kind.model, Record) and data.get("ejemplo") != "true"
    if is_real and not any({"url", "documento"} & one.keys() for one in data.get("fuentes", [])):
        yield (("fuentes", "url"), ("fuentes", "documento"))


def _lacks_comuna(element: Data) -> bool:
    scope = element.get("alcance", "establecimiento")  # as nearly all of them are
    return scope == "establecimiento" and "comuna" not in element


def _of_a_territory(territory: Data) -> Iterator[tuple[Path, ...]]:
    for reach, key in (("regional", "regiones"), ("comunal", "comunas")):
        if territory.get("alcance") == reach and key not in territory:
            yield (("territorio", key),)
