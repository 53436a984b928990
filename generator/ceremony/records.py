"""Published records → the parts by which the page of a ceremony tells new from known.

`fichas/N` holds companies as their records have them, in the shares of `empresas/N`; `acuerdos`
what a row must know of an agreement. Both stand among the parts of /verificar/ and are hashed
with them. Nothing comes here that is not public: the registry is the published one.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from typing import Any

from pydantic import BaseModel

from generator.model.company import Company
from generator.registry import Registry
from generator.render.verification import Shelf, shares
from generator.sheets.tables import Table, tables

Plain = dict[str, Any]
_LISTS = {"elementos": "adhesiones", "adhesiones": "auditorias certificados"}


def shelves(registry: Registry) -> Iterator[Shelf]:
    """The parts, each to be made when it is needed."""
    yield Shelf("acuerdos", partial(_agreements, registry))
    for number, ids in enumerate(shares(registry)):
        yield Shelf(f"fichas/{number}", partial(_companies, registry, number, ids), ids)


def _companies(registry: Registry, number: int, ids: Iterable[str]) -> Mapping[str, object]:
    found = {id: company(registry.companies[id].record) for id in ids}
    return {f"fichas/{number}": found}


def company(record: Company) -> Plain:
    """The keys of a record that a list may speak of, as texts."""
    former = [str(one.rut) for one in record.former_names if one.rut]
    plain = _block(record, tables()["empresas"])
    plain["elementos"] = [_below(one, "elementos") for one in record.elements]
    return {**plain, "ruts": former} if former else plain


def _below(block: BaseModel, name: str) -> Plain:
    plain = _block(block, tables()[name])
    for key in _LISTS.get(name, "").split():
        items = getattr(block, _name(block, key))
        if items:
            plain[key] = [_below(one, key) for one in items]
    return plain


def _block(block: BaseModel, table: Table) -> Plain:
    plain: Plain = {}
    for column in table.columns:
        value = _within(block, column.path)
        if value in (None, (), False):
            continue
        inner = plain
        for key in column.path[:-1]:
            inner = inner.setdefault(key, {})
        inner[column.path[-1]] = [*map(_text, value)] if column.is_list else _text(value)
    return plain


def _within(block: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        block = None if block is None else getattr(block, _name(block, key))
    return block


def _name(block: BaseModel, key: str) -> str:
    return _names(type(block))[key]


@cache
def _names(model: type[BaseModel]) -> Mapping[str, str]:
    return {str(info.alias): name for name, info in model.model_fields.items()}


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _agreements(registry: Registry) -> Mapping[str, object]:
    found: dict[str, Plain] = {}
    for entry in registry.agreements.values():
        record = entry.record
        found[entry.id] = {
            "nombre": record.name,
            "niveles": [level.number for level in record.levels],
            "valida": record.needs_validation is True,
            "ejemplo": record.example,
        }
    return {"acuerdos": found}
